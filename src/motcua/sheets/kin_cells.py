"""What a line says of mother, father, spouse and of why no fee is asked.

Whatever cannot be read here is a doubt of its own: the person of the line is taken all the same.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.people.identity import LENGTH
from motcua.people.importing import Ground, Ref
from motcua.sheets.cells import CellError, date_of, digits_of, text_of
from motcua.sheets.opening.bounds import Cell
from motcua.sheets.problems import Problem

KIN = ("mother", "father", "spouse")
# As they go out; they come in in these words and in some others.
GROUNDS: Mapping[str, str] = {
    "merit": "Người có công",
    "poor": "Hộ nghèo",
    "disabled": "Người khuyết tật",
    "child": "Trẻ em",
    "elderly": "Người cao tuổi",
    "minority_hard_area": "Dân tộc thiểu số vùng đặc biệt khó khăn",
}
_BY_WORD = {folded(word): code for code, word in GROUNDS.items()} | {
    "gia dinh co cong": "merit",
    "co cong voi cach mang": "merit",
    "nguoi co cong voi cach mang": "merit",
    "ngheo": "poor",
    "khuyet tat": "disabled",
    "cao tuoi": "elderly",
    "dan toc thieu so o vung dac biet kho khan": "minority_hard_area",
}
_NUMBER = re.compile(r"^[\d\s.]{9,}$")
# ``Vàng Thị Lan, 1960``, ``Vàng Thị Lan (03/02/1960)``, ``Vàng Thị Lan sinh năm 1960``.
_NAMED = re.compile(
    r"^(?P<name>.*?[^\W\d])[\s,;:(\-–]*(?:\b(?:sinh(?: năm| ngày)?|sn)\b[\s.:]*)?"
    r"(?P<birth>(?:\d{1,2}[/.\-]){0,2}\d{4})\)?$",
    re.IGNORECASE,
)
_MANY = ";"


def kin_of(row: int, cells: Mapping[str, Cell], said: list[Problem]) -> dict[str, Ref]:
    """Whom the line names, by `KIN`; what cannot be read is added to `said`."""
    found = {}
    for how in KIN:
        try:
            ref = _ref(row, how, cells, said)
        except CellError as fault:
            said.append(Problem(row, how, "formula", {"is": str(fault)}))
            continue
        if ref is not None:
            found[how] = ref
    return found


def _ref(row: int, how: str, cells: Mapping[str, Cell], said: list[Problem]) -> Ref | None:
    cell = cells.get(how)
    name = text_of(cell)
    number, _filled = digits_of(cells.get(f"{how}_number"), LENGTH)
    if _NUMBER.match(name):
        number, name = number or digits_of(cell, LENGTH)[0], ""
    birth = text_of(cells.get(f"{how}_birth"))
    if not (name or number or birth):
        return None
    inside = _NAMED.match(name)
    if inside and not birth:
        name, birth = inside["name"], inside["birth"]
    try:
        own = cells.get(f"{how}_birth")
        day = str(date_of(birth if inside and own is None else own)) if birth else ""
    except ValueError:
        said.append(Problem(row, f"{how}_birth", "no_kin_birth", {"is": birth[:80]}))
        return None
    if len(number) > LENGTH or not (number or (name and day)):
        said.append(Problem(row, how, "no_kin", {"is": (name or number or birth)[:80]}))
        return None
    return Ref(number, name[:120], day)


def grounds_of(
    row: int, cells: Mapping[str, Cell], basis: str, said: list[Problem]
) -> tuple[Ground, ...]:
    """Why the person pays no fee, several divided by ``;``; `basis` where the line says none."""
    try:
        words = _parts(cells.get("ground"))
        rests = _parts(cells.get("ground_basis"))
    except CellError as fault:
        said.append(Problem(row, "ground", "formula", {"is": str(fault)}))
        return ()
    found = []
    for place, word in enumerate(words):
        code = _BY_WORD.get(folded(word))
        if code is None:
            said.append(Problem(row, "ground", "no_ground", {"is": word[:80]}))
            continue
        days = list(_days(row, cells, place, said))
        if len(days) == 2 and days[0] is not None:
            rest = rests[place] if place < len(rests) else ""
            found.append(Ground(code, days[0], days[1], (rest or basis)[:200]))
    return tuple(found)


def _days(
    row: int, cells: Mapping[str, Cell], place: int, said: list[Problem]
) -> Iterator[date | None]:
    """From which day, and the day after the last, None for no end; fewer where one is unread."""
    for name in ("ground_from", "ground_to"):
        cell = cells.get(name)
        try:
            day = _day(cell, place)
        except ValueError:
            said.append(Problem(row, name, "no_ground_day", {"is": _shown(cell)}))
            continue
        if name == "ground_to":
            yield day.last + timedelta(days=1) if day else None
        elif day:
            yield day.first
        else:
            said.append(Problem(row, name, "no_ground_from"))


def _day(cell: Cell, place: int) -> PartialDate | None:
    """One of the days of a cell: a year alone is the whole year."""
    text = text_of(cell)
    if not text:
        return None
    if _MANY not in text:
        return date_of(cell) if place == 0 else None
    parts = _parts(cell)
    return date_of(parts[place]) if place < len(parts) and parts[place] else None


def _parts(cell: Cell) -> list[str]:
    text = text_of(cell)
    return [part.strip() for part in text.split(_MANY)] if text else []


def _shown(cell: Cell) -> str:
    try:
        return text_of(cell)[:80]
    except CellError as fault:
        return str(fault)
