"""Messages to people: written in the act's transaction, sent by the loop."""

from django.db import models


class State(models.TextChoices):
    """Where a message is. Only `created` is ever sent."""

    CREATED = "created"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"


class Message(models.Model):
    """One message to one telephone number.

    `key` is the caller's: the same key twice is one message. `parts` is how many SMS the text
    takes. While a worker sends the row it is claimed (`claim`, `claimed_until`). The text of a
    secret kind (a phone code) is emptied as soon as it has been handed over or has failed.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    to = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    language = models.CharField(max_length=5)
    text = models.TextField()
    parts = models.PositiveSmallIntegerField()
    about = models.CharField(max_length=120, blank=True)
    key = models.CharField(max_length=160, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CREATED)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    useless_after = models.DateTimeField(null=True)
    claim = models.CharField(max_length=32, blank=True)
    claimed_until = models.DateTimeField(null=True)
    provider = models.CharField(max_length=30, blank=True)
    reference = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "notifications_message"
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                condition=models.Q(state="created"),
                name="notifications_waiting",
            ),
            models.Index(
                fields=["commune", "-id"],
                condition=models.Q(state="failed"),
                name="notifications_failed",
            ),
            models.Index(fields=["about", "id"], name="notifications_about"),
            models.Index(fields=["provider", "reference"], name="notifications_reference"),
        ]


class Rehearsed(models.Model):
    """What the pretend provider "delivered": the telephone that lies in the rehearsal box."""

    key = models.CharField(max_length=160, unique=True)
    commune = models.ForeignKey("places.Commune", models.CASCADE, related_name="+")
    to = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    language = models.CharField(max_length=5)
    text = models.TextField()
    parts = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "notifications_rehearsed"
        indexes = [
            models.Index(fields=["commune", "to", "-id"], name="notifications_box"),
        ]
