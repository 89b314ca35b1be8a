"""Rows written by the thousand are the rows that the ORM would have written."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.foundation.many import change, write, write_models, write_unknown
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.said import Said, columns, written
from motcua.people.search import NAMES
from tests import cast
from tests.foundation.test_rows import stored

pytestmark = pytest.mark.django_db
NAME = "Vàng Thị “Thử” 100 %s \\ \t"


def resident(**more: object) -> Resident:
    """Text, keys that are there and that are not, yes or no, a day, a column that nobody says."""
    facts = {"full_name": NAME, "name_folded": "vang thi thu", "sex": "female", "birth": "1991"}
    village = f"{cast.coc_san().code}-01"
    return Resident(commune_id=cast.COC_SAN, village_id=village, ethnic="25", **facts, **more)


def of(row: Resident) -> dict[str, object]:
    """The row as the database has it, without its key."""
    return {name: value for name, value in stored(Resident, row.pk).items() if name != "id"}


def test_many_rows_are_the_rows_of_the_orm_and_are_found_by_name() -> None:
    gone = {"head": True, "left_on": date(2020, 1, 2), "phone": "", "relation": ""}
    ours, orm = [resident(**gone), resident(**gone)], resident(**gone)
    write_models(ours)
    orm.save()
    assert [of(row) for row in ours] == [of(orm)] * 2
    assert ours[0].pk < ours[1].pk < orm.pk
    assert not ours[0]._state.adding
    found = NAMES.ids("thu vang", exact={"commune_id": cast.COC_SAN})
    assert found == [orm.pk, ours[1].pk, ours[0].pk]


def test_what_no_row_says_has_its_default_and_json_and_moments_are_as_the_orm_keeps_them() -> None:
    row = resident(phone="", relation="")
    row.save()
    said = Said(row, Kind.CHANGED, "2020", {"full_name": "Thử", "head": True, "mother": None})
    by, ours = cast.acting(cast.officer()), {"source": "ours", "by": cast.acting(cast.officer())}
    values = columns(said, at=cast.AT, **ours)  # type: ignore[arg-type]
    del values["reason"], values["replaces_id"]
    write(Move, [values])
    orm = written(said, source="orm", by=by, at=cast.AT)
    orm.save()
    own = {"id": orm.pk, "source": "orm"}
    assert {**stored(Move, values["id"]), **own} == stored(Move, orm.pk)


def test_only_what_changes_is_written_and_the_name_is_found_anew() -> None:
    rows = [resident(phone="", relation="") for _ in range(3)]
    write_models(rows)
    before = of(rows[0])
    named = {"full_name": "Lò Văn An", "name_folded": "lo van an"}
    changes = {rows[0].pk: named, rows[1].pk: {"head": True, "left_on": date(2020, 1, 2)}}
    change(Resident, {**changes, rows[2].pk: {}})
    assert of(rows[0]) == {**before, **named}
    assert of(rows[1]) == {**before, "head": True, "left_on": date(2020, 1, 2)}
    assert of(rows[2]) == before
    assert NAMES.ids("lo an", exact={"commune_id": cast.COC_SAN}) == [rows[0].pk]


def test_what_is_there_already_is_passed_over() -> None:
    village = f"{cast.coc_san().code}-01"
    homes = [{"commune_id": cast.COC_SAN, "village_id": village, "number": n} for n in (71, 72)]
    write_unknown(Household, homes[:1])
    write_unknown(Household, homes)
    write_unknown(Household, [])
    numbers = Household.objects.filter(number__gte=71).order_by("number")
    assert list(numbers.values_list("number", flat=True)) == [71, 72]


def test_a_row_that_breaks_a_rule_takes_all_with_it() -> None:
    village = f"{cast.coc_san().code}-01"
    homes = [{"commune_id": cast.COC_SAN, "village_id": village, "number": 7} for _ in range(2)]
    with pytest.raises(IntegrityError), transaction.atomic():
        write(Household, homes)
    assert not Household.objects.filter(number=7).exists()


def test_nothing_to_write_asks_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        write(Household, [])
        write_models([])
        change(Household, {})


@pytest.mark.django_db(transaction=True)
def test_outside_an_act_nothing_is_written() -> None:
    assert not connection.in_atomic_block
    with pytest.raises(transaction.TransactionManagementError):
        write(Household, [{"number": 1}])
