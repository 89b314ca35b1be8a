"""The people whom an entry names, as far as they are residents of its commune."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from motcua.foundation.actor import Actor
from motcua.people.models import Resident
from motcua.people.recognising import Named, Recognised, recognise
from motcua.registers.models import Entry


@dataclass(slots=True)
class KnownPeople:
    """Who is who in one entry; `asked` collects those of whom only an officer can say.

    `content` is what the entry reads, `chosen` what an officer decided already: the key of a
    resident, or None for nobody of this commune.
    """

    entry: Entry
    content: Mapping[str, str]
    by: Actor
    at: datetime
    chosen: Mapping[str, int | None] = field(default_factory=dict)
    asked: dict[str, list[int]] = field(default_factory=dict)
    _known: dict[str, Resident | None] = field(default_factory=dict)

    def named(self, who: str) -> Named:
        """How the entry names somebody."""
        said = (self.content.get(f"{who}.{what}", "") for what in ("name", "birth", "identity"))
        return Named(*said)

    def who(self, who: str) -> Resident | None:
        """The resident; None for somebody from elsewhere, and while it is asked."""
        if who not in self._known:
            found = self._recognise(who)
            if found.maybe:
                self.asked[who] = [row.pk for row in found.maybe]
            self._known[who] = found.sure
        return self._known[who]

    def doubt(self, who: str, row: Resident) -> None:
        """Ask an officer whether this resident is meant, where something speaks against it."""
        if who not in self.chosen:
            self.asked[who] = [row.pk]

    def _recognise(self, who: str) -> Recognised:
        commune = self.entry.commune_id
        if who in self.chosen:
            rows = Resident.objects.select_related("household", "spouse")
            return Recognised(rows.filter(pk=self.chosen[who] or 0, commune_id=commune).first())
        why = f"entry:{self.entry.pk}"
        return recognise(commune=commune, named=self.named(who), by=self.by, at=self.at, why=why)
