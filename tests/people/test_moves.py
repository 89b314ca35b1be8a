"""What happened to residents is written once; the rows of today follow from it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM, Actor
from motcua.people import actions
from motcua.people.actions.residents import Came, Facts
from motcua.people.correcting import corrected
from motcua.people.errors import (
    FactImpossible,
    MoveIsFixed,
    MoveReplaced,
    NotYourPeople,
    UnknownHousehold,
)
from motcua.people.history import standing
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.said import Said, dying, leaving, settling
from motcua.places.models import Village
from tests import cast
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

LATER = cast.AT + timedelta(days=2)


def officer() -> Actor:
    return cast.acting(cast.officer())


def moves(resident: Resident) -> list[Move]:
    return list(Move.objects.filter(resident=resident).order_by("pk"))


def home(number: int = 7, commune: str = cast.COC_SAN) -> Household:
    village = Village.objects.get(code=f"{commune}-01")
    return Household.objects.create(commune_id=commune, village=village, number=number)


def test_who_is_entered_has_a_history_from_the_first_moment() -> None:
    cast.coc_san()
    facts = Facts("Lù Thị Nháp", "female", "2026-02-28", "25", mother=cast.thu(), head=True)
    came = Came(source="import:1:5", since="2026-03-01")
    where = home()
    made = actions.enter_resident(household=where, facts=facts, by=officer(), at=cast.AT, came=came)
    told = [(row.kind, row.on, row.source, row.household_id) for row in moves(made)]
    assert told == [
        ("entered", "2026-02-28", "import:1:5", None),
        ("settled", "2026-03-01", "import:1:5", where.pk),
    ]
    holds = standing(moves(made))
    assert (holds["mother"], holds["household"], holds["head"]) == (cast.thu().pk, where.pk, True)
    assert standing(moves(made), on=date(2026, 2, 28))["household"] is None


def test_a_child_that_is_born_here_lives_here_from_birth() -> None:
    cast.coc_san()
    facts = Facts("Lù Thị Nháp", "female", "2026-02-28", "25")
    came = Came(source="entry:9", born=True)
    where = home()
    made = actions.enter_resident(household=where, facts=facts, by=SYSTEM, at=cast.AT, came=came)
    (row,) = moves(made)
    assert (row.kind, row.on, row.household) == ("born", "2026-02-28", where)
    assert standing([row], on=date(2026, 2, 28))["household"] == where.pk


def test_somebody_moves_and_leaves_and_the_row_of_today_follows() -> None:
    mau, other = cast.mau(), home()
    first = mau.household_id
    said = [Said(mau, Kind.SETTLED, "2026-02-01", settling(other, head=True))]
    actions.record_moves(said=said, source="desk:1", by=officer(), at=cast.AT)
    mau.refresh_from_db()
    assert (mau.household, mau.head) == (other, True)
    gone = [Said(mau, Kind.LEFT, "2026-03-02", leaving(date(2026, 3, 2)))]
    actions.record_moves(said=gone, source="desk:2", by=officer(), at=cast.AT)
    mau.refresh_from_db()
    assert (mau.household, mau.head, mau.left_on) == (None, False, date(2026, 3, 2))
    rows = moves(mau)
    assert [standing(rows, on=date(2026, month, 1))["household"] for month in (1, 2, 4)] == [
        first,
        other.pk,
        None,
    ]


def test_the_same_source_again_writes_nothing() -> None:
    mau = cast.mau()
    said = [Said(mau, Kind.DIED, "2026-03-01", dying("2026-03-01"))]
    first = actions.record_moves(said=said, source="entry:5", by=SYSTEM, at=cast.AT)
    again = actions.record_moves(said=said, source="entry:5", by=SYSTEM, at=LATER)
    assert again == first
    assert len(moves(mau)) == 3
    line = JournalLine.objects.get(verb="record_moves")
    assert line.about == f"resident:{mau.pk}"
    assert line.facts == {"source": "entry:5", "residents": [mau.pk], "kinds": ["died"]}


def test_a_death_on_another_day_stands_in_the_place_of_the_wrong_one() -> None:
    mau = cast.mau()
    actions.record_death(resident=mau, died="2026-02-20", by=officer(), at=cast.AT)
    said = corrected(mau, moves(mau), {"died": "2026-02-24"})
    actions.record_moves(said=said, source="note:1", by=officer(), at=LATER, reason="Ghi nhầm")
    mau.refresh_from_db()
    assert mau.died == "2026-02-24"
    rows = moves(mau)
    between, before = date(2026, 2, 22), date(2026, 3, 4)
    assert standing(rows, on=between)["died"] == ""
    assert standing(rows, on=between)["household"] is not None
    assert standing(rows, on=between, known_on=before)["died"] == "2026-02-20"
    assert rows[-1].replaces == rows[-2]


def test_a_corrected_birth_moves_the_day_from_which_the_person_is_there() -> None:
    mau = cast.mau()
    said = corrected(mau, moves(mau), {"birth": "1969-03-02", "birth_place": "Xã Mẫu"})
    actions.record_moves(said=said, source="note:1", by=officer(), at=LATER)
    mau.refresh_from_db()
    assert (mau.birth, mau.birth_place, mau.full_name) == ("1969-03-02", "Xã Mẫu", "Lù A Mẫu")
    assert not standing(moves(mau), on=date(1969, 3, 1))
    assert standing(moves(mau), on=date(1968, 1, 1), known_on=date(2026, 3, 4))


def test_a_row_is_corrected_once() -> None:
    mau = cast.mau()
    stale = moves(mau)
    said = corrected(mau, stale, {"full_name": "Lù A Mâu"})
    actions.record_moves(said=said, source="note:1", by=officer(), at=cast.AT)
    late = corrected(mau, stale, {"full_name": "Lù A Mậu"})
    with refused(MoveReplaced):
        actions.record_moves(said=late, source="note:2", by=officer(), at=cast.AT)


def said_of(mau: Resident) -> Said:
    return Said(mau, Kind.CHANGED, "2026-03-01", {"full_name": "Lù A Mới"})


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"on": "2026-03-04"}, "on"),
        ({"on": "1/3/2026"}, "on"),
        ({"changes": {"surname": "Lù"}}, "surname"),
        ({"changes": {"died": "1967-01-01"}}, "died"),
    ],
)
def test_what_cannot_be_is_not_written(changed: dict[str, object], field: str) -> None:
    said = [replace(said_of(cast.mau()), **changed)]  # type: ignore[arg-type]
    by = officer()
    with refused(FactImpossible) as caught:
        actions.record_moves(said=said, source="desk:1", by=by, at=cast.AT)
    assert caught.value.field == field


def test_only_who_keeps_the_people_writes_what_happened() -> None:
    said = [said_of(cast.mau())]
    for account in (cast.receptionist(), cast.auditor(), cast.stranger_officer()):
        by = cast.acting(account)
        with refused(NotYourPeople):
            actions.record_moves(said=said, source="desk:1", by=by, at=cast.AT)


def test_nobody_moves_into_a_household_of_another_commune() -> None:
    cast.other_commune()
    said = [Said(cast.mau(), Kind.SETTLED, "2026-03-01", settling(home(commune=cast.OTHER)))]
    by = officer()
    with refused(UnknownHousehold):
        actions.record_moves(said=said, source="desk:1", by=by, at=cast.AT)


def test_what_happened_is_never_changed_or_removed() -> None:
    (row, _) = moves(cast.mau())
    with refused(MoveIsFixed):
        row.save()
    with refused(MoveIsFixed):
        row.delete()
    with refused(MoveIsFixed):
        Move.objects.filter(pk=row.pk).update(reason="x")
    with refused(MoveIsFixed):
        Move.objects.all().delete()
    for sql in ("UPDATE people_move SET reason = 'x'", "DELETE FROM people_move"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_day_ends_at_midnight_in_hanoi() -> None:
    mau = cast.mau()
    at = datetime(2026, 3, 3, 17, 30, tzinfo=UTC)
    actions.record_moves(said=[said_of(mau)], source="desk:1", by=SYSTEM, at=at)
    assert moves(mau)[-1].known_on == date(2026, 3, 4)
