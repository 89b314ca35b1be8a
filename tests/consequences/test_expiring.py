"""A draft that nobody touches: told a week before, let go on the day that stands on it."""

from datetime import datetime, timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences.expiring import tidy_drafts
from motcua.dossiers.actions import keep
from motcua.dossiers.expiring import KEPT, WARNED, kept_until
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.notifications.models import Message
from tests import cast
from tests.dossiers import story
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
LAST = cast.AT + KEPT


def draft(by: Actor | None = None, at: datetime = cast.AT, **changes: object) -> Dossier:
    given = story.intake(story.law(), **changes)
    return keep(given, by=by or cast.guest(), at=at)


def told() -> list[str]:
    return list(Message.objects.filter(kind="draft_ends").values_list("text", flat=True))


def test_a_week_before_the_person_is_told_once_with_the_day() -> None:
    kept = draft()
    assert kept_until(kept) == cast.AT + timedelta(days=60)
    tidy_drafts(LAST - WARNED - timedelta(minutes=1))
    assert told() == []
    tidy_drafts(LAST - WARNED)
    tidy_drafts(LAST - WARNED + timedelta(hours=1))
    (text,) = told()
    assert "02/05/2026" in text
    assert Dossier.objects.filter(pk=kept.pk).exists()


def test_touched_again_it_is_kept_and_told_anew() -> None:
    kept = draft()
    tidy_drafts(LAST - WARNED)
    later = LAST - timedelta(days=1)
    keep(story.intake(story.law(), id=kept.pk), by=cast.guest(), at=later)
    tidy_drafts(LAST)
    assert Dossier.objects.filter(pk=kept.pk).exists()
    tidy_drafts(later + KEPT - WARNED)
    assert len(told()) == 2


def test_on_its_day_it_is_gone_and_the_journal_says_so() -> None:
    kept = draft()
    tidy_drafts(LAST - timedelta(seconds=1))
    assert Dossier.objects.filter(pk=kept.pk).exists()
    tidy_drafts(LAST)
    assert not Dossier.objects.exists()
    line = JournalLine.objects.get(verb="let_go")
    assert (line.actor, line.about) == ("system", f"dossier:{kept.pk}")


def test_without_a_telephone_nobody_is_told_and_what_was_handed_in_stays() -> None:
    draft(plain=True)
    handed_in = story.submitted(story.law())
    tidy_drafts(LAST - WARNED)
    assert told() == []
    tidy_drafts(LAST)
    assert list(Dossier.objects.values_list("pk", flat=True)) == [handed_in.pk]


def test_a_round_with_nothing_to_do_changes_nothing() -> None:
    draft()
    before = everything()
    tidy_drafts(cast.AT + timedelta(days=10))
    assert everything() == before
