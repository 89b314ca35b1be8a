"""What the officer found, what the paper will print, what the book will say."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.dossiers.enclosing import pictures_of
from motcua.dossiers.errors import FindingMissing
from motcua.dossiers.evidence import refuse_contradicted
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers_made import Ground, Standing, papers_of, standing
from motcua.dossiers.replacing import hold_papers, outdate_earlier
from motcua.dossiers.stated import answers_with, corrections, refuse_wrong, terms_of
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.people.queries import title_of
from motcua.procedures.queries import by_version
from motcua.procedures.result import Written, book_to_pick, entries_of, must_pick, note_of
from motcua.registers import queries as books
from motcua.registers.actions import Note, write_entry, write_note
from motcua.registers.cancelled import refuse_cancelled
from motcua.registers.doubled import refuse_second_writing
from motcua.registers.kinds import book
from motcua.registers.models import Entry
from motcua.results.actions import Signing
from motcua.results.sheets import agency


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

    Refuses FindingMissing when a paper is made from a book and no fitting entry was chosen,
    EntryCancelled, SecondWriting when another entry stands for the chosen one, RecordsContradict
    when a record says otherwise and no reason is given, PicturesWanting when not every page that
    the paper encloses was taken, and PaperIncomplete when it could not be made from what is there.
    """
    procedure = by_version(dossier.procedure_id)
    refuse_wrong(dossier, procedure, stated, reason=reason, on=day_of(at))
    answers = answers_with(dossier, stated)
    refuse_contradicted(dossier, procedure, answers, reason=reason, by=by, at=at)
    wanted = book_to_pick(procedure, answers)
    row = _picked(wanted, entry, dossier, by, at, must=must_pick(procedure))
    facts = facts_of(dossier, at)
    drafts = {one.book: _content(one, stated) for one in entries_of(procedure, answers, facts)}
    written = {kind: Standing(content, _not_yet(at)) for kind, content in drafts.items()}
    picked = standing(row) if row else Standing({}, _not_yet(at))
    enclosed = pictures_of(dossier, procedure, answers)
    return {
        "enclosed": enclosed,
        "entry": row.pk if row else None,
        "stated": dict(stated),
        "corrections": corrections(dossier, stated, reason=reason, by=by),
        "content": next(iter(drafts.values()), {}),
        "papers": papers_of(Ground(procedure, answers, facts, picked, written, enclosed)),
    }


def register(dossier: Dossier, *, signing: Signing, by: Actor, at: datetime) -> None:
    """Write the decided event into its books, once; the papers quote its number and the signer.

    What is decided about an entry is a note in its margin; the entry itself stays as it was.
    Refuses EntryCancelled, and SecondWriting when another entry was found to stand for it since it
    was chosen.
    """
    procedure = by_version(dossier.procedure_id)
    stated = dossier.finding["stated"]
    answers = answers_with(dossier, stated)
    facts = {
        **facts_of(dossier, at),
        "signer.name": signing.name,
        "signer.title": title_of(by=by, role=Role.CHAIR, at=at) or " ".join(signing.role.split()),
    }
    picked = dossier.entry
    if picked is not None:
        refuse_cancelled(picked)
        refuse_second_writing(picked)
        if procedure.result.notes is not None:
            hold_papers(picked)
    rows = [
        write_entry(
            commune=dossier.commune_id,
            kind=one.book,
            content=_content(one, stated),
            source=f"dossier:{dossier.pk}" + (f":{one.book}" if place else ""),
            by=by,
            at=at,
        )
        for place, one in enumerate(entries_of(procedure, answers, facts))
    ]
    dossier.entry = picked or next(iter(rows), None)
    before = standing(picked) if picked else Standing({}, {})
    written = {row.kind: standing(row) for row in rows}
    enclosed = dossier.finding.get("enclosed", {})
    ground = Ground(procedure, answers, facts, before, written, enclosed)
    dossier.finding["papers"] = papers_of(ground)
    if picked is not None:
        _annotate(picked, ground, dossier, by, at)


def _annotate(entry: Entry, ground: Ground, dossier: Dossier, by: Actor, at: datetime) -> None:
    said = note_of(ground.procedure, ground.answers, ground.facts)
    if said is None:
        return
    note = Note(
        kind=said.kind,
        text=said.text,
        changes=said.changes,
        reason=said.reason,
        basis=dossier.number or dossier.code,
        evidence=said.evidence,
    )
    row = write_note(entry=entry, note=note, source=f"dossier:{dossier.pk}", by=by, at=at)
    outdate_earlier(row, by=by, at=at)


def _content(written: Written, stated: Mapping[str, str]) -> dict[str, str]:
    """The entry with the terms that the officer filled in, as far as its book has them."""
    own = book(written.book).terms
    filled = {name: said for name, said in terms_of(stated).items() if name in own}
    return {**written.content, **filled}


def _not_yet(at: datetime) -> dict[str, str]:
    """Where the entry will stand is known only when it is written: a draft shows dots."""
    return {
        "register.number": "…",
        "register.volume": "…",
        "register.date": day_of(at).isoformat(),
    }


def _picked(
    book: str | None,
    entry: int | None,
    dossier: Dossier,
    by: Actor,
    at: datetime,
    *,
    must: bool,
) -> Entry | None:
    if book is None or (entry is None and not must):
        return None
    if entry is None:
        raise FindingMissing
    row = books.entry(by=by, entry_id=entry, at=at, why=f"dossier:{dossier.pk}")
    if row.kind != book:
        raise FindingMissing
    refuse_cancelled(row)
    refuse_second_writing(row)
    return row


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
