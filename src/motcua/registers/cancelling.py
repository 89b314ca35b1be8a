"""That an entry be cancelled: proposed by one person, approved by another."""

from django.db import models


class Cancelling(models.Model):
    """A proposal to cancel an entry, and its answer.

    `ground` is one of `grounds`, `basis` the number, day and author of the decision that orders it.
    Once approved, `note` is the note in the margin; the entry itself stays as it was written.
    """

    class Outcome(models.TextChoices):
        OPEN = "open"
        APPROVED = "approved"
        TURNED_DOWN = "turned_down"

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="cancellings")
    ground = models.CharField(max_length=20)
    reason = models.TextField()
    basis = models.CharField(max_length=300)
    proposed_by = models.CharField(max_length=80)
    proposed_by_name = models.CharField(max_length=200)
    proposed_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.OPEN)
    answer = models.TextField(default="", blank=True)
    answered_by = models.CharField(max_length=80, default="", blank=True)
    answered_by_name = models.CharField(max_length=200, default="", blank=True)
    answered_at = models.DateTimeField(null=True)
    note = models.OneToOneField(
        "registers.EntryNote", models.PROTECT, null=True, related_name="cancelling"
    )

    class Meta:
        db_table = "registers_cancelling"
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=models.Q(outcome="open"),
                name="registers_one_open_cancelling",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="approved", note__isnull=False)
                | (~models.Q(outcome="approved") & models.Q(note__isnull=True)),
                name="registers_cancelled_by_a_note",
            ),
        ]
        indexes = [
            models.Index(
                fields=["commune", "id"],
                name="registers_cancellings_open",
                condition=models.Q(outcome="open"),
            )
        ]
