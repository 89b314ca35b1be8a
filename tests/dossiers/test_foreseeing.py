"""What an act would refuse is said before it, by the same table; and nothing is written."""

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.foreseeing import foresee
from motcua.dossiers.needs import Given
from motcua.dossiers.states import Need, Verb
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def test_what_would_be_done_is_not_refused_and_not_done() -> None:
    dossier = story.submitted(story.law())
    foresee(dossier, Verb.ACCEPT, by=cast.acting(cast.receptionist()), at=cast.AT)
    assert dossier.events.count() == 1


def test_state_role_holder_needs_and_own_matter_are_refused_as_the_act_does() -> None:
    law = story.law()
    desk, officer = cast.acting(cast.receptionist()), cast.acting(cast.officer())
    begun = story.in_progress(law)
    with refused(errors.NotNow):
        foresee(begun, Verb.ACCEPT, by=desk, at=cast.AT)
    with refused(errors.NotYours):
        foresee(begun, Verb.CHECK, by=desk, at=cast.AT)
    with refused(errors.FindingMissing):
        foresee(begun, Verb.CHECK, by=officer, at=cast.AT)
    with refused(errors.OwnMatter):
        foresee(begun, Verb.CHECK, by=officer, at=cast.AT, own=True)
    foresee(begun, Verb.CHECK, by=officer, at=cast.AT, brought=(Need.FINDING,))
    actions.hold(dossier_id=begun.pk, by=cast.acting(cast.second_officer()), at=cast.AT)
    begun.refresh_from_db()
    with refused(errors.Held):
        foresee(begun, Verb.RECALL, by=officer, at=cast.AT)


def test_a_reason_that_is_given_is_not_missed() -> None:
    dossier, _result = story.issued(story.law())
    desk = cast.acting(cast.receptionist())
    with refused(errors.ReasonMissing):
        foresee(dossier, Verb.REPRINT, by=desk, at=cast.AT)
    foresee(dossier, Verb.REPRINT, by=desk, at=cast.AT, given=Given(reason="Rách"))
