"""Lists that came in, and what went out to the ministry's software."""

import uuid

from django.db import models


class MinistryExport(models.Model):
    """Entries of one book that were written into a template of the ministry's software."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    since = models.DateField()
    until = models.DateField()
    entries = models.PositiveIntegerField()
    made_by = models.CharField(max_length=80)
    made_by_name = models.CharField(max_length=200)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "sheets_ministry_export"
        indexes = [models.Index(fields=["commune", "made_at"], name="sheets_ministry_made")]


class MinistryLine(models.Model):
    """One entry of an export; `notes` is how many notes stood beside it then."""

    export = models.ForeignKey(MinistryExport, models.PROTECT, related_name="lines")
    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+")
    notes = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "sheets_ministry_line"
        constraints = [
            models.UniqueConstraint(fields=["export", "entry"], name="sheets_one_ministry_line")
        ]
