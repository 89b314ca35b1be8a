"""From the people around a request to the answers that need not be typed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from motcua.dossiers.known import earlier, facts, statuses
from motcua.dossiers.known.facts import Fact, Source
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.people.kin import Kin, head_of_home, is_minor
from motcua.people.models import Resident
from motcua.procedures.around import Who, around, for_oneself
from motcua.procedures.pack import Field, Procedure
from motcua.registers.kinds import book, books
from motcua.registers.models import Entry
from motcua.registers.naming import entry_naming

_WHY = "fill in"
# What somebody is to the one they act for, as forms offer it; the first that a form has is meant.
_RELATIONS: Mapping[str, tuple[str, ...]] = {
    "self": ("self",),
    "spouse": ("spouse",),
    "mother": ("child",),
    "father": ("child",),
    "other": (),
}
_PARENT = {"female": "mother", "male": "father"}
_MARRIED = {"female": "wife", "male": "husband"}
# In the book of births the subject is called the child.
_BIRTH, _CHILD = "birth", "child"


@dataclass(frozen=True, slots=True)
class Around:
    """Who files, for whom of the kin (None: for somebody unknown), and what the account says.

    `whole`: whoever asks may read everything of them, as the counter may. `answers` are those
    that are given already, such as which book is meant.
    """

    filer: Resident | None = None
    chosen: Kin | None = None
    account: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    whole: bool = False
    answers: Mapping[str, str] = field(default_factory=dict)


def known(procedure: Procedure, people: Around, *, by: Actor, at: datetime) -> dict[str, Fact]:
    """The facts by the name of the field that asks for them; {} where nothing is known.

    The register of residents comes first, then the books, then the account, then what the same
    person wrote in an earlier request.
    """
    if people.chosen and people.chosen.how == "self" and not for_oneself(procedure):
        people = replace(people, chosen=None)
    asked = {one.means for one in procedure.form.fields if one.means}
    standing = _standing(procedure, people)
    # A telephone that its owner signed in with is newer than that of a register.
    found = {**_of_residents(standing, people, at), **_of_account(people, ("phone",))}
    found = {**_of_account(people, people.account), **found}
    found |= _of_statuses(standing, people, asked, by, at)
    found |= _of_home(people, asked, by, at)
    found = {**_of_books(procedure, people, asked - found.keys(), by, at), **found}
    found = {**earlier.facts_for(asked - found.keys(), people.owner, found), **found}
    return dict(_by_field(procedure, found, people))


def _of_account(people: Around, which: Collection[str]) -> dict[str, Fact]:
    source = Source("account", people.owner)
    said = {what: people.account.get(what, "") for what in which}
    return {f"filer.{what}": Fact(value, source) for what, value in said.items() if value}


def _standing(procedure: Procedure, people: Around) -> dict[str, Resident]:
    """The filer, and whoever stands in each place of the form and is known."""
    found = {"filer": people.filer}
    found |= {place: _stands(who, people) for place, who in around(procedure).items()}
    return {place: person for place, person in found.items() if person is not None}


def _of_residents(
    standing: Mapping[str, Resident], people: Around, at: datetime
) -> dict[str, Fact]:
    """By `means` what the register of residents says of each."""
    found: dict[str, Fact] = {}
    for place, person in standing.items():
        found |= _of_one(place, person, people, at)
    return found


def _of_one(place: str, person: Resident, people: Around, at: datetime) -> dict[str, Fact]:
    said = facts.of_resident(
        person,
        whole=_may_read_all(people, person, at),
        home=people.filer.household_id if people.filer else None,
    )
    return {f"{place}.{what}": fact for what, fact in said.items()}


def _of_statuses(
    standing: Mapping[str, Resident], people: Around, asked: set[str], by: Actor, at: datetime
) -> dict[str, Fact]:
    """Whether somebody is married: of one's spouse only that they are, of other adults nothing."""
    found: dict[str, Fact] = {}
    filer = people.filer
    for place, person in statuses.asked_of(asked, standing):
        if _may_read_all(people, person, at):
            found |= statuses.facts_for(place, person, by=by, at=at, why=_WHY)
        elif filer is not None and filer.spouse_id == person.pk:
            found |= statuses.as_spouse(place, filer, person, by=by, at=at, why=_WHY)
    return found


def _of_home(people: Around, asked: set[str], by: Actor, at: datetime) -> dict[str, Fact]:
    """Who heads the household of the one who acts for the child that it takes in."""
    filer, chosen = people.filer, people.chosen
    if filer is None or chosen is None or not any(one.startswith("head.") for one in asked):
        return {}
    head = head_of_home(filer, by=by, at=at, why=_WHY) if chosen.how == "self" else None
    if head is None:
        return {}
    tie = _child_of_head(head, filer)
    relation = {"head.relation": Fact(tie, facts.of_register(head))} if tie else {}
    return _of_one("head", head, people, at) | relation


