"""The verbs of the books: write an entry, copy one from paper, note beside it, close a year."""

from motcua.registers.actions.cancelling import (
    approve_cancelling,
    propose_cancelling,
    turn_down_cancelling,
)
from motcua.registers.actions.closing import close_book
from motcua.registers.actions.digitising import digitise_entries, digitise_entry, paper_faults
from motcua.registers.actions.doubling import compare_entries, compare_waiting, decide_double
from motcua.registers.actions.first_reading import (
    begin_entry,
    begin_next,
    finish_first,
    keep_first,
    put_aside,
    take_up,
)
from motcua.registers.actions.margins import beside_faults, note_sound
from motcua.registers.actions.noting import Note, write_note
from motcua.registers.actions.scanning import add_scan, attach_scan, open_volume
from motcua.registers.actions.second_reading import (
    begin_second,
    begin_second_of,
    decide,
    finish_second,
    is_field,
    keep_second,
    open_fields,
)
from motcua.registers.actions.writing import Draft, import_entries, write_entry
from motcua.registers.margins import Change, PaperNote
from motcua.registers.paper import Origin, PaperEntry, Reader

__all__ = [
    "Change",
    "Draft",
    "Note",
    "Origin",
    "PaperEntry",
    "PaperNote",
    "Reader",
    "add_scan",
    "approve_cancelling",
    "attach_scan",
    "begin_entry",
    "begin_next",
    "begin_second",
    "begin_second_of",
    "beside_faults",
    "close_book",
    "compare_entries",
    "compare_waiting",
    "decide",
    "decide_double",
    "digitise_entries",
    "digitise_entry",
    "finish_first",
    "finish_second",
    "import_entries",
    "is_field",
    "keep_first",
    "keep_second",
    "note_sound",
    "open_fields",
    "open_volume",
    "paper_faults",
    "propose_cancelling",
    "put_aside",
    "take_up",
    "turn_down_cancelling",
    "write_entry",
    "write_note",
]
