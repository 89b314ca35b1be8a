"""The worked cases of a pack are its own tests: each is run as a dossier would be."""

from ast import literal_eval
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime

from django.utils.translation import gettext

from motcua.foundation.clock import local
from motcua.procedures.answers import Finding, check, clean, visible
from motcua.procedures.calendar import Calendar
from motcua.procedures.conditions import holds
from motcua.procedures.deadlines import due
from motcua.procedures.fees import charge
from motcua.procedures.pack import Deadline, Example, Procedure
from motcua.procedures.problems import Report
from motcua.procedures.result import deadline_for, entries_of, note_of, paperwork, printed

FILE = "examples.toml"


def check_examples(
    procedure: Procedure, report: Report, *, calendar: Calendar, province: str = ""
) -> None:
    """Every expectation that does not come true.

    `province` is the one whose fees are put in; `calendar` counts when a case is due.
    """
    for example in procedure.examples:
        ours = example.province in ("", province)
        for what, wanted, got in _differences(procedure, example, calendar):
            if what == "fee" and not ours:
                continue
            report.add(
                FILE,
                f"{example.name}.{what}",
                "example_fails",
                gettext("it gives %(got)r, not %(wanted)r") % {"got": got, "wanted": wanted},
                gettext("Mend the case, or the law that it tests"),
            )


def _differences(
    procedure: Procedure, example: Example, calendar: Calendar
) -> Iterator[tuple[str, object, object]]:
    unknown = sorted(example.answers.keys() - procedure.form.by_name.keys())
    if unknown:
        yield "answers", "fields of the form", unknown
    answers = clean(procedure.form, example.answers)
    pairs = (
        *_findings(procedure, example, answers),
        *_outcome(procedure, example, answers),
        *_times(deadline_for(procedure, answers), example, calendar),
    )
    yield from (pair for pair in pairs if pair[1] != pair[2])


def _findings(
    procedure: Procedure, example: Example, answers: dict[str, str]
) -> Iterator[tuple[str, object, object]]:
    found = check(
        procedure.form,
        answers,
        on=example.on,
        unknown=example.unknown,
        at_decision=example.at_decision,
    )
    yield "blocking", sorted(example.blocking), _codes(found.blocking)
    if example.advice is not None:
        yield "advice", sorted(example.advice), _codes(found.advice)
    shown = {field.name for field in visible(procedure.form, answers)}
    yield "hidden", frozenset(), example.hidden & shown


def _outcome(
    procedure: Procedure, example: Example, answers: dict[str, str]
) -> Iterator[tuple[str, object, object]]:
    if example.fee is not None:
        charged = charge(
            procedure,
            channel=example.channel,
            grounds=example.grounds,
            answers=answers,
            on=example.on,
        )
        yield "fee", example.fee, charged.amount
    if example.papers is not None:
        asked = [p.name for p in procedure.papers if holds(p.when, answers)]
        yield "papers", sorted(example.papers), sorted(asked)
    made = paperwork(procedure, answers)
    if example.results is not None:
        yield "results", sorted(example.results), sorted(f"{p.template} {n}" for p, n in made)
    yield from _noted(procedure, example, answers)
    written = entries_of(procedure, answers, example.facts)
    content = written[0].content if written else {}
    if example.content:
        yield "content", dict(example.content), {k: content.get(k) for k in example.content}
    if example.prints and made:
        entry = {**content, **example.entry}
        told = printed(made[0][0], procedure, answers, entry=entry, facts=example.facts)
        wanted = {key: _rows(text) for key, text in example.prints.items()}
        yield "prints", wanted, {key: _rows(_text(told.get(key))) for key in wanted}


def _noted(
    procedure: Procedure, example: Example, answers: dict[str, str]
) -> Iterator[tuple[str, object, object]]:
    note = note_of(procedure, answers)
    if example.note is not None:
        yield "note", example.note, note and note.text
    if example.changes is not None:
        yield "changes", dict(example.changes), note and note.changes


def _times(
    term: Deadline, example: Example, calendar: Calendar
) -> Iterator[tuple[str, object, object]]:
    for number, row in enumerate(example.times, 1):
        got = due(term, received=row.received, calendar=calendar)
        yield f"times.{number}.due", _clock(row.due), _clock(got)
        if row.longer is not None:
            got = due(term.lengthened(), received=row.received, calendar=calendar)
            said = _clock(got) if term.extended else gettext("no longer term")
            yield f"times.{number}.longer", _clock(row.longer), said


def _clock(moment: datetime) -> str:
    """As the case writes it."""
    return f"{local(moment):%Y-%m-%dT%H:%M:%S}"


def _codes(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(f"{finding.field} {finding.code}" for finding in findings)


def _text(value: object) -> str | None:
    return value if value is None else str(value)


def _rows(text: str | None) -> object:
    """The rows of a list, as a case writes them, whatever the order of their parts: a database
    keeps none. Any other text is itself."""
    if text is not None and text.startswith("[{"):
        with suppress(ValueError, SyntaxError):
            return literal_eval(text)
    return text
