"""The books of a commune: entries are written once; a correction is a note beside them.

`kind` is everywhere a book of `kinds.books()`.
"""

from datetime import date

from django.db import models

from motcua.foundation.clock import day_of
from motcua.foundation.partial_date import PartialDate
from motcua.registers.cancelling import Cancelling
from motcua.registers.doubles import Double, DoubleTally, DoubleVerdict, Uncompared
from motcua.registers.fixed import Fixed
from motcua.registers.from_paper import NoteProvenance, Provenance, UntoldNote
from motcua.registers.kinds import CANCELLATION, OUTDATING
from motcua.registers.scanned import PaperVolume, Reading, ReadingTally, Scan

__all__ = [
    "Book",
    "Cancelling",
    "Closing",
    "Double",
    "DoubleTally",
    "DoubleVerdict",
    "Entry",
    "EntryName",
    "EntryNote",
    "Fixed",
    "NoteProvenance",
    "PaperVolume",
    "Provenance",
    "Reading",
    "ReadingTally",
    "Scan",
    "Uncompared",
    "UntoldNote",
]


class Book(models.Model):
    """One volume of a kind and a year. `entries` is counted by each writing, never on a page.

    `kept_by` is who kept it, as on its cover, where that was not this commune: communes that were
    merged bring their paper books along, each with a number 1 of the same year. `copied` are those
    of the entries that were copied from paper.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    kept_by = models.CharField(max_length=120, default="", blank=True)
    volume = models.PositiveSmallIntegerField()
    entries = models.PositiveIntegerField(default=0)
    copied = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "registers_book"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "kind", "year", "kept_by", "volume"], name="registers_one_book"
            )
        ]


class Closing(Fixed):
    """The books of a kind and a year are closed (khóa sổ): nothing is written into them any more.

    Between the first number and the last each is one entry, but for papers of that series that were
    signed under an edition of their procedure which wrote none.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    first_number = models.PositiveIntegerField()
    last_number = models.PositiveIntegerField()
    entries = models.PositiveIntegerField()
    volumes = models.PositiveSmallIntegerField()
    pages = models.PositiveIntegerField()
    closed_by = models.CharField(max_length=80)
    closed_by_name = models.CharField(max_length=200)
    closed_at = models.DateTimeField()

    class Meta:
        db_table = "registers_closing"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "kind", "year"], name="registers_closed_once"
            )
        ]


class Entry(Fixed):
    """One event in a book. `number` runs through the year's volumes and starts again in January.

    `content` holds the terms of its book, as they were on the day of writing. An entry that was
    `copied` from paper has the number, volume and page that stand there, and a `Provenance`.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    book = models.ForeignKey(Book, models.PROTECT)
    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    kept_by = models.CharField(max_length=120, default="", blank=True)
    volume = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    page = models.PositiveSmallIntegerField()
    registered_on = models.DateField()
    content = models.JSONField()
    copied = models.BooleanField(default=False)
    # What the entry was written from (``dossier:<uuid>``): the same source again is the same entry.
    source = models.CharField(max_length=120, unique=True)
    written_by = models.CharField(max_length=80)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        db_table = "registers_entry"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "kind", "year", "kept_by", "number"],
                name="registers_one_number",
            )
        ]

    @property
    def reference(self) -> str:
        """``27/2025``: the number as papers quote it."""
        return f"{self.number}/{self.year}"

    def as_it_stands(self, on: date | None = None) -> dict[str, str]:
        """The content with what the notes changed since; `on` a day: as it stood when it ended."""
        content: dict[str, str] = dict(self.content)
        for note in self.notes_until(on):
            content.update(note.changes)
        return content

    def notes_until(self, on: date | None = None) -> list["EntryNote"]:
        """The notes in their order; those written by the end of a day, where one is given."""
        notes = sorted(self.notes.all(), key=lambda note: note.number)
        return [note for note in notes if on is None or note.written_on <= on]

    def cancelled(self, on: date | None = None) -> "EntryNote | None":
        """The note that cancelled it, by the end of a day where one is given; else None."""
        notes = self.notes_until(on)
        return next((note for note in notes if note.kind == CANCELLATION), None)


class EntryName(Fixed):
    """A person whom an entry names, for the search. `who`: child, mother, father, deceased, …"""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="names")
    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    who = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120)
    birth = models.CharField(max_length=10, blank=True)

    class Meta:
        db_table = "registers_entry_name"
        indexes = [
            models.Index(fields=["commune", "name_folded", "birth"], name="registers_by_name"),
            # Who was born then: asked for one part of one kind of book at a time.
            models.Index(fields=["commune", "kind", "who", "birth"], name="registers_by_birth"),
        ]


class KnownName(models.Model):
    """A name that somebody in the commune's books bears, once; `length` is its number of words."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    name_folded = models.CharField(max_length=120)
    length = models.CharField(max_length=2)

    class Meta:
        db_table = "registers_known_name"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "name_folded"], name="registers_one_known_name"
            )
        ]


class Syllable(models.Model):
    """A word of a name in the commune's books, and what it has in common with similar ones."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    text = models.CharField(max_length=30)
    sound = models.CharField(max_length=30)

    class Meta:
        db_table = "registers_syllable"
        constraints = [
            models.UniqueConstraint(fields=["commune", "text"], name="registers_one_syllable")
        ]
        indexes = [models.Index(fields=["commune", "sound"], name="registers_by_sound")]


class EntryNote(Fixed):
    """A note in the margin: what changed, why, by which decision; the entry stays as it was.

    `kind` is one of `kinds.MARGIN` ("" in notes written before there were kinds). `changes` are
    terms and their value from now on, such as {"child.name": "…"}, `before` what they read until
    then; both empty when no term changes. `basis` is the number of the decided dossier, `evidence`
    what it rests on; written by whoever approved it.

    One that was `copied` from the margin of a paper book has a `NoteProvenance`, its `basis` as it
    stands there, and in `noted_on` the partial date of its writing ("" where the margin has none).
    """

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="notes")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, default="")
    text = models.TextField()
    changes = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    reason = models.TextField(default="")
    basis = models.CharField(max_length=300)
    evidence = models.TextField(default="")
    copied = models.BooleanField(default=False)
    noted_on = models.CharField(max_length=10, default="", blank=True)
    source = models.CharField(max_length=120, unique=True)
    written_by = models.CharField(max_length=80)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        db_table = "registers_note"
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="registers_one_note_number")
        ]

    @property
    def written_on(self) -> date:
        """The office day from which it holds: the first that its date can mean; the day of copying
        where the margin has none, the first on which it is known to stand there."""
        return PartialDate.stored(self.noted_on).first if self.noted_on else day_of(self.written_at)

    @property
    def dated(self) -> str:
        """Its day as a partial date in the stored form; "" where a margin has none."""
        return self.noted_on if self.copied else day_of(self.written_at).isoformat()

    @property
    def day_shown(self) -> str:
        """``21/03/1998``, ``1998``, or ``?`` where a margin has no day."""
        return PartialDate.stored(self.dated).shown if self.dated else "?"

    @property
    def outdates(self) -> bool:
        """Whether a paper made of the entry before it no longer reads as the entry does."""
        return self.kind in OUTDATING or bool(self.changes)
