"""The journal as the auditor sees it: filters from the address, lines in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.audit import queries
from motcua.audit.actions import record_reading
from motcua.audit.models import JournalLine
from motcua.audit.queries import Wanted
from motcua.audit.sought import sought
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries import by_code
from motcua.dossiers.telephones import typed_phone
from motcua.foundation import telephone
from motcua.foundation.actor import Actor
from motcua.helping.queries import HAND
from motcua.office import subjects
from motcua.office.days import day_typed, evening, morning
from motcua.office.reasons import reason_shown
from motcua.office.roles import role_words
from motcua.office.verbs import VERBS, Words, said
from motcua.parts.doors import Visit
from motcua.people.queries import staff

NAMES = ("person", "dossier", "sought", "verb", "since", "until", "about")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they were typed, as the query takes them, and what was not understood."""

    words: Mapping[str, str]
    wanted: Wanted
    wrong: Mapping[str, str] = field(default_factory=dict)


class Row(NamedTuple):
    """One line: who, what, about what; `about` and `person` filter the page by it."""

    line: JournalLine
    who: str
    why: str
    roles: str
    verb: Words
    subject: str
    others: Sequence[str]
    facts: Sequence[tuple[str, str]]
    person: str
    about: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands on the page; `more` is the address of the next page, "" at the end."""

    rows: Sequence[Row]
    more: str
    people: Sequence[tuple[str, str]]


def asked(words: Mapping[str, str], *, by: Actor) -> Asked:
    """The filters of an address; what is not understood is said beside its field."""
    typed = {name: words[name].strip() for name in NAMES if words.get(name, "").strip()}
    wrong: dict[str, str] = {}
    since, until = (day_typed(typed.get(name, "")) for name in ("since", "until"))
    for name, day in (("since", since), ("until", until)):
        if name in typed and day is None:
            wrong[name] = _("Write day/month/year, such as 24/11/2026.")
    about = typed.get("about")
    if "dossier" in typed:
        about = _dossier(typed["dossier"], by)
        if about is None:
            wrong["dossier"] = _("No dossier of this commune has this number or code.")
    if "sought" in typed:
        about = sought(_as_searched(typed["sought"]))
    wanted = Wanted(
        actor=typed.get("person"),
        about=about,
        verb=typed["verb"] if typed.get("verb") in VERBS else None,
        since=morning(since) if since else None,
        until=evening(until) if until else None,
    )
    return Asked(typed, wanted, wrong)


def _as_searched(typed: str) -> str:
    """A telephone or an identity number as the searches take it, however it is written here."""
    bare = typed.replace(" ", "")
    return typed_phone(typed) or (bare if bare.isdecimal() else typed)


def listed(request: Visit, question: Asked, *, after: str) -> Shown:
    """One page of lines; that the journal was read is the next line of it."""
    by = request.actor
    try:
        found = queries.page(by=by, wanted=question.wanted, after=after)
    except ValueError as fault:
        # An address that somebody bent names no page of the journal.
        raise NotFound from fault
    record_reading(
        chain=by.commune or "",
        by=by,
        at=request.at,
        what="journal",
        about=[question.wanted.about or f"journal:{by.commune}"],
        why=urlencode({k: v for k, v in question.words.items() if k != "sought"}),
    )
    people = {f"account:{one.pk}": one.name for one in staff(by=by)}
    chosen = question.wanted.actor
    names = {**people, **({chosen: _name_of(chosen, found.lines)} if chosen else {})}
    more = address({**question.words, "after": found.older}) if found.older else ""
    return Shown(_rows(found.lines, question, people, by), more, list(names.items()))


def address(words: Mapping[str, str]) -> str:
    """The address of the journal with these filters."""
    return reverse("office:journal") + (f"?{urlencode(words)}" if words else "")


def _rows(
    lines: Sequence[JournalLine], question: Asked, people: Mapping[str, str], by: Actor
) -> list[Row]:
    several = {line.pk: _several(line) for line in lines}
    abouts = [line.about for line in lines] + [one for many in several.values() for one in many]
    words = subjects.shown(abouts, accounts=people, by=by)
    kept = {
        name: value for name, value in question.words.items() if name not in ("dossier", "sought")
    }
    return [
        Row(
            line=line,
            roles=_helping(line) or role_words(line.roles),
            who=_who(line),
            why=reason_shown(line.why),
            verb=said(line.verb, line.about),
            subject=words[line.about],
            others=[words[one] for one in several[line.pk]],
            facts=[(name, str(value)) for name, value in line.facts.items() if name != "about"],
            person=address({**kept, "person": line.actor}),
            about="" if several[line.pk] else address({**kept, "about": line.about}),
        )
        for line in lines
    ]


def _helping(line: JournalLine) -> str:
    """Whoever typed for another did it by a help, which says for whom and by what consent."""
    return _("helping a person, with consent") if line.actor.startswith(HAND) else ""


def _who(line: JournalLine) -> str:
    """The name; of somebody without an account the telephone that they confirmed."""
    if line.actor_name:
        return line.actor_name
    kind, _colon, rest = line.actor.partition(":")
    if kind == "phone":
        return _("%(phone)s (guest)") % {"phone": telephone.written(rest)}
    return _("a browser without a confirmed telephone") if kind == "browser" else line.actor


def _several(line: JournalLine) -> list[str]:
    about = line.facts.get("about", [])
    return [str(one) for one in about] if isinstance(about, list) else []


def _name_of(actor: str, lines: Sequence[JournalLine]) -> str:
    return next((line.actor_name for line in lines if line.actor == actor), "") or actor


def _dossier(typed: str, by: Actor) -> str | None:
    try:
        return f"dossier:{by_code(typed=typed, by=by).pk}"
    except NotFound:
        return None
