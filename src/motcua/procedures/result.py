"""From the answers of a decided dossier to the papers it makes and the entry it writes: pure."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from motcua.procedures.answers import asked, meant
from motcua.procedures.conditions import holds
from motcua.procedures.kinds import dates
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.procedures.outcome import WHOSE
from motcua.procedures.pack import Deadline, Field, Notes, Paperwork, Procedure, Source
from motcua.procedures.vocabulary import BOOKS

# What is printed is Vietnamese, in whatever language the person read the form.
_OFFICIAL = "vi"
# A place for an answer in a text, {before}, and a part that goes with its answers: [from {before}].
PLACE = re.compile(r"\{(\w+)\}")
_MAY = re.compile(r"\[([^\[\]]*)\]")
# A part that is there for one answer only: [status=widowed: whose spouse has died].
FOR_ONE = re.compile(r"\[(\w+)=(\w+):")
_YES_NO = {"yes": "Có", "no": "Không"}
# Papers take these as codes and word them themselves.
_WORDED_BY_THE_PAPER = frozenset({"sex"})
_ALL = "*"  # the line ``"*" = "entry:*"``: the paper shows the whole entry
_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Note:
    """What is written in the margin, and the terms of the book that read otherwise from now on.

    `kind` is one of vocabulary.NOTES, `evidence` what the decision rests on.
    """

    text: str
    changes: Mapping[str, str]
    kind: str
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a decision writes into a book, in the book's stored codes."""

    book: str
    content: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    procedure: Procedure
    answers: Mapping[str, str]
    means: Mapping[str, str]
    entry: Mapping[str, Any]
    facts: Mapping[str, Any]


def paperwork(
    procedure: Procedure, answers: Mapping[str, str]
) -> tuple[tuple[Paperwork, int], ...]:
    """The papers that a positive decision makes, each with its number of copies (at least one)."""
    counted = asked(procedure.form, answers)
    found = []
    for paper in procedure.result.papers:
        copies = int(counted.get(paper.copies, "0") or "0") if paper.copies else paper.originals
        if copies and holds(paper.when, counted):
            found.append((paper, copies))
    return tuple(found)


def number_of(paper: Paperwork, *, n: int, year: int) -> str:
    """The number of a paper by its pattern: ``12/TLKS-BS``."""
    return paper.number.replace("{n}", str(n)).replace("{y}", str(year))


def book_to_pick(procedure: Procedure, answers: Mapping[str, str]) -> str | None:
    """The book in which the officer looks for the entry; None for none."""
    picks, notes = procedure.result.picks, procedure.result.notes
    if picks is None:
        return notes.book if notes else None
    chosen = asked(procedure.form, answers).get(picks, "")
    return chosen if chosen in BOOKS else None


def must_pick(procedure: Procedure) -> bool:
    """Whether the decision needs the entry; else it is noted there where the entry is here."""
    return procedure.result.picks is not None


def copies_an_entry(procedure: Procedure, kind: str, papers: Collection[str]) -> bool:
    """Whether all that comes of it is such papers, of an entry of that book that is picked."""
    result = procedure.result
    if result.picks is None or result.writes or result.notes is not None:
        return False
    books = {one.value for one in procedure.form.by_name[result.picks].choices}
    return kind in books and any(one.template in papers for one in result.papers)


def deadline_for(procedure: Procedure, answers: Mapping[str, str]) -> Deadline:
    """The term for these answers: the first case that holds, else the general one."""
    counted = asked(procedure.form, answers)
    found = (term for when, term in procedure.deadline.cases if holds(when, counted))
    return next(found, procedure.deadline)


def entries_of(
    procedure: Procedure, answers: Mapping[str, str], facts: Mapping[str, Any] = _NOTHING
) -> tuple[Written, ...]:
    """What a positive decision writes into the books, the entry that its papers quote first."""
    known = _known(procedure, answers, _NOTHING, facts)
    rows = (row for row in procedure.result.writes if holds(row.when, known.answers))
    return tuple(Written(row.book, _told(known, row.content)) for row in rows)


def _told(known: _Known, sources: Mapping[str, Source]) -> dict[str, str]:
    values = {name: _printed(known, name, source) for name, source in sources.items()}
    return {name: str(value) for name, value in values.items() if value not in ("", None)}


def note_of(
    procedure: Procedure, answers: Mapping[str, str], facts: Mapping[str, Any] = _NOTHING
) -> Note | None:
    """The note for the margin of the picked entry; None where the procedure writes none."""
    notes = procedure.result.notes
    if notes is None:
        return None
    known = _known(procedure, answers, _NOTHING, facts)
    cases = (terms for when, terms in notes.changes if holds(when, known.answers))
    terms = next(cases, {})
    return Note(
        text=str(_value(known, notes.text)),
        changes=_told(known, _named(notes, known.answers, terms)),
        kind=str(_value(known, notes.kind)),
        reason=str(_value(known, notes.reason)),
        evidence=str(_value(known, notes.evidence)) if notes.evidence else "",
    )


