"""What the books of a commune tell of somebody: every entry that names them. Traced.

Sure where the identity number agrees, or name and whole birth date do; else it may be another of
the same name, and somebody has to look.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import F, Q, Value, prefetch_related_objects
from django.db.models.functions import Concat

from motcua.audit.actions import record_search
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.people.recognising import Named
from motcua.registers.access import READERS, must_serve
from motcua.registers.born import Born
from motcua.registers.doubled import second_writings
from motcua.registers.models import Entry, EntryName

# Nobody stands in more; of a name that very many bear the newest are read.
_MOST = 60
_WHOLE = len("1954-03-21")


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that names somebody, in which part, what it reads now; `sure` that it is they."""

    entry: Entry
    who: str
    sure: bool
    reads: Mapping[str, str]

    def named(self, who: str) -> Named:
        """How the entry names one of its people."""
        return Named(
            *(self.reads.get(f"{who}.{what}", "") for what in ("name", "birth", "identity"))
        )


def told_of(
    people: Sequence[Named],
    *,
    kinds: Iterable[str],
    by: Actor,
    commune: str,
    at: datetime,
    why: str,
    own: bool = False,
) -> list[list[Told]]:
    """For each of `people` the entries in books of `kinds` that name them, the oldest first.

    Whoever has no name has none. `why` is the dossier that it is for. `own`: for filling in a form,
    the caller has made sure that the actor may read what concerns these people.
    """
    if not own:
        must_serve(by, commune, *READERS)
    wanted = [(one, folded(one.name)) for one in people]
    asked = [_born(one) & Q(name_folded=name) for one, name in wanted if name]
    if not asked:
        return [[] for _ in people]
    either = reduce(or_, asked)
    names = [name for _one, name in wanted if name]
    # Joined to nothing, and a sum: the name is what finds them, no plan shall read a whole book of
    # the commune, or the table from its end until a rare name has come often enough.
    rows = EntryName.objects.annotate(book=Concat("kind", Value(""))).filter(
        either, commune_id=commune, name_folded__in=names, book__in=list(kinds)
    )
    newest = (-(F("entry_id") + 0), "pk")
    found = list(rows.select_related("entry").order_by(*newest)[:_MOST])
    prefetch_related_objects([row.entry for row in found], "notes")
    standing = _standing(found, at)
    told = [_told(standing, one, name) for one, name in wanted]
    trace = {"chain": commune, "what": "register.about", "why": why}
    for (one, name), entries in zip(wanted, told, strict=True):
        if name:
            shown = [f"entry:{row.entry.pk}" for row in entries]
            record_search(by=by, at=at, words=one.name, shown=shown, **trace)
    return told


def _standing(rows: Sequence[EntryName], at: datetime) -> list[EntryName]:
    """Without what is cancelled, from the day on which it was, and without second writings."""
    twice = second_writings({row.entry_id for row in rows})
    kept = (row for row in rows if row.entry_id not in twice)
    return [row for row in kept if row.entry.cancelled(day_of(at)) is None]


def _born(named: Named) -> Q:
    """Whoever may have been born then; a book that does not say may mean anybody."""
    if not named.birth:
        return Q()
    born = Born.of(PartialDate.stored(named.birth))
    if born.exact:
        return Q(birth__in=[born.since, *born.also, ""])
    return Q(birth__gte=born.since, birth__lt=born.until) | Q(birth__in=[*born.also, ""])


def _told(rows: Sequence[EntryName], named: Named, name: str) -> list[Told]:
    """Each entry once: who was renamed by a note stands in it twice."""
    found: dict[tuple[int, str], Told] = {}
    for row in rows:
        if row.name_folded == name and _agree(row.birth, named.birth):
            reads = row.entry.as_it_stands()
            sure = _sure(named, row, reads.get(f"{row.who}.identity", ""))
            found.setdefault((row.entry_id, row.who), Told(row.entry, row.who, sure, reads))
    return sorted(found.values(), key=lambda one: (one.entry.registered_on, one.entry.pk))


def _sure(named: Named, row: EntryName, identity: str) -> bool:
    if named.identity and identity:
        return named.identity == identity
    return row.birth == named.birth and len(row.birth) == _WHOLE


def _agree(one: str, other: str) -> bool:
    """Whether two partial dates may be the same day; "" may be any."""
    return one.startswith(other) or other.startswith(one)
