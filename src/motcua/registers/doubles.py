"""Two entries that may be one event written twice, and what was decided about them.

Nothing here changes an entry: which of the two stands is said beside them.
"""

from django.db import models

from motcua.registers.fixed import Fixed


class Uncompared(models.Model):
    """An entry that nobody has compared with the others since it was written or noted.

    Several rows for one entry are harmless; whoever compares takes those away that it has seen.
    """

    entry = models.ForeignKey("registers.Entry", models.PROTECT, related_name="uncompared")

    class Meta:
        db_table = "registers_uncompared"


class Double(models.Model):
    """Two entries of one kind, `second` the one that came into the books later.

    `weight` and `grounds` say how much and what speaks for one event (`sameness.Alike`). `outcome`
    is that of the last verdict, `decided` their number; of one event `stands` is the entry that is
    used, the other is a second writing of it.
    """

    class Outcome(models.TextChoices):
        OPEN = "open"
        DIFFERENT = "different"
        SAME = "same"
        UNCLEAR = "unclear"

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    kind = models.CharField(max_length=10)
    first = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+")
    second = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+")
    weight = models.PositiveSmallIntegerField()
    grounds = models.JSONField(default=list)
    found_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.OPEN)
    stands = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+", null=True)
    decided = models.PositiveSmallIntegerField(default=0)

    class Meta:
        db_table = "registers_double"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="registers_one_double"),
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="registers_double_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="same", stands__isnull=False)
                | (~models.Q(outcome="same") & models.Q(stands__isnull=True)),
                name="registers_one_of_two_stands",
            ),
        ]
        indexes = [
            models.Index(
                fields=["commune", "outcome", "weight", "id"], name="registers_doubles_listed"
            )
        ]

    @property
    def left_out(self) -> int | None:
        """The key of the second writing, of one event; else None."""
        if self.stands_id is None:
            return None
        return self.second_id if self.stands_id == self.first_id else self.first_id


class DoubleVerdict(Fixed):
    """What somebody decided about a pair, and why. A later one stands in its place."""

    double = models.ForeignKey(Double, models.PROTECT, related_name="verdicts")
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=10)
    stands = models.ForeignKey("registers.Entry", models.PROTECT, related_name="+", null=True)
    reason = models.TextField()
    decided_by = models.CharField(max_length=80)
    decided_by_name = models.CharField(max_length=200)
    decided_at = models.DateTimeField()

    class Meta:
        db_table = "registers_double_verdict"
        constraints = [
            models.UniqueConstraint(fields=["double", "number"], name="registers_one_verdict")
        ]


class DoubleTally(models.Model):
    """How many pairs of a commune stand where: counted by each act, never on a page."""

    commune = models.ForeignKey("places.Commune", models.PROTECT)
    outcome = models.CharField(max_length=10)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "registers_double_tally"
        constraints = [
            models.UniqueConstraint(fields=["commune", "outcome"], name="registers_one_figure")
        ]
