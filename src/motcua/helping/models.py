"""Who helped whom, when, and by what consent."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.foundation.files import FileDigest
from motcua.helping.outings.models import DoorCall, Met, Outing, OutingEnd

__all__ = ["Consent", "DoorCall", "Ended", "Help", "Met", "Outing", "OutingEnd"]


class Consent(models.TextChoices):
    """How the person said yes."""

    SPOKEN = "spoken"  # aloud, before a witness whose name is kept
    DRAWN = "drawn"  # signed with a finger on the screen
    CODE = "code"  # told the helper the code that came to their own telephone


class Ended(models.TextChoices):
    """How a help ended."""

    HANDED_OVER = "handed_over"
    OVER = "over"  # its time was over
    NEXT = "next"  # the helper began with somebody else
    STOPPED = "stopped"
    TAKEN_BACK = "taken_back"  # the person did not want it any more


class Help(models.Model):
    """One helper acts for one named person, for half an hour at most.

    `birth` is a partial date, `phone` E.164 or "". `thread` is the first of the helps that went on
    with the same person: a telephone that kept something without a line finds it again by it.
    `witness` is the name of who heard the spoken word. `interpreter` has a name and a language,
    `witnesses` are the two who stand beside somebody who cannot read or sign, each with a name and
    the number of an identity paper; both are empty where the law asks for none.

    A help that was given without a line names its `outing`: it came in at `received_at`, when it
    had long ended, and `said_at` is when it began by the telephone's own clock.
    """

    id = models.UUIDField(primary_key=True)
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    village = models.ForeignKey("places.Village", models.PROTECT, null=True, related_name="+")
    helper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    helper_name = models.CharField(max_length=120)
    volunteer = models.BooleanField()
    thread = models.UUIDField(db_index=True)
    name = models.CharField(max_length=120)
    birth = models.CharField(max_length=10)
    phone = models.CharField(max_length=16, blank=True)
    consent = models.CharField(max_length=8, choices=Consent.choices)
    witness = models.CharField(max_length=120, blank=True)
    signature = FileDigest(max_length=64, blank=True)
    interpreter = models.JSONField(default=dict)
    witnesses = models.JSONField(default=list)
    began_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended = models.CharField(max_length=12, choices=Ended.choices, blank=True)
    outing = models.ForeignKey(Outing, models.PROTECT, null=True, related_name="helps")
    said_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["helper"], condition=Q(ended_at=None), name="helping_one_at_a_time"
            )
        ]
        indexes = [
            models.Index(fields=["until"], condition=Q(ended_at=None), name="helping_running"),
            models.Index(
                fields=["signature"], condition=~Q(signature=""), name="helping_signature"
            ),
        ]
