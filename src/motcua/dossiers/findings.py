"""What the officer found, what the paper will print, what the book will say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.dossiers.errors import FindingMissing
from motcua.dossiers.models import Dossier
from motcua.dossiers.stated import answers_with, corrections, refuse_wrong, terms_of
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of, months_after
from motcua.people.queries import title_of
from motcua.procedures.answers import meant
from motcua.procedures.pack import Paperwork, Procedure
from motcua.procedures.queries import by_version
from motcua.procedures.result import book_to_pick, entry_content, note_of, paperwork, printed
from motcua.registers import queries as books
from motcua.registers.actions import write_entry, write_note
from motcua.registers.models import Entry
from motcua.results.actions import Signing, ask_for_result
from motcua.results.paper import complete
from motcua.results.sheets import agency

# How packs say that a paper bears the number of its entry in the book.
BOOK_NUMBER = "{n}/{y}"


@dataclass(frozen=True, slots=True)
class _Ground:
    """What papers are made from: the answers with what the officer stated, the entry, the facts."""

    procedure: Procedure
    answers: Mapping[str, str]
    entry: Mapping[str, Any]
    facts: Mapping[str, Any]


def found_by_entry(
    dossier: Dossier,
    entry: int | None,
    stated: Mapping[str, str],
    *,
    reason: str,
    by: Actor,
    at: datetime,
) -> dict[str, Any]:
    """The finding as it is kept: the entry, what was stated, and the papers as they will read.

    `reason` is why something reads otherwise than the person said (`stated`).

    Refuses FindingMissing when a paper is made from a book and no fitting entry was chosen, and
    PaperIncomplete when the paper could not be made from what is there.
    """
    procedure = by_version(dossier.procedure_id)
    refuse_wrong(dossier, procedure, stated, reason=reason, on=day_of(at))
    answers = answers_with(dossier, stated)
    row = _picked(book_to_pick(procedure, answers), entry, dossier, by, at)
    facts = facts_of(dossier, at)
    content = {**entry_content(procedure, answers, facts), **terms_of(stated)}
    known = {**facts, **(_standing(row) if row else _not_yet_registered(at))}
    ground = _Ground(procedure, answers, _corrected(row) if row else content, known)
    return {
        "entry": row.pk if row else None,
        "stated": dict(stated),
        "corrections": corrections(dossier, stated, reason=reason, by=by),
        "content": content,
        "papers": _papers(ground),
    }


def register(dossier: Dossier, *, signing: Signing, by: Actor, at: datetime) -> None:
    """Write the decided event into its book, once; the papers quote its number and the signer."""
    procedure = by_version(dossier.procedure_id)
    stated = dossier.finding["stated"]
    answers = answers_with(dossier, stated)
    facts = {
        **facts_of(dossier, at),
        "signer.name": signing.name,
        "signer.title": title_of(by=by, role=Role.CHAIR, at=at) or " ".join(signing.role.split()),
    }
    if procedure.result.writes is not None:
        dossier.entry = write_entry(
            commune=dossier.commune_id,
            kind=procedure.result.writes.book,
            content={**entry_content(procedure, answers, facts), **terms_of(stated)},
            source=f"dossier:{dossier.pk}",
            by=by,
            at=at,
        )
    row = dossier.entry
    known = {**facts, **(_standing(row) if row else {})}
    ground = _Ground(procedure, answers, _corrected(row) if row else {}, known)
    dossier.finding["papers"] = _papers(ground)
    if row is not None:
        _annotate(row, ground, dossier, by, at)


def _annotate(entry: Entry, ground: _Ground, dossier: Dossier, by: Actor, at: datetime) -> None:
    """A decided change is a note in the margin; the entry itself stays as it was."""
    note = note_of(ground.procedure, ground.answers, ground.facts)
    if note is not None:
        write_note(
            entry=entry,
            text=note.text,
            changes=note.changes,
            basis=dossier.number or dossier.code,
            source=f"dossier:{dossier.pk}",
            by=by,
            at=at,
        )


def _corrected(entry: Entry) -> dict[str, Any]:
    """What an entry says today: its terms, as changed by the notes in its margin."""
    terms = dict(entry.content)
    for note in sorted(entry.notes.all(), key=lambda note: note.number):
        terms.update(note.changes)
    return terms


def _standing(entry: Entry) -> dict[str, str]:
    """Where an entry stands in its book."""
    return {
        "register.number": entry.reference,
        "register.volume": str(entry.volume),
        "register.date": entry.registered_on.isoformat(),
    }


def _not_yet_registered(at: datetime) -> dict[str, str]:
    """Where the entry will stand is known only when it is written: a draft shows dots."""
    return {
        "register.number": "…",
        "register.volume": "…",
        "register.date": day_of(at).isoformat(),
    }


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


def _picked(
    book: str | None, entry: int | None, dossier: Dossier, by: Actor, at: datetime
) -> Entry | None:
    if book is None:
        return None
    if entry is None:
        raise FindingMissing
    row = books.entry(by=by, entry_id=entry, at=at, why=f"dossier:{dossier.pk}")
    if row.kind != book:
        raise FindingMissing
    return row


def _papers(ground: _Ground) -> list[dict[str, Any]]:
    return [
        _paper(ground, paper, copies)
        for paper, copies in paperwork(ground.procedure, ground.answers)
    ]


def _paper(ground: _Ground, paper: Paperwork, copies: int) -> dict[str, Any]:
    data = printed(paper, ground.procedure, ground.answers, entry=ground.entry, facts=ground.facts)
    if paper.valid_months:
        data["valid.months"] = paper.valid_months
    # What the paper cannot do without is asked for now, not when the chair signs.
    complete(paper.template, data)
    in_book = paper.number == BOOK_NUMBER
    return {
        "template": paper.template,
        "title": paper.words["vi"].label,
        "symbol": "" if in_book else paper.number.partition("/")[2],
        "number": ground.facts["register.number"] if in_book else "",
        "copies": copies,
        "valid_months": paper.valid_months,
        "data": data,
    }


def facts_of(dossier: Dossier, at: datetime) -> dict[str, Any]:
    """What only the office knows before anybody signs: its name as papers give it, and the day."""
    commune = dossier.commune
    province = commune.province.name
    office = f"{agency(commune)}, {province[0].lower()}{province[1:]}"
    day = day_of(at)
    return {
        "today": day.isoformat(),
        "office": office,
        # Kept by the machine, the book of a year has one volume (Circular 01/2020, art. 2).
        "certification.volume": f"01/{day.year}-SCT/BS",
    }
