"""Where a reading stands, and the figures that each move keeps: nobody counts rows on a page."""

from datetime import datetime
from typing import Final

from django.db.models import F

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.registers.models import PaperVolume, Reading, ReadingTally

Stage = Reading.Stage
# Which figure of a volume counts the readings of a stage.
_COUNTED: Final = {
    Stage.FIRST: "begun",
    Stage.READ: "to_second",
    Stage.SECOND: "to_second",
    Stage.DIFFERS: "to_decide",
    Stage.ASIDE: "aside",
    Stage.WRITTEN: "written",
}


def move(reading: Reading, to: str, *changed: str) -> None:
    """Save a reading with its new stage and what else changed, and the figures of its volume."""
    was, now = _COUNTED[Stage(reading.stage)], _COUNTED[Stage(to)]
    reading.stage = to
    reading.save(update_fields=["stage", *changed])
    if was != now:
        count(reading.volume_id, **{was: -1, now: 1})


def count(volume: int, **by: int) -> None:
    """Add to the figures of a volume."""
    PaperVolume.objects.filter(pk=volume).update(**{name: F(name) + n for name, n in by.items()})


def tally(
    commune: str, *, who: str, name: str, what: str, at: datetime, field: str = "", by: int = 1
) -> None:
    """Count once more that somebody did something on this day."""
    ReadingTally.objects.get_or_create(
        commune_id=commune,
        day=day_of(at),
        who=who,
        what=what,
        field=field,
        defaults={"who_name": name},
    )
    rows = ReadingTally.objects.filter(
        commune_id=commune, day=day_of(at), who=who, what=what, field=field
    )
    rows.update(count=F("count") + by)


def tally_for(commune: str, by: Actor, what: str, at: datetime) -> None:
    """Count it for the one who acts."""
    tally(commune, who=by.id, name=by.name, what=what, at=at)
