"""Whether each paper is told what its layout needs: ``vn/papers/papers.toml`` names it."""

from collections.abc import Mapping
from pathlib import Path

from motcua.procedures.edition import LAW, Tree, toml
from motcua.procedures.problems import Report
from motcua.procedures.vocabulary import LANGUAGES, TEMPLATES

_ALL = "*"
# Where a layout says for how many months the paper is good.
_TERM = "valid.months"
LABELS, _PAPERS = "labels.toml", "papers.toml"


def layouts_of(folder: Path, report: Report) -> dict[str, Tree]:
    """Each layout by its code. Who signs reads words: each field of a result must have one."""
    layouts: dict[str, Tree] = toml(folder / _PAPERS, report, must=False).get("papers", {})
    words = toml(folder / LABELS, report, must=False)
    results = [layouts[code].get("fields", {}) for code in sorted(TEMPLATES & layouts.keys())]
    for name in dict.fromkeys(name for fields in results for name in fields):
        _check_label(name, words.get(name, {}), report)
    for named in dict.fromkeys(one["words"] for one in layouts.values() if "words" in one):
        for name, said in words.get(named, {}).items():
            _check_label(f"{named}.{name}", said, report)
    check_own_words(_PAPERS, layouts, words, report)
    return layouts


def check_own_words(file: str, named: Mapping[str, Tree], words: Tree, report: Report) -> None:
    """Books or papers that name a table of words which is not in ``labels.toml``."""
    for code, body in named.items():
        own = body.get("words")
        if own is not None and own not in words:
            cure = f"Write [{own}] in {LABELS}, or leave `words` out"
            report.add(file, f"{code}.words", "unknown_words", f"no words “{own}”", cure)


def _check_label(name: str, said: Tree, report: Report) -> None:
    missing = [one for one in LANGUAGES if not said.get(one)]
    if missing:
        wrong = f"“{name}” is printed, and has no word in {', '.join(missing)}"
        report.add(LABELS, name, "missing_words", wrong, "Write what it is called")


def check_papers(content: Tree, layouts: Mapping[str, Tree], report: Report) -> None:
    """Values that the layout does not know, and those it cannot do without."""
    for paper in content["result"]["papers"]:
        layout = layouts.get(paper["template"])
        if layout is None:
            continue
        fields = layout.get("fields", {})
        told = {_listed(name) for name in paper["prints"]} - {_ALL}
        place = f"results.{paper['template']}.prints"
        _check_term(paper, fields, report)
        _check_enclosed(paper, layout, content, report)
        for name in sorted(told - fields.keys()):
            wrong = f"the layout has no place for “{name}”"
            cure = f"Use one of: {', '.join(fields)}"
            report.add(LAW, f"{place}.{name}", "unknown_print", wrong, cure)
        if _ALL in paper["prints"]:
            continue
        for name in sorted(name for name, kind in fields.items() if "!" in kind):
            if name not in told:
                wrong = f"the layout cannot be set without “{name}”"
                report.add(LAW, f"{place}.{name}", "missing_print", wrong, "Give its source")


def _check_term(paper: Tree, fields: Tree, report: Report) -> None:
    """A paper that runs out says so."""
    if paper.get("valid_months") and _TERM not in fields:
        wrong = "the layout does not say how long it is good for"
        key = f"results.{paper['template']}.valid_months"
        report.add(LAW, key, "unknown_print", wrong, f"Give the layout “{_TERM}”")


def _check_enclosed(paper: Tree, layout: Tree, content: Tree, report: Report) -> None:
    """A layout that encloses pages is told of which paper, and another has no place for them."""
    named, key = paper.get("encloses"), f"results.{paper['template']}.encloses"
    if bool(named) != bool(layout.get("encloses")):
        wrong = "the layout encloses pages" if not named else "the layout encloses no pages"
        report.add(LAW, key, "encloses", wrong, "Name the paper" if not named else "Leave it out")
    elif named and named not in {one["name"] for one in content.get("papers", ())}:
        report.add(LAW, key, "unknown_paper", f"there is no paper “{named}”", "Name a paper")


def _listed(name: str) -> str:
    """``changes.1.what`` is told to the list ``changes``."""
    head, *rest = name.split(".")
    return head if len(rest) == 2 and rest[0].isdigit() else name
