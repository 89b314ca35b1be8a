"""A note that was copied beside an entry later: the papers made of it before say so."""

from datetime import timedelta

import pytest

from motcua.consequences.copied_margins import mark_papers
from motcua.dossiers import actions
from motcua.registers.actions import Change
from motcua.registers.actions.margins import put_beside
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote, UntoldNote
from motcua.results.models import Result
from tests import cast
from tests.dossiers import story
from tests.registers.margin import WORDS, renamed
from tests.registers.paper import copied, origin, page

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(days=1)


def noted(entry: Entry, **facts: object) -> EntryNote:
    """The note of a paper book beside the entry, waiting to be told by its papers."""
    key = f"{book(entry.kind).about[0]}.name"
    note = renamed(changes=[Change(key, "Vàng Văn Mới")], **facts)
    (row,) = put_beside([(entry, [note])], origin(), cast.acting(cast.officer()), LATER)
    UntoldNote.objects.create(note=row)
    return row


def test_papers_made_before_say_that_the_entry_was_corrected_since() -> None:
    dossier, result = story.issued(story.law())
    assert dossier.entry is not None
    noted(dossier.entry)
    assert mark_papers(LATER) == 1
    result.refresh_from_db()
    assert (result.status, result.reason) == (Result.Status.CORRECTED, WORDS)
    # Once is enough.
    assert mark_papers(LATER) == 0
    assert not UntoldNote.objects.exists()


def test_an_extract_of_a_copied_entry_carries_what_its_margin_made_of_it() -> None:
    dossier = story.in_progress(story.law())
    entry = copied(page(notes=[renamed()]))
    by = cast.acting(cast.officer())
    dossier = actions.check(story.press(dossier, by), entry=entry.pk)
    (paper,) = dossier.finding["papers"]
    assert paper["data"]["child.name"] == "Vàng Văn Mới"
    assert WORDS in paper["data"].values()
