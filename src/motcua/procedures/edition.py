"""One folder of a pack as one piece of plain JSON: shared questions, words and fees put in place.

The law is in ``procedure.toml``, the sentences in ``vi.toml``, ``en.toml`` and ``hi.toml``, the
worked cases in ``examples.toml``. A field, section, paper or exemption that many procedures share
is written once, in the folder ``shared``; `like` names it. What is typed alike in every form has
one example for its kind, there too. An edition for a later law, or a
procedure that is nearly another, may say `based_on` and then gives only what differs; `like` then
also names what that other has, and a worked case that is `like` one of its cases gives only what
differs.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES

Tree = dict[str, Any]
LAW = "procedure.toml"
CASES = "examples.toml"
SHARED = "shared"
SHARED_LAW = "law.toml"
# The group of the shared words that says something of each kind of question: an example.
OF_KINDS = "kinds"
# How the reader of TOML says where it stopped.
_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, slots=True)
class Shared:
    """What procedures have in common: law by group and name, and words by language."""

    law: Tree
    words: Mapping[str, Tree]

    def exampled(self, said: Tree, kind: str, language: str) -> Tree:
        """The words of a question; the example is that of its kind where it gives none itself."""
        known = self.words[language].get(OF_KINDS, {}).get(kind)
        return {**known, **said} if isinstance(known, dict) else said


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder laid over what it is based on; `own` are its own words, `base` what lies below."""

    law: Tree
    said: Mapping[str, Tree]
    own: Mapping[str, Tree]
    base: Mapping[str, Mapping[str, Tree]]


def shared_of(folder: Path, report: Report) -> Shared:
    """The folder ``shared`` beside the procedures; empty where there is none."""
    place = folder / SHARED
    return Shared(toml(place / SHARED_LAW, report, must=False), _words(place, report, must=False))


def content_of(folder: Path, shared: Shared, report: Report) -> tuple[Tree, Mapping[str, Tree]]:
    """The merged content of one folder, and the words of its own files (for finding orphans)."""
    found = _with_base(folder, report)
    content = {key: value for key, value in found.law.items() if key != "based_on"}
    content["words"] = {
        language: found.said[language].get("procedure", {}) for language in LANGUAGES
    }
    put = _Putting(shared, found, report)
    put.form(content)
    for group in ("news", "instead"):
        if group in content:
            content[group] = [put.one(group, raw) for raw in _tables(content, group)]
    content["papers"] = [put.one("papers", raw) for raw in _tables(content, "papers")]
    put.fees(content)
    if isinstance(content.get("deadline"), dict) and "extended" in content["deadline"]:
        content["deadline"]["extended"]["words"] = put.words("deadline", "extended", None)
    for step in _tables(content, "route"):
        step["words"] = put.words("steps", str(step.get("step")), str(step.get("step")))
    for paper in _tables(content.get("result", {}), "papers"):
        name = str(paper.get("template"))
        paper["words"] = put.words("results", name, name)
    return content, found.own


class _Putting:
    """Puts what `like` names, and the words of each language, into the tables of a pack."""

    def __init__(self, shared: Shared, found: _Folder, report: Report) -> None:
        self.shared = shared
        self.found = found
        self.report = report

    def form(self, content: Tree) -> None:
        for section in _tables(content.get("form", {}), "sections"):
            section.update(self.one("sections", section))
            section.pop("like", None)
            section["fields"] = [self.question(raw) for raw in _tables(section, "fields")]

    def question(self, raw: Tree) -> Tree:
        """A field with its words, and with the example of its kind where it has none."""
        field = self.one("fields", raw)
        kind, words = str(field.get("kind")), field["words"].items()
        return {
            **field,
            "words": {one: self.shared.exampled(said, kind, one) for one, said in words},
        }

    def fees(self, content: Tree) -> None:
        fees = content.get("fees")
        if not isinstance(fees, dict):
            return
        fees["rules"] = [self.one("fees", raw) for raw in _tables(fees, "rules")]
        fees["exemptions"] = [self.one("exemptions", raw) for raw in _tables(fees, "exemptions")]

    def one(self, group: str, raw: Tree) -> Tree:
        """A table with what it is `like` beneath it and its words beside it."""
        like = str(raw.get("like", ""))
        below = self.found.base.get(group, {}).get(like)
        if below is not None and not self._shares(group, like):
            raw, like = {**below, "name": like, **_without_like(raw)}, str(below.get("like", ""))
        if not like:
            return {**raw, "words": self.words(group, str(raw.get("name")), None)}
        merged: Tree = {"name": like, **self._base(group, like), **_without_like(raw)}
        merged["words"] = self.words(group, str(merged["name"]), like)
        return merged

    def _base(self, group: str, like: str) -> Tree:
        """What is shared under a name; a section may share nothing but its words."""
        if not self._shares(group, like):
            known = self._known(group) | set(self.found.base.get(group, {}))
            wrong = f"nothing in the folder shared is called {group}.{like}"
            cure = f"Use one of: {', '.join(sorted(known)) or 'none'}"
            self.report.add(LAW, f"{group}.{like}", "unknown_like", wrong, cure)
        return dict(self.shared.law.get(group, {}).get(like, {}))

    def _shares(self, group: str, like: str) -> bool:
        return like in self._known(group)

    def _known(self, group: str) -> set[str]:
        words = (self.shared.words[language].get(group, {}) for language in LANGUAGES)
        return set(self.shared.law.get(group, {})).union(*words)

    def words(self, group: str, name: str, like: str | None) -> Tree:
        """The words by language: the shared ones, and over them the procedure's own."""
        found = {}
        for language in LANGUAGES:
            base = self.shared.words[language].get(group, {}).get(like, {}) if like else {}
            own = self.found.said[language].get(group, {})
            found[language] = _over(base, own.get(name, {}) if isinstance(own, dict) else {})
        return found


