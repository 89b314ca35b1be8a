"""For a birth: the parents, whether they are married, and births that may be the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from motcua.dossiers.evidence.bonds import WEDDINGS, bonds
from motcua.dossiers.evidence.found import Evidence, Look, Person, Said, Weight
from motcua.dossiers.evidence.people_known import known
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.people.partners import Partnered, partnered
from motcua.registers.told_of import Told, told_of

# Nobody has two children from two pregnancies nearer to one another than this.
_NEAR = timedelta(days=210)
_PARENTS = ("mother", "father")


def birth(look: Look) -> Evidence:
    """Mother, father and the child; a birth that is registered again may stand there already."""
    people = {who: known(look, who) for who in _PARENTS if look.named(who).name}
    asked = [*people, "child"]
    told = told_of(
        [look.named(who) for who in asked],
        kinds=("birth", *WEDDINGS),
        by=look.by,
        commune=look.commune,
        at=look.at,
        why=look.why,
    )
    by_part = dict(zip(asked, told, strict=True))
    said = [*_earlier(look, by_part), *_notice(look), *_together(look, people, by_part)]
    return Evidence("birth", [_alive(one) for one in people.values()], said)


def _alive(person: Person) -> Person:
    """A mother who had died before, or a father long before, is no parent of this child."""
    row = person.resident
    if row is None or not row.died:
        return person
    said = Said("dead_resident", {"day": row.died}, f"resident:{row.pk}", Weight.WARNS)
    return replace(person, said=[*person.said, said])


def _notice(look: Look) -> Iterator[Said]:
    """The hospital's paper, as the request quotes it."""
    number, day = look.means.get("notice.number", ""), look.means.get("notice.day", "")
    if number or day:
        yield Said("notice", {"number": number, "day": day})


def _together(
    look: Look, people: Mapping[str, Person], told: Mapping[str, Sequence[Told]]
) -> Iterator[Said]:
    """Whether mother and father are married to one another."""
    if len(people) < 2:
        return
    mother, father = (people[who] for who in _PARENTS)
    partners = [_partner(look, one) for one in (mother, father)]
    (wed, _of_father) = bonds(look, [told["mother"], told["father"]], partners)
    couple = [one for one in wed if folded(one.spouse.name) == folded(father.named.name)]
    for one in couple:
        facts = {"number": one.reference, "day": one.on, "until": one.end.on if one.end else ""}
        over = "parents_wed_over" if one.end else "parents_wed"
        yield Said(over, facts, one.source, Weight.WARNS if one.end else Weight.TELLS)
    if couple:
        return
    if mother.resident and father.resident and partners[0].resident == father.resident.pk:
        yield Said("parents_linked", source=f"resident:{mother.resident.pk}")
    else:
        yield Said("parents_not_wed", weight=Weight.WARNS)


def _partner(look: Look, person: Person) -> Partnered:
    if person.resident is None:
        return Partnered()
    return partnered(person.resident, by=look.by, at=look.at, why=look.why)


def _earlier(look: Look, told: Mapping[str, Sequence[Told]]) -> Iterator[Said]:
    """Births that may be this one: of the same mother near that day, or of that name."""
    again = bool(look.content.get("again"))
    of_mother = [
        one for one in told.get("mother", ()) if one.entry.kind == "birth" and one.who == "mother"
    ]
    seen = {one.entry.pk for one in of_mother}
    for one in of_mother:
        yield from _sibling(look, one, again=again)
    for one in told["child"]:
        if one.entry.kind == "birth" and one.who == "child" and one.entry.pk not in seen:
            yield _namesake(look, one, again=again)


def _sibling(look: Look, one: Told, *, again: bool) -> Iterator[Said]:
    child, other = look.named("child"), one.named("child")
    if not (child.birth and other.birth):
        return
    days = [PartialDate.stored(birth).first for birth in (child.birth, other.birth)]
    apart = abs(days[0] - days[1])
    facts = {"name": other.name, "day": other.birth, "number": one.entry.reference}
    source = f"entry:{one.entry.pk}"
    if apart and apart > _NEAR:
        return
    if folded(child.name) == folded(other.name):
        weight = Weight.TELLS if again else Weight.CONTRADICTS
        yield Said("born_already", facts, source, weight)
    else:
        yield Said("born_near" if apart else "born_that_day", facts, source, Weight.WARNS)


def _namesake(look: Look, one: Told, *, again: bool) -> Said:
    """A child of that name and birth date, of a mother whom the request does not name."""
    other = one.named("child")
    mother = one.named("mother").name
    facts = {"name": other.name, "day": other.birth, "number": one.entry.reference}
    facts["mother"] = mother
    asked = look.named("mother").name
    alike = not mother or not asked or folded(mother) == folded(asked)
    weight = Weight.CONTRADICTS if alike and not again else Weight.WARNS
    return Said("namesake", facts, f"entry:{one.entry.pk}", weight)
