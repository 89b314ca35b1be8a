"""What an entry means for the residents of its commune: one table, one function for a book.

Each says what it did in one word, which the desk puts into a sentence (`Told`). A person who is
not known here is left alone, and so is everybody while it is not sure who is meant.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from motcua.consequences.known_people import KnownPeople
from motcua.foundation.clock import day_of
from motcua.foundation.partial_date import PartialDate
from motcua.people.actions import enter_resident, record_moves
from motcua.people.actions.residents import Came, Facts
from motcua.people.history import in_force, standing
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.said import Said, dying
from motcua.procedures.family import family_law

_UNCLEAR: Final = "unclear"
_BY_HAND: Final = "by_hand"
# How the book of divorces says that a marriage never was one: hủy việc kết hôn.
_ANNULLED: Final = "hủy"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of it: a word, the residents whom it concerns, and the household."""

    word: str
    residents: tuple[int, ...] = ()
    household: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)


UNCLEAR = Told(_UNCLEAR)


def born(people: KnownPeople) -> Told:
    """A child joins the household of the mother, else the father, else whoever declared it."""
    names = _names(people, ("child",))
    if people.content.get("again") or _grown(people):
        return Told("again" if people.content.get("again") else "grown", names=names)
    mother, father = people.who("mother"), people.who("father")
    child = people.who("child")
    home = _home(mother) or _home(father) or _home(people.who("declarant"))
    if people.asked:
        return UNCLEAR
    if child is not None and child.mother_id in (None, mother.pk if mother else None):
        return Told("already", (child.pk,), names=names)
    if home is None:
        return Told("no_home", names=names)
    made = enter_resident(
        household=home,
        facts=_newborn(people, mother, father),
        by=people.by,
        at=people.at,
        came=Came(source=_source(people), born=True),
    )
    return Told("joined", (made.pk,), home.pk, names)


def died(people: KnownPeople) -> Told:
    """Somebody is no longer of their household; a spouse is a widow or widower by that."""
    names = _names(people, ("deceased",))
    dead = people.who("deceased")
    if people.asked:
        return UNCLEAR
    if dead is None:
        return Told("stranger", names=names)
    if dead.died:
        return Told("dead_already", (dead.pk,), names=names)
    day = people.content["death.date"]
    _record(people, [Said(dead, Kind.DIED, day, dying(day))])
    widowed = dead.spouse if dead.spouse and not dead.spouse.died else None
    if widowed is None:
        return Told("died", (dead.pk,), names=names)
    return Told("died_widowed", (dead.pk, widowed.pk), names=names | {"spouse": widowed.full_name})


def wed(people: KnownPeople) -> Told:
    """Two are married from the day of registration; nobody moves by it."""
    return _wed(people, ("husband", "wife"), people.entry.registered_on.isoformat())


def wed_abroad(people: KnownPeople) -> Told:
    """Two are married from the day on which they were abroad."""
    return _wed(people, ("first", "second"), people.content["foreign.date"])


def parted_abroad(people: KnownPeople) -> Told:
    """A marriage is over from the day of the ruling; one that is annulled never was."""
    one, other = people.who("first"), people.who("second")
    if people.asked:
        return UNCLEAR
    names = _names(people, ("first", "second"))
    if one is None and other is None:
        return Told("strangers", names=names)
    day = people.content["foreign.date"]
    married = [row for row in (one, other) if row is not None and _marriage(row) is not None]
    if not married:
        return Told("not_married", names=names)
    keys = tuple(row.pk for row in married)
    if _ANNULLED in people.content.get("kind", "").casefold():
        _record(people, [_void(row) for row in married])
        return Told("annulled", keys, names=names)
    over = {"spouse": None, "partner": ""}
    _record(people, [Said(row, Kind.PARTED, day, over) for row in married])
    return Told("parted", keys, names=names)


def recognised_as_parent(people: KnownPeople) -> Told:
    """Whoever is recognised as a parent always was: it holds from the child's birth."""
    child, parent = people.who("child"), people.who("parent")
    names = _names(people, ("child", "parent"))
    if people.asked:
        return UNCLEAR
    if child is None or parent is None:
        return Told("no_parent", names=names)
    part = "father" if parent.sex == "male" else "mother"
    said_before = getattr(child, f"{part}_id")
    if said_before not in (None, parent.pk):
        people.doubt("parent", parent)
    if people.asked:
        return UNCLEAR
    _record(people, [Said(child, Kind.PARENTAGE, child.birth, {part: parent.pk})])
    return Told("parent", (child.pk, parent.pk), names=names)


