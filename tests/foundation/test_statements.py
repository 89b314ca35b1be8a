"""A question that is compiled once gives what the ORM would have given."""

import json
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import Max
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.models import Dossier, DossierEvent
from motcua.foundation.statements import Paired, Place, Places, Statement, Written
from motcua.people.models import Resident
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db


def test_models_come_with_those_beside_them(
    django_assert_num_queries: Callable[[int], object],
) -> None:
    dossier = story.in_progress(story.law())
    asked = Statement(
        lambda: Dossier.objects.filter(pk=Place("key")).select_related("commune", "signer")
    )
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        found = asked.first(key=dossier.pk)
        assert found is not None
        assert (found.commune.name, found.signer) == (dossier.commune.name, None)
    assert found.answers == dossier.answers
    assert found.due_at == dossier.due_at
    assert not found._state.adding


def test_the_same_question_is_asked_of_other_values() -> None:
    law = story.law()
    one, other = story.submitted(law), story.submitted(law)
    asked = Statement(lambda: Dossier.objects.filter(pk=Place("key")).values_list("id", "number"))
    assert asked.all(key=one.pk) == [(one.pk, one.number)]
    assert asked.all(key=other.pk) == [(other.pk, other.number)]
    assert asked.first(key=uuid4()) is None


def test_any_number_of_values_stands_in_one_place() -> None:
    law = story.law()
    dossiers = [story.submitted(law) for _ in range(3)]
    asked = Statement(
        lambda: (
            DossierEvent.objects.filter(dossier_id__in=Places("keys"))
            .values_list("dossier_id")
            .annotate(last=Max("at"))
        )
    )
    some = [one.pk for one in dossiers[:2]]
    assert {key for key, _last in asked.all(keys=some)} == set(some)
    assert {key for key, _last in asked.all(keys=some[:1])} == set(some[:1])


def test_pairs_are_found_and_what_only_half_fits_is_not() -> None:
    people = [("lo an", "1991"), ("lo an", "1954"), ("lo binh", "1991"), ("lo binh", "1954")]
    village = f"{cast.coc_san().code}-01"
    for name, birth in people:
        Resident.objects.create(
            commune_id=cast.COC_SAN, village_id=village, name_folded=name, birth=birth
        )
    asked = Statement(
        lambda: (
            Resident.objects.filter(
                Paired("pairs", "name_folded", "birth"), commune_id=Place("commune")
            )
            .order_by("pk")
            .values_list("name_folded", "birth")
        )
    )
    pairs = json.dumps([people[0], people[3], ("lo cu", "1991")])
    assert asked.all(commune=cast.COC_SAN, pairs=pairs) == [people[0], people[3]]


def test_moments_and_words_of_the_law_are_stored_as_the_orm_stores_them() -> None:
    dossier = story.submitted(story.law())
    asked = Statement(
        lambda: Dossier.objects.filter(
            submitted_at__lt=Place("at"), state=Place("state"), commune_id=Place("commune")
        ).values_list("id")
    )
    later = cast.AT + timedelta(days=1)
    known = {"commune": cast.COC_SAN, "state": dossier.where}
    assert asked.all(at=later, **known) == [(dossier.pk,)]
    assert asked.all(at=cast.AT - timedelta(days=1), **known) == []


def test_a_value_that_was_left_out_is_an_error() -> None:
    asked = Statement(lambda: Dossier.objects.filter(pk=Place("key")))
    with pytest.raises(KeyError, match="key"):
        asked.all(other=1)


def test_a_written_number_stands_in_the_question_itself() -> None:
    story.submitted(story.law())
    asked = Statement(
        lambda: Dossier.objects.filter(state__in=[Written(1), Written(2)]).values_list("state")
    )
    with CaptureQueriesContext(connection) as questions:
        assert asked.all() == [(1,)]
    assert '"state" IN (1, 2)' in questions.captured_queries[0]["sql"]
