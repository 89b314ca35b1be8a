"""What happened to a resident: written once, never changed, replayed to say what holds.

Each row has two dates: from which day it holds (`on`), and when it became known (`known_at`).
"""

from datetime import date
from typing import Any

from django.db import models

from motcua.foundation.clock import day_of
from motcua.people.errors import MoveIsFixed


class Kind(models.TextChoices):
    """What happened. `ENTERED` is what was known of somebody when they were first written down."""

    ENTERED = "entered"
    BORN = "born"
    PARENTAGE = "parentage"
    SETTLED = "settled"
    HEADED = "headed"
    MARRIED = "married"
    PARTED = "parted"
    CHANGED = "changed"
    LEFT = "left"
    DIED = "died"
    # These two stand in the place of a row that never held, and say nothing of their own.
    ANNULLED = "annulled"
    WITHDRAWN = "withdrawn"


class FixedMoves(models.QuerySet["Move"]):
    """Rows that can be added and read, and nothing else. The database refuses it too."""

    def update(self, **changes: Any) -> int:
        """Refused: what was believed on a day stays as it was believed."""
        raise MoveIsFixed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused: see `update`."""
        raise MoveIsFixed


class Move(models.Model):
    """One thing that holds of a resident from a day on.

    `on` is a partial date in the stored form and holds from its first day, `begins`. `changes` are
    the facts that it sets (`history.FIELDS`). `replaces` is the row in whose place it stands from
    the moment it is known: a correction is never written over what was believed before. `source` is
    ``entry:<id>``, ``note:<id>``, ``import:<id>``, ``desk:<id>`` or ``demo``: what it was learned
    from.
    """

    commune = models.ForeignKey("places.Commune", models.PROTECT, related_name="+")
    resident = models.ForeignKey("people.Resident", models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    on = models.CharField(max_length=10)
    begins = models.DateField()
    changes = models.JSONField(default=dict)
    # The household that it brings somebody into, so that all who ever lived there are found.
    household = models.ForeignKey(
        "people.Household", models.PROTECT, null=True, related_name="moves"
    )
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=120)
    reason = models.TextField(blank=True)
    known_by = models.CharField(max_length=80)
    known_by_name = models.CharField(max_length=200)
    known_at = models.DateTimeField()

    objects = FixedMoves.as_manager()

    class Meta:
        db_table = "people_move"
        indexes = [models.Index(fields=["source"], name="people_move_source")]
        constraints = [
            models.UniqueConstraint(
                fields=["resident", "source", "kind"],
                condition=models.Q(replaces=None),
                name="people_one_move_per_source",
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                condition=models.Q(replaces__isnull=False),
                name="people_replaced_once",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes a new row; refuses to write over one."""
        if not self._state.adding:
            raise MoveIsFixed
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused: see `FixedMoves`."""
        raise MoveIsFixed

    @property
    def known_on(self) -> date:
        """The office day on which it became known."""
        return day_of(self.known_at)
