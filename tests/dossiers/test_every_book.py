"""Every civil-status book: a copy of its entry, a correction of it, and what becomes of the papers.

The entries and the answers are those of the worked cases of the packs.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from motcua.consequences import loop
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.procedures.result import paperwork
from motcua.registers.actions import write_entry
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote
from motcua.results.models import Result
from motcua.results.templates import template
from tests import cast
from tests.dossiers import story, walks
from tests.dossiers.test_procedures import reads
from tests.procedures.packs import CHANGE, EXTRACT, PACKS, procedure

pytestmark = pytest.mark.django_db

# The number of the first copy from each book.
NUMBERS = {
    "parentage": "01/TLNCMC-BS",
    "guardian": "01/TLGH-BS",
    "guard_end": "01/TLCDGH-BS",
    "change": "01/TLTĐCC-BS",
    "wed_abroad": "01/TLGCKH-BS",
    "div_abroad": "01/TLGCLH-BS",
    "abroad": "01/TLGCHT-BS",
}


def case_of(code: str, field: str, kind: str) -> Mapping[str, Any]:
    """The worked case of a pack in which that book is meant."""
    path = PACKS / "vn" / "procedures" / code / "examples.toml"
    cases: list[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["examples"]
    return next(case for case in cases if case["answers"].get(field) == kind)


def written(kind: str) -> Entry:
    """The entry of the worked case, registered on 3 March."""
    return write_entry(
        commune=cast.COC_SAN,
        kind=kind,
        content=case_of(EXTRACT, "event", kind)["entry"],
        source=f"test:{kind}",
        by=walks.officer(),
        at=cast.AT,
        registered_on=date(2026, 3, 3),
    )


def done(code: str, case: Mapping[str, Any], entry: Entry) -> Dossier:
    """Handed in with the answers of the case, checked against the entry, signed and issued."""
    dossier = walks.begun(walks.handed_in(story.law(code), case["answers"]))
    dossier = actions.check(story.press(dossier, walks.officer()), entry=entry.pk)
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    for _ in range(6):
        loop.round_once(cast.AT)
    return Dossier.objects.get(pk=dossier.pk)


def test_each_copy_has_a_place_for_every_term_of_its_book() -> None:
    law, looked = procedure(EXTRACT), set[str]()
    for kind in (choice.value for choice in law.form.by_name["event"].choices):
        ((paper, _copies),) = paperwork(law, {"event": kind, "copies": "1"})
        assert book(kind).terms.keys() <= template(paper.template).fields.keys(), kind
        assert paper.template in book(kind).papers
        looked.add(kind)
    assert looked == {"birth", "death", "marriage", *NUMBERS}


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_copy_of_each_entry_is_made_and_read_back(kind: str, tmp_path: Path) -> None:
    story.law(EXTRACT)
    entry, case = written(kind), case_of(EXTRACT, "event", kind)
    assert done(EXTRACT, case, entry).where is State.DONE
    paper = Result.objects.select_related("document").get()
    assert (paper.number, paper.originals) == (NUMBERS[kind], 1)
    assert [f"{paper.document.template} 1"] == case["expect"]["results"]
    told = paper.document.data
    assert (told["register.number"], told["register.date"]) == (entry.reference, "2026-03-03")
    reads(paper, tmp_path)
    # Nothing is written for it: it copies.
    assert Entry.objects.count() == 1


@pytest.mark.parametrize("kind", NUMBERS)
def test_a_correction_of_each_is_noted_beside_it_and_in_the_next_copy(
    kind: str, tmp_path: Path
) -> None:
    story.law(EXTRACT)
    entry, copying = written(kind), case_of(EXTRACT, "event", kind)
    case = case_of(CHANGE, "paper_kind", kind)
    assert done(CHANGE, case, entry).where is State.DONE
    note = EntryNote.objects.get()
    assert (note.entry_id, note.kind, note.text) == (
        entry.pk,
        "correction",
        case["expect"]["note"],
    )
    assert (note.reason, note.evidence) == ("Khi đăng ký bị chép nhầm", "Căn cước")
    assert (note.changes, note.written_by_name) == (case["expect"]["changes"], "Phạm Văn Ký")
    (extract,) = Result.objects.select_related("document")
    reads(extract, tmp_path)
    copy = Result.objects.get(decision=f"dossier:{done(EXTRACT, copying, entry).pk}")
    reads(copy, tmp_path)
    told = copy.document.data
    assert told["note"] == note.text
    assert {term: told[term] for term in note.changes} == note.changes
    # The extract of the correction goes on saying what was decided: the copy replaces it not.
    extract.refresh_from_db()
    assert (extract.status, copy.status) == (Result.Status.VALID, Result.Status.VALID)
