"""Who pays nothing: by what the register knows, by what the office saw, and never after paying."""

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.foundation.actor import Actor
from motcua.foundation.money import Dong
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def desk() -> Actor:
    return cast.acting(cast.receptionist())


def test_a_ground_that_the_office_saw_frees_from_the_fee_with_the_paper_on_record() -> None:
    dossier = story.in_progress(story.law())
    assert dossier.fee_due == 8000
    shown = "Sổ hộ nghèo số 12"
    dossier = actions.exempt(story.press(dossier, desk()), grounds=["poor"], reason=shown)
    assert (dossier.fee_due, dossier.grounds) == (0, ["poor"])
    event = DossierEvent.objects.get(verb="exempt")
    assert (event.reason, event.facts["grounds"]) == (shown, ["poor"])


@pytest.mark.parametrize(
    ("grounds", "reason"), [([], "Sổ hộ nghèo"), (["poor"], " "), (["rich"], "Sổ hộ nghèo")]
)
def test_without_a_known_ground_or_the_paper_that_shows_it_the_fee_stays(
    grounds: list[str], reason: str
) -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.GroundMissing):
        actions.exempt(story.press(dossier, desk()), grounds=grounds, reason=reason)


def test_what_is_paid_is_not_taken_away_here() -> None:
    dossier = story.in_progress(story.law())
    dossier = actions.take_fee(story.press(dossier, desk()), amount=Dong(8000))
    with refused(errors.PaidAlready):
        actions.exempt(story.press(dossier, desk()), grounds=["poor"], reason="Sổ hộ nghèo")


def test_the_person_does_not_free_themselves() -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.NotYours):
        actions.exempt(
            story.press(dossier, cast.acting(cast.resident())), grounds=["poor"], reason="Sổ"
        )


def test_the_grounds_seen_at_the_counter_count_from_the_first_moment() -> None:
    dossier = story.walked_in(story.law(), grounds=["disabled"])
    kept = Dossier.objects.get(pk=dossier.pk)
    assert (kept.fee_due, kept.grounds) == (0, ["disabled"])
    assert DossierEvent.objects.get(verb="submit").facts["grounds"] == ["disabled"]
