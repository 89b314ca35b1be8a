"""Where an entry or a note that was copied from paper comes from, and who vouches for it."""

from django.db import models

from motcua.foundation.files import FileDigest
from motcua.registers.fixed import Fixed


class Vouched(Fixed):
    """Who read it where, and when.

    `way` is reading (typed from the page, and the important terms once more by a second person) or
    import (out of a file). `book` says in words which book, `lacking` of each term that it must
    have and has not whether the page is "unreadable" there or "blank", `scan` names the picture of
    the page ("" for none). Times are those of the last key press of each reader.
    """

    way = models.CharField(max_length=10)
    book = models.CharField(max_length=300)
    lacking = models.JSONField(default=dict)
    scan = FileDigest(max_length=64, default="", blank=True, db_index=True)
    read_by = models.CharField(max_length=80)
    read_by_name = models.CharField(max_length=200)
    read_at = models.DateTimeField()
    second_by = models.CharField(max_length=80, default="", blank=True)
    second_by_name = models.CharField(max_length=200, default="", blank=True)
    second_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Provenance(Vouched):
    """Of an entry."""

    entry = models.OneToOneField("registers.Entry", models.PROTECT, related_name="provenance")

    class Meta:
        db_table = "registers_provenance"


class NoteProvenance(Vouched):
    """Of a note in the margin; in `lacking` it has no day or no basis."""

    note = models.OneToOneField("registers.EntryNote", models.PROTECT, related_name="provenance")

    class Meta:
        db_table = "registers_note_provenance"


class UntoldNote(models.Model):
    """A note of which papers made of its entry before do not say yet that it was corrected since.

    Copied beside an entry that was in the books already; whoever marks the papers takes it away.
    """

    note = models.OneToOneField("registers.EntryNote", models.PROTECT, related_name="+")

    class Meta:
        db_table = "registers_untold_note"
