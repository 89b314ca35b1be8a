"""Changes that a commune makes to a procedure or to its calendar: asked for by one, decided by
another, written once."""

from django.db import models


class Amendment(models.Model):
    """What somebody wants changed, from a day on.

    `code` is the procedure, "" for the calendar; `edition` is the first day of the pack's edition
    that it was written for. `changes` are ``{"path": […], "before": …, "after": …}``, None where
    nothing stood or stands; `cases` are the worked cases that come out otherwise, ``{"name": …,
    "before": …, "after": …}`` in đồng.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=20, blank=True)
    edition = models.DateField(null=True)
    holds_from = models.DateField()
    changes = models.JSONField()
    cases = models.JSONField(default=list)
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "procedures_amendment"
        indexes = [
            models.Index(fields=["commune", "id"], name="procedures_amendment_list"),
            models.Index(fields=["code", "holds_from"], name="procedures_amendment_code"),
        ]

    @property
    def answer(self) -> "Verdict | None":
        """What was decided; None while it waits."""
        return getattr(self, "verdict", None)


class Verdict(models.Model):
    """What became of an amendment: approved or turned down by a second person, or taken back."""

    class Kind(models.TextChoices):
        APPROVED = "approved"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    amendment = models.OneToOneField(Amendment, models.PROTECT, related_name="verdict")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "procedures_verdict"


class Overlay(models.Model):
    """A version that is not the pack's alone: this amendment is laid over it."""

    version = models.ForeignKey("procedures.ProcedureVersion", models.PROTECT, db_index=False)
    amendment = models.ForeignKey(Amendment, models.PROTECT)

    class Meta:
        db_table = "procedures_overlay"
        constraints = [
            models.UniqueConstraint(
                fields=["version", "amendment"], name="procedures_overlaid_once"
            )
        ]
