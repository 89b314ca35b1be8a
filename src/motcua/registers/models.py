"""The books of civil status: entries are written once; a correction is a note beside them."""

from typing import Any

from django.db import models

from motcua.registers.errors import BookIsFixed


class Kind(models.TextChoices):
    """The books kept now (Law on Civil Status, chapter II)."""

    BIRTH = "birth"
    DEATH = "death"
    MARRIAGE = "marriage"


class FixedQuerySet(models.QuerySet[Any]):
    """Rows that can be added and read, and nothing else. The database refuses it too."""

    def update(self, **changes: Any) -> int:
        """Refused: what is written in a book stays as it was written."""
        raise BookIsFixed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: nothing leaves a book."""
        raise BookIsFixed


class Fixed(models.Model):
    """A row of a book, written once."""

    objects = FixedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new row; refuses to write over one."""
        if not self._state.adding:
            raise BookIsFixed
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: nothing leaves a book."""
        raise BookIsFixed


class Book(models.Model):
    """One bound volume of a kind and a year."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "registers_book"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "kind", "year", "volume"], name="registers_one_book"
            )
        ]


class Entry(Fixed):
    """One event in a book. `number` runs through the year's volumes and starts again in January.

    `content` holds the terms of `content.TERMS[kind]`, as they were on the day of writing.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    book = models.ForeignKey(Book, models.PROTECT)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    year = models.PositiveSmallIntegerField()
    volume = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    page = models.PositiveSmallIntegerField()
    registered_on = models.DateField()
    content = models.JSONField()
    # What the entry was written from (``dossier:<uuid>``): the same source again is the same entry.
    source = models.CharField(max_length=120, unique=True)
    written_by = models.CharField(max_length=80)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        db_table = "registers_entry"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "kind", "year", "number"], name="registers_one_number"
            )
        ]

    @property
    def reference(self) -> str:
        """``27/2025``: the number as papers quote it."""
        return f"{self.number}/{self.year}"

    def as_it_stands(self) -> dict[str, str]:
        """The content with what the notes changed since, for a copy made today."""
        content: dict[str, str] = dict(self.content)
        for note in sorted(self.notes.all(), key=lambda note: note.number):
            content.update(note.changes)
        return content


class EntryName(Fixed):
    """A person whom an entry names, for the search. `who`: child, mother, father, deceased, …"""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="names")
    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    who = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    name_folded = models.CharField(max_length=120)
    birth = models.CharField(max_length=10, blank=True)

    class Meta:
        db_table = "registers_entry_name"


class EntryNote(Fixed):
    """A note in the margin: what changed, by which decision; the entry itself stays as it was."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="notes")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    # Terms and their value from now on, such as {"child.name": "…"}; empty when nothing changes.
    changes = models.JSONField(default=dict)
    basis = models.CharField(max_length=300)
    source = models.CharField(max_length=120, unique=True)
    written_by = models.CharField(max_length=80)
    written_by_name = models.CharField(max_length=200)
    written_at = models.DateTimeField()

    class Meta:
        db_table = "registers_note"
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="registers_one_note_number")
        ]