def happened_abroad(people: KnownPeople) -> Told:
    """What it was stands there in words: somebody who knows the resident reads it."""
    names = _names(people, ("first",))
    row = people.who("first")
    if people.asked:
        return UNCLEAR
    return Told(_BY_HAND, (row.pk,), names=names) if row else Told("stranger", names=names)


# By book. Every other book says nothing of who lives here, and with whom.
MEANS: Final[Mapping[str, Callable[[KnownPeople], Told]]] = {
    "birth": born,
    "death": died,
    "marriage": wed,
    "wed_abroad": wed_abroad,
    "div_abroad": parted_abroad,
    "parentage": recognised_as_parent,
    "abroad": happened_abroad,
}


def _wed(people: KnownPeople, two: tuple[str, str], day: str) -> Told:
    names = _names(people, two)
    found = {who: people.who(who) for who in two}
    here = {who: row for who, row in found.items() if row is not None}
    for who, row in here.items():
        other = found[two[1] if who == two[0] else two[0]]
        if _bound_elsewhere(row, other):
            people.doubt(who, row)
    if people.asked:
        return UNCLEAR
    if not here:
        return Told("strangers", names=names)
    keys = tuple(row.pk for row in here.values())
    if len(here) == 2 and all(row.spouse_id in keys for row in here.values()):
        return Told("wed_already", keys, names=names)
    if people.content.get("again"):
        return Told("again", names=names)
    _record(people, [_bond(row, found, who, two, names, day) for who, row in here.items()])
    return Told("wed" if len(here) == 2 else "wed_one", keys, names=names)


def _bond(
    row: Resident,
    found: Mapping[str, Resident | None],
    who: str,
    two: tuple[str, str],
    names: Mapping[str, str],
    day: str,
) -> Said:
    across = two[1] if who == two[0] else two[0]
    other = found[across]
    bond = {"spouse": other.pk if other else None, "partner": "" if other else names[across]}
    return Said(row, Kind.MARRIED, day, bond)


def _bound_elsewhere(row: Resident, other: Resident | None) -> bool:
    """Whether somebody is known to be married to somebody else who lives."""
    spouse = row.spouse
    return spouse is not None and not spouse.died and spouse != other


def _marriage(row: Resident) -> Move | None:
    """The row that says to whom somebody is married now."""
    moves = list(Move.objects.filter(resident=row))
    holds = standing(moves)
    if holds["spouse"] is None and not holds["partner"]:
        return None
    return next(move for move in reversed(in_force(moves)) if move.kind == Kind.MARRIED)  # type: ignore[return-value]


def _void(row: Resident) -> Said:
    """An annulled marriage never was: for whoever knows it."""
    marriage = _marriage(row)
    on = marriage.on if marriage else row.birth
    return Said(row, Kind.ANNULLED, on, replaces=marriage)


def _grown(people: KnownPeople) -> bool:
    """Whoever is of age may live anywhere; a child lives where its parents do."""
    birth = PartialDate.stored(people.content["child.birth"])
    return birth.ages(day_of(people.at))[1] >= family_law().of_age.amount


def _home(row: Resident | None) -> Household | None:
    return row.household if row else None


def _newborn(people: KnownPeople, mother: Resident | None, father: Resident | None) -> Facts:
    said = people.content
    return Facts(
        full_name=said["child.name"],
        sex=said["child.sex"],
        birth=said["child.birth"],
        ethnic=said["child.ethnic"],
        nationality=said.get("child.nationality", ""),
        identity_number=said.get("child.identity", ""),
        birth_place=said.get("child.birth_place", ""),
        home_place=said.get("child.home_place", ""),
        mother=mother,
        father=father,
    )


def _names(people: KnownPeople, parts: tuple[str, ...]) -> dict[str, str]:
    return {who: people.content.get(f"{who}.name", "") for who in parts}


def _source(people: KnownPeople) -> str:
    return f"entry:{people.entry.pk}"


def _record(people: KnownPeople, said: list[Said]) -> None:
    record_moves(said=said, source=_source(people), by=people.by, at=people.at)
