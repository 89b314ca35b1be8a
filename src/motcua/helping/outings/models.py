"""A volunteer's round: the list that a telephone took along, and what was met at each door."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class OutingEnd(models.TextChoices):
    """How a list ended before its time or at it."""

    OVER = "over"  # its time was over, and the telephone has said that nothing is unsent
    NEXT = "next"  # the same telephone took another one
    GIVEN_BACK = "given_back"
    CALLED_BACK = "called_back"  # the administrator ended it


class Outing(models.Model):
    """One list of households on one telephone, until it ends.

    `key` is made by the browser, so that taking it twice is one list; `phone` is the number that
    the browser made for itself. `first` and `last` are household numbers where a part of the
    village was taken. `unsent` is what the telephone said at `heard_at`.
    """

    key = models.UUIDField(unique=True)
    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    village = models.ForeignKey("places.Village", models.PROTECT, related_name="+")
    helper = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    helper_name = models.CharField(max_length=120)
    phone = models.UUIDField()
    first = models.PositiveIntegerField(null=True)
    last = models.PositiveIntegerField(null=True)
    records = models.PositiveIntegerField()
    taken_at = models.DateTimeField()
    until = models.DateTimeField()
    heard_at = models.DateTimeField()
    unsent = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    ended = models.CharField(max_length=12, choices=OutingEnd.choices, blank=True)

    class Meta:
        indexes = [
            # What an administrator looks at: lists that are out, and work that is not in yet.
            models.Index(
                fields=["commune", "id"],
                condition=Q(ended_at=None) | Q(unsent__gt=0),
                name="helping_outing_out",
            )
        ]


class Met(models.TextChoices):
    """What was met at a door."""

    DONE = "done"
    NOBODY = "nobody"
    WANTS_HELP = "wants_help"
    MOVED = "moved"


class DoorCall(models.Model):
    """One household that was called on. `id` is made by the telephone; `at` is when it was there,
    by the house's clock; `received_at` when the house heard of it."""

    id = models.UUIDField(primary_key=True)
    outing = models.ForeignKey(Outing, models.PROTECT, related_name="calls")
    household = models.ForeignKey("people.Household", models.PROTECT, related_name="+")
    met = models.CharField(max_length=10, choices=Met.choices)
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    received_at = models.DateTimeField()
