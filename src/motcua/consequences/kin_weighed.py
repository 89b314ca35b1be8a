"""What entries say of the kin of residents, laid beside what the register knows. Reads only.

A birth names the parents of a child, a marriage the two. Where any of them is not sure to be a
resident, the entry says nothing here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from motcua.foundation.actor import Actor
from motcua.people.kin_fits import unfit
from motcua.people.models import Resident
from motcua.people.recognising import Named, whole
from motcua.people.recognising_many import recognise_many
from motcua.people.tying import wed_away
from motcua.procedures.family import family_law
from motcua.registers.cancelled import cancellations
from motcua.registers.doubled import second_writings
from motcua.registers.models import Entry

# By book whom it names: the first is the one that the others are tied to.
WHO: Final = {"birth": ("child", "mother", "father"), "marriage": ("husband", "wife")}
_ENDS: Final = frozenset({"divorce", "annulment"})


@dataclass(frozen=True, slots=True)
class Tie:
    """`other` is the mother, the father or the spouse of `own`."""

    how: str
    own: Resident
    other: Resident


@dataclass(slots=True)
class Weighed:
    """An entry whose people are known for sure, and say something new; `people` by its words."""

    entry: Entry
    people: dict[str, Resident] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    certain: bool = False


def weighed(
    entries: Sequence[Entry], *, commune: str, by: Actor, at: datetime, why: str
) -> dict[int, Weighed]:
    """Those of some entries that say something of kin which the register does not hold, by key.

    A cancelled entry and a second writing say nothing. In a few questions for all. Traced.
    """
    keys = [one.pk for one in entries]
    out = {*cancellations(keys), *second_writings(keys)}
    asked = [one for one in entries if one.pk not in out and one.kind in WHO]
    named = [(one, who, _named(one, who)) for one in asked for who in WHO[one.kind]]
    people = [name for _entry, _who, name in named]
    rows = recognise_many(commune=commune, named=people, by=by, at=at, why=why)
    found = {one.pk: Weighed(one, certain=True) for one in asked}
    for (entry, who, name), row in zip(named, rows, strict=True):
        if row is not None:
            one = found[entry.pk]
            one.people[who] = row
            one.certain = one.certain and whole(row, name)
    for one in found.values():
        one.ties = [tie for tie in _ties(one) if not _holds(tie)]
    new = {key: one for key, one in found.items() if one.ties}
    away = wed_away({row.pk for one in new.values() for row in one.people.values()})
    for one in new.values():
        one.against = list(dict.fromkeys(_against(one, away)))
    return new


def _named(entry: Entry, who: str) -> Named:
    content = entry.as_it_stands()
    return Named(*(content.get(f"{who}.{what}", "") for what in ("name", "birth", "identity")))


def _ties(one: Weighed) -> Iterator[Tie]:
    first, *others = WHO[one.entry.kind]
    own = one.people.get(first)
    for who in others:
        other = one.people.get(who)
        if own is not None and other is not None:
            yield Tie("spouse" if who == "wife" else who, own, other)


def _holds(tie: Tie) -> bool:
    if tie.how == "spouse":
        return tie.own.spouse_id == tie.other.pk and tie.other.spouse_id == tie.own.pk
    return bool(getattr(tie.own, f"{tie.how}_id") == tie.other.pk)


def _against(one: Weighed, away: set[int]) -> Iterator[str]:
    ages = {sex: law.amount for sex, law in family_law().marriage.items()}
    day = one.entry.registered_on
    for tie in one.ties:
        code = unfit(tie.how, tie.own, tie.other, ages=ages, on=day)
        if tie.how == "spouse" and code in ("", "tie_dead"):
            code = _wed(one, tie, away, day)
        if code:
            yield code


def _wed(one: Weighed, tie: Tie, away: set[int], day: date) -> str:
    """A marriage that ended, or beside another one; who died later was married all the same."""
    if any(note.kind in _ENDS for note in one.entry.notes_until()):
        return "tie_ended"
    both = (tie.own, tie.other)
    known = {row.spouse_id for row in both} - {None, tie.own.pk, tie.other.pk}
    if known or away & {row.pk for row in both}:
        return "tie_bound"
    died = [row.died for row in both if row.died]
    return "tie_dead" if any(text < day.isoformat()[: len(text)] for text in died) else ""
