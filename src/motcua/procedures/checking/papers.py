"""Whether each paper is told what its layout needs: ``vn/papers/papers.toml`` names it."""

from collections.abc import Mapping

from motcua.procedures.edition import LAW, Tree
from motcua.procedures.problems import Report

_ALL = "*"
# Where a layout says for how many months the paper is good.
_TERM = "valid.months"


def check_papers(content: Tree, layouts: Mapping[str, Tree], report: Report) -> None:
    """Values that the layout does not know, and those it cannot do without."""
    for paper in content["result"]["papers"]:
        layout = layouts.get(paper["template"])
        if layout is None:
            continue
        fields = layout.get("fields", {})
        told = {_listed(name) for name in paper["prints"]} - {_ALL}
        place = f"results.{paper['template']}.prints"
        if paper.get("valid_months") and _TERM not in fields:
            wrong, cure = "the layout does not say how long it is good for", f"Give it “{_TERM}”"
            report.add(
                LAW, f"results.{paper['template']}.valid_months", "unknown_print", wrong, cure
            )
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


def _listed(name: str) -> str:
    """``changes.1.what`` is told to the list ``changes``."""
    head, *rest = name.split(".")
    return head if len(rest) == 2 and rest[0].isdigit() else name
