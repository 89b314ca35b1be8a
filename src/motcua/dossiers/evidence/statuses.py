"""Whether somebody is married: what the books say, and the register of residents beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from motcua.dossiers.evidence.bonds import PARTINGS, WEDDINGS, bonds
from motcua.dossiers.evidence.found import Look, Person, Said, Weight
from motcua.dossiers.evidence.marriages import Marriage, Status, status_of
from motcua.dossiers.evidence.people_known import known
from motcua.foundation.names import folded
from motcua.people.partners import Partnered, partnered
from motcua.registers.told_of import Told, told_of

# The books that say whether somebody is married, and whether they live.
KINDS = (*WEDDINGS, *PARTINGS, "death", "marital")


@dataclass(frozen=True, slots=True)
class Known:
    """A person with what they are: by the books, and by the register of residents."""

    person: Person
    told: Sequence[Told]
    marriages: Sequence[Marriage]
    status: Status
    partner: Partnered


def known_status(look: Look, asked: Mapping[str, str]) -> list[Known]:
    """Each of some people of the request, by their part with the status that it gives. Traced."""
    return statuses_of(look, [known(look, who) for who in asked], list(asked.values()))


def statuses_of(look: Look, people: Sequence[Person], asked: Sequence[str]) -> list[Known]:
    """Of people who are recognised already, each with the status that is `asked`. Traced."""
    told = told_of(
        [one.named for one in people],
        kinds=KINDS,
        by=look.by,
        commune=look.commune,
        at=look.at,
        why=look.why,
        own=look.own,
    )
    partners = [_partner(look, one) for one in people]
    found = zip(people, told, bonds(look, told, partners), partners, asked, strict=True)
    return [_known(*one) for one in found]


def _partner(look: Look, person: Person) -> Partnered:
    if person.resident is None:
        return Partnered()
    return partnered(person.resident, by=look.by, at=look.at, why=look.why)


def _known(
    person: Person,
    told: Sequence[Told],
    marriages: Sequence[Marriage],
    partner: Partnered,
    asked: str,
) -> Known:
    status = status_of(marriages)
    said = [
        *person.said,
        *_dead(person, told),
        *(_marriage(one) for one in marriages),
        *_contradictions(status, partner, person, asked),
    ]
    return Known(replace(person, said=said), told, marriages, status, partner)


def _marriage(one: Marriage) -> Said:
    """One marriage, with its end."""
    facts = {"spouse": one.spouse.name, "day": one.on, "number": one.reference}
    if not one.sure:
        return Said("wed_perhaps", facts, one.source, Weight.CONTRADICTS)
    if one.end is None:
        return Said("wed", facts, one.source)
    facts |= {"until": one.end.on, "paper": one.end.paper}
    return Said(f"wed_{one.end.how}", facts, one.source)


def _dead(person: Person, told: Sequence[Told]) -> Iterator[Said]:
    """Who has died asks for nothing."""
    deaths = [one for one in told if one.entry.kind == "death" and one.sure]
    for one in deaths:
        facts = {"day": one.reads.get("death.date", ""), "number": one.entry.reference}
        yield Said("dead", facts, f"entry:{one.entry.pk}", Weight.CONTRADICTS)
    row = person.resident
    if row is not None and row.died and not deaths:
        yield Said("dead_resident", {"day": row.died}, f"resident:{row.pk}", Weight.CONTRADICTS)


def _contradictions(
    status: Status, partner: Partnered, person: Person, asked: str
) -> Iterator[Said]:
    """Where the books do not say what the register of residents does.

    A marriage that the person and the register know and the books do not may be entered elsewhere.
    """
    if len(status.standing) > 1:
        yield Said("several_marriages", weight=Weight.CONTRADICTS)
    if person.resident is None or not partner.word:
        return
    source = f"resident:{partner.resident or person.resident.pk}"
    facts = {"spouse": partner.name}
    if partner.word == status.word:
        if not same_spouse(status, partner):
            yield Said("other_spouse", facts, source, Weight.CONTRADICTS)
    elif partner.listed:
        yield Said("listed_spouse", facts, source, Weight.CONTRADICTS)
    elif partner.word == "widowed" and status.word == "divorced":
        # Whoever was married to them has died since: that changes nothing.
        yield Said("residents_widowed", facts, source)
    else:
        elsewhere = status.word == "never" and partner.word == asked
        weight = Weight.WARNS if elsewhere else Weight.CONTRADICTS
        yield Said(f"residents_{partner.word}", facts, source, weight)


def same_spouse(status: Status, partner: Partnered) -> bool:
    """Whether both name the same husband or wife, as far as the register names one."""
    if status.marriage is None or not partner.name:
        return True
    return folded(status.marriage.spouse.name) == folded(partner.name)
