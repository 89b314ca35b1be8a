"""Reading the folder of packs: every edition of every procedure, and every problem in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from motcua.procedures import calendar_pack
from motcua.procedures.assembly import assembled
from motcua.procedures.checking.editions import check_editions
from motcua.procedures.checking.examples import check_examples
from motcua.procedures.checking.guide import check_guide
from motcua.procedures.checking.papers import check_papers, layouts_of
from motcua.procedures.checking.references import check_references
from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.shared import check_shared
from motcua.procedures.checking.wording import check_words
from motcua.procedures.edition import LAW, SHARED, Shared, Tree, content_of, shared_of
from motcua.procedures.guide.reading import FOLDER
from motcua.procedures.local import FILE, local_fees
from motcua.procedures.problems import Problem, Report

COUNTRY = "vn"


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder of packs holds: the editions, and the problems of all files."""

    contents: tuple[Tree, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Local:
    """Whose fees are put in, and these fees by procedure; nobody's and none."""

    province: str = ""
    fees: Mapping[str, list[Tree]] = field(default_factory=dict)


def check(path: Path) -> list[Problem]:
    """Every problem in a folder of packs, in the order of files and keys; [] when it is sound.

    Each province's fees are checked with the country's procedures, and the calendar where the
    packs have one.
    """
    provinces: list[str | None] = [*_provinces(path)] or [None]
    calendar = path / COUNTRY / "calendar"
    found = {p for name in provinces for p in read(path, province=name).problems}
    return sorted(found.union(calendar_pack.check(calendar) if calendar.is_dir() else ()))


def read(path: Path, *, province: str | None = None) -> Found:
    """All editions under ``<path>/vn/procedures`` with the fees of one province put in.

    `province` names a folder in `path`; None takes the only one that has fees, if there is one.
    """
    folder = path / COUNTRY / "procedures"
    common = Report(f"{COUNTRY}/procedures/{SHARED}")
    shared = shared_of(folder, common)
    check_shared(shared, common)
    editions = sorted(file.parent for file in folder.glob(f"*/{LAW}"))
    local, problems = _local(path, province, editions)
    problems += common.problems
    above = Report(f"{COUNTRY}/papers")
    layouts = layouts_of(path / above.folder, above)
    problems += above.problems
    contents: list[tuple[str, Tree]] = []
    for edition in editions:
        report = Report(f"{COUNTRY}/procedures/{edition.name}")
        contents.append((edition.name, _one(edition, shared, local, layouts, report)))
        problems += report.problems
    if not problems:
        problems += check_editions(contents, f"{COUNTRY}/procedures")
        problems += _events(path / COUNTRY / FOLDER, [content for _, content in contents])
    return Found(tuple(content for _, content in contents), tuple(sorted(problems)))


def _events(folder: Path, contents: list[Tree]) -> list[Problem]:
    """The problems of the life events, where the packs have them."""
    report = Report(f"{COUNTRY}/{FOLDER}")
    if folder.is_dir():
        check_guide(folder, contents, report)
    return report.problems


def _one(folder: Path, shared: Shared, local: _Local, layouts: Tree, report: Report) -> Tree:
    """One edition; what it points at is looked up only where its shape is sound."""
    content, own = content_of(folder, shared, report)
    check_shape("procedure", content, "", LAW, report)
    check_words(content, own, report)
    if report.problems:
        return content
    content["fees"].setdefault("rules", []).extend(local.fees.get(content["code"], []))
    check_references(content, report)
    check_papers(content, layouts, report)
    if not report.problems:
        procedure = assembled(content, version=0, version_id=0, digest="")
        check_examples(procedure, report, province=local.province)
    return content


def _local(path: Path, province: str | None, editions: list[Path]) -> tuple[_Local, list[Problem]]:
    names = [province] if province else _provinces(path)
    if not names:
        return _Local(), []
    report = Report(names[0])
    if len(names) > 1:
        wrong = f"there are fees of {', '.join(names)}"
        report.add(FILE, "", "which_province", wrong, "Say which province is meant")
    codes = frozenset(edition.name.partition("@")[0] for edition in editions)
    fees = local_fees(path / names[0], codes, report)
    return (_Local() if report.problems else _Local(names[0], fees)), report.problems


def _provinces(path: Path) -> list[str]:
    return sorted(file.parent.name for file in path.glob(f"*/{FILE}"))
