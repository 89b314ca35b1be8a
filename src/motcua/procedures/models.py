"""Versions of procedures: written once by loading, never changed, never removed."""

from django.db import models

from motcua.procedures.amendment_models import Amendment as Amendment
from motcua.procedures.amendment_models import Overlay as Overlay
from motcua.procedures.amendment_models import Verdict as Verdict
from motcua.procedures.calendar_models import OfficeHours as OfficeHours
from motcua.procedures.calendar_models import SpecialDay as SpecialDay


class ProcedureVersion(models.Model):
    """What one procedure was from its loading on; a dossier lives and dies under its version.

    `content` is the whole checked pack as JSON; `digest` is its SHA-256. `valid_from` and
    `valid_to` (inclusive, None for open) are the days on which the law is in force.
    """

    code = models.CharField(max_length=20)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.JSONField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    loaded_at = models.DateTimeField()

    class Meta:
        db_table = "procedures_version"
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="procedures_one_version"),
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="procedures_valid_in_order",
            ),
        ]
        indexes = [models.Index(fields=["code", "valid_from"], name="procedures_in_force")]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class FolderRead(models.Model):
    """A folder of packs that a loading has read and found sound; the newest tells what holds.

    `digest` is `source.digest_of` the folder: while it is the same, reading it again would change
    nothing.
    """

    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()

    class Meta:
        db_table = "procedures_folder_read"
