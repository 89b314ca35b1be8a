"""What the books say of kin that the register of residents does not know yet: proposed, decided."""

from django.db import models


class KinSearch(models.Model):
    """Somebody had the books gone through; the worker is on its way until `ended_at`.

    `after` is the last entry that was looked at, `done` of `total` how many.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    asked_by = models.CharField(max_length=80)
    asked_by_name = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    after = models.BigIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commune"],
                condition=models.Q(ended_at=None),
                name="consequences_one_kin_search",
            )
        ]


class KinProposal(models.Model):
    """What one entry says of the kin of residents: `ties` as ``[{"how", "own", "other"}]``.

    `people` are the keys of the residents by what the entry calls them. `certain` where each has
    the number, or the whole date of birth, that the entry has: those can be taken by the page.
    `against` are codes of what speaks against it (`people.kin_fits`): then nothing is taken.
    """

    class Word(models.TextChoices):
        OPEN = "open"
        AGAINST = "against"
        TAKEN = "taken"
        LEFT = "left"

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+")
    word = models.CharField(max_length=10, choices=Word.choices)
    people = models.JSONField(default=dict)
    ties = models.JSONField(default=list)
    certain = models.BooleanField(default=False)
    against = models.JSONField(default=list)
    found_at = models.DateTimeField()
    reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=80, blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["commune", "word", "-certain", "id"], name="consequences_kin_listed"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=models.Q(word__in=("open", "against")),
                name="consequences_one_kin_open",
            )
        ]
