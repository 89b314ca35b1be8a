"""Rows written by statements made once are the rows that the ORM would have written."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, models

from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.states import Channel, Part, State
from motcua.foundation.rows import by_key, insert
from motcua.procedures.models import ProcedureVersion
from tests import cast

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 2, 0, 5, 250, tzinfo=UTC)
KEY = UUID("0b9d3f4e-77a1-4f0a-9a55-8c1c5a0f2d11")
OTHER = UUID("0b9d3f4e-77a1-4f0a-9a55-8c1c5a0f2d12")


def dossier(key: UUID = KEY, code: str = "482177306") -> Dossier:
    """Every kind of column: text, number, yes or no, moment, key, JSON; with a value and without.

    State and channel are words of the law, as the acts set them.
    """
    written = {"valid_from": AT.date(), "loaded_at": AT, "content": {}}
    law, _ = ProcedureVersion.objects.get_or_create(code="1.1", version=1, defaults=written)
    return Dossier(
        pk=key,
        commune=cast.coc_san(),
        procedure=law,
        code=code,
        number=f"H38.99.01-260303-{code}",
        state=State.SUBMITTED,
        channel=Channel.ONLINE,
        owner="account:7",
        answers={"filer_name": "Vàng Thị Thử", "copies": "1"},
        unknown=["paper:authority"],
        subject_name="Vàng Thị “Thử” 100 %s",
        kept_at=AT,
        refused=True,
        fee_due=8_000,
    )


def stored(model: type[models.Model], key: object) -> dict[str, object]:
    """The row as it stands in the database."""
    return dict(model._default_manager.values().get(pk=key))


def test_an_inserted_row_is_the_row_of_the_orm() -> None:
    insert([dossier()])
    dossier(OTHER, "482177314").save(force_insert=True)
    ours, orm = stored(Dossier, KEY), stored(Dossier, OTHER)
    own = {"id": OTHER, "code": "482177314", "number": "H38.99.01-260303-482177314"}
    assert {**ours, **own} == orm
    assert Dossier.objects.get(pk=KEY).answers == {"filer_name": "Vàng Thị Thử", "copies": "1"}


def test_rows_of_one_table_go_in_together_in_order() -> None:
    held = dossier()
    insert([held])
    people = [
        Party(dossier=held, commune_id=cast.COC_SAN, part=part, name=name, name_folded="")
        for part, name in ((Part.SUBJECT, "Thử"), (Part.FILER, "Mẹ"))
    ]
    insert(people)
    assert list(Party.objects.order_by("id").values_list("part", "name")) == [
        ("subject", "Thử"),
        ("filer", "Mẹ"),
    ]
    assert not held._state.adding


def test_a_key_that_is_taken_is_refused_as_by_the_orm() -> None:
    insert([dossier()])
    with pytest.raises(IntegrityError):
        insert([dossier(code="482177314")])


def test_nothing_to_insert_asks_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        insert([])


def test_a_row_by_its_key_is_the_row_of_the_orm() -> None:
    insert([dossier()])
    found = by_key(Dossier, KEY)
    assert found is not None
    assert found.answers == dossier().answers
    assert found.kept_at == dossier().kept_at
    assert by_key(Dossier, OTHER) is None
