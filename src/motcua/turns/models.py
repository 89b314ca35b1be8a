"""Queue numbers of the waiting room."""

from django.db import models


class Service(models.Model):
    """What people queue for; its letter begins the number (A001)."""

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    prefix = models.CharField(max_length=1)
    # {"vi": …, "en": …, "hi": …}; Vietnamese is always there.
    words = models.JSONField()
    place = models.PositiveSmallIntegerField()
    offered = models.BooleanField(default=True)
    # The drawn sign beside the words, for who does not read; "" for none.
    sign = models.CharField(max_length=12, blank=True, default="")

    class Meta:
        db_table = "turns_service"
        constraints = [
            models.UniqueConstraint(fields=["commune", "prefix"], name="turns_one_per_letter")
        ]


class State(models.TextChoices):
    """Where a ticket is; `gone` means called and not there."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    GONE = "gone"


class Priority(models.TextChoices):
    """Who is called before the others, and why."""

    NONE = ""
    OLD = "old"
    DISABLED = "disabled"
    PREGNANT = "pregnant"
    SMALL_CHILD = "small_child"
    MERIT = "merit"


class Turn(models.Model):
    """One ticket of one day. The number is taken once and never given again.

    `first` is what the queue is ordered by: 0 for who has priority, 1 for the others. `day` is
    the office's day. `dossier` is how the desk names what it served (a code), as text.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    day = models.DateField()
    service = models.ForeignKey(Service, models.PROTECT, related_name="turns")
    number = models.PositiveIntegerField()
    shown = models.CharField(max_length=8)
    priority = models.CharField(max_length=12, choices=Priority.choices, blank=True)
    first = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    desk = models.CharField(max_length=20, blank=True)
    dossier = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=80)
    calls = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    serving_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "turns_turn"
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "day", "shown"], name="turns_one_ticket_per_number"
            ),
            models.UniqueConstraint(fields=["commune", "key"], name="turns_one_ticket_per_key"),
            # Two people pressing "next" at one desk call one ticket, not two.
            models.UniqueConstraint(
                fields=["commune", "day", "desk"],
                condition=models.Q(state__in=["called", "serving"]),
                name="turns_one_at_a_desk",
            ),
        ]
        indexes = [
            models.Index(
                fields=["commune", "day", "first", "id"],
                condition=models.Q(state="waiting"),
                name="turns_waiting",
            ),
            models.Index(fields=["commune", "day", "state", "called_at"], name="turns_screen"),
        ]
