"""Whether somebody is married, as the answers to a form: of whom the reader may know it."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime

from motcua.dossiers.evidence.found import Look, Person
from motcua.dossiers.evidence.marriages import End
from motcua.dossiers.evidence.statuses import Known, same_spouse, statuses_of
from motcua.dossiers.known.facts import Fact, Source, of_book, of_register
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.people.models import Resident
from motcua.people.recognising import Named
from motcua.registers.models import Entry

# The book of marital statuses asks of its one person, a marriage of each of the two.
_OF_SUBJECT, _OF_COUPLE = "marital.", ("husband", "wife")


def asked_of(
    asked: Collection[str], standing: Mapping[str, Resident]
) -> Iterator[tuple[str, Resident]]:
    """The places of a form of which the status is asked, each with whoever stands there."""
    places = ["subject"] if any(one.startswith(_OF_SUBJECT) for one in asked) else []
    places += [place for place in _OF_COUPLE if f"{place}.marital" in asked]
    for place in places:
        if place in standing:
            yield place, standing[place]


def facts_for(
    place: str, person: Resident, *, by: Actor, at: datetime, why: str
) -> dict[str, Fact]:
    """What the records say of somebody of whom the actor may read it; {} where they leave a doubt.

    That they hold no marriage is no fact: it may have been registered elsewhere. Traced.
    """
    found = _known(person, by, at, why)
    word, name = _follows(found)
    if not word:
        return {}
    marriage = found.status.marriage
    end = marriage.end if marriage else None
    source = _source(end, marriage.source if marriage else "", person)
    said = {word_of(place): Fact(word, source)}
    if place == "subject":
        said |= _with_papers(word, name, end, source)
    return said


def as_spouse(
    place: str, of: Resident, person: Resident, *, by: Actor, at: datetime, why: str
) -> dict[str, Fact]:
    """Of the spouse of `of`, who reads it, no more than that the two are married; {} where not so.

    What was before is the other's own to tell, and is not looked up.
    """
    said = facts_for("subject", of, by=by, at=at, why=why)
    word, name = said.get("marital.status"), said.get("spouse.name")
    if word is None or word.value != "married" or name is None:
        return {}
    if folded(name.value) != folded(person.full_name):
        return {}
    married = {word_of(place): word}
    return married | (
        {"spouse.name": Fact(of.full_name, word.source)} if place == "subject" else {}
    )


def word_of(place: str) -> str:
    """What a form calls the status of whoever stands in a place."""
    return "marital.status" if place == "subject" else f"{place}.marital"


def _known(person: Resident, by: Actor, at: datetime, why: str) -> Known:
    named = Named(person.full_name, person.birth, person.identity_number)
    look = Look("marital", {}, {}, person.commune_id, by, at, why, own=True)
    (found,) = statuses_of(look, [Person("person", named, person)], [""])
    return found


def _follows(found: Known) -> tuple[str, str]:
    """The status and of whom; by the register of residents where the books know of no marriage."""
    word, partner = found.status.word, found.partner
    if any(not one.sure for one in found.marriages) or len(found.status.standing) > 1:
        return "", ""
    if word == "never":
        return ("", "") if partner.listed else (partner.word, partner.name)
    marriage = found.status.marriage
    agrees = partner.word in ("", word) or (partner.word, word) == ("widowed", "divorced")
    same = partner.word != word or same_spouse(found.status, partner)
    return (word, marriage.spouse.name if marriage else "") if agrees and same else ("", "")


def _with_papers(word: str, name: str, end: End | None, source: Source) -> dict[str, Fact]:
    said = {"spouse.name": Fact(name, source)} if name else {}
    if end is not None and end.paper and word in ("divorced", "widowed"):
        paper = "marital.ruling" if word == "divorced" else "marital.death"
        said[paper] = Fact(end.paper, source)
    return said


def _source(end: End | None, marriage: str, person: Resident) -> Source:
    """The record of the end, of the marriage beside which it is noted, or of the residents."""
    for about in (end.source if end else "", marriage):
        kind, _, key = about.partition(":")
        if kind == "entry":
            return of_book(Entry.objects.get(pk=key))
    return of_register(person)
