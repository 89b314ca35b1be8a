"""What is refused of notes in the margin of a paper book."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.refusal import Refusal


class NoteKindMissing(Refusal):
    """A note without its kind, or of one that there is not."""

    code = "registers.note_kind"
    sentence: ClassVar[str | Promise] = _("Choose what kind of note it is.")


class NoteDayMissing(Refusal):
    """A note without its day, and nothing said of why."""

    code = "registers.note_day"
    sentence: ClassVar[str | Promise] = _(
        "Type the day of the note, or its month or year; ? if it cannot be read, - if there is "
        "none."
    )


class NoteDayUnreadable(Refusal):
    """What was typed is no day."""

    code = "registers.note_no_day"
    sentence: ClassVar[str | Promise] = _(
        "“%(is)s” is no day. Write 12/3/1998, 3/1998 or 1998; ? if it cannot be read."
    )


class NoteBeforeEntry(Refusal):
    """Nothing is noted beside what is not yet written."""

    code = "registers.note_before_entry"
    sentence: ClassVar[str | Promise] = _(
        "The note of %(day)s would be older than the entry, which was written on %(first)s."
    )


class NoteToCome(Refusal):
    """Nothing was noted tomorrow."""

    code = "registers.note_to_come"
    sentence: ClassVar[str | Promise] = _("The day of the note, %(day)s, is still to come.")


class NoteBasisMissing(Refusal):
    """A note without the decision that it rests on, and nothing said of why."""

    code = "registers.note_basis"
    sentence: ClassVar[str | Promise] = _(
        "Type the number of the decision and the office; ? if it cannot be read, - if there is "
        "none."
    )


class BasisTooLong(Refusal):
    """More than a book keeps of a decision."""

    code = "registers.note_basis_long"
    sentence: ClassVar[str | Promise] = _(
        "At most %(most)s signs: the number of the decision and the office. The rest belongs into "
        "the words of the note."
    )


class NoteTextMissing(Refusal):
    """A note of which nothing stands there."""

    code = "registers.note_text"
    sentence: ClassVar[str | Promise] = _(
        "Type the words of the note as they stand in the margin, with … for what cannot be read."
    )


class NoteItemMissing(Refusal):
    """A correction that does not say of what."""

    code = "registers.note_item"
    sentence: ClassVar[str | Promise] = _(
        "Choose what the note changed, or that it changed nothing that stands in this entry."
    )


class NoteItemTwice(Refusal):
    """One note changes an item once."""

    code = "registers.note_item_twice"
    sentence: ClassVar[str | Promise] = _("“%(term)s” stands twice in this note. Keep one.")


class NoteToMissing(Refusal):
    """An item without what it became."""

    code = "registers.note_to"
    sentence: ClassVar[str | Promise] = _(
        "Type what it reads since the note; - if it was struck out. If that cannot be read, put "
        "the page aside until the decision is found."
    )


class NoteChangesNothing(Refusal):
    """What the note is said to have made of a term stands in the entry already."""

    code = "registers.note_changes_nothing"
    sentence: ClassVar[str | Promise] = _(
        "“%(term)s” reads so without the note. Above belongs what was first written, here what "
        "the note made of it."
    )


class NoteReadOtherwise(Refusal):
    """What a term read before, by the note and by the entry."""

    code = "registers.note_read_otherwise"
    sentence: ClassVar[str | Promise] = _(
        "Before this note “%(term)s” reads “%(now)s” in the entry. Look at both again; leave this "
        "empty where the margin writes it otherwise."
    )


class NoteBesideOurs(Refusal):
    """A note from paper beside an entry that was written here."""

    code = "registers.note_beside_ours"
    sentence: ClassVar[str | Promise] = _(
        "This entry was written here, not on paper: its notes follow from decisions alone."
    )
    status = 409


class CancelOnItsPage(Refusal):
    """A list would take the force of papers that were made here."""

    code = "registers.cancel_on_its_page"
    sentence: ClassVar[str | Promise] = _(
        "The entry is in the book already. Have it cancelled on its own page, where a second "
        "person approves."
    )
    status = 409
