"""Who wants to be called about a draft, at which question they stopped, and each try."""

import uuid

from django.db import models
from django.db.models import Q


class Call(models.Model):
    """A call that somebody asked for; at most one waits for a draft.

    `question` is the name of the field or ``paper:<name>`` at which they stopped, "" for none.
    `tries` counts the rows of `CallTry`: who notes one says how many they saw.
    """

    class Convenient(models.TextChoices):
        """When the person can be reached."""

        ANY = "any"
        MORNING = "morning"
        AFTERNOON = "afternoon"

    class State(models.TextChoices):
        """Waiting, or over in one of two ways."""

        WAITING = "waiting"
        DONE = "done"
        UNREACHABLE = "unreachable"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="calls")
    question = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20)
    convenient = models.CharField(max_length=10, choices=Convenient.choices)
    asked_at = models.DateTimeField()
    promised_by = models.DateTimeField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(state="waiting"), name="dossiers_one_call_waits"
            )
        ]
        indexes = [
            models.Index(fields=["commune", "state", "promised_by", "id"], name="dossiers_calls")
        ]


class CallTry(models.Model):
    """One try to reach the person; `outcome` is done, no_answer or unreachable."""

    call = models.ForeignKey(Call, models.CASCADE, related_name="history")
    outcome = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.CharField(max_length=80)
    by_name = models.CharField(max_length=200)
