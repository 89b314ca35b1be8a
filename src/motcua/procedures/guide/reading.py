"""The folder ``vn/events`` of the packs as one tree with its words, and the tree as a `Guide`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from motcua.foundation.money import Dong
from motcua.procedures.assembly.wording import condition_of, said
from motcua.procedures.conditions import read
from motcua.procedures.deadlines import Rule
from motcua.procedures.edition import Tree, toml
from motcua.procedures.form import Choice
from motcua.procedures.guide import Asked, Elsewhere, Fill, Guide, LifeEvent, Wanted
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES

FOLDER, EVENTS, ELSEWHERE = "events", "events.toml", "elsewhere.toml"


@cache
def guide() -> Guide:
    """The guide of the packs in use, read once; an empty one where they have none."""
    folder = Path(settings.PACKS) / "vn" / FOLDER
    return guide_of(tree_of(folder, Report(""))) if folder.is_dir() else Guide()


def tree_of(folder: Path, report: Report) -> Tree:
    """Both files with their words beside each table; `said` are the language files themselves."""
    law, other = toml(folder / EVENTS, report), toml(folder / ELSEWHERE, report)
    words = {language: toml(folder / f"{language}.toml", report) for language in LANGUAGES}
    events = [_with(raw, words, "events", str(raw.get("name"))) for raw in rows(law, "events")]
    for event in events:
        name = str(event.get("name"))
        event["questions"] = [
            _with(raw, words, "events", name, "questions", str(raw.get("name")))
            for raw in rows(event, "questions")
        ]
        event["needs"] = [
            _with(raw, words, "events", name, "needs", target(raw)) for raw in rows(event, "needs")
        ]
    found = rows(other, "elsewhere")
    return {
        "exceptions": law.get("exceptions", []),
        "events": events,
        "elsewhere": [_with(raw, words, "elsewhere", str(raw.get("name"))) for raw in found],
        "plain": {language: words[language].get("plain", {}) for language in LANGUAGES},
        "said": words,
    }


def rows(table: Any, key: str) -> list[Tree]:
    """The tables under a key."""
    found = table.get(key, []) if isinstance(table, dict) else []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def target(raw: Mapping[str, Any]) -> str:
    """What a need leads to: the code of a procedure, or the name of what is done elsewhere."""
    return str(raw.get("procedure") or raw.get("elsewhere") or "")


def _with(raw: Tree, words: Mapping[str, Tree], *path: str) -> Tree:
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        place: Any = words[language]
        for step in path:
            place = place.get(step, {}) if isinstance(place, dict) else {}
        found[language] = place
    return {**raw, "words": found}


def guide_of(tree: Tree) -> Guide:
    """The facts of a tree in which nothing is wrong."""
    events = {raw["name"]: _event(raw) for raw in tree["events"]}
    elsewhere = {raw["name"]: _elsewhere(raw) for raw in tree["elsewhere"]}
    codes = dict.fromkeys(code for language in LANGUAGES for code in tree["plain"][language])
    plain = {
        code: tuple(one for language in LANGUAGES for one in tree["plain"][language].get(code, ()))
        for code in codes
    }
    return Guide(events, elsewhere, plain)


def _event(raw: Tree) -> LifeEvent:
    return LifeEvent(
        name=raw["name"],
        sign=raw["sign"],
        words=said(raw),
        plain=_plain(raw),
        questions=tuple(_asked(one) for one in raw["questions"]),
        needs=tuple(_wanted(one) for one in raw["needs"]),
    )


def _plain(raw: Tree) -> tuple[str, ...]:
    return tuple(one for language in LANGUAGES for one in raw["words"][language]["plain"])


def _asked(raw: Tree) -> Asked:
    told = {language: raw["words"][language]["choices"] for language in LANGUAGES}
    choices = tuple(
        Choice(value, {language: told[language][value] for language in LANGUAGES})
        for value in raw["choices"]
    )
    return Asked(raw["name"], said(raw), choices, condition_of(raw))


def _wanted(raw: Tree) -> Wanted:
    fills = (Fill(one["field"], one["value"], condition_of(one)) for one in raw.get("fill", ()))
    return Wanted(
        why=raw["words"],
        code=raw.get("procedure", ""),
        elsewhere=raw.get("elsewhere", ""),
        how=raw.get("how", "must"),
        when=condition_of(raw),
        late=read(raw["late"]) if "late" in raw else None,
        fills=tuple(fills),
    )


def _elsewhere(raw: Tree) -> Elsewhere:
    term, fee = raw.get("term", {}), raw.get("fee", {})
    notes = {one: raw["words"][one]["note"] for one in LANGUAGES if "note" in raw["words"][one]}
    return Elsewhere(
        name=raw["name"],
        where=raw["where"],
        words=said(raw),
        plain=_plain(raw),
        mark=raw["mark"],
        code=raw.get("code", ""),
        term=Rule.read(term) if term else None,
        term_mark=term.get("mark", "memory"),
        fee=Dong(fee["amount"]) if fee else None,
        fee_mark=fee.get("mark", "memory"),
        note=notes,
    )
