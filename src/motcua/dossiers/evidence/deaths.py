"""For a death: the resident, whether the death is known already, the spouse and the household."""

from collections.abc import Iterator
from dataclasses import replace

from motcua.dossiers.evidence.found import Evidence, Look, Said, Weight
from motcua.dossiers.evidence.people_known import known
from motcua.people.models import Resident
from motcua.people.partners import partnered
from motcua.people.queries import household
from motcua.registers.told_of import told_of


def death(look: Look) -> Evidence:
    """Who has died. A death that is registered again stands in the book already."""
    person = known(look, "deceased")
    row = person.resident
    family = [*_spouse(look, row), *_head(look, row)] if row else []
    said = [*_already(look, row), *family]
    return Evidence("death", [replace(person, said=[*person.said, *said])])


def _already(look: Look, row: Resident | None) -> Iterator[Said]:
    """An entry of the same death; a resident of whom it is known."""
    ((*told,),) = told_of(
        [look.named("deceased")],
        kinds=["death"],
        by=look.by,
        commune=look.commune,
        at=look.at,
        why=look.why,
    )
    again = bool(look.content.get("again"))
    for one in told:
        facts = {"day": one.reads.get("death.date", ""), "number": one.entry.reference}
        code = "dead" if one.sure else "dead_perhaps"
        weight = Weight.TELLS if again else Weight.CONTRADICTS
        yield Said(code, facts, f"entry:{one.entry.pk}", weight)
    if row is not None and row.died and not told:
        weight = Weight.TELLS if again else Weight.CONTRADICTS
        yield Said("dead_resident", {"day": row.died}, f"resident:{row.pk}", weight)


def _spouse(look: Look, row: Resident) -> Iterator[Said]:
    """Who is a widow or widower by it."""
    partner = partnered(row, by=look.by, at=look.at, why=look.why)
    if partner.word == "married":
        source = f"resident:{partner.resident or row.pk}"
        yield Said("leaves_spouse", {"spouse": partner.name}, source)


def _head(look: Look, row: Resident) -> Iterator[Said]:
    """Whose household it is; that it needs another head, where it was the dead one's."""
    if row.household_id is None or row.household is None:
        return
    members = household(by=look.by, household_id=row.household_id, at=look.at, why=look.why)
    others = [one for one in members if one.pk != row.pk]
    number = str(row.household.number)
    if row.head and others:
        facts = {"number": number, "members": str(len(others))}
        yield Said("leaves_headless", facts, f"household:{row.household_id}", Weight.WARNS)
    head = next((one for one in others if one.head), None)
    if head is not None:
        facts = {"head": head.full_name, "number": number}
        yield Said("head_is", facts, f"resident:{head.pk}")
