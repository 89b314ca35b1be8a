"""Taking a list along: whose, how much, until when; calling at doors; giving it back."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.helping.errors import NotAHelper, NotYourVillage
from motcua.helping.models import DoorCall, Outing, OutingEnd
from motcua.helping.outings import queries
from motcua.helping.outings.actions import AtTheDoor, Round, call, call_back, give_back, hear
from motcua.helping.outings.errors import (
    AfterTheEnd,
    MetUnknown,
    NobodyThere,
    NoSuchOuting,
    NotOnTheList,
    OutingOver,
    TooLate,
    TooManyHouseholds,
)
from motcua.helping.outings.times import Clock
from motcua.people.models import Household, Resident
from motcua.places.models import Village
from tests import cast
from tests.helping.helps import HOME
from tests.helping.outings import UNTIL, out
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
EVENING = cast.AT + timedelta(hours=10)


@pytest.fixture(autouse=True)
def two_homes() -> None:
    cast.thu()
    cast.mau()


def test_taking_a_list_is_a_reading_of_all_on_it_and_one_line() -> None:
    giup = cast.volunteer()
    one = out(giup)
    assert (one.records, one.until, one.heard_at, one.unsent) == (2, UNTIL, cast.AT, 0)
    line = JournalLine.objects.get(verb="read.visit_list")
    assert (line.about, line.why, line.actor) == (
        f"outing:{one.pk}",
        "going out",
        f"account:{giup.pk}",
    )
    assert line.facts == {"village": HOME, "records": 2, "until": one.until.isoformat()}
    homes = queries.homes(one, at=cast.AT)
    assert [(h.number, [a.name for a in h.adults]) for h in homes] == [
        (1, ["Vàng Thị Thử"]),
        (2, ["Lù A Mẫu"]),
    ]


def test_children_the_dead_and_who_has_left_are_not_on_it() -> None:
    Resident.objects.filter(full_name="Lù A Mẫu").update(died="2026-01-01")
    child = cast.thu()
    child.pk, child.full_name, child.birth = None, "Vàng Văn Bé", "2015-01-01"
    child.save()
    one = out(cast.volunteer())
    homes = queries.homes(one, at=cast.AT)
    assert [[a.name for a in h.adults] for h in homes] == [["Vàng Thị Thử"]]
    assert one.records == 1


def test_the_same_again_is_the_same_list_and_another_on_the_same_phone_ends_it() -> None:
    giup, key = cast.volunteer(), uuid4()
    first = out(giup, key=key)
    assert out(giup, key=key).pk == first.pk
    assert JournalLine.objects.filter(verb="read.visit_list").count() == 2
    second = out(giup)
    first.refresh_from_db()
    assert (first.ended, first.ended_at) == (OutingEnd.NEXT, cast.AT)
    with refused(OutingOver):
        out(giup, key=key)
    other_phone = out(giup, phone=uuid4())
    second.refresh_from_db()
    assert second.ended_at is None and other_phone.ended_at is None


def test_another_village_another_helper_and_who_is_no_volunteer_are_refused() -> None:
    giup, key = cast.volunteer(), uuid4()
    with refused(NotYourVillage):
        out(giup, where=Round(f"{cast.COC_SAN}-02"))
    with refused(NotAHelper):
        out(cast.receptionist())
    out(giup, key=key)
    with refused(NoSuchOuting):
        out(cast.other_volunteer(), key=key)


def test_a_village_that_is_too_large_is_taken_in_parts() -> None:
    giup, commune = cast.volunteer(), cast.coc_san()
    village = Village.objects.get(code=HOME)
    homes = Household.objects.bulk_create(
        Household(commune=commune, village=village, number=n) for n in range(10, 2010)
    )
    people = [
        Resident(
            commune=commune,
            village=village,
            household=home,
            full_name="Lù Thị Đông",
            name_folded="lu thi dong",
            sex="female",
            birth="1980",
            ethnic="25",
        )
        for home in homes
    ]
    Resident.objects.bulk_create(people)
    with refused(TooManyHouseholds) as caught:
        out(giup)
    assert "2002" in str(caught.value) and "2000" in str(caught.value)
    assert out(giup, where=Round(HOME, 1, 1009)).records == 1002
    with refused(NobodyThere):
        out(giup, where=Round(HOME, 5000, 6000))


def test_the_list_costs_as_many_queries_for_many_as_for_one(
    django_assert_num_queries: object,
) -> None:
    one = out(cast.volunteer())
    with django_assert_num_queries(3):  # type: ignore[operator]
        queries.homes(one, at=cast.AT)


def test_the_house_knows_what_is_not_sent_and_when_it_heard_last() -> None:
    giup = cast.volunteer()
    one = out(giup)
    by = cast.acting(giup)
    hear(key=one.key, unsent=3, by=by, at=EVENING)
    (shown,) = queries.own_phones(by=by)
    assert (shown.unsent, shown.heard_at, shown.ended_at) == (3, EVENING, None)
    with refused(NoSuchOuting):
        hear(key=one.key, unsent=0, by=cast.acting(cast.other_volunteer()), at=EVENING)
    later = hear(key=one.key, unsent=1, by=by, at=UNTIL)
    assert later.ended_at is None
    done = hear(key=one.key, unsent=0, by=by, at=UNTIL)
    assert (done.ended, list(queries.own_phones(by=by))) == (OutingEnd.OVER, [])


def test_the_administrator_sees_the_phones_of_the_commune_and_calls_a_list_back() -> None:
    one = out(cast.volunteer())
    chief = cast.acting(cast.administrator())
    assert [row.pk for row in queries.phones(by=chief)[0]] == [one.pk]
    assert queries.phones(by=cast.acting(cast.receptionist()))[0] == []
    with refused(NoSuchOuting):
        call_back(outing_id=one.pk, by=cast.acting(cast.volunteer()), at=EVENING)
    with refused(NoSuchOuting):
        call_back(outing_id=one.pk + 1, by=chief, at=EVENING)
    ended = call_back(outing_id=one.pk, by=chief, at=EVENING)
    assert (ended.ended, ended.ended_at) == (OutingEnd.CALLED_BACK, EVENING)
    assert JournalLine.objects.get(verb="end_outing").facts == {"how": "called_back"}
    Outing.objects.update(unsent=2)
    assert [row.unsent for row in queries.phones(by=chief)[0]] == [2]


def test_given_back_it_is_over_once() -> None:
    giup = cast.volunteer()
    one = out(giup)
    for _time in range(2):
        assert give_back(key=one.key, by=cast.acting(giup), at=EVENING).ended == "given_back"
    assert JournalLine.objects.filter(verb="end_outing").count() == 1


def test_a_call_is_noted_once_with_the_moment_put_right() -> None:
    giup = cast.volunteer()
    one, home, key = out(giup), Household.objects.get(number=1), uuid4()
    # Its clock is a day behind.
    behind = timedelta(days=1)
    door = AtTheDoor(home.pk, "nobody", cast.AT + timedelta(hours=3) - behind, " Chó   dữ ")
    clock = Clock(theirs=EVENING - behind, ours=EVENING)
    for _time in range(3):
        call(call_id=key, key=one.key, door=door, clock=clock, by=cast.acting(giup), at=EVENING)
    row = DoorCall.objects.get()
    assert (row.at, row.received_at) == (cast.AT + timedelta(hours=3), EVENING)
    assert (row.met, row.note, row.household_id) == ("nobody", "Chó dữ", home.pk)
    line = JournalLine.objects.get(verb="call_on")
    assert (line.about, line.facts["met"]) == (f"household:{home.pk}", "nobody")
    (first, _second) = queries.homes(one, at=EVENING)
    assert first.before is not None and first.before.met == "nobody"


def test_a_call_that_cannot_be_is_refused() -> None:
    giup = cast.volunteer()
    one, home = out(giup), Household.objects.get(number=1)
    by = cast.acting(giup)

    def told(household: int, met: str, said: datetime, at: datetime) -> None:
        door = AtTheDoor(household, met, said)
        clock = Clock(theirs=at, ours=at)
        call(call_id=uuid4(), key=one.key, door=door, clock=clock, by=by, at=at)

    with refused(MetUnknown):
        told(home.pk, "", EVENING, EVENING)
    with refused(NotOnTheList):
        told(home.pk + 1000, "done", EVENING, EVENING)
    with refused(AfterTheEnd):
        told(home.pk, "done", UNTIL + timedelta(hours=1), UNTIL + timedelta(hours=2))
    with refused(TooLate):
        told(home.pk, "done", EVENING, UNTIL + timedelta(days=3))
    told(home.pk, "done", EVENING, UNTIL + timedelta(days=2, hours=23))
    assert DoorCall.objects.count() == 1


def test_a_clock_is_put_right_by_what_it_says_that_it_is() -> None:
    ours = datetime(2026, 3, 3, 12, tzinfo=UTC)
    hour = timedelta(hours=1)
    assert Clock(ours, ours).put_right(ours - hour) == ours - hour
    assert Clock(ours + 26 * hour, ours).put_right(ours + 24 * hour) == ours - 2 * hour
    assert Clock(ours, ours).put_right(ours + hour) == ours
