"""A help that was given without a line comes home: judged, bounded, once, and of nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.helping.consent import Given, Person
from motcua.helping.errors import NoSuchHelp, NotAHelper, NotYourVillage, WitnessMissing
from motcua.helping.models import Ended, Help
from motcua.helping.outings.errors import AfterTheEnd, CodeNeedsALine, NoSuchOuting, TooLate
from motcua.helping.outings.queries import brought
from motcua.people.models import Account, Area
from tests import cast
from tests.helping.helps import HOME, THU, begun
from tests.helping.outings import UNTIL, home, out
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
NOON = cast.AT + timedelta(hours=2)
EVENING = cast.AT + timedelta(hours=10)
MAU = Person("Lù A Mẫu", "1968", "", HOME)


@pytest.fixture
def giup() -> Account:
    cast.thu()
    return cast.volunteer()


def test_it_is_kept_with_both_clocks_and_has_ended(giup: Account) -> None:
    one = out(giup)
    made = home(giup, one)
    assert (made.began_at, made.said_at, made.received_at) == (NOON, NOON, EVENING)
    assert (made.ended, made.ended_at) == (Ended.HANDED_OVER, NOON + timedelta(minutes=10))
    assert (made.until, made.outing, made.volunteer) == (NOON + timedelta(minutes=30), one, True)
    assert (made.name, made.birth, made.phone) == (THU.name, "1991-05-12", "+84990000001")
    line = JournalLine.objects.get(verb="bring_help")
    assert line.facts == {
        "consent": "spoken",
        "village": HOME,
        "began": NOON.isoformat(),
        "said": NOON.isoformat(),
        "outing": one.pk,
    }


def test_twenty_times_it_is_one(giup: Account) -> None:
    one, key = out(giup), uuid4()
    assert {home(giup, one, key=key).pk for _time in range(20)} == {key}
    assert Help.objects.count() == 1
    assert JournalLine.objects.filter(verb="bring_help").count() == 1


def test_a_clock_that_is_a_day_ahead_is_put_right(giup: Account) -> None:
    ahead = timedelta(days=1)
    made = home(giup, out(giup), began=NOON + ahead, theirs=EVENING + ahead)
    assert (made.began_at, made.said_at) == (NOON, NOON + ahead)


def test_a_help_that_runs_at_the_moment_is_not_ended_by_one_that_comes_home(giup: Account) -> None:
    one = out(giup)
    now = begun(giup, person=MAU, at=EVENING)
    home(giup, one)
    now.refresh_from_db()
    assert now.ended_at is None


def test_what_came_too_late_or_was_begun_after_the_end_is_refused(giup: Account) -> None:
    one = out(giup)
    with refused(AfterTheEnd):
        home(giup, one, began=UNTIL, at=UNTIL + timedelta(hours=1))
    with refused(TooLate):
        home(giup, one, at=UNTIL + timedelta(days=3))
    assert home(giup, one, at=UNTIL + timedelta(days=2)).began_at == NOON


def test_of_another_helper_or_a_village_taken_away_it_is_refused(giup: Account) -> None:
    one = out(giup)
    with refused(NoSuchOuting):
        home(cast.other_volunteer(), one)
    key = home(giup, one).pk
    with refused(NoSuchHelp):
        home(cast.other_volunteer(), one, key=key)
    Area.objects.filter(membership__account=giup).update(village=f"{cast.COC_SAN}-02")
    with refused(NotYourVillage):
        home(giup, one)


def test_who_is_no_volunteer_any_more_brings_nothing(giup: Account) -> None:
    one = out(giup)
    giup.memberships.update(until="2026-03-03")
    with refused(NotAHelper):
        home(giup, one)


def test_consent_is_asked_for_as_with_a_line_and_no_code_is_taken(giup: Account) -> None:
    one = out(giup)
    with refused(WitnessMissing):
        home(giup, one, given=Given("spoken"))
    with refused(CodeNeedsALine):
        home(giup, one, given=Given("code", code="123456"))


def test_it_goes_on_with_the_same_person_of_a_round_and_with_nothing_else(giup: Account) -> None:
    one = out(giup)
    first = home(giup, one)
    assert home(giup, one, follows=first.pk).thread == first.thread
    assert home(giup, one, follows=first.pk, person=MAU).thread != first.thread
    online = begun(giup, at=EVENING)
    with refused(NoSuchHelp):
        home(giup, one, follows=online.pk)


def test_its_work_comes_in_for_three_days_and_for_this_helper_alone(giup: Account) -> None:
    made = home(giup, out(giup))
    last = UNTIL + timedelta(days=3)
    for account, at, key, found in (
        (giup.pk, last - timedelta(seconds=1), str(made.pk), made),
        (giup.pk, last, str(made.pk), None),
        (cast.other_volunteer().pk, EVENING, str(made.pk), None),
        (giup.pk, EVENING, "no number", None),
        (giup.pk, EVENING, str(begun(giup, at=EVENING).pk), None),
    ):
        assert brought(help_id=key, account=account, at=at) == found