def _child_of_head(head: Resident, filer: Resident) -> str:
    """What the child of the filer and spouse is to the head of their household."""
    couple = [one for one in (filer, filer.spouse) if one is not None]
    if any(head.pk == one.pk for one in couple):
        return "child"
    grand = any(head.pk in (one.mother_id, one.father_id) for one in couple)
    return "grandchild" if grand else ""


def _stands(who: Who, people: Around) -> Resident | None:
    """Which resident that is; None for nobody who is known."""
    chosen = people.chosen.resident if people.chosen else None
    if who in (Who.MAN, Who.WOMAN):
        return _of_couple(who, people)
    if who is Who.FILER:
        return people.filer if chosen is None or chosen != people.filer else None
    if chosen is None or who is Who.CHOSEN:
        return chosen
    link = {Who.MOTHER: "mother", Who.FATHER: "father", Who.SPOUSE: "spouse"}[who]
    found: Resident | None = getattr(chosen, link)
    return found


def _of_couple(who: Who, people: Around) -> Resident | None:
    """The man or the woman of the filer and spouse, where the filer acts for the two of them."""
    filer = people.filer
    if filer is None or people.chosen is None or people.chosen.how != "self":
        return None
    is_filer = (filer.sex == "female") == (who is Who.WOMAN)
    return filer if is_filer else filer.spouse


def _may_read_all(people: Around, person: Resident, at: datetime) -> bool:
    own = people.filer is not None and person.pk == people.filer.pk
    return people.whole or own or is_minor(person, day_of(at))


def may_be_offered(kind: str, kin: Kin, at: datetime) -> bool:
    """Whether somebody is told that a book has an entry of one of their family."""
    return book(kind).known_to_kin or kin.how == "self" or is_minor(kin.resident, day_of(at))


def _of_books(
    procedure: Procedure, people: Around, missing: set[str], by: Actor, at: datetime
) -> dict[str, Fact]:
    """What the entries of the chosen person say that the register of residents does not."""
    if people.chosen is None or around(procedure).get("subject") is not Who.CHOSEN:
        return {}
    found: dict[str, Fact] = {}
    kind, person = kind_meant(procedure, people.answers), people.chosen.resident
    told = kind and (book(kind).known_to_kin or _may_read_all(people, person, at))
    if told and any(one.startswith(("register.", "other.")) for one in missing):
        entry = entry_of(person, kind, by=by, at=at)
        found |= facts.reference_of(entry) if entry else {}
        found |= facts.beside(entry, person.full_name, person.birth) if entry else {}
    if any(one.startswith(("mother.", "father.", "subject.")) for one in missing):
        entry = entry_of(person, _BIRTH, by=by, at=at)
        found |= _as_subject(facts.of_entry(entry)) if entry else {}
    return {means: fact for means, fact in found.items() if means in missing}


def _as_subject(said: Mapping[str, Fact]) -> dict[str, Fact]:
    return {
        f"subject.{term.removeprefix('child.')}" if term.startswith(f"{_CHILD}.") else term: fact
        for term, fact in said.items()
    }


def kind_meant(procedure: Procedure, answers: Mapping[str, str]) -> str:
    """The book that the request is about, where an answer or a default says so; else ""."""
    for one in procedure.form.fields:
        if one.means == "register.kind":
            said = answers.get(one.name) or one.default
            return said if said in books() else ""
    return ""


def entry_of(person: Resident, kind: str, *, by: Actor, at: datetime) -> Entry | None:
    """The one entry of a kind about a resident; None where there is none or a doubt."""
    if not set(book(kind).about):
        return None
    return entry_naming(
        by=by,
        commune=person.commune_id,
        kind=kind,
        name=person.full_name,
        birth=person.birth,
        at=at,
        why=_WHY,
    )


def _by_field(
    procedure: Procedure, found: Mapping[str, Fact], people: Around
) -> Iterator[tuple[str, Fact]]:
    for one in procedure.form.fields:
        fact = found.get(one.means or "") or _relation(one, people)
        if fact is not None and _fits(one, fact):
            yield one.name, fact


def _relation(asked: Field, people: Around) -> Fact | None:
    """What the filer is to the one they act for."""
    if asked.means != "filer.relation" or people.chosen is None or people.filer is None:
        return None
    offered = {choice.value for choice in asked.choices}
    parent, married = _PARENT.get(people.filer.sex, ""), _MARRIED.get(people.filer.sex, "")
    meant = (*_RELATIONS.get(people.chosen.how, (parent, "parent")), "guardian")
    if people.chosen.how == "self" and "self" not in offered:
        meant = (parent, married)
    value = next((one for one in meant if one in offered), "")
    source = Source("resident", f"resident:{people.filer.pk}")
    return Fact(value, source) if value else None


def _fits(asked: Field, fact: Fact) -> bool:
    """Whether the question takes that value: a passport is no identity number."""
    if asked.means and asked.means.endswith(".identity"):
        return asked.kind == "identity_number"
    offered = {choice.value for choice in asked.choices}
    return not offered or fact.value in offered
