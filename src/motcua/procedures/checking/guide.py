"""Whether the life events lead somewhere: to procedures that are there, in every language."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.wording import check_said
from motcua.procedures.conditions import Group, read
from motcua.procedures.edition import Tree
from motcua.procedures.guide import Guide, LifeEvent
from motcua.procedures.guide.choosing import MOST_QUESTIONS, every_way, wanted
from motcua.procedures.guide.reading import ELSEWHERE, EVENTS, guide_of, target, tree_of
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES

Choices = Mapping[str, Sequence[str]]


def check_guide(folder: Path, contents: Sequence[Tree], report: Report) -> None:
    """Every problem of the folder of events; `contents` are the sound editions of procedures."""
    tree = tree_of(folder, report)
    for event in tree["events"]:
        shape = {key: value for key, value in event.items() if key != "words"}
        check_shape("events", shape, f"events.{event.get('name')}", EVENTS, report)
    for one in tree["elsewhere"]:
        check_shape("elsewhere", one, f"elsewhere.{one.get('name')}", ELSEWHERE, report)
    if not report.problems:
        _check_words(tree, report)
        _Pointing(tree, contents, report).check()
    if not report.problems:
        _check_ways(guide_of(tree), report)


def _check_words(tree: Tree, report: Report) -> None:
    for group, key, name, table in _spoken(tree):
        for language in LANGUAGES:
            file, said = f"{language}.toml", table["words"][language]
            check_said(group, name, table, said, file, report, above=key)
            if "plain" in said and not _texts(said["plain"]):
                wrong = "the plain words are no list of texts"
                report.add(file, f"{key}.plain", "bad_value", wrong, "Give a list of texts")
    for event in tree["events"]:
        for need in event["needs"]:
            _check_why(f"events.{event['name']}.needs.{target(need)}", need, report)
    _check_orphans(tree, report)


def _check_why(key: str, need: Tree, report: Report) -> None:
    for language in LANGUAGES:
        if not isinstance(need["words"][language], str) or not need["words"][language]:
            wrong, cure = "nothing says why it is needed", "Write it in this language"
            report.add(f"{language}.toml", key, "missing_words", wrong, cure)


def _spoken(tree: Tree) -> Iterator[tuple[str, str, str, Tree]]:
    """Each table that has words: its group, its place in the language files, name and table."""
    for event in tree["events"]:
        key = f"events.{event['name']}"
        yield "events", key, event["name"], event
        for one in event["questions"]:
            yield "questions", f"{key}.questions.{one['name']}", one["name"], one
    for one in tree["elsewhere"]:
        yield "elsewhere", f"elsewhere.{one['name']}", one["name"], one


def _check_orphans(tree: Tree, report: Report) -> None:
    """Words of nothing."""
    events = {one["name"]: one for one in tree["events"]}
    known = {
        "events": set(events),
        "elsewhere": {one["name"] for one in tree["elsewhere"]},
    }
    for event in events.values():
        place = f"events.{event['name']}"
        known[f"{place}.questions"] = {one["name"] for one in event["questions"]}
        known[f"{place}.needs"] = {target(one) for one in event["needs"]}
    for language in LANGUAGES:
        for place, names in known.items():
            found: Any = tree["said"][language]
            for step in place.split("."):
                found = found.get(step, {}) if isinstance(found, dict) else {}
            for name in sorted(found.keys() - names):
                cure = "Take it out, or mend the name"
                file, wrong = f"{language}.toml", "there is nothing of that name"
                report.add(file, f"{place}.{name}", "orphaned_words", wrong, cure)


class _Pointing:
    """Whether what events point at is there: procedures, questions, fields, answers."""

    def __init__(self, tree: Tree, contents: Sequence[Tree], report: Report) -> None:
        self.tree = tree
        self.report = report
        self.editions: dict[str, list[Tree]] = {}
        for content in contents:
            self.editions.setdefault(content["code"], []).append(content)

    def check(self) -> None:
        names = {one["name"] for one in self.tree["elsewhere"]}
        for event in self.tree["events"]:
            place = f"events.{event['name']}"
            choices = self._questions(place, event)
            for need in event["needs"]:
                self._need(f"{place}.needs.{target(need)}", need, choices, names)
        self._everything_is_reached()
        self._plain()

    def _questions(self, place: str, event: Tree) -> Choices:
        asked: dict[str, Sequence[str]] = {}
        if len(event["questions"]) > MOST_QUESTIONS:
            wrong = f"{len(event['questions'])} questions are too many"
            self._add(f"{place}.questions", "choices", wrong, f"Ask {MOST_QUESTIONS} at most")
        for one in event["questions"]:
            self._condition(f"{place}.questions.{one['name']}.when", one.get("when"), asked)
            asked[one["name"]] = one["choices"]
        return asked

    def _need(self, place: str, need: Tree, choices: Choices, names: set[str]) -> None:
        if ("procedure" in need) == ("elsewhere" in need):
            wrong = "it names both a procedure and another office, or neither"
            self._add(place, "choices", wrong, "Give procedure or elsewhere")
        elif "elsewhere" in need and need["elsewhere"] not in names:
            self._add(place, "unknown_elsewhere", "elsewhere.toml has no such name", "Mend it")
        elif "procedure" in need and need["procedure"] not in self.editions:
            wrong = f"no procedure has the code {need['procedure']}"
            self._add(place, "unknown_procedure", wrong, "Mend the code")
        for key in ("when", "late"):
            self._condition(f"{place}.{key}", need.get(key), choices)
        editions = self.editions.get(need.get("procedure", ""), [])
        if "late" in need and not all("timely" in one for one in editions):
            wrong = "the procedure knows no registration in time"
            self._add(f"{place}.late", "no_term", wrong, "Take it out")
        for one in need.get("fill", ()):
            self._condition(f"{place}.fill.{one['field']}.when", one.get("when"), choices)
            self._fill(f"{place}.fill.{one['field']}", one, editions)

    def _condition(self, place: str, raw: Any, choices: Choices) -> None:
        if raw is None:
            return
        condition = read(raw)
        for test in condition.tests if isinstance(condition, Group) else (condition,):
            if test.field not in choices:
                wrong = f"no question “{test.field}” is asked before"
                self._add(place, "unknown_field", wrong, "Name a question that comes earlier")
                continue
            for value in sorted(set(test.values) - {"", *choices[test.field]}):
                wrong = f"“{value}” is no answer to “{test.field}”"
                cure = f"Use one of: {', '.join(choices[test.field])}"
                self._add(place, "not_offered", wrong, cure)

    def _fill(self, place: str, fill: Tree, editions: Sequence[Tree]) -> None:
        for content in editions:
            sections = content["form"]["sections"]
            fields = {one["name"]: one for part in sections for one in part["fields"]}
            field = fields.get(fill["field"])
            if field is None:
                wrong = f"{content['code']} asks no “{fill['field']}”"
                self._add(place, "unknown_field", wrong, "Name one of its questions")
                return
            offered = ["yes", "no"] if field["kind"] == "yes_no" else field.get("choices", [])
            if fill["value"] not in offered:
                wrong = f"“{fill['value']}” is no answer to “{fill['field']}”"
                self._add(place, "not_offered", wrong, f"Use one of: {', '.join(offered)}")
                return

    def _everything_is_reached(self) -> None:
        excepted = set(self.tree["exceptions"])
        needed = {target(need) for event in self.tree["events"] for need in event["needs"]}
        for code in sorted(self.editions.keys() - needed - excepted):
            cure = "Name it in an event, or in exceptions"
            self._add(f"exceptions.{code}", "unreached", "no event needs this procedure", cure)
        for code in sorted(excepted & needed):
            wrong = "an event needs it, so that it is no exception"
            self._add(f"exceptions.{code}", "unreached", wrong, "Take it out of exceptions")
        for code in sorted(excepted - self.editions.keys()):
            wrong = f"no procedure has the code {code}"
            self._add(f"exceptions.{code}", "unknown_procedure", wrong, "Mend the code")

    def _plain(self) -> None:
        for language, table in self.tree["plain"].items():
            for code, phrases in table.items():
                if code not in self.editions:
                    wrong, cure = f"no procedure has the code {code}", "Mend the code"
                    file, key = f"{language}.toml", f"plain.{code}"
                    self.report.add(file, key, "unknown_procedure", wrong, cure)
                if not _texts(phrases):
                    wrong, cure = "the plain words are no list of texts", "Give a list of texts"
                    self.report.add(f"{language}.toml", f"plain.{code}", "bad_value", wrong, cure)

    def _add(self, place: str, code: str, wrong: str, cure: str) -> None:
        self.report.add(EVENTS, place, code, wrong, cure)


def _check_ways(guide: Guide, report: Report) -> None:
    for event in guide.events.values():
        for answers in every_way(event):
            _check_way(event, answers, report)


def _check_way(event: LifeEvent, answers: Mapping[str, str], report: Report) -> None:
    """Each set of answers leads to something that must be done."""
    if any(one.how == "must" for one in wanted(event, answers)):
        return
    said = ", ".join(f"{name} = {value}" for name, value in answers.items()) or "no question"
    wrong, cure = f"with {said} nothing must be done", "Name what is needed then"
    report.add(EVENTS, f"events.{event.name}.needs", "leads_nowhere", wrong, cure)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)
