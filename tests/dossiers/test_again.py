"""What was refused is begun again with what it said; what may still succeed is not."""

from uuid import uuid4

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.states import State
from tests import cast
from tests.dossiers import story
from tests.dossiers.test_papers import photograph
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def not_accepted() -> Dossier:
    dossier = story.submitted(story.law())
    person, desk = cast.acting(cast.resident()), cast.acting(cast.receptionist())
    photo = photograph(300, 200)
    actions.attach(
        dossier_id=dossier.pk, name="identity_card", content=photo, by=person, at=cast.AT
    )
    dossier.refresh_from_db()
    return actions.refuse_intake(story.press(dossier, desk), reason="Nộp sai nơi đăng ký")


def test_the_new_draft_has_the_answers_and_files_and_the_old_one_stays_as_it_is() -> None:
    old, key = not_accepted(), uuid4()
    by = cast.acting(cast.resident())
    for _ in range(3):
        draft = actions.begin_again(dossier_id=old.pk, draft_id=key, by=by, at=cast.AT)
    assert (draft.pk, draft.where, draft.owner) == (key, State.DRAFT, by.id)
    assert draft.answers == old.answers
    digests = PaperFile.objects.values_list("paper__dossier", "digest")
    assert len(set(digests)) == 2 and len({digest for _, digest in digests}) == 1
    assert Dossier.objects.get(pk=old.pk).where is State.NOT_ACCEPTED
    assert Dossier.objects.count() == 2


def test_at_the_counter_it_is_begun_again_for_the_person() -> None:
    old = not_accepted()
    desk = cast.acting(cast.receptionist())
    draft = actions.begin_again(
        dossier_id=old.pk, draft_id=uuid4(), by=desk, at=cast.AT, right="counter"
    )
    assert (draft.owner, draft.answers) == ("", old.answers)


def test_a_stranger_begins_nothing_of_anothers() -> None:
    old = not_accepted()
    with refused(errors.NotFound):
        actions.begin_again(
            dossier_id=old.pk,
            draft_id=uuid4(),
            by=cast.acting(cast.other_resident()),
            at=cast.AT,
        )


def test_what_may_still_come_to_something_is_not_begun_again() -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.NotNow):
        actions.begin_again(
            dossier_id=dossier.pk, draft_id=uuid4(), by=cast.acting(cast.resident()), at=cast.AT
        )
