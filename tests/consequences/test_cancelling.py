"""A cancelled entry: its papers say so, and somebody looks at those whom it had changed."""

from datetime import timedelta

import pytest

from motcua.consequences.cancelling import cancel_entry
from motcua.consequences.errors import PaperUnderway
from motcua.consequences.following import put_right
from motcua.consequences.models import Followed
from motcua.consequences.queries import questions
from motcua.dossiers import actions
from motcua.dossiers.models import DossierEvent
from motcua.registers.errors_of_cancelling import EntryCancelled, OwnCancelling
from motcua.registers.models import Entry
from motcua.results.actions import outdate
from motcua.results.models import Result
from tests import cast
from tests.consequences.written import CHILD, DEAD, decided, entry, follows, living
from tests.dossiers import story
from tests.registers.test_cancelling import proposed
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(days=1)
SAID = "Mục đăng ký số 1/2026 đã bị hủy bỏ ngày 04/03/2026: đăng ký trái quy định."


def cancelled(of: Entry) -> Entry:
    row = proposed(of)
    return cancel_entry(cancelling=row.pk, by=cast.acting(cast.chair()), at=LATER).entry


def test_the_papers_that_were_made_of_it_are_revoked_and_say_why() -> None:
    dossier, result = story.issued(story.law())
    assert dossier.entry is not None
    cancelled(dossier.entry)
    result.refresh_from_db()
    assert (result.status, result.reason, result.status_at) == ("revoked", SAID, LATER)
    # The holder is told, as of every paper that is revoked.
    event = DossierEvent.objects.get(dossier=dossier, verb="revoke")
    assert event.reason == SAID


def test_a_paper_from_before_a_correction_is_revoked_too() -> None:
    dossier, result = story.issued(story.law())
    assert dossier.entry is not None
    outdate(results=[result.pk], reason="Cải chính", by=cast.acting(cast.chair()), at=cast.AT)
    cancelled(dossier.entry)
    result.refresh_from_db()
    assert (result.status, result.reason, result.status_at) == ("revoked", SAID, LATER)


def test_no_paper_is_checked_or_signed_with_it_any_more() -> None:
    dossier = story.checked(story.law())
    assert dossier.entry is not None
    waiting = story.in_progress(story.law())
    cancelled(dossier.entry)
    with refused(EntryCancelled):
        actions.sign(story.press(dossier, cast.acting(cast.chair())))
    with refused(EntryCancelled):
        by = cast.acting(cast.officer())
        actions.check(story.press(waiting, by), entry=dossier.entry.pk)


def test_while_a_paper_is_being_made_it_waits() -> None:
    dossier = story.checked(story.law())
    by = cast.acting(cast.receptionist())
    dossier = actions.take_fee(story.press(dossier, by), amount=story.Dong(dossier.fee_due))
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert dossier.entry is not None
    row = proposed(dossier.entry)
    with refused(PaperUnderway) as caught:
        cancel_entry(cancelling=row.pk, by=cast.acting(cast.chair()), at=LATER)
    assert caught.value.facts == {"number": dossier.number}
    assert Result.objects.get().status == "valid"


def test_whoever_died_by_it_is_looked_at_by_hand_and_stays_as_they_are() -> None:
    cast.mau()
    told = follows("death", DEAD)
    assert told.word == "died"
    cancelled(told.entry)
    chair = cast.acting(cast.chair())
    (row,) = questions(by=chair)
    assert row.note is not None
    assert (row.word, row.source, row.dossier) == ("by_hand", f"note:{row.note_id}", told.dossier)
    assert (row.entry, row.told) == (told.entry, told.told)
    assert row.told["residents"] == [cast.mau().pk]
    assert cast.mau().died == "2026-03-01"
    put_right(question=row.pk, reason="Đã rút dòng báo tử", by=chair, at=LATER)
    assert questions(by=chair) == []


def test_what_changed_nobody_leaves_nothing_to_be_done() -> None:
    living()
    told = follows("birth", CHILD | {"mother.name": "Giàng Thị Lạ", "mother.birth": "1985"})
    assert told.word == "no_home"
    cancelled(told.entry)
    assert Followed.objects.count() == 1
    cancelled(entry("birth", CHILD, decided()))
    assert Followed.objects.count() == 1


def test_a_refused_approval_revokes_nothing() -> None:
    dossier, _result = story.issued(story.law())
    assert dossier.entry is not None
    row = proposed(dossier.entry, by=cast.acting(cast.chair()))
    with refused(OwnCancelling):
        cancel_entry(cancelling=row.pk, by=cast.acting(cast.chair()), at=LATER)
