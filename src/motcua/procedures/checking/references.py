"""Whether everything that a pack points at is there. Runs once the shapes are sound."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext

from motcua.procedures.conditions import Comparison, Group, read
from motcua.procedures.edition import LAW, Tree
from motcua.procedures.problems import Report
from motcua.procedures.result import FOR_ONE, PLACE
from motcua.procedures.vocabulary import FACTS, PEOPLE

_DATES = {"date", "partial_date"}
_WITH_OTHER = {"not_before", "differs", "years_apart", "age"}
_MEASURED = {"years_apart": "value", "aged": "value", "before_day": "day"}
# What kinds of question a rule looks at, where they are no dates; nothing means any.
_COMPARED: dict[str, set[str]] = {
    "differs": set(),
    "is_yes": {"yes_no"},
    "is_no": {"yes_no"},
    "age": {"choice"},
}


def check_references(content: Tree, report: Report) -> None:
    """Fields that are not there, values that are not offered, rules that lack what they need."""
    fields = _fields(content, report)
    for place, key, kinds in _pointers(content):
        _check_pointer(fields, place, key, kinds, report)
    _check_limits(content, report)
    for place, when in _conditions(content):
        _check_condition(fields, place, when, report)
    _check_rules(content, report)
    _check_result(content, fields, report)
    _check_dates(content, report)
    _check_route(content, report)


def _fields(content: Tree, report: Report) -> dict[str, Tree]:
    """The fields by name; on the way, each condition may look only at those asked before."""
    found: dict[str, Tree] = {}
    for section in content["form"]["sections"]:
        _check_earlier(found, f"form.{section['name']}", section, report)
        for field in section["fields"]:
            place = f"fields.{field['name']}"
            if field["name"] in found:
                _add(report, place, "twice", "the name is taken already", "Name it otherwise")
            _check_earlier(found, place, field, report)
            _check_choices(place, field, report)
            found[field["name"]] = field
    return found


def _check_earlier(found: dict[str, Tree], place: str, table: Tree, report: Report) -> None:
    if "when" in table:
        _check_condition(found, f"{place}.when", table["when"], report)


def _check_choices(place: str, field: Tree, report: Report) -> None:
    offered = field.get("choices", [])
    if (field["kind"] == "choice") != bool(offered):
        wrong = "a choice needs choices, and no other kind has them"
        _add(report, f"{place}.choices", "choices", wrong, "Give choices, or mend the kind")
    if len(set(offered)) != len(offered):
        _add(report, f"{place}.choices", "twice", "an answer stands there twice", "Take one out")
    default = field.get("default")
    if default and offered and default not in offered:
        _add(report, f"{place}.default", "not_offered", f"“{default}” is no answer", "Mend it")


def _check_condition(fields: dict[str, Tree], place: str, raw: Any, report: Report) -> None:
    condition = read(raw)
    for test in condition.tests if isinstance(condition, Group) else (condition,):
        field = fields.get(test.field)
        if field is None:
            wrong = f"no field “{test.field}” is asked before"
            _add(report, place, "unknown_field", wrong, "Name a field that comes earlier")
        else:
            _check_values(test, field, place, report)


def _check_values(test: Comparison, field: Tree, place: str, report: Report) -> None:
    offered = {"yes", "no"} if field["kind"] == "yes_no" else set(field.get("choices", ()))
    for value in test.values:
        if value and offered and value not in offered:
            wrong = f"“{value}” is no answer to “{test.field}”"
            _add(report, place, "not_offered", wrong, f"Use one of: {', '.join(sorted(offered))}")


def _pointers(content: Tree) -> Iterator[tuple[str, Any, set[str]]]:
    """Where a key names a field: the place, the name, and the kinds that field may have."""
    for number, rule in enumerate(content["form"].get("checks", ()), 1):
        kinds = _COMPARED.get(rule["rule"], _DATES)
        yield f"checks.{number}.field", rule["field"], kinds
        if rule["rule"] in _WITH_OTHER:
            yield f"checks.{number}.other", rule.get("other"), _DATES if kinds else kinds
    named: tuple[tuple[str, str, set[str]], ...] = (
        ("fees", "copies", {"number"}),
        ("fees", "pages", {"number"}),
        ("result", "picks", {"choice"}),
        ("timely", "since", _DATES),
    )
    for table, key, kinds in named:
        if key in content.get(table, {}):
            yield f"{table}.{key}", content[table][key], kinds
    for name in content["result"].get("notes", {}).get("whose", ()):
        yield "notes.whose", name, {"choice"}
    for paper in content["result"]["papers"]:
        if "copies" in paper:
            yield f"results.{paper['template']}.copies", paper["copies"], {"number"}


def _check_limits(content: Tree, report: Report) -> None:
    """A rule that measures needs its measure."""
    for number, rule in enumerate(content["form"].get("checks", ()), 1):
        needed = _MEASURED.get(rule["rule"])
        if needed and needed not in rule:
            wrong = f"the rule {rule['rule']} has nothing to measure by"
            _add(report, f"checks.{number}.{needed}", "missing_key", wrong, f"Give {needed}")


def _check_pointer(
    fields: dict[str, Tree], place: str, name: Any, kinds: set[str], report: Report
) -> None:
    field = fields.get(name)
    if field is None:
        _add(report, place, "unknown_field", f"there is no field “{name}”", "Name a field")
    elif kinds and field["kind"] not in kinds:
        wrong = f"“{name}” is a {field['kind']}"
        _add(report, place, "wrong_kind", wrong, f"Name a field of kind {', '.join(sorted(kinds))}")


def _conditions(content: Tree) -> Iterator[tuple[str, Any]]:
    groups = (
        ("papers", content.get("papers", ())),
        ("fees", content["fees"].get("rules", ())),
        ("exemptions", content["fees"].get("exemptions", ())),
        ("results", content["result"]["papers"]),
        ("deadline", content["deadline"].get("cases", ())),
        ("notes", content["result"].get("notes", {}).get("changes", ())),
        ("writes", content["result"].get("writes", ())),
    )
    for group, tables in groups:
        for table in tables:
            if "when" in table:
                name = table.get("name", table.get("template", table.get("book", "cases")))
                yield f"{group}.{name}.when", table["when"]


def _check_rules(content: Tree, report: Report) -> None:
    names = {rule["name"] for rule in content["fees"].get("rules", ())}
    groups = (
        ("papers", content.get("papers", ())),
        ("fees", content["fees"].get("rules", ())),
        ("exemptions", content["fees"].get("exemptions", ())),
    )
    for group, rows in groups:
        _check_names(group, rows, report)
    for rule in content["fees"].get("rules", ()):
        place = f"fees.{rule['name']}"
        if ("amount" in rule) == ("tiers" in rule):
            wrong = gettext("a fee has either an amount or tiers")
            _add(report, place, "amount", wrong, gettext("Give one of the two"))
        counter = {"case": None, "copy": "copies", "page": "pages"}[rule["per"]]
        if counter and counter not in content["fees"]:
            wrong = f"it is counted by the {rule['per']}, but fees names no such field"
            _add(report, place, "no_count", wrong, f"Set fees.{counter} to a field")
    for one in content["fees"].get("exemptions", ()):
        for name in sorted(set(one.get("fees", ())) - names):
            wrong = f"there is no fee “{name}”"
            _add(report, f"exemptions.{one['name']}.fees", "unknown_fee", wrong, "Name a fee")
    timed = (*content["fees"].get("rules", ()), *content["fees"].get("exemptions", ()))
    if "timely" not in content and any("timely" in one for one in timed):
        wrong = "a fee asks for timeliness, but the pack does not say when that is"
        _add(report, "timely", "no_term", wrong, "Add the table timely")


def _check_names(group: str, rows: Iterable[Tree], report: Report) -> None:
    """Names that stand twice, and rules that end before they begin."""
    known: set[str] = set()
    for row in rows:
        place = f"{group}.{row['name']}"
        if row["name"] in known:
            _add(report, place, "twice", "the name is taken already", "Name it otherwise")
        known.add(row["name"])
        if row.get("valid_to", "9999") < row.get("valid_from", "0000"):
            wrong = gettext("the end is before the beginning")
            cure = gettext("Mend one of the two days")
            _add(report, f"{place}.valid_to", "bad_date", wrong, cure)


def _check_result(content: Tree, fields: dict[str, Tree], report: Report) -> None:
    meanings = {field.get("means") for field in fields.values()}
    meanings |= {f"{who}.name" for who in PEOPLE}
    for paper in content["result"]["papers"]:
        place = f"results.{paper['template']}"
        if "{n}" not in paper["number"]:
            wrong = f"“{paper['number']}” has no place for the number"
            _add(report, f"{place}.number", "number", wrong, "Put {n} where the number goes")
        entries = "picks" in content["result"] or "writes" in content["result"]
        for name, source in paper["prints"].items():
            _check_source(f"{place}.prints.{name}", source, fields, meanings, entries, report)
    for place, source in _written(content["result"]):
        _check_source(place, source, fields, meanings, False, report)
    notes = content["result"].get("notes")
    if notes and ("picks" in content["result"]) == ("book" in notes):
        wrong = "a note needs to be told, once, in which book it stands"
        _add(report, "result.notes", "no_entry", wrong, "Give either result.picks or notes.book")


def _written(result: Tree) -> Iterator[tuple[str, str]]:
    """What goes into a book: the place in the pack, and the source."""
    for row in result.get("writes", ()):
        for name, source in row["content"].items():
            yield f"writes.{row['book']}.{name}", source
    notes = result.get("notes", {})
    for name in ("kind", "text", "reason", "evidence"):
        if name in notes:
            yield f"notes.{name}", notes[name]
    for number, case in enumerate(notes.get("changes", ()), 1):
        for name, source in case["terms"].items():
            yield f"notes.changes.{number}.terms.{name}", source


def _check_source(
    place: str,
    source: str,
    fields: dict[str, Tree],
    meanings: set[Any],
    entries: bool,
    report: Report,
) -> None:
    kind, _, key = source.partition(":")
    if not source:
        return
    known = {
        "answer": key in fields,
        "join": all(name.strip() in fields for name in key.split(",")),
        "means": key in meanings,
        "fact": key in FACTS,
        "entry": entries,
        "text": all(name in fields for name in PLACE.findall(key)) and _for_known(fields, key),
    }[kind]
    if not known:
        cure = "Name a field, a meaning, a fact that there is, or give the paper a book"
        _add(report, place, "unknown_source", f"there is no {kind} “{key}” here", cure)


def _for_known(fields: dict[str, Tree], text: str) -> bool:
    """Whether every part that is there for one answer names an answer that can be given."""
    return all(
        name in fields and value in (fields[name].get("choices") or ("yes", "no"))
        for name, value in FOR_ONE.findall(text)
    )


def _check_dates(content: Tree, report: Report) -> None:
    if content.get("valid_to", "9999") < content["valid_from"]:
        wrong = "the end is before the beginning"
        _add(report, "valid_to", "bad_date", wrong, "Mend one of the two days")
    for term in (content["deadline"], *content["deadline"].get("cases", ())):
        unit, amount = term["unit"], term.get("amount", 0)
        if (unit == "same_day") != (amount == 0):
            wrong = f"{amount} of {unit}"
            _add(report, "deadline.amount", "amount", wrong, "0 for the same day, else 1 or more")


def _check_route(content: Tree, report: Report) -> None:
    if content["route"][-1]["step"] != "sign":
        _add(report, "route", "route", "nobody signs at the end", "End the route with step sign")


def _add(report: Report, key: str, code: str, wrong: str, cure: str) -> None:
    report.add(LAW, key, code, wrong, cure)