def _named(
    notes: Notes, answers: Mapping[str, str], terms: Mapping[str, Source]
) -> Mapping[str, Source]:
    """The terms, those of ``whose`` by the name of the person who is meant."""
    who = next((answers[name] for name in notes.whose if name in answers), "")
    return {
        f"{who}.{term.removeprefix(WHOSE)}" if term.startswith(WHOSE) else term: source
        for term, source in terms.items()
    }


def printed(
    paper: Paperwork,
    procedure: Procedure,
    answers: Mapping[str, str],
    *,
    entry: Mapping[str, Any] = _NOTHING,
    facts: Mapping[str, Any] = _NOTHING,
) -> dict[str, Any]:
    """What the paper is told, by its dotted names (``child.name``, ``changes`` a list of tables).

    `entry` is the content of the picked (or just written) entry of a book; `facts` what only the
    caller knows: vocabulary.FACTS.
    """
    known = _known(procedure, answers, entry, facts)
    told = {
        name: _printed(known, name, source) for name, source in paper.prints.items() if name != _ALL
    }
    if _ALL in paper.prints:
        told = {**entry, **told}
    return _listed({name: value for name, value in told.items() if value not in ("", None)})


def _known(
    procedure: Procedure,
    answers: Mapping[str, str],
    entry: Mapping[str, Any],
    facts: Mapping[str, Any],
) -> _Known:
    return _Known(
        procedure, asked(procedure.form, answers), meant(procedure.form, answers), entry, facts
    )


def _value(known: _Known, source: Source) -> Any:
    if source.kind == "text":
        return _filled(known, _MAY.sub(lambda may: _maybe(known, may[1]), source.key))
    if source.kind == "join":
        parts = (_in_words(known, name.strip()) for name in source.key.split(","))
        return ", ".join(part for part in parts if part)
    rows: Mapping[str, Mapping[str, Any]] = {
        "answer": known.answers,
        "means": known.means,
        "entry": known.entry,
        "fact": known.facts,
    }
    return rows[source.kind].get(source.key, "")


def _filled(known: _Known, text: str) -> str:
    return " ".join(PLACE.sub(lambda place: _in_words(known, place[1]), text).split())


def _maybe(known: _Known, part: str) -> str:
    """The part of a text; nothing where an answer in it is blank or not the one it is for."""
    only = FOR_ONE.match(f"[{part}")
    if only:
        part = part[only.end() - 1 :] if known.answers.get(only[1]) == only[2] else ""
    return part if all(_in_words(known, name) for name in PLACE.findall(part)) else ""


def _in_words(known: _Known, name: str) -> str:
    """An answer as a Vietnamese sentence takes it."""
    value, field = known.answers.get(name, ""), known.procedure.form.by_name[name]
    if field.kind == "choice":
        return next((c.words[_OFFICIAL] for c in field.choices if c.value == value), value)
    if field.kind in ("date", "partial_date"):
        day = dates(value)
        return day.shown if day else value
    words = {"yes_no": _YES_NO, "ethnic": ethnic_names(), "nationality": _nationalities()}
    return words.get(field.kind, _NOTHING).get(value, value)


def _nationalities() -> Mapping[str, str]:
    return nationality_names(_OFFICIAL)


def _printed(known: _Known, name: str, source: Source) -> Any:
    """The value as the paper takes it: codes stay codes where the paper words them itself."""
    value = _value(known, source)
    field = _field_of(known.procedure, source)
    if not isinstance(value, str) or not value or field is None:
        return value
    if field.kind == "number":
        return int(value)
    if field.kind == "choice" and name.rpartition(".")[2] not in _WORDED_BY_THE_PAPER:
        return _in_words(known, field.name)
    return _in_words(known, field.name) if field.kind == "yes_no" else value


def _field_of(procedure: Procedure, source: Source) -> Field | None:
    if source.kind == "answer":
        return procedure.form.by_name.get(source.key)
    if source.kind == "means":
        return next((f for f in procedure.form.by_name.values() if f.means == source.key), None)
    return None


def _listed(flat: Mapping[str, Any]) -> dict[str, Any]:
    """``changes.1.what`` becomes the first table of the list ``changes``; other names stay."""
    told: dict[str, Any] = {}
    for name, value in flat.items():
        head, *rest = name.split(".")
        if len(rest) == 2 and rest[0].isdigit():
            rows = told.setdefault(head, [])
            rows.extend({} for _ in range(int(rest[0]) - len(rows)))
            rows[int(rest[0]) - 1][rest[1]] = value
        else:
            told[name] = value
    return told
