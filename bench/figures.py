"""A measured figure beside its bare floor and its budget, for the table of `make bench`.

A part of the bench prints what it likes and notes what has a budget; the conductor names the file
by BENCH_FIGURES and lays all figures side by side when every part has ended.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

_FILE = "BENCH_FIGURES"


def note(
    what: str,
    ours: float,
    unit: str,
    *,
    bare: float | None = None,
    most: float | None = None,
    share: float | None = None,
    times: float | None = None,
) -> None:
    """One figure, and how it is judged when it is.

    `most` is the highest that it may be, `share` the least part of `bare` (a rate), `times` the
    most times `bare` (a cost).
    """
    judged = _judged(ours, bare, most=most, share=share, times=times)
    figure = {"what": what, "ours": ours, "unit": unit, "bare": bare, **judged}
    if _FILE in os.environ:
        with Path(os.environ[_FILE]).open("a", encoding="utf-8") as file:
            file.write(json.dumps(figure, ensure_ascii=False) + "\n")


def _judged(ours: float, bare: float | None, **limits: float | None) -> dict[str, Any]:
    if limits["most"] is not None:
        return {"budget": f"≤ {limits['most']:g}", "met": ours <= limits["most"]}
    if bare and limits["share"] is not None:
        return {"budget": f"≥ {limits['share']:g} of bare", "met": ours / bare >= limits["share"]}
    if bare and limits["times"] is not None:
        return {"budget": f"≤ {limits['times']:g} of bare", "met": ours / bare <= limits["times"]}
    return {"budget": "", "met": None}


def table(figures: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a table for a terminal."""
    yield _line("what", "measured", "bare", "of bare", "budget", "met")
    for one in figures:
        bare = one["bare"]
        yield _line(
            one["what"],
            f"{_number(one['ours'])} {one['unit']}",
            _number(bare) if bare else "",
            f"{one['ours'] / bare:.2f}" if bare else "",
            one["budget"],
            _WORDS[one["met"]],
        )


def _line(*cells: str) -> str:
    what, measured, bare, shared, budget, met = cells
    return f"{what:<58} {measured:>17} {bare:>9} {shared:>8}  {budget:<15} {met}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


_WORDS = {True: "yes", False: "NO", None: ""}
