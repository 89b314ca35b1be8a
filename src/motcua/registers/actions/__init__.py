"""The verbs of the books: write an entry, copy one from paper, note beside it, close a year."""

from motcua.registers.actions.closing import close_book
from motcua.registers.actions.digitising import digitise_entries, digitise_entry, paper_faults
from motcua.registers.actions.noting import Note, write_note
from motcua.registers.actions.writing import Draft, import_entries, write_entry
from motcua.registers.paper import Origin, PaperEntry, Reader

__all__ = [
    "Draft",
    "Note",
    "Origin",
    "PaperEntry",
    "Reader",
    "close_book",
    "digitise_entries",
    "digitise_entry",
    "import_entries",
    "paper_faults",
    "write_entry",
    "write_note",
]
