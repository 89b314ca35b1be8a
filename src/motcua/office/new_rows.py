"""Rows that an administrator adds to a part of a procedure or ends in it: fee, exemption, paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.office.amend_page import Group, Spoken, by_place, read
from motcua.office.part_words import key_said, marks, needs
from motcua.parts.grounds import GROUNDS
from motcua.parts.questions import Question, ask
from motcua.procedures.amending.places import FEES, PAPERS, Kind, Path, Place
from motcua.procedures.amending.rows import EXEMPTIONS, RULES, name_for
from motcua.procedures.amending.rows import PAPERS as PAPER_ROWS
from motcua.procedures.problems import Problem

Content = Mapping[str, Any]
Typed = Mapping[str, str]
_OF_PART: Mapping[str, Sequence[Path]] = {FEES: (RULES, EXEMPTIONS), PAPERS: (PAPER_ROWS,)}
_TITLES: Mapping[Path, str | Promise] = {
    RULES: gettext_lazy("Add a fee"),
    EXEMPTIONS: gettext_lazy("Add an exemption"),
    PAPER_ROWS: gettext_lazy("Demand another paper"),
}
# What is typed for a new row: where it stands in it, and how it is read.
_PLAIN: Mapping[Path, Sequence[tuple[Path, Kind]]] = {
    RULES: (
        (("amount",), "money"),
        (("per",), "text"),
        (("basis", "document"), "text"),
        (("basis", "article"), "text"),
        (("basis", "mark"), "mark"),
    ),
    EXEMPTIONS: (
        (("grounds",), "text"),
        (("basis", "document"), "text"),
        (("basis", "article"), "text"),
        (("basis", "mark"), "mark"),
    ),
    PAPER_ROWS: (
        (("need",), "need"),
        (("looks",), "text"),
        (("originals",), "count"),
        (("copies",), "count"),
        (("mark",), "mark"),
    ),
}
_SAID: Mapping[Path, Sequence[str]] = {
    RULES: ("label",),
    EXEMPTIONS: ("label",),
    PAPER_ROWS: ("label", "help"),
}
_MAY_LACK = frozenset({"article", "help", "originals", "copies"})
# What stands chosen in an empty row already: alone it adds nothing.
_CHOSEN = frozenset({"per", "grounds", "mark", "need", "looks"})
_ALWAYS: Mapping[Path, Mapping[str, Any]] = {
    RULES: {},
    EXEMPTIONS: {},
    PAPER_ROWS: {"replaceable_by_data": False},
}
_PER: Mapping[str, str | Promise] = {
    "case": gettext_lazy("once for the request"),
    "copy": gettext_lazy("for each copy"),
    "page": gettext_lazy("for each page"),
}
_LOOKS: Mapping[str, str | Promise] = {
    "sheet": gettext_lazy("a sheet"),
    "card": gettext_lazy("a card"),
    "booklet": gettext_lazy("a booklet"),
    "pages": gettext_lazy("several pages"),
    "sealed": gettext_lazy("a paper with a stamp"),
}


def new_groups(
    content: Content, part: str, typed: Typed | None, problems: Iterable[Problem] = ()
) -> list[Group]:
    """An empty row for each list of the part, or what was typed of it with what is wrong in it."""
    wrong = by_place(new_places(content, part, typed or {}), problems)
    found = []
    for holder in _OF_PART.get(part, ()):
        at = len(holder) + 1
        said = {path[at:]: text for path, text in wrong.items() if path[: at - 1] == holder}
        questions = {
            path: replace(_question(holder, path, kind, typed), error=said.get(path, ""))
            for path, kind in _fields(holder)
        }
        plain = [questions[path] for path, _kind in _PLAIN[holder]]
        found.append(Group(str(_TITLES[holder]), plain, _spoken(questions)))
    return found


def new_places(content: Content, part: str, typed: Typed) -> list[Place]:
    """Where what is typed for new rows will stand, each under the name that its row gets."""
    found = []
    for holder in _OF_PART.get(part, ()):
        group = (*holder, name_for(content, holder, _called(holder, typed)))
        found += [Place((*group, *path), kind, group) for path, kind in _fields(holder)]
    return found


def names_of(content: Content, part: str) -> Iterator[str]:
    """The names of all fields that add or end a row, to be carried on."""
    for holder in _OF_PART.get(part, ()):
        yield from (_end(holder, row) for row in _rows(content, holder))
        yield from (_name(holder, path) for path, _kind in _fields(holder))


def endings(content: Content, part: str, typed: Typed | None) -> dict[Path, Question]:
    """For each row that stands: whether it ends on the day."""
    return {
        (*holder, row["name"]): ask(
            "yes_no",
            _end(holder, row),
            _("End it from that day on?"),
            value="no" if typed is None else typed.get(_end(holder, row), "no"),
        )
        for holder in _OF_PART.get(part, ())
        for row in _rows(content, holder)
    }


def rows_typed(content: Content, part: str, typed: Typed) -> dict[Path, Any]:
    """What is to be added, as rows of a pack, and None for what is to end."""
    found: dict[Path, Any] = {}
    for holder in _OF_PART.get(part, ()):
        for row in _rows(content, holder):
            if typed.get(_end(holder, row)) == "yes":
                found[(*holder, row["name"])] = None
        made = _row(holder, typed)
        if made:
            name = name_for(content, holder, _called(holder, typed))
            found[(*holder, name)] = {"name": name, **_ALWAYS[holder], **made}
    return found


def _row(holder: Path, typed: Typed) -> dict[str, Any]:
    """The row as it was typed; {} where it was left empty, whatever stands chosen in it."""
    row: dict[str, Any] = {}
    written = False
    for path, kind in _fields(holder):
        value = read(kind, typed.get(_name(holder, path), ""))
        if value in (None, ""):
            continue
        written = written or path[-1] not in _CHOSEN
        inner = row
        for step in path[:-1]:
            inner = inner.setdefault(step, {})
        inner[path[-1]] = [value] if path[-1] == "grounds" else value
    return row if written else {}


def _fields(holder: Path) -> Iterator[tuple[Path, Kind]]:
    yield from _PLAIN[holder]
    for language, _word in settings.LANGUAGES:
        for key in _SAID[holder]:
            yield ("words", language, key), "long_text" if key == "help" else "text"


def _called(holder: Path, typed: Typed) -> str:
    return typed.get(_name(holder, ("words", "vi", "label")), "")


def _spoken(questions: Mapping[Path, Question]) -> list[Spoken]:
    found = []
    for place, (language, name) in enumerate(settings.LANGUAGES):
        said = [q for path, q in questions.items() if path[:2] == ("words", language)]
        found.append(Spoken(language, name, place == 0 or any(one.error for one in said), said))
    return found


def _question(holder: Path, path: Path, kind: Kind, typed: Typed | None) -> Question:
    key, choices = path[-1], _choices(path[-1])
    # Nobody has compared a row with the law by opening the form of it.
    first = "memory" if key == "mark" else choices[0][0] if choices else ""
    return Question(
        kind="choice" if choices else {"money": "number", "count": "number"}.get(kind, kind),
        name=_name(holder, path),
        label=key_said(path),
        value=first if typed is None else typed.get(_name(holder, path), first),
        need="optional" if key in _MAY_LACK else "must",
        choices=choices,
        autocomplete="off",
        maxlength=0 if kind in ("money", "count") or choices else 1000,
        rows=2,
    )


def _choices(key: str) -> list[tuple[str, str]]:
    offered: Mapping[str, Mapping[str, str | Promise]] = {
        "per": _PER,
        "looks": _LOOKS,
        "grounds": GROUNDS,
    }
    if key in offered:
        return [(value, str(word)) for value, word in offered[key].items()]
    return {"mark": marks, "need": needs}.get(key, list)()


def _rows(content: Content, holder: Path) -> Sequence[Mapping[str, Any]]:
    found: Any = content
    for step in holder:
        found = found.get(step, {})
    return list(found)


def _name(holder: Path, path: Path) -> str:
    return ".".join(("new", *holder, *path))


def _end(holder: Path, row: Mapping[str, Any]) -> str:
    return ".".join(("end", *holder, row["name"]))
