"""Who of the register of residents is meant by somebody whom a request names."""

from collections.abc import Sequence

from motcua.dossiers.evidence.found import Compared, Look, Person, Said, Weight
from motcua.people.models import Resident
from motcua.people.recognising import recognise

# Terms of a person in a book, and the column of a resident that says the same.
_TERMS = {
    "name": "full_name",
    "birth": "birth",
    "sex": "sex",
    "ethnic": "ethnic",
    "nationality": "nationality",
    "identity": "identity_number",
}


def known(look: Look, who: str) -> Person:
    """The person with what the register of residents says of them; traced when it finds."""
    named = look.named(who)
    found = recognise(commune=look.commune, named=named, by=look.by, at=look.at, why=look.why)
    row = found.sure
    said = [_absent(found.maybe)] if row is None else _stands(row)
    return Person(
        who=who,
        named=named,
        resident=row,
        maybe=found.maybe,
        compared=_compared(look, who, row) if row else (),
        said=said,
    )


def _absent(maybe: Sequence[Resident]) -> Said:
    return Said("several_residents", weight=Weight.WARNS) if maybe else Said("no_resident")


def _stands(row: Resident) -> list[Said]:
    """Where they live; that they are gone."""
    source = f"resident:{row.pk}"
    if row.left_on:
        day = row.left_on.isoformat()
        return [Said("left", {"day": day}, source, Weight.WARNS)]
    if row.household is None:
        return []
    facts = {"number": str(row.household.number), "village": row.village.name}
    return [Said("heads" if row.head else "lives", facts, source)]


def _compared(look: Look, who: str, row: Resident) -> list[Compared]:
    lines = (
        Compared(what, look.content.get(f"{who}.{what}", ""), getattr(row, column))
        for what, column in _TERMS.items()
    )
    return [line for line in lines if line.asked]
