"""What an entry left to be done by hand: for each person the forms, with the facts filled in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.consequences.margin import FACTS
from motcua.consequences.models import Followed
from motcua.counter.by_hand.forms import FORMS
from motcua.counter.followed_shown import WHO, described
from motcua.counter.matching import day_shown
from motcua.counter.paper_page import terms_written
from motcua.counter.words import Words
from motcua.foundation.actor import Actor
from motcua.people.recognising import Named, recognise
from motcua.registers.kinds import CANCELLATION, book
from motcua.registers.models import Entry

# Which forms an entry of a book leads to; a note leads to the correction of facts.
_BY_BOOK: Mapping[str, Sequence[str]] = {
    "marriage": ("wed",),
    "wed_abroad": ("wed",),
    "div_abroad": ("part",),
    "death": ("die",),
    "abroad": ("correct", "wed", "part", "die", "leave"),
}
# Where the day of what happened stands, if it is not that of the registration.
_DAYS = ("death.date", "foreign.date")
_DATES = frozenset({"birth", "died"})


class Candidate(NamedTuple):
    """A resident who is meant, or may be, and the forms."""

    name: str
    address: str
    forms: Sequence[tuple[Words, str]]


class LeftLine(NamedTuple):
    """Somebody whom the entry names, with the residents of that name."""

    word: Words
    name: str
    candidates: Sequence[Candidate]


def left_by_hand(row: Followed, *, by: Actor, at: datetime) -> list[LeftLine]:
    """Person by person. Traced."""
    reads = {**row.entry.as_it_stands(), **(row.note.before if row.note else {})}
    lines = []
    for who in book(row.entry.kind).named:
        name = reads.get(f"{who}.name", "")
        if name:
            named = Named(name, reads.get(f"{who}.birth", ""), reads.get(f"{who}.identity", ""))
            why = f"entry:{row.entry_id}"
            found = recognise(commune=row.commune_id, named=named, by=by, at=at, why=why)
            people = [found.sure] if found.sure else found.maybe
            candidates = [
                Candidate(
                    described(one),
                    reverse("counter:resident", args=[one.pk]),
                    list(_forms(row, who, one.pk, reads)),
                )
                for one in people
            ]
            lines.append(LeftLine(WHO[who], name, candidates))
    return lines


def terms_of(row: Followed) -> list[tuple[str, str]]:
    """What the note changed, else what the entry says, in words."""
    return terms_written(row.entry.kind, row.note.changes if row.note else row.entry.content)


def _forms(
    row: Followed, who: str, resident: int, reads: Mapping[str, str]
) -> Iterator[tuple[Words, str]]:
    if row.note and row.note.kind == CANCELLATION:
        yield _("Withdraw a wrong row"), reverse("counter:withdraw-move", args=[resident])
    names = ("correct",) if row.note else _BY_BOOK.get(row.entry.kind, ("correct",))
    for name in names:
        facts = _changed(row, who) if name == "correct" else _event(row.entry, who, reads)
        said = urlencode({**facts, "of": row.pk})
        address = reverse("counter:by-hand", args=[resident, name])
        yield FORMS[name].word, f"{address}?{said}"


def _changed(row: Followed, who: str) -> dict[str, str]:
    """The facts that a note gives this person, by their name in the form."""
    changes = row.note.changes if row.note else {}
    return {
        fact: day_shown(changes[f"{who}.{term}"]) if fact in _DATES else changes[f"{who}.{term}"]
        for term, fact in FACTS.items()
        if f"{who}.{term}" in changes
    }


def _event(entry: Entry, who: str, reads: Mapping[str, str]) -> dict[str, str]:
    """The day, and for a marriage to whom."""
    day = next((reads[term] for term in _DAYS if reads.get(term)), "")
    facts = {"on": day_shown(day or entry.registered_on.isoformat())}
    others = [one for one in book(entry.kind).about if one != who]
    if others and who in book(entry.kind).about:
        number, name = (reads.get(f"{others[0]}.{what}", "") for what in ("identity", "name"))
        facts["spouse"] = number or name
    return facts
