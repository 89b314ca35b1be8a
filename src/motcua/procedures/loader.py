"""Reading the folder of packs: every edition of every procedure, and every problem in them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from motcua.procedures.edition import LAW, content_of, shared_of
from motcua.procedures.problems import Problem, Report

COUNTRY = "vn"


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder of packs holds: the editions, and the problems of all files."""

    contents: tuple[dict[str, Any], ...]
    problems: tuple[Problem, ...]


def check(path: Path) -> list[Problem]:
    """Every problem in a folder of packs, in the order of files and keys; [] when it is sound."""
    return list(read(path).problems)


def read(path: Path, *, province: str | None = None) -> Found:
    """All editions under ``<path>/vn/procedures`` with the fees of one province put in."""
    procedures = path / COUNTRY / "procedures"
    top = Report(f"{COUNTRY}/procedures")
    shared = shared_of(procedures, top)
    contents, problems = [], list(top.problems)
    for folder in sorted(p for p in procedures.iterdir() if (p / LAW).is_file()):
        report = Report(f"{COUNTRY}/procedures/{folder.name}")
        content, _own = content_of(folder, shared, [], report)
        contents.append(content)
        problems += report.problems
    return Found(tuple(contents), tuple(sorted(problems)))
