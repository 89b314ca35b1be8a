"""Whom a helper means, how that person agreed, and who stands beside them. Checked, not kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from motcua.foundation.actor import Actor
from motcua.foundation.names import folded, tidy
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.refusal import Gathered
from motcua.helping import errors
from motcua.helping.models import Consent
from motcua.people.actions import confirm_phone_check
from motcua.people.errors import PhoneCheckOver
from motcua.people.phone import normal

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Person:
    """Who is helped, as typed; `village` is the code of a village or ""."""

    name: str
    birth: str
    phone: str = ""
    village: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """The consent: of which kind, and what shows it.

    `signature` is the digest of the drawn picture; `check` the phone check whose `code` the person
    told the helper.
    """

    kind: str
    witness: str = ""
    signature: str = ""
    check: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Who stands beside a person who does not speak Vietnamese, or cannot read or sign."""

    foreign: bool = False
    interpreter: str = ""
    language: str = ""
    unlettered: bool = False
    witnesses: Sequence[tuple[str, str]] = field(default=())


def person_of(person: Person, by: Actor) -> Person:
    """The same, tidied: the name, the birth as stored, the telephone in E.164.

    Refuses all that is wrong at once.
    """
    met = Gathered()
    name = met.of(lambda: _name(person, by))
    birth = met.of(lambda: _birth(person))
    phone = met.of(lambda: normal(person.phone) if person.phone.strip() else "")
    met.say()
    return Person(name or "", birth or "", phone or "", person.village)


def _name(person: Person, by: Actor) -> str:
    name = tidy(person.name)[:_LONGEST]
    if not name:
        raise errors.PersonMissing(field="name")
    if folded(name) == folded(by.name):
        raise errors.Yourself(field="name")
    return name


def _birth(person: Person) -> str:
    try:
        return str(PartialDate.typed(person.birth))
    except ValueError as fault:
        raise errors.BirthUnreadable(field="birth") from fault


def shown(given: Given, person: Person, by: Actor, at: datetime) -> Given:
    """The consent once it is shown to be there; a wrong code is counted although it is refused."""
    if given.kind == Consent.SPOKEN:
        witness = tidy(given.witness)[:_LONGEST]
        if not witness or folded(witness) in (folded(by.name), folded(person.name)):
            raise errors.WitnessMissing(field="witness")
        return Given(Consent.SPOKEN, witness=witness)
    if given.kind == Consent.DRAWN:
        if not given.signature:
            raise errors.NotSigned(field="drawn")
        return Given(Consent.DRAWN, signature=given.signature)
    if given.kind == Consent.CODE:
        return _told(given, person, at)
    raise errors.ConsentMissing(field="consent")


def _told(given: Given, person: Person, at: datetime) -> Given:
    if not person.phone:
        raise errors.PhoneMissing(field="phone")
    try:
        check = UUID(given.check)
    except ValueError as fault:
        raise PhoneCheckOver(field="code") from fault
    digits = "".join(c for c in given.code if c.isdecimal())
    holder = confirm_phone_check(check_id=check, code=digits, at=at)
    if holder.id != f"phone:{person.phone}":
        raise errors.CodeOfAnother(field="code")
    return Given(Consent.CODE)


def interpreter_of(beside: Beside) -> Mapping[str, str]:
    """Who interprets, and from what; nothing for somebody who speaks Vietnamese."""
    if not beside.foreign:
        return {}
    name, language = tidy(beside.interpreter)[:_LONGEST], tidy(beside.language)[:_LONGEST]
    if not name or not language:
        raise errors.InterpreterMissing(field="interpreter")
    return {"name": name, "language": language}


def witnesses_of(beside: Beside, person: Person, by: Actor) -> list[dict[str, str]]:
    """The two witnesses; nobody where the person reads and signs."""
    if not beside.unlettered:
        return []
    found = [(tidy(name)[:_LONGEST], tidy(paper)[:20]) for name, paper in beside.witnesses]
    names = {folded(name) for name, paper in found if name and paper}
    if len(found) != 2 or len(names) != 2 or names & {folded(by.name), folded(person.name)}:
        raise errors.WitnessesMissing(field="witness_one")
    return [{"name": name, "identity": paper} for name, paper in found]
