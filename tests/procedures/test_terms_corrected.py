"""A correction knows whose item it is: every term of a book has its place in the pack."""

import pytest

from motcua.registers.kinds import book
from tests.procedures.packs import CHANGE, procedure

# How it was registered is no item that anybody has corrected.
NOBODYS = {"again"}
KINDS = ("birth", "marriage", "death")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", [CHANGE, "2.000748"])
def test_every_term_of_a_book_can_be_corrected_and_no_other_is(code: str, kind: str) -> None:
    notes = procedure(code).result.notes
    assert notes is not None
    changed = {term for _when, terms in notes.changes for term in terms}
    books = [set(book(one).terms) for one in KINDS]
    assert set(book(kind).terms) - changed == NOBODYS
    assert changed <= set().union(*books)
