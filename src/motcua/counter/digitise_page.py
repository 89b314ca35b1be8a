"""The page on which somebody reads: the picture on one side, the fields on the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict

from motcua.counter.digitise_fields import (
    choices_of,
    label_of,
    questions,
    said_of,
    suggestions,
    written,
)
from motcua.counter.digitise_margin import notes_asked
from motcua.counter.doubles_shown import LikeThis, like_draft
from motcua.counter.matching import day_shown
from motcua.counter.word_by_word import beside_word_by_word
from motcua.dossiers.errors import NotFound
from motcua.dossiers.queries import open_for
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.places.queries import villages
from motcua.procedures.answers import meant
from motcua.procedures.queries import by_version
from motcua.registers import actions, on_paper
from motcua.registers.kinds import book
from motcua.registers.margin_reading import MOST_NOTES, split
from motcua.registers.models import Reading
from motcua.registers.reading import fields, read_twice, shown
from motcua.registers.reading import meant as understood
from motcua.registers.sameness import Event

ZOOMS, TURNS = 5, 4
# How much of a page was looked at, in hundredths of its width and height.
_MOST = {"zoom": ZOOMS, "turn": TURNS - 1, "x": 100, "y": 100}
_LOOK = {"larger": ("zoom", 1), "smaller": ("zoom", -1), "turn": ("turn", 1)}


@dataclass(frozen=True, slots=True)
class Apart:
    """A field on which the two readers differ, or that cannot be as both read it.

    What each read is word by word, with whether the other read that word too.
    """

    key: str
    label: str
    first_said: Sequence[tuple[str, bool]]
    second_said: Sequence[tuple[str, bool]]
    chosen: str
    other: str
    error: str
    twice: bool
    choices: Sequence[tuple[str, str]]


def reading_page(
    row: Reading,
    *,
    by: Actor,
    at: datetime,
    problems: Sequence[Refusal] = (),
    second: bool,
    at_field: str = "",
) -> dict[str, Any]:
    """The fields of a first or a second reading, with what was kept of them; the keyboard begins in
    the first that is wrong, else in `at_field`, else in the first."""
    kind = row.volume.kind
    keys = read_twice(kind) if second else fields(kind)
    typed = row.second if second else row.first
    before = {} if second else on_paper.before(row)
    hints = {} if second else hints_of(row.about, kind, by=by, at=at)
    places = [one.name for one in villages(row.commune_id, day_of(at))]
    wrong = said_of(problems)
    margin = notes_asked(kind, typed, second=second, wrong=wrong)
    names = [*keys, *(name for note in margin for name in note.names)]
    focus = next((name for name in names if name in wrong), at_field)
    focus = focus if focus in names else names[0]
    return {
        "row": row,
        "second": second,
        "questions": questions(
            kind, keys, typed, before=before, hints=hints, wrong=wrong, focus=focus
        ),
        "margin": [note.focused(focus) for note in margin],
        "moved": bool(at_field),
        "most_notes": MOST_NOTES,
        "lists": suggestions(places, [] if second else on_paper.typed_lately(row)),
        **looked(row.view),
    }


def decide_page(
    row: Reading, *, at: datetime, form: Mapping[str, str], problems: Sequence[Refusal] = ()
) -> dict[str, Any]:
    """What differs, side by side, and what was chosen so far."""
    wrong = {one.field: str(one) for one in problems}
    keys = dict.fromkeys([*_asked(row, form, at), *(key for key in wrong if key)])
    apart = [_apart(row, key, form, wrong.get(key, "")) for key in keys]
    return {"row": row, "apart": apart, **looked(row.view)}


def like_reading(row: Reading, *, by: Actor, at: datetime) -> list[LikeThis]:
    """Entries of the books that resemble what the first reader typed. Not for the second's eyes."""
    kind, told = row.volume.kind, understood(on_paper.paper(row.volume), row.first)
    day = told.registered_on or date(row.volume.year, 12, 31)
    notes = frozenset(note.kind for note in told.notes)
    stands = told.content | {key: now for one in told.notes for key, now in one.changed.items()}
    ways = [Event(content, day, notes) for content in (stands, told.content)]
    return like_draft(kind, ways, commune=row.commune_id, by=by, at=at, why="digitise")


def chosen(row: Reading, form: Mapping[str, str], at: datetime) -> dict[str, str]:
    """The decision of each field out of the form: the first, the second, or what was typed."""
    out = {}
    for key in _asked(row, form, at):
        choice = form.get(f"choice:{key}", "")
        if choice == "first":
            out[key] = row.first.get(key, "")
        elif choice == "second":
            out[key] = row.second.get(key, "")
        elif choice in ("", "other") and form.get(f"other:{key}", "").strip():
            out[key] = form[f"other:{key}"]
    return out


def _asked(row: Reading, form: Mapping[str, str], at: datetime) -> list[str]:
    """What is to be decided, and what else was, since it did not fit what was decided."""
    also = (name.partition(":")[2] for name in form if name.startswith(("choice:", "other:")))
    keys = [*actions.open_fields(row, at), *(key for key in also if actions.is_field(row, key))]
    return list(dict.fromkeys(keys))


def view_of(form: QueryDict) -> dict[str, int]:
    """How the page is looked at after a press: larger, smaller, turned, and its place."""
    view = {name: _bounded(name, form.get(name)) for name in _MOST}
    name, step = _LOOK.get(form.get("view", ""), ("zoom", 0))
    view[name] += step
    return {**looked(view)["view"]}


def looked(view: Mapping[str, int]) -> dict[str, Any]:
    """Zoom, turn and place within what there is."""
    zoom = min(max(view.get("zoom", 1), 1), ZOOMS)
    told = {"zoom": zoom, "turn": view.get("turn", 0) % TURNS}
    return {"view": {**told, "x": view.get("x", 0), "y": view.get("y", 0)}}


def hints_of(about: str, kind: str, *, by: Actor, at: datetime) -> dict[str, str]:
    """What the dossier says of the terms of the book: a hint, as the paper decides."""
    if not about.startswith("dossier:"):
        return {}
    try:
        dossier = open_for(
            dossier_id=UUID(about.removeprefix("dossier:")), by=by, at=at, why="digitise"
        )
    except NotFound:
        return {}
    known = meant(by_version(dossier.procedure_id), dossier.answers)
    first = book(kind).about[0]
    told = {}
    for key, term in book(kind).terms.items():
        value = known.get(key) or known.get(key.replace(f"{first}.", "subject.", 1), "")
        if value:
            told[key] = day_shown(value) if term.kind == "date" else written(kind, key, value)
    return told


def _apart(row: Reading, key: str, form: Mapping[str, str], error: str) -> Apart:
    kind, volume = row.volume.kind, on_paper.paper(row.volume)
    first, second = (shown(volume, key, one.get(key, "")) for one in (row.first, row.second))
    return Apart(
        key=key,
        label=label_of(kind, key),
        first_said=beside_word_by_word(written(kind, key, first), written(kind, key, second)),
        second_said=beside_word_by_word(written(kind, key, second), written(kind, key, first)),
        chosen=form.get(f"choice:{key}", ""),
        other=form.get(f"other:{key}", ""),
        error=error,
        twice=first != second and (key in read_twice(kind) or bool(split(key))),
        choices=choices_of(kind, key),
    )


def _bounded(name: str, said: str | None) -> int:
    return min(typed_number(said) or 0, _MOST[name])
