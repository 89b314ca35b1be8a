"""The rows of what was done for somebody: which dossiers a help was for, and how many in all."""

from django.db import models
from django.db.models import Q


class Helped(models.Model):
    """A dossier that a help was for. `opened` when there was one before, which the help opened.

    The person is told at `told_at`: of an opened one at once, of a new one when the help is over.
    From `taken_back_at` on the helper sees it no more.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="helped_by")
    help = models.ForeignKey("helping.Help", models.PROTECT, related_name="+")
    opened = models.BooleanField()
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "help"], name="dossiers_one_row_per_help")
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(told_at=None), name="dossiers_helped_to_tell")
        ]


class HelpedCount(models.Model):
    """How many requests a commune got in on a day with somebody's help: counted, never hidden.

    `by` is ``volunteer`` or ``counter``.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    day = models.DateField()
    by = models.CharField(max_length=10)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "day", "by"], name="dossiers_one_helped_count"
            )
        ]
