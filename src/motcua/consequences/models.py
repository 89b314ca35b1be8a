"""What the loop remembers between its rounds."""

from django.db import models

from motcua.consequences.kin_models import KinProposal, KinSearch

__all__ = ["Followed", "Heartbeat", "KinProposal", "KinSearch", "LostFile", "Stuck"]


class Stuck(models.Model):
    """An event whose consequences failed: kept, seen, tried again; it blocks no other event."""

    event = models.OneToOneField("dossiers.DossierEvent", models.CASCADE, related_name="stuck")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    fault = models.TextField()


class Followed(models.Model):
    """What an entry or a note that a dossier wrote became among the residents, once.

    `word` is that of `population.Told`, `told` its names, residents and household. While it is
    ``unclear``, `asked` holds for each person of the entry the residents who may be meant; `chosen`
    is what an officer answered, with the reason. What is left ``by_hand`` waits for an officer to
    write it down and to say so: then it is ``put_right``.
    """

    UNCLEAR = "unclear"
    BY_HAND = "by_hand"
    PUT_RIGHT = "put_right"
    OPEN = (UNCLEAR, BY_HAND)

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="followed")
    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+")
    note = models.ForeignKey("registers.EntryNote", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=120, unique=True)
    word = models.CharField(max_length=16)
    told = models.JSONField(default=dict)
    asked = models.JSONField(default=dict)
    chosen = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    decided_by = models.CharField(max_length=80, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["commune", "id"],
                name="consequences_open",
                condition=models.Q(word__in=("unclear", "by_hand")),
            )
        ]


class LostFile(models.Model):
    """A kept file that a row names and the disk no longer holds; gone when it is there again."""

    digest = models.CharField(max_length=64, primary_key=True)
    found_at = models.DateTimeField()


class Heartbeat(models.Model):
    """When each loop last came round, for the health page."""

    name = models.CharField(max_length=20, primary_key=True)
    # Since when the process that beats has been running.
    since = models.DateTimeField(null=True)
    at = models.DateTimeField()
