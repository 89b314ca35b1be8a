"""Who moved, and who heads a household: rows of their own, from a day on, with a reason."""

from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.people.actions import record_death
from motcua.people.by_hand import leave, name_head, settle, settle_anew
from motcua.people.by_hand.errors import (
    HeadsAlready,
    LeftAlready,
    LivesElsewhere,
    LivesThere,
    OutsideLife,
    OwnRow,
    Unexplained,
)
from motcua.people.errors import FactImpossible, NotYourPeople, UnknownHousehold
from motcua.people.history import standing
from motcua.people.models import Account, Household, Kind, Move, Resident
from motcua.places.models import Village
from tests import cast
from tests.people.by_hand.writing import fresh, hand, household
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def test_somebody_lives_in_another_household_from_a_day_on() -> None:
    thu, home = cast.thu(), household()
    (move,) = settle(resident=thu, household=home, on="2026-02-01", head=False, hand=hand())
    row = fresh(thu)
    assert (row.household, row.village_id, row.head) == (home, "02746-02", False)
    assert (move.kind, move.on, move.reason) == ("settled", "2026-02-01", "Theo đơn của chủ hộ")
    before = standing(Move.objects.filter(resident=thu), on=date(2026, 1, 31))
    assert before.key("household") == thu.household_id
    line = JournalLine.objects.filter(verb="record_moves").latest("pk")
    assert (line.about, line.actor_name) == (f"resident:{thu.pk}", "Hoàng Văn Xét")


def test_the_same_form_sent_twice_is_one_move() -> None:
    thu, home, once = cast.thu(), household(), hand()
    given = {"household": home, "on": "2026-02-01", "head": False, "hand": once}
    first = settle(resident=thu, **given)  # type: ignore[arg-type]
    again = settle(resident=fresh(thu), **given)  # type: ignore[arg-type]
    assert [one.pk for one in first] == [one.pk for one in again]


def test_the_new_head_takes_the_place_of_the_old_one() -> None:
    thu, mau = cast.thu(), cast.mau()
    home = mau.household
    assert home is not None
    name_head(household=home, resident=mau, on="2025-08-01", hand=hand())
    settle(resident=thu, household=home, on="2026-02-01", head=True, hand=hand())
    assert (fresh(thu).head, fresh(mau).head) == (True, False)
    name_head(household=home, resident=fresh(mau), on="2026-02-02", hand=hand())
    assert (fresh(thu).head, fresh(mau).head) == (False, True)


def test_a_household_is_founded_in_a_village_once() -> None:
    thu, once = cast.thu(), hand()
    place = Village.objects.get(code="02746-02")
    for _ in range(2):
        settle_anew(resident=fresh(thu), village=place, address="Nhà 3", on="2026-02-01", hand=once)
    home = fresh(thu).household
    assert home is not None
    assert (home.village_id, home.address, fresh(thu).head) == ("02746-02", "Nhà 3", True)
    assert Household.objects.filter(address="Nhà 3").count() == 1
    # Number 1 came with a list: the series goes on after those that are there.
    assert home.number == 2


def test_who_leaves_belongs_to_no_household_and_may_come_back() -> None:
    thu, home = cast.thu(), household()
    leave(resident=thu, on="2026-01-10", hand=hand())
    assert (fresh(thu).household, fresh(thu).left_on) == (None, date(2026, 1, 10))
    with refused(LeftAlready):
        leave(resident=fresh(thu), on="2026-01-11", hand=hand())
    settle(resident=fresh(thu), household=home, on="2026-02-01", head=False, hand=hand())
    assert (fresh(thu).household, fresh(thu).left_on) == (home, None)


def test_a_move_without_a_reason_is_refused() -> None:
    thu, home = cast.thu(), household()
    with refused(Unexplained) as caught:
        settle(resident=thu, household=home, on="2026-02-01", head=False, hand=hand(" "))
    assert caught.value.field == "reason"


def test_nobody_moves_to_where_they_live() -> None:
    thu = cast.thu()
    assert thu.household is not None
    with refused(LivesThere):
        settle(resident=thu, household=thu.household, on="2026-02-01", head=False, hand=hand())


@pytest.mark.parametrize(
    ("day", "refusal"),
    [("1991-05-11", OutsideLife), ("1990", OutsideLife), ("2026-03-04", FactImpossible)],
)
def test_nobody_moves_before_birth_or_tomorrow(day: str, refusal: type[OutsideLife]) -> None:
    thu, home = cast.thu(), household()
    with refused(refusal) as caught:
        settle(resident=thu, household=home, on=day, head=False, hand=hand())
    assert caught.value.field == "on"


def test_nobody_moves_after_death() -> None:
    thu, home = cast.thu(), household()
    record_death(resident=thu, died="2026-01-01", by=cast.acting(cast.officer()), at=cast.AT)
    with refused(OutsideLife):
        settle(resident=thu, household=home, on="2026-01-02", head=False, hand=hand())


def test_a_household_of_another_commune_is_not_there() -> None:
    thu, elsewhere = cast.thu(), cast.other_commune()
    place = Village.objects.get(commune=elsewhere)
    home = Household.objects.create(commune=elsewhere, village=place, number=1)
    with refused(UnknownHousehold):
        settle(resident=thu, household=home, on="2026-02-01", head=False, hand=hand())


def test_the_head_is_a_member_and_another_than_before() -> None:
    thu, mau = cast.thu(), cast.mau()
    home = thu.household
    assert home is not None
    with refused(LivesElsewhere):
        name_head(household=home, resident=mau, on="2026-02-01", hand=hand())
    name_head(household=home, resident=thu, on="2026-02-01", hand=hand())
    with refused(HeadsAlready):
        name_head(household=home, resident=fresh(thu), on="2026-02-02", hand=hand())


def test_only_who_keeps_the_people_of_the_commune_writes_about_them() -> None:
    thu, home = cast.thu(), household()
    for by in (cast.receptionist(), cast.stranger_officer(), cast.auditor()):
        actor = cast.acting(by)
        with refused(NotYourPeople):
            settle(resident=thu, household=home, on="2026-02-01", head=False, hand=hand(by=actor))


def test_nobody_writes_about_themselves() -> None:
    thu, home = cast.thu(), household()
    Account.objects.filter(pk=cast.officer().pk).update(resident=thu)
    with refused(OwnRow):
        settle(resident=thu, household=home, on="2026-02-01", head=False, hand=hand())
    assert Resident.objects.get(pk=thu.pk).household == thu.household
    assert not Move.objects.filter(kind=Kind.SETTLED, on="2026-02-01").exists()
