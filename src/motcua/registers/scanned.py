"""Paper books on their way into the books here: volumes, the pictures of their pages, readings."""

from django.db import models

from motcua.foundation.files import FileDigest


class PaperVolume(models.Model):
    """One volume on paper that is being copied; each act counts its figures, no page does.

    `waiting` are pages that nobody has begun to read, the others readings by their stage.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    kept_by = models.CharField(max_length=120, default="", blank=True)
    volume = models.PositiveSmallIntegerField()
    scans = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    begun = models.PositiveIntegerField(default=0)
    to_second = models.PositiveIntegerField(default=0)
    to_decide = models.PositiveIntegerField(default=0)
    aside = models.PositiveIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)
    opened_by = models.CharField(max_length=80)
    opened_by_name = models.CharField(max_length=200)
    opened_at = models.DateTimeField()

    class Meta:
        db_table = "registers_paper_volume"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "kind", "year", "kept_by", "volume"],
                name="registers_one_paper_volume",
            )
        ]

    @property
    def open(self) -> int:
        """How much is still to be done."""
        return self.waiting + self.begun + self.to_second + self.to_decide


class Scan(models.Model):
    """The picture of a page, of a volume or of one entry; `place` is its turn, from 1."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    volume = models.ForeignKey(PaperVolume, models.PROTECT, related_name="pages", null=True)
    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="scans", null=True)
    place = models.PositiveIntegerField()
    digest = FileDigest(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    begun = models.BooleanField(default=False)
    added_by = models.CharField(max_length=80)
    added_by_name = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "registers_scan"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(volume__isnull=False, entry__isnull=True)
                | models.Q(volume__isnull=True, entry__isnull=False),
                name="registers_scan_of_one",
            ),
            models.UniqueConstraint(fields=["volume", "digest"], name="registers_scan_of_volume"),
            models.UniqueConstraint(fields=["entry", "digest"], name="registers_scan_of_entry"),
        ]
        indexes = [models.Index(fields=["volume", "begun", "place"], name="registers_next_scan")]


class Reading(models.Model):
    """One entry of a paper book as two people read it.

    `first` and `second` hold what was typed, by field, from the first key press on; `decided` what
    was decided where they differ. `about` is what it is read for (``dossier:<uuid>``, "" for none),
    `aside` why it was put aside. `view` is how the page was looked at: zoom, turn and place.
    """

    class Stage(models.TextChoices):
        FIRST = "first"
        READ = "read"
        SECOND = "second"
        DIFFERS = "differs"
        ASIDE = "aside"
        WRITTEN = "written"

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    volume = models.ForeignKey(PaperVolume, models.PROTECT, related_name="readings")
    scan = models.ForeignKey(Scan, models.PROTECT, related_name="readings", null=True)
    about = models.CharField(max_length=60, default="", blank=True, db_index=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.FIRST)
    first = models.JSONField(default=dict)
    first_by = models.CharField(max_length=80)
    first_by_name = models.CharField(max_length=200)
    first_at = models.DateTimeField()
    second = models.JSONField(default=dict)
    second_by = models.CharField(max_length=80, default="", blank=True)
    second_by_name = models.CharField(max_length=200, default="", blank=True)
    second_at = models.DateTimeField(null=True)
    decided = models.JSONField(default=dict)
    decided_by = models.CharField(max_length=80, default="", blank=True)
    decided_by_name = models.CharField(max_length=200, default="", blank=True)
    aside = models.TextField(default="", blank=True)
    view = models.JSONField(default=dict)
    entry = models.OneToOneField(
        "registers.Entry", models.PROTECT, related_name="reading", null=True
    )

    class Meta:
        db_table = "registers_reading"
        indexes = [models.Index(fields=["volume", "stage", "id"], name="registers_next_reading")]


class ReadingTally(models.Model):
    """How often somebody did something on a day: read, second, compared, or differed in a field."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    day = models.DateField()
    who = models.CharField(max_length=80)
    who_name = models.CharField(max_length=200)
    what = models.CharField(max_length=10)
    field = models.CharField(max_length=40, default="", blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "registers_reading_tally"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "day", "who", "what", "field"], name="registers_one_tally"
            )
        ]
