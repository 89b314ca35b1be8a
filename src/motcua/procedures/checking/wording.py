"""Whether everything is said in every language, and nothing is said of what is not there."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from django.utils.translation import gettext

from motcua.procedures.checking.keys import WORDS
from motcua.procedures.edition import Tree
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES

# Problems that leave the law itself readable: what is said, or still to be written.
UNSPOKEN = frozenset({"blank", "missing_file", "missing_words", "not_toml"})

Place = tuple[str, str, Tree]  # group of words, name, the table whose words they are


def check_words(content: Tree, own: Mapping[str, Tree], report: Report) -> None:
    """Every missing, unknown and orphaned word, each in the file of its language."""
    places, unread = list(_places(content)), report.unread()
    read = [language for language in LANGUAGES if f"{language}.toml" not in unread]
    for group, name, table in places:
        for language in read:
            said = table.get("words", {}).get(language, {})
            check_said(group, name, table, said, f"{language}.toml", report)
    named = {(group, name) for group, name, _ in places}
    for language in read:
        _orphans(own[language], named, f"{language}.toml", report)


def filled(content: Tree) -> Tree:
    """The content with something under every word that is missing: what is not said yet does not
    keep the worked cases from being run."""
    whole = deepcopy(content)
    for group, _name, table in _places(whole):
        must, may = WORDS[group]
        words = table.setdefault("words", {})
        for language in LANGUAGES:
            said = words.get(language)
            known = said if isinstance(said, dict) else {}
            words[language] = {part: known[part] for part in may if part in known}
            words[language] |= {part: known.get(part) or "–" for part in must}
            if "choices" in table:
                told = known.get("choices", {})
                choices = {one: told.get(one) or one for one in table["choices"]}
                words[language]["choices"] = choices
    return whole


def check_said(
    group: str, name: str, table: Tree, said: Any, file: str, report: Report, above: str = ""
) -> None:
    """The words of one table in one language."""
    place = above or (f"{group}.{name}" if name else group)
    must, may = WORDS[group]
    needed = must | _also(group, table)
    if not isinstance(said, dict):
        report.add(file, place, "missing_words", "there are no words", "Write the table")
        return
    for part in sorted(needed):
        if not said.get(part):
            wrong, cure = gettext("the sentence is missing"), gettext("Write it in this language")
            report.add(file, f"{place}.{part}", "missing_words", wrong, cure)
    for part in sorted(said.keys() - must - may):
        cure = f"Use {', '.join(sorted(must | may))}"
        report.add(file, f"{place}.{part}", "unknown_key", f"nothing says “{part}”", cure)
    _choices(table, said, place, file, report)


def _also(group: str, table: Tree) -> frozenset[str]:
    if group == "papers" and table.get("replaceable_by_data") is True:
        return frozenset({"replaced_by"})
    if group == "procedure" and table.get("online") == "partial":
        return frozenset({"partial_reason"})
    return frozenset()


def _choices(table: Tree, said: Tree, place: str, file: str, report: Report) -> None:
    offered = table.get("choices", [])
    told = said.get("choices", {})
    if not isinstance(offered, list) or not isinstance(told, dict):
        return
    for value in offered:
        if not told.get(value):
            key = f"{place}.choices.{value}"
            wrong, cure = gettext("the answer has no word"), gettext("Write it in this language")
            report.add(file, key, "missing_words", wrong, cure)
    for value in sorted(told.keys() - set(map(str, offered))):
        key = f"{place}.choices.{value}"
        cure = "Take it out, or add it to choices"
        report.add(file, key, "orphaned_words", "the law offers no such answer", cure)


def _orphans(own: Tree, named: set[tuple[str, str]], file: str, report: Report) -> None:
    for group, below in own.items():
        if group == "procedure":
            continue
        for name in below if isinstance(below, dict) else [""]:
            if (group, name) not in named:
                cure = "Take it out, or mend the name"
                wrong = "procedure.toml has nothing of that name"
                report.add(file, f"{group}.{name}", "orphaned_words", wrong, cure)


def _places(content: Tree) -> Iterator[Place]:
    yield "procedure", "", content
    sections = _rows(content.get("form"), "sections")
    groups = (
        ("news", "name", _rows(content, "news")),
        ("instead", "name", _rows(content, "instead")),
        ("sections", "name", sections),
        ("fields", "name", [field for one in sections for field in _rows(one, "fields")]),
        ("papers", "name", _rows(content, "papers")),
        ("fees", "name", _rows(content.get("fees"), "rules")),
        ("exemptions", "name", _rows(content.get("fees"), "exemptions")),
        ("steps", "step", _rows(content, "route")),
        ("results", "template", _rows(content.get("result"), "papers")),
    )
    for group, key, rows in groups:
        yield from ((group, str(row.get(key)), row) for row in rows)
    deadline = content.get("deadline")
    if isinstance(deadline, dict) and isinstance(deadline.get("extended"), dict):
        yield "deadline", "extended", deadline["extended"]


def _rows(table: Any, key: str) -> list[Tree]:
    rows = table.get(key, []) if isinstance(table, dict) else []
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
