"""The fees that a province's People's Council sets: ``<province>/fees.toml`` beside the country."""

from pathlib import Path

from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.wording import check_said
from motcua.procedures.edition import Tree, toml
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES

FILE = "fees.toml"


def local_fees(folder: Path, codes: frozenset[str], report: Report) -> dict[str, list[Tree]]:
    """The fee rules of a province by the code of the procedure, each with its own words."""
    found: dict[str, list[Tree]] = {}
    for number, raw in enumerate(toml(folder / FILE, report).get("fees", []), 1):
        rule = {key: value for key, value in raw.items() if key not in ("procedure", *LANGUAGES)}
        rule["words"] = {language: raw.get(language, {}) for language in LANGUAGES}
        place = f"fees.{raw.get('name', number)}"
        _check(rule, place, report)
        for code in _codes(raw):
            if code not in codes:
                wrong = f"no procedure has the code {code!r}"
                report.add(FILE, place, "unknown_procedure", wrong, "Mend the code")
            found.setdefault(code, []).append(rule)
    return found


def _codes(raw: Tree) -> list[str]:
    named = raw.get("procedure")
    return [str(code) for code in named] if isinstance(named, list) else [str(named)]


def _check(rule: Tree, place: str, report: Report) -> None:
    check_shape("rules", rule, place, FILE, report)
    for language in LANGUAGES:
        said = rule["words"][language]
        check_said("fees", "", rule, said, FILE, report, above=f"{place}.{language}")
