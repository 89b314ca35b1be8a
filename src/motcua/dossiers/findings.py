"""What the officer found, what the paper will print, what the book will say."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.dossiers.errors import FindingMissing
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.procedures.pack import Paperwork, Procedure
from motcua.procedures.queries import by_version
from motcua.procedures.result import entry_content, paperwork, printed
from motcua.registers import queries as books
from motcua.registers.actions import write_entry
from motcua.registers.models import Entry
from motcua.results.actions import Signing, ask_for_result
from motcua.results.paper import complete

Content = Mapping[str, Any]


def found_by_entry(
    dossier: Dossier, entry: int | None, stated: Mapping[str, str], *, by: Actor, at: datetime
) -> dict[str, Any]:
    """The finding as it is kept: the entry, what was stated, and the papers as they will read.

    Refuses FindingMissing when a paper is made from a book and no fitting entry was chosen.
    """
    procedure = by_version(dossier.procedure_id)
    answers = {**dossier.answers, **stated}
    papers = paperwork(procedure, answers)
    row = _picked(papers[0][0].book if papers else None, entry, dossier, by, at)
    content = entry_content(procedure, answers, _facts(dossier, at))
    quoted = content_of(row) if row else {**content, **_not_yet_registered(at)}
    return {
        "entry": row.pk if row else None,
        "stated": dict(stated),
        "content": {} if row else content,
        "papers": [
            _paper(paper, copies, procedure, dossier, answers, quoted, at)
            for paper, copies in papers
        ],
    }


def content_of(entry: Entry) -> dict[str, Any]:
    """An entry as papers quote it: its terms, as corrected by the notes in its margin, and where
    it stands in the book."""
    terms = dict(entry.content)
    for note in sorted(entry.notes.all(), key=lambda note: note.number):
        terms.update(note.changes)
    return {
        **terms,
        "register.number": entry.reference,
        "register.volume": str(entry.volume),
        "register.page": str(entry.page),
        "register.date": entry.registered_on.isoformat(),
        "place": entry.commune.name,
    }


def _not_yet_registered(at: datetime) -> dict[str, str]:
    """Where the entry will stand is known only when it is written: a draft shows dots."""
    return {
        "register.number": "…",
        "register.volume": "…",
        "register.date": day_of(at).isoformat(),
    }


def register(dossier: Dossier, *, by: Actor, at: datetime) -> None:
    """Write the decided event into its book, once, and let the papers quote its number."""
    procedure = by_version(dossier.procedure_id)
    if procedure.result.writes is None:
        return
    entry = write_entry(
        commune=dossier.commune_id,
        kind=procedure.result.writes.book,
        content=dossier.finding["content"],
        source=f"dossier:{dossier.pk}",
        by=by,
        at=at,
    )
    dossier.entry = entry
    answers = {**dossier.answers, **dossier.finding["stated"]}
    dossier.finding["papers"] = [
        _paper(paper, copies, procedure, dossier, answers, content_of(entry), at)
        for paper, copies in paperwork(procedure, answers)
    ]


def number_papers(dossier: Dossier, *, signing: Signing, by: Actor, at: datetime) -> None:
    """Give each paper of the decision its number and ask the press for it."""
    for place, paper in enumerate(dossier.finding["papers"]):
        decision = f"dossier:{dossier.pk}" + (f":{place + 1}" if place else "")
        result = ask_for_result(
            commune=dossier.commune_id,
            decision=decision,
            template=paper["template"],
            data=paper["data"],
            title=paper["title"],
            holder=dossier.subject_name,
            symbol=paper["symbol"],
            number=paper["number"],
            signing=signing,
            originals=paper["copies"],
            about=f"dossier:{dossier.pk}",
            by=by,
            at=at,
        )
        if place == 0:
            dossier.result = result


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


def _paper(
    paper: Paperwork,
    copies: int,
    procedure: Procedure,
    dossier: Dossier,
    answers: Mapping[str, str],
    content: Content,
    at: datetime,
) -> dict[str, Any]:
    data = printed(paper, procedure, answers, entry=content, facts=_facts(dossier, at))
    in_book = paper.number == "{entry}"
    # What the paper cannot do without is asked for now, not when the chair signs.
    complete(paper.template, data)
    return {
        "template": paper.template,
        "title": paper.words["vi"].label,
        "symbol": paper.number.partition("/")[2] or paper.number,
        "number": content.get("register.number", "") if in_book else "",
        "copies": copies,
        "data": data,
    }


def _facts(dossier: Dossier, at: datetime) -> dict[str, Any]:
    return {
        "today": day_of(at).isoformat(),
        "commune.name": dossier.commune.name,
        "dossier.number": dossier.number,
    }
