"""The verbs of the books: write an entry, write a note beside it, close a year."""

from motcua.registers.actions.closing import close_book
from motcua.registers.actions.noting import Note, write_note
from motcua.registers.actions.writing import Draft, import_entries, write_entry

__all__ = ["Draft", "Note", "close_book", "import_entries", "write_entry", "write_note"]
