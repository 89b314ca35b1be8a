"""Which entries of the books may be the same event as one: asked by the indexes of names alone.

Who has the whole day of birth in common, who has the name and about the year, whose parents have
those names. What came so is compared term by term (`sameness`).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Value
from django.db.models.functions import Concat

from motcua.foundation.names import folded
from motcua.foundation.statements import Place, Places, Statement, Texts
from motcua.registers.agreeing import NEAR, SAME, names_agree
from motcua.registers.kinds import Twice, book
from motcua.registers.models import Entry, EntryName
from motcua.registers.sameness import Alike, Event, alike
from motcua.registers.spelt import spellings

# Of so many who fit as well, none can be told from another by this.
_MOST = 300
_WHOLE_DAY = len("1954-03-21")
_ALWAYS = ("", "~")

_BORN = Statement(
    lambda: EntryName.objects.filter(
        commune_id=Place("commune"), kind=Place("kind"), who=Place("who"), birth=Place("birth")
    ).values_list("entry_id")[:_MOST]
)
# The part in one word that no index has: else PostgreSQL, which takes kind and part for unrelated,
# reads all who were born then instead of looking up some hundred names.
_NAMED = Statement(
    lambda: (
        EntryName.objects.annotate(part=Concat("kind", Value("."), "who"))
        .filter(
            commune_id=Place("commune"),
            part=Place("part"),
            name_folded__in=Texts("names"),
            birth__gte=Place("since"),
            birth__lt=Place("until"),
        )
        .values_list("entry_id")[:_MOST]
    )
)
_NAMES = Statement(
    lambda: EntryName.objects.filter(entry_id__in=Places("keys")).values_list(
        "entry_id", "who", "name_folded"
    )
)


@dataclass(frozen=True, slots=True)
class Resembling:
    """Another entry that may be the same event, and what speaks for it."""

    entry: Entry
    alike: Alike


def resembling_entry(entry: Entry) -> list[Resembling]:
    """The other entries that may be the same event as one, what speaks loudest first."""
    return resembling(entry.commune_id, entry.kind, events(entry), itself=entry.pk)


def resembling(
    commune: str, kind: str, ways: Sequence[Event], *, itself: int = 0
) -> list[Resembling]:
    """The entries of a commune that may be an event, what speaks loudest first.

    `ways` are those in which the event reads, such as before it was corrected; `itself` its own
    key. None are found in a book in which the same may rightly stand again.
    """
    twice = book(kind).twice
    if twice is None:
        return []
    keys = {key for one in ways for key in _candidates(commune, kind, one.content, twice)}
    near = _of_a_near_name(keys - {itself}, [one.content for one in ways], twice)
    if not near:
        return []
    rows = Entry.objects.filter(pk__in=near).prefetch_related("notes").order_by("pk")
    found = [(row, _best(ways, events(row), twice)) for row in rows]
    told = [Resembling(row, best) for row, best in found if best]
    return sorted(told, key=lambda one: one.alike.weight)


def events(entry: Entry) -> list[Event]:
    """An entry as it stands, and as it was written where a note changed it since."""
    notes = frozenset(note.kind for note in entry.notes.all())
    stands = entry.as_it_stands()
    ways = [stands] if stands == entry.content else [stands, entry.content]
    return [Event(content, entry.registered_on, notes) for content in ways]


def _best(ways: Collection[Event], others: Collection[Event], twice: Twice) -> Alike | None:
    found = [alike(one, other, twice) for one in ways for other in others]
    return min((one for one in found if one), key=lambda one: one.weight, default=None)


def _candidates(commune: str, kind: str, content: Mapping[str, str], twice: Twice) -> Iterator[int]:
    seek = _Seek(commune, kind)
    alone = len(twice.people) == 1 and not twice.kin
    for who in twice.people:
        name, birth = folded(content.get(f"{who}.name", "")), content.get(f"{who}.birth", "")
        whole = len(birth) == _WHOLE_DAY
        if whole:
            yield from seek.born(who, birth)
        yield from seek.named(who, [name], *_about(birth))
        # A day finds a name that is written otherwise; without one the spellings have to be known.
        if alone or not whole:
            yield from seek.named(who, spellings(name, commune=commune), *_about(birth))
    for who in twice.kin:
        name, birth = folded(content.get(f"{who}.name", "")), content.get(f"{who}.birth", "")
        yield from seek.named(who, [name], *_about(birth))
        if birth:
            yield from seek.named(who, [name], "", "0")


@dataclass(frozen=True, slots=True)
class _Seek:
    """The entries of one kind in one commune."""

    commune: str
    kind: str

    def born(self, who: str, birth: str) -> Iterator[int]:
        """Those in whom somebody was born on a day."""
        found = _BORN.all(commune=self.commune, kind=self.kind, who=who, birth=birth)
        return (key for (key,) in found)

    def named(self, who: str, names: list[str], since: str, until: str) -> Iterator[int]:
        """Those in whom somebody has one of the names and was born in a stretch of time."""
        if not any(names):
            return iter(())
        where = {"commune": self.commune, "part": f"{self.kind}.{who}"}
        found = _NAMED.all(**where, names=names, since=since, until=until)
        return (key for (key,) in found)


def _about(birth: str) -> tuple[str, str]:
    """The year of a birth with one on either side; all time where it is not known."""
    if not birth:
        return _ALWAYS
    year = int(birth[:4])
    return f"{year - 1:04}", f"{year + 2:04}"


def _of_a_near_name(
    keys: Collection[int], ways: Collection[Mapping[str, str]], twice: Twice
) -> set[int]:
    """Those entries that name one of the people or of their family alike: the others are of
    somebody who was born on that day, too."""
    asked = (*twice.people, *twice.kin)
    names = {who: {folded(one.get(f"{who}.name", "")) for one in ways} for who in asked}
    rows = _NAMES.all(keys=sorted(keys)) if keys else []
    near = {key for key, who, name in rows if name in names.get(who, ())}
    # Most were found by a name: only the others are looked at letter by letter.
    near |= {
        key
        for key, who, name in rows
        if key not in near
        and any(names_agree(one, name) in (SAME, NEAR) for one in names.get(who, ()))
    }
    return near
