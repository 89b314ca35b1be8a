"""What one person and one address may cause: a village passes, a flood does not."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.dossiers import actions, errors, limits
from motcua.dossiers.actions import Intake
from motcua.dossiers.models import CodeTry, Dossier
from motcua.dossiers.tries import spend
from motcua.foundation.actor import Actor, Role
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
HOME = "203.0.113.7"


def guest(number: int) -> Actor:
    """The holder of one of many telephones."""
    phone = f"+849900{number:05}"
    return Actor(id=f"phone:{phone}", name="", roles=frozenset({Role.GUEST}))


def from_afar(law: Procedure, phone: str = cast.PHONE) -> Intake:
    answers = {**story.ANSWERS, "filer_phone": phone}
    return story.intake(law, id=uuid4(), answers=answers, origin=HOME)


def hand_in(law: Procedure, by: Actor, **given: str) -> Dossier:
    return actions.submit(from_afar(law, **given), by=by, at=cast.AT, verified=True)


def test_a_volunteer_files_for_ten_neighbours_twice_in_an_hour_and_then_is_told_when() -> None:
    law, by = story.law(), guest(1)
    for _ in range(20):
        hand_in(law, by)
    with refused(errors.SubmissionsSpent) as told:
        hand_in(law, by)
    assert told.value.facts == {"time": "10:00", "day": "03/03/2026"}
    # What was refused took no number, and somebody else's telephone goes on.
    assert hand_in(law, guest(2)).number == "H38.99.01-260303-0021"


def test_after_the_hour_the_same_draft_is_handed_in_and_the_day_has_its_own_end() -> None:
    law, by = story.law(), guest(1)
    spend(limits.submissions(by, origin=HOME, phone=cast.PHONE) * 20, cast.AT)
    waiting = from_afar(law)
    actions.keep(waiting, by=by, at=cast.AT)
    with refused(errors.SubmissionsSpent):
        actions.submit(waiting, by=by, at=cast.AT, verified=True)
    later = cast.AT + timedelta(hours=1)
    assert actions.submit(waiting, by=by, at=later, verified=True).pk == waiting.id
    spend(limits.submissions(by, origin="198.51.100.1", phone="") * 19, later)
    evening = cast.AT + timedelta(hours=3)
    with refused(errors.SubmissionsSpent) as told:
        actions.submit(from_afar(law), by=by, at=evening, verified=True)
    assert told.value.facts == {"time": "09:00", "day": "04/03/2026"}


def test_thirty_people_behind_one_address_file_five_each() -> None:
    law = story.law()
    for number in range(30):
        phone = f"+849900{number:05}"
        spend(limits.submissions(guest(number), origin=HOME, phone=phone) * 4, cast.AT)
    for number in range(30):
        hand_in(law, guest(number), phone=f"+849900{number:05}")
    with refused(errors.SubmissionsSpent):
        hand_in(law, guest(31), phone="+84990000031")
    assert CodeTry.objects.get(pk=f"submit-from:{HOME}").tries == 150


def test_many_telephones_do_not_make_one_ring_without_end() -> None:
    law = story.law()
    for number in range(40):
        spend(
            limits.submissions(guest(number), origin=f"198.51.100.{number}", phone=cast.PHONE),
            cast.AT,
        )
    with refused(errors.SubmissionsSpent):
        hand_in(law, guest(99))


def test_a_resend_is_not_counted_and_what_failed_is_not_counted() -> None:
    law, by = story.law(), guest(1)
    given = from_afar(law)
    for _ in range(3):
        actions.submit(given, by=by, at=cast.AT, verified=True)
    with refused(errors.NotVerified):
        actions.submit(from_afar(law), by=by, at=cast.AT, verified=False)
    assert CodeTry.objects.get(pk=f"submit:{by.id}").tries == 1


def test_drafts_are_counted_when_they_are_begun_and_not_when_they_go_on() -> None:
    law, by = story.law(), guest(1)
    known = from_afar(law)
    for _ in range(3):
        actions.keep(known, by=by, at=cast.AT)
    assert CodeTry.objects.get(pk=f"draft:{by.id}").tries == 1
    spend(limits.drafts(by, origin=HOME) * 39, cast.AT)
    with refused(errors.DraftsSpent):
        actions.keep(from_afar(law), by=by, at=cast.AT)
    actions.keep(known, by=by, at=cast.AT)


def test_the_counter_is_not_counted() -> None:
    law, by = story.law(), cast.acting(cast.receptionist())
    for _ in range(21):
        given = story.intake(law, id=uuid4(), right="counter")
        actions.submit(given, by=by, at=cast.AT, verified=True)
    assert not CodeTry.objects.exists()


def test_a_day_on_which_a_hall_full_of_people_files_can_be_allowed(settings: object) -> None:
    settings.MOTCUA_LIMITS = 10  # type: ignore[attr-defined]
    assert {one.most for one in limits.files(guest(1), origin=HOME, size=1)} == {
        1_200,
        2_400,
        6_000,
        12_000,
        3_000,
        15_000,
        30_000,
    }


def test_a_file_takes_its_megabytes() -> None:
    taken = limits.files(guest(1), origin=HOME, size=2**20 + 1)
    assert [one.each for one in taken if one.key.startswith("mb")] == [2, 2, 2, 2]
