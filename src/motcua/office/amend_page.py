"""The form in which a part of a procedure is changed: what stands there, and what was typed."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.conf import settings

from motcua.office.days import day_typed
from motcua.office.part_words import group_said, key_said, language_of, marks, needs
from motcua.parts.questions import Question
from motcua.procedures.amending.changes import value_at
from motcua.procedures.amending.places import Path, Place, places
from motcua.procedures.problems import Problem

Content = Mapping[str, Any]
Typed = Mapping[str, str]
_KINDS = {"need": "choice", "mark": "choice", "flag": "yes_no", "day": "date", "text": "text"}
_LONGEST = 1000
# What may be left out; a hint belongs to every question, but not to every paper.
_OPTIONAL = frozenset({"article", "source", "note", "replaced_by"})


class Spoken(NamedTuple):
    """The sentences of a row in one language; open where it is the first or one is wrong."""

    language: str
    name: str
    open: bool
    questions: Sequence[Question]


class Group(NamedTuple):
    """One row of the part: a fee, a paper, a question. Its rules, then its sentences."""

    name: str
    questions: Sequence[Question]
    spoken: Sequence[Spoken]


def groups_of(
    content: Content,
    part: str,
    typed: Typed | None,
    problems: Iterable[Problem] = (),
    *,
    more: Mapping[Path, Question] | None = None,
) -> list[Group]:
    """The part as a form, with what stands in `content`, or with what was typed; `more` is asked of
    a row by its path, after its rules."""
    asked = places(content, part)
    wrong = by_place(asked, problems)
    found = []
    for group, rows in groupby(asked, key=lambda one: one.group):
        questions = {one: _question(one, content, typed, wrong) for one in rows}
        plain = [q for one, q in questions.items() if not language_of(one.path)]
        plain += [more[group]] if more and group in more else []
        found.append(Group(group_said(content, group), plain, _spoken(questions)))
    return found


def values_of(content: Content, part: str, typed: Typed) -> dict[Path, Any]:
    """What was typed otherwise than it stands in the content that was shown; None for nothing.

    What cannot be read stays as it was typed, for the check to say so.
    """
    values = {}
    for one in places(content, part):
        stood, now = value_at(content, one.path), read(one.kind, typed.get(name_of(one.path), ""))
        if (stood if stood not in (0, False) else None) != (now or None):
            values[one.path] = now
    return values


def name_of(path: Path) -> str:
    """The name of a field: ``fees.rules.copy.amount``."""
    return ".".join(path)


def unplaced(asked: Sequence[Place], problems: Iterable[Problem]) -> list[Problem]:
    """The problems that belong to no field of the form."""
    return [one for one in problems if _place_of(asked, one) is None]


def _question(
    one: Place, content: Content, typed: Typed | None, wrong: Mapping[Path, str]
) -> Question:
    name = name_of(one.path)
    shown = _shown(one, value_at(content, one.path))
    choices = {"need": needs, "mark": marks}.get(one.kind, list)()
    return Question(
        kind=_KINDS.get(one.kind, "long_text" if one.kind == "long_text" else "number"),
        name=name,
        label=key_said(one.path),
        value=shown if typed is None else typed.get(name, ""),
        error=wrong.get(one.path, ""),
        need="optional" if _may_lack(one) else "must",
        choices=choices,
        autocomplete="off",
        maxlength=_LONGEST if one.kind in ("text", "long_text") else 0,
        rows=2,
    )


def _may_lack(one: Place) -> bool:
    key = one.path[-1]
    hint = key == "help" and "fields" not in one.path
    return one.kind in ("day", "count") or key in _OPTIONAL or hint


def _shown(one: Place, value: Any) -> str:
    if one.kind == "flag":
        return "yes" if value else "no"
    if value is None:
        return ""
    if one.kind == "day":
        return "/".join(reversed(str(value).split("-")))
    return str(value)


def read(kind: str, typed: str) -> Any:
    """What was typed, as a pack has it; what cannot be read stays. None for nothing."""
    text = "\n".join(line.strip() for line in typed.strip().splitlines())
    if kind == "flag":
        return text == "yes"
    if not text:
        return None
    if kind in ("money", "count"):
        bare = text.removesuffix("đ").replace(".", "").replace(" ", "").replace("\u00a0", "")
        return int(bare) if bare.isascii() and bare.isdigit() else text
    day = day_typed(text) if kind == "day" else None
    return day.isoformat() if day else text


def _spoken(questions: Mapping[Place, Question]) -> list[Spoken]:
    found = []
    for place, (language, name) in enumerate(settings.LANGUAGES):
        said = [q for one, q in questions.items() if language_of(one.path) == language]
        if said:
            open_now = place == 0 or any(one.error for one in said)
            found.append(Spoken(language, name, open_now, said))
    return found


def by_place(asked: Sequence[Place], problems: Iterable[Problem]) -> dict[Path, str]:
    """What is wrong at each place, the first that is said of it."""
    found: dict[Path, str] = {}
    for one in problems:
        place = _place_of(asked, one)
        if place is not None:
            found.setdefault(place.path, problem_said(one))
    return found


def problem_said(one: Problem) -> str:
    """What is wrong and what to do, as the check says it."""
    return f"{one.wrong[:1].upper()}{one.wrong[1:]}. {one.cure}."


def _place_of(asked: Sequence[Place], problem: Problem) -> Place | None:
    """The field that a problem is about: its key names the row and the value in it."""
    file = problem.file.rpartition("/")[2].partition(".")[0]
    steps = set(problem.key.split(".")) - {"procedure"}
    if file in dict(settings.LANGUAGES):
        steps.add(file)
    fitting = (one for one in asked if steps <= set(one.path))
    return next(fitting, None) if problem.key else None