def _without_like(raw: Tree) -> Tree:
    return {key: value for key, value in raw.items() if key != "like"}


def _with_base(folder: Path, report: Report, above: tuple[str, ...] = ()) -> _Folder:
    """The law and the words of a folder, laid over those of the folder it is based on."""
    law, worked = toml(folder / LAW, report), toml(folder / CASES, report, must=False)
    own = _words(folder, report, must="based_on" not in law)
    if "based_on" not in law:
        return _Folder({**law, **worked}, own, own, {})
    base = folder.parent / str(law["based_on"])
    if not (base / LAW).is_file() or base.name in (*above, folder.name):
        wrong = f"there is no folder {base.name} beside this one on which it could stand"
        report.add(LAW, "based_on", "unknown_base", wrong, "Name the folder of another edition")
        return _Folder({**law, **worked}, own, own, {})
    lower = Report(base.name)
    below = _with_base(base, lower, (*above, folder.name))
    if LAW in lower.unread():
        wrong = f"the folder {base.name}, on which it stands, cannot be read"
        report.add(LAW, "based_on", "not_toml", wrong, "Mend that folder first")
    # Another procedure is asked for as often as it is, not as what it is based on.
    own_only = {"valid_to", "often"} if "code" in law else {"valid_to"}
    kept = {key: value for key, value in below.law.items() if key not in own_only}
    worked = _worked(worked, _tables(below.law, "examples"), report)
    said = {language: _over(below.said[language], own[language]) for language in LANGUAGES}
    return _Folder({**kept, **law, **worked}, said, own, _named(below))


def _worked(worked: Tree, below: list[Tree], report: Report) -> Tree:
    """The cases of a folder, each laid over that of the base which it is like."""
    known = {one.get("name"): one for one in below}
    cases = []
    for case in _tables(worked, "examples"):
        like = case.get("like")
        if "like" in case and like not in known:
            wrong = f"the folder below has no case that is called {like}"
            cure = f"Use one of: {'; '.join(map(str, known)) or 'none'}"
            report.add(CASES, f"examples.{like}", "unknown_like", wrong, cure)
        cases.append(_over(known.get(like, {}), _without_like(case)))
    return {**worked, "examples": cases} if cases else worked


def _named(below: _Folder) -> Mapping[str, Mapping[str, Tree]]:
    """What a folder has to give to those based on it: its sections, questions and papers."""
    sections = _tables(below.law.get("form", {}), "sections")
    fields = [field for section in sections for field in _tables(section, "fields")]
    groups = {"sections": sections, "fields": fields, "papers": _tables(below.law, "papers")}
    named = {}
    for group, rows in groups.items():
        lower = below.base.get(group, {})
        named[group] = {**lower, **{_name_of(raw): _laid(raw, lower) for raw in rows}}
    return named


def _name_of(raw: Tree) -> str:
    return str(raw.get("name", raw.get("like")))


def _laid(raw: Tree, lower: Mapping[str, Tree]) -> Tree:
    """A table with what it is like of a still lower folder already in it."""
    below = lower.get(str(raw.get("like")))
    return {**below, "name": _name_of(raw), **_without_like(raw)} if below is not None else raw


def _words(folder: Path, report: Report, *, must: bool) -> Mapping[str, Tree]:
    return {
        language: toml(folder / f"{language}.toml", report, must=must) for language in LANGUAGES
    }


def toml(file: Path, report: Report, *, must: bool = True) -> Tree:
    """A file as plain JSON; {} and a problem where it is missing or no TOML."""
    if not file.is_file():
        if must:
            report.add(file.name, "", "missing_file", "the file is missing", "Write it")
        return {}
    try:
        return dict(_plain(tomllib.loads(file.read_text(encoding="utf-8"))))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        found = _LINE.search(str(fault))
        line = f"line {found[1]}" if found else ""
        report.add(file.name, line, "not_toml", f"it cannot be read: {fault}", "Mend that line")
        return {}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | time) else value


def _tables(raw: Any, key: str) -> list[Tree]:
    """The tables under a key; what is no list of tables is left for the shape check to name."""
    found = raw.get(key, []) if isinstance(raw, dict) else []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _over(base: Tree, own: Any) -> Tree:
    if not isinstance(own, dict):
        return base
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        both = isinstance(value, dict) and isinstance(below, dict)
        merged[key] = _over(below, value) if both and below is not None else value
    return merged
