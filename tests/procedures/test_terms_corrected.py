"""A correction knows whose item it is: every term of every book has its place in the pack.

Each way of answering the questions, from the book to the item, changes one term of that very book.
"""

from collections.abc import Iterator, Mapping

import pytest

from motcua.procedures.answers import visible
from motcua.procedures.pack import Procedure
from motcua.procedures.result import note_of
from motcua.registers.kinds import book
from tests.procedures.packs import CHANGE, EXTRACT, procedure

# How it was registered is no item that anybody has corrected.
NOBODYS = {"again"}
SAID = {"kind": "correction", "before": "cũ", "reason": "nhầm", "item_other": "mục", "age": "adult"}
# What the new value is, by the kind of the question that asks for it.
VALUES = {
    "text": "mới",
    "partial_date": "2020-01-02",
    "time": "07:30",
    "choice": "female",
    "ethnic": "25",
    "nationality": "LA",
}


def books() -> tuple[str, ...]:
    return tuple(choice.value for choice in procedure(EXTRACT).form.by_name["event"].choices)


def ways(law: Procedure, said: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Every way of saying whose item it is, which one, and how it reads from now on."""
    for one in visible(law, said):
        if one.name in said:
            continue
        if one.name.startswith(("of_", "item")) and one.kind == "choice":
            for choice in one.choices:
                yield from ways(law, {**said, one.name: choice.value})
            return
    new = [one for one in visible(law, said) if one.name.startswith("after")]
    assert len(new) == 1, said
    yield {**said, new[0].name: VALUES[new[0].kind]}


def test_what_can_be_copied_can_be_corrected() -> None:
    for code in (CHANGE, "2.000748"):
        asked = procedure(code).form.by_name["paper_kind"]
        assert {choice.value for choice in asked.choices} == set(books())
    extracts = set(books())
    # A marital-status certificate is issued anew, and what is certified is no civil status.
    assert "marital" not in extracts
    assert {book(one).field for one in extracts} == {"civil_status"}


@pytest.mark.parametrize("kind", books())
@pytest.mark.parametrize("code", [CHANGE, "2.000748"])
def test_every_term_of_a_book_can_be_corrected_and_no_other_is(code: str, kind: str) -> None:
    law, changed = procedure(code), set[str]()
    for said in ways(law, {**SAID, "paper_kind": kind}):
        note = note_of(law, said)
        assert note is not None
        other = "other" in said.values()
        assert len(note.changes) == (0 if other else 1), said
        assert "mục" in note.text or not other
        changed |= note.changes.keys()
    assert set(book(kind).terms) - changed == NOBODYS & set(book(kind).terms)
    assert changed <= set(book(kind).terms)


@pytest.mark.parametrize("kind", books())
def test_another_ethnic_group_is_that_of_somebody_whom_the_entry_is_of(kind: str) -> None:
    law, found = procedure(CHANGE), set[str]()
    for said in ways(law, {**SAID, "kind": "ethnicity", "paper_kind": kind}):
        note = note_of(law, said)
        assert note is not None
        found |= note.changes.keys()
    assert found == {f"{who}.ethnic" for who in book(kind).about}
