"""Reading the folder of packs: every edition of every procedure, and every problem in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from motcua.procedures import calendar_pack
from motcua.procedures.assembly import assembled
from motcua.procedures.calendar import Calendar, CalendarError
from motcua.procedures.checking.books import books_of, check_books
from motcua.procedures.checking.dead import check_dead
from motcua.procedures.checking.editions import check_editions
from motcua.procedures.checking.examples import FILE as CASES
from motcua.procedures.checking.examples import check_examples
from motcua.procedures.checking.guide import check_guide
from motcua.procedures.checking.papers import check_papers, layouts_of
from motcua.procedures.checking.references import check_references
from motcua.procedures.checking.shape import check_shape
from motcua.procedures.checking.shared import check_shared
from motcua.procedures.checking.wording import UNSPOKEN, check_words, filled
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
class _Around:
    """What stands around each edition: what is shared, the books and layouts, the calendar by which
    its cases are counted, and the fees of one province (nobody's and none) by procedure."""

    shared: Shared
    books: Mapping[str, Mapping[str, str]]
    layouts: Tree
    calendar: Calendar
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
    editions = sorted(file.parent for file in folder.glob(f"*/{LAW}"))
    around, problems = _around(path, province, editions)
    if around is None:
        return Found((), tuple(sorted(problems)))
    contents: list[Tree] = []
    sound: list[tuple[str, Tree]] = []
    for edition in editions:
        report = Report(f"{COUNTRY}/procedures/{edition.name}")
        content, own = content_of(edition, around.shared, report)
        contents.append(content)
        if _checked(content, own, around, report):
            sound.append((edition.name, content))
        problems += report.problems
    problems += check_editions(sound, f"{COUNTRY}/procedures")
    if len(sound) == len(editions):
        problems += _events(path / COUNTRY / FOLDER, contents)
    return Found(tuple(contents), tuple(sorted(problems)))


def _events(folder: Path, contents: list[Tree]) -> list[Problem]:
    """The problems of the life events, where the packs have them."""
    report = Report(f"{COUNTRY}/{FOLDER}")
    if folder.is_dir():
        check_guide(folder, contents, report)
    return report.problems


def _around(
    path: Path, province: str | None, editions: list[Path]
) -> tuple[_Around | None, list[Problem]]:
    """What stands around the editions; None while what all of them share cannot be read."""
    common = Report(f"{COUNTRY}/procedures/{SHARED}")
    shared = shared_of(path / COUNTRY / "procedures", common)
    if common.unread():
        return None, common.problems
    check_shared(shared, common)
    above, country = Report(f"{COUNTRY}/papers"), Report(COUNTRY)
    layouts = layouts_of(path / above.folder, above)
    books = books_of(path / country.folder, country)
    whose, fees, problems = _local(path, province, editions)
    calendar = _calendar(path / COUNTRY / "calendar")
    around = _Around(shared, books, layouts, calendar, whose, fees)
    return around, [*problems, *common.problems, *above.problems, *country.problems]


def _calendar(folder: Path) -> Calendar:
    """The calendar of the packs; the product's own where they have none, or none that is sound."""
    try:
        return calendar_pack.read(folder).counting() if folder.is_dir() else calendar_pack.shipped()
    except CalendarError:
        return calendar_pack.shipped()


def _checked(content: Tree, own: Mapping[str, Tree], around: _Around, report: Report) -> bool:
    """Whether the shape of an edition is sound: only then what it points at is looked up."""
    unread = report.unread()
    if LAW in unread:
        return False
    report.problems += _misshapen(content, unread, report.folder)
    sound = all(one.code in UNSPOKEN for one in report.problems) and CASES not in unread
    check_words(content, own, report)
    if sound:
        content["fees"].setdefault("rules", []).extend(around.fees.get(content["code"], []))
        _check_pointing(content, around, report)
    return sound


def _misshapen(content: Tree, unread: set[str], folder: str) -> list[Problem]:
    """The problems of shape; those of the worked cases in the file in which they are written."""
    report = Report(folder)
    check_shape("procedure", content, "", LAW, report)
    cases = f"{folder}/{CASES}"
    return [
        replace(one, file=cases) if one.key.partition(".")[0] == "examples" else one
        for one in report.problems
        if not (CASES in unread and one.key == "examples")
    ]


def _check_pointing(content: Tree, around: _Around, report: Report) -> None:
    pointing = Report(report.folder)
    check_references(content, pointing)
    if not pointing.problems:
        check_dead(content, pointing)
        check_books(content, around.books, pointing)
        check_papers(content, around.layouts, pointing)
    report.problems += pointing.problems
    if not pointing.problems:
        procedure = assembled(filled(content), version=0, version_id=0, digest="")
        calendar, province = around.calendar, around.province
        check_examples(procedure, report, calendar=calendar, province=province)


def _local(
    path: Path, province: str | None, editions: list[Path]
) -> tuple[str, dict[str, list[Tree]], list[Problem]]:
    names = [province] if province else _provinces(path)
    if not names:
        return "", {}, []
    report = Report(names[0])
    if len(names) > 1:
        wrong = f"there are fees of {', '.join(names)}"
        report.add(FILE, "", "which_province", wrong, "Say which province is meant")
    codes = frozenset(edition.name.partition("@")[0] for edition in editions)
    fees = local_fees(path / names[0], codes, report)
    return ("", {}, report.problems) if report.problems else (names[0], fees, [])


def _provinces(path: Path) -> list[str]:
    return sorted(file.parent.name for file in path.glob(f"*/{FILE}"))
