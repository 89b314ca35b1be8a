"""The papers of a decision: what each will print, which number it bears, and asking for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from motcua.dossiers.models import Dossier
from motcua.dossiers.stated import answers_with
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of, months_after
from motcua.procedures.answers import meant
from motcua.procedures.pack import Paperwork, Procedure
from motcua.procedures.queries import by_version
from motcua.procedures.result import paperwork, printed
from motcua.registers.kinds import book
from motcua.registers.models import Entry
from motcua.results.actions import Signing, ask_for_result
from motcua.results.paper import complete

# How packs say that a paper bears the number of its entry in the book.
BOOK_NUMBER = "{n}/{y}"


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry as a paper takes it: its terms today, and where it stands; `number` in the year."""

    content: Mapping[str, str]
    facts: Mapping[str, str]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What papers are made from: the answers with what the officer stated, entries, facts.

    `picked` is the entry that was there before (empty where none was picked), `written` those that
    the decision writes, by their book. `enclosed` are the pictures of each paper that is enclosed.
    """

    procedure: Procedure
    answers: Mapping[str, str]
    facts: Mapping[str, Any]
    picked: Standing
    written: Mapping[str, Standing]
    enclosed: Mapping[str, list[str]] = field(default_factory=dict)


def standing(entry: Entry) -> Standing:
    """An entry as it stands today, corrected by the notes in its margin."""
    facts = {
        "register.number": entry.reference,
        "register.volume": str(entry.volume),
        "register.date": entry.registered_on.isoformat(),
        "register.notes": "; ".join(note.text for note in entry.notes_until()),
    }
    return Standing(entry.as_it_stands(), facts, entry.number)


def papers_of(ground: Ground) -> list[dict[str, Any]]:
    """Every paper that the decision makes, with its data, as a finding keeps it."""
    return [
        _paper(ground, paper, copies)
        for paper, copies in paperwork(ground.procedure, ground.answers)
    ]


def _paper(ground: Ground, paper: Paperwork, copies: int) -> dict[str, Any]:
    symbol = paper.number.partition("/")[2]
    own = _own_entry(ground, symbol, paper.template)
    entry = own or next(iter(ground.written.values()), ground.picked)
    facts = {**ground.facts, **entry.facts}
    data = printed(paper, ground.procedure, ground.answers, entry=entry.content, facts=facts)
    if paper.valid_months:
        data["valid.months"] = paper.valid_months
    # What the paper cannot do without is asked for now, not when the chair signs.
    complete(paper.template, data)
    in_book = paper.number == BOOK_NUMBER
    return {
        "template": paper.template,
        "title": paper.words["vi"].label,
        "symbol": "" if in_book else symbol,
        "number": facts["register.number"] if in_book else _number(own, symbol),
        "copies": copies,
        "valid_months": paper.valid_months,
        "data": data,
        "encloses": ground.enclosed[paper.encloses] if paper.encloses else [],
    }


def _own_entry(ground: Ground, symbol: str, template: str) -> Standing | None:
    """The written entry whose number the paper bears: its book counts by the paper's symbol, or,
    where numbers have none, the paper is made of that book."""

    def bears(kind: str) -> bool:
        return book(kind).series == symbol if symbol else template in book(kind).papers

    return next((one for kind, one in ground.written.items() if bears(kind)), None)


def _number(own: Standing | None, symbol: str) -> str:
    """``07/TLNCMC``, as results number theirs; "" for the next one of a series without a book."""
    if own is None or own.number is None:
        return ""
    return f"{own.number:02}/{symbol}" if symbol else f"{own.number:02}"


def number_papers(dossier: Dossier, *, signing: Signing, by: Actor, at: datetime) -> None:
    """Give each paper of the decision its number and ask the press for it."""
    holder = _holder(dossier)
    for place, paper in enumerate(dossier.finding["papers"]):
        decision = f"dossier:{dossier.pk}" + (f":{place + 1}" if place else "")
        result = ask_for_result(
            commune=dossier.commune_id,
            decision=decision,
            template=paper["template"],
            data=paper["data"],
            title=paper["title"],
            holder=holder,
            symbol=paper["symbol"],
            number=paper["number"],
            signing=signing,
            originals=paper["copies"],
            # What was found before papers enclosed anything encloses nothing.
            encloses=paper.get("encloses", []),
            valid_until=_good_until(paper, at),
            about=f"dossier:{dossier.pk}",
            by=by,
            at=at,
        )
        if place == 0:
            dossier.result = result


def _holder(dossier: Dossier) -> str:
    """Whom the papers name: the subject, as the officer corrected it."""
    answers = answers_with(dossier, dossier.finding["stated"])
    said = meant(by_version(dossier.procedure_id), answers)
    return said.get("subject.name") or dossier.subject_name


def _good_until(paper: Mapping[str, Any], at: datetime) -> date | None:
    """The last day of a paper that is good for some months from the day it is signed."""
    # What was found before terms were kept names none.
    months = paper.get("valid_months")
    return months_after(day_of(at), months) if months else None
