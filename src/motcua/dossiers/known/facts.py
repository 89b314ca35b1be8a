"""Facts about one person, by what they mean to a form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from motcua.foundation.names import folded
from motcua.people.models import Resident
from motcua.registers.kinds import book
from motcua.registers.models import Entry

Kind = Literal["account", "resident", "entry", "dossier"]
# What one adult may read of another of their family; the rest the office has, and shows to none.
_OF_KIN = frozenset({"name", "birth", "sex", "ethnic", "nationality", "birth_place", "home_place"})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands. `book` and `number` of an entry, the `day` of an earlier request."""

    kind: Kind
    about: str
    book: str = ""
    number: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in its stored form, and its source."""

    value: str
    source: Source


def of_resident(person: Resident, *, whole: bool, home: int | None = None) -> dict[str, Fact]:
    """What the register of residents holds: ``{"name": …, "birth": …}``; blanks are left out.

    Not `whole`: without the numbers and the address, but for who lives in the household `home`.
    """
    commune = person.commune
    values: Mapping[str, str] = {
        "name": person.full_name,
        "birth": person.birth,
        "sex": person.sex,
        "ethnic": person.ethnic,
        "nationality": person.nationality,
        "identity": person.identity_number,
        "birth_place": person.birth_place,
        "home_place": person.home_place,
        "phone": person.phone,
        "address": f"{person.village.name}, {commune.name}, {commune.province.name}",
    }
    shared = home is not None and person.household_id == home
    source = of_register(person)
    return {
        what: Fact(value, source)
        for what, value in values.items()
        if value and (whole or what in _OF_KIN or (shared and what == "address"))
    }


def of_register(person: Resident) -> Source:
    """The register of residents as a source."""
    return Source("resident", f"resident:{person.pk}")


def of_entry(entry: Entry) -> dict[str, Fact]:
    """What an entry holds as it stands now, by the terms of its book: ``{"mother.name": …}``."""
    source = of_book(entry)
    return {term: Fact(value, source) for term, value in entry.as_it_stands().items() if value}


def beside(entry: Entry, name: str, birth: str) -> dict[str, Fact]:
    """Who else the entry is of, besides the one of that name and birth: as a form asks for them."""
    stands = entry.as_it_stands()
    about = book(entry.kind).about
    others = [
        stands.get(f"{who}.name", "")
        for who in about
        if (folded(stands.get(f"{who}.name", "")), stands.get(f"{who}.birth", ""))
        != (folded(name), birth)
    ]
    known = len(about) == 2 and len(others) == 1 and others[0]
    return {"other.name": Fact(others[0], of_book(entry))} if known else {}


def of_book(entry: Entry) -> Source:
    """The entry as a source."""
    return Source("entry", f"entry:{entry.pk}", book=entry.kind, number=entry.reference)


def reference_of(entry: Entry) -> dict[str, Fact]:
    """Where the entry stands, as a form asks for it."""
    source, standing = of_book(entry), entry.as_it_stands()
    values = {
        "number": entry.reference,
        "volume": f"{entry.volume:02}/{entry.year}",
        "day": entry.registered_on.isoformat(),
        "office": standing.get("place", ""),
    }
    return {f"register.{what}": Fact(value, source) for what, value in values.items() if value}
