"""The evidence as the page draws it: sentences with sign and colour, terms side by side, links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.counter.evidence.words import SENTENCES, STATUSES
from motcua.counter.followed_shown import WHO, described
from motcua.counter.matching import Line, compared, day_shown
from motcua.counter.words import Words
from motcua.dossiers.evidence import Evidence, Person, Said, Weight
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote

_SIGNS = {
    Weight.TELLS: ("circle", ""),
    Weight.WARNS: ("triangle", "advice"),
    Weight.CONTRADICTS: ("stop", "error"),
}
_DAYS = frozenset({"day", "until"})
_STATUS_FACTS = frozenset({"asked", "found"})
_BLANK = "–"


class SaidShown(NamedTuple):
    """A sentence with its sign and class, and the record that it is from."""

    sentence: str
    sign: str
    tone: str
    contradicts: bool
    word: str
    address: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Somebody of the request: the resident who is meant, or those who may be."""

    part: Words
    name: str
    address: str
    maybe: Sequence[tuple[str, str]]
    lines: Sequence[Line]
    said: Sequence[SaidShown]

    @property
    def sound(self) -> bool:
        """Whether the register has them, and nothing differs or contradicts."""
        return bool(self.address) and not self.differences and not self.contradicted

    @property
    def contradicted(self) -> bool:
        """Whether a record of theirs contradicts."""
        return any(one.contradicts for one in self.said)

    @property
    def differences(self) -> int:
        """How many terms the register has otherwise."""
        return sum(line.same is False for line in self.lines)


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """All of it. `status` and `sources` are those of what is proposed, "" where nothing is."""

    people: Sequence[PersonShown]
    said: Sequence[SaidShown]
    contradictions: int
    status: Words
    sources: Sequence[str]


def evidence_shown(found: Evidence) -> EvidenceShown:
    """In the words of the desk."""
    notes = _beside(found)
    proposal = found.proposal
    sources = proposal.sources if proposal else ()
    return EvidenceShown(
        people=[_person(found.book, one, notes) for one in found.people],
        said=[_said(one, notes) for one in found.said],
        contradictions=len(found.contradicts),
        status=STATUSES[proposal.word] if proposal else "",
        sources=_records(sources, notes),
    )


def _person(kind: str, one: Person, notes: Mapping[int, int]) -> PersonShown:
    terms = book(kind).terms
    lines = [
        compared(terms[f"{one.who}.{what}"].words, what, asked, found)
        for what, asked, found in one.compared
        if f"{one.who}.{what}" in terms
    ]
    row = one.resident
    return PersonShown(
        part=WHO[one.who],
        name=one.named.name,
        address=reverse("counter:resident", args=[row.pk]) if row else "",
        maybe=[(described(row), reverse("counter:resident", args=[row.pk])) for row in one.maybe],
        lines=lines,
        said=[_said(one, notes) for one in one.said],
    )


def _said(one: Said, notes: Mapping[int, int]) -> SaidShown:
    facts = {name: _fact(name, value) for name, value in one.facts.items()}
    sign, tone = _SIGNS[one.weight]
    sentence = str(SENTENCES[one.code]) % facts
    against = one.weight is Weight.CONTRADICTS
    return SaidShown(sentence, sign, tone, against, *_source(one.source, notes))


def _fact(name: str, value: str) -> str:
    if name in _DAYS:
        return day_shown(value) or _BLANK
    if name in _STATUS_FACTS and value in STATUSES:
        return str(STATUSES[value])
    return value or _BLANK


def _source(source: str, notes: Mapping[int, int]) -> tuple[str, str]:
    """The record's name and its page; both "" where nothing was found."""
    kind, _sep, number = source.partition(":")
    entry = _entry(source, notes)
    if entry:
        word = _("Note in the margin") if kind == "note" else _("The entry")
        return word, reverse("counter:entry", args=[entry])
    if kind == "household":
        return _("The household's page"), reverse("counter:household", args=[number])
    if kind == "resident":
        return _("The resident's page"), reverse("counter:resident", args=[number])
    return "", ""


def _records(sources: Sequence[str], notes: Mapping[int, int]) -> list[str]:
    """The records by name: book and number of an entry, the register of residents."""
    keys = [_entry(one, notes) for one in sources]
    rows = Entry.objects.in_bulk([key for key in keys if key])
    named = [
        _("%(book)s, no. %(number)s")
        % {"book": book(rows[key].kind).title, "number": rows[key].reference}
        if key
        else _("the register of residents")
        for key in keys
    ]
    return list(dict.fromkeys(named))


def _entry(source: str, notes: Mapping[int, int]) -> int:
    """The entry that a record is, or beside which it stands; 0 for another record."""
    kind, _sep, key = source.partition(":")
    number = int(key) if key.isdecimal() else 0
    return {"entry": number, "note": notes.get(number, 0)}.get(kind, 0)


def _beside(found: Evidence) -> dict[int, int]:
    """The entries beside which the notes stand that are sources."""
    sources = [one.source for one in found.everything]
    sources += found.proposal.sources if found.proposal else ()
    keys = {int(one.partition(":")[2]) for one in sources if one.startswith("note:")}
    return dict(EntryNote.objects.filter(pk__in=keys).values_list("pk", "entry")) if keys else {}
