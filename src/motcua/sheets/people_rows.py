"""Lines of a list of residents as the people know them; what cannot be read is said, all of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from motcua.foundation.names import folded
from motcua.people.errors import NotAPhone
from motcua.people.ethnic import groups
from motcua.people.identity import LENGTH, warnings
from motcua.people.importing import Listed
from motcua.people.phone import normal
from motcua.procedures.lists import nationality_names
from motcua.sheets.cells import CellError, date_of, digits_of, number_of, text_of
from motcua.sheets.fields import TIED
from motcua.sheets.kin_cells import grounds_of, kin_of
from motcua.sheets.opening.bounds import Cell
from motcua.sheets.problems import Problem

_SEXES = {
    "nam": "male",
    "nu": "female",
    "m": "male",
    "f": "female",
    "khong xac dinh": "undetermined",
}
_HEADS = frozenset({"chu ho", "ch", "chu"})
# As people write it, beside the names of the list.
_ALSO = {
    "mong": "08",
    "hmong": "08",
    "khome": "05",
    "khmer": "05",
    "bana": "13",
    "gie trieng": "27",
}
_PREFIXES = ("thon ", "ban ", "to dan pho ", "xom ", "khu ")
_LONGEST = {"full_name": 120, "relation": 40, "birth_place": 200, "home_place": 200}
# Columns in which the same few texts stand again and again: each is read once.
_FEW = frozenset(
    {"village", "relation", "sex", "ethnic", "birth_place", "home_place", "nationality"}
)
_MOST_KNOWN = 5_000

# What a reader makes of the text of a cell: the stored form, None where it can make nothing.
_Read = tuple[str, str | None]


@dataclass(slots=True)
class PeopleReader:
    """Reads the lines of one file; remembers them, since each person stands in it once.

    `villages` are the codes of those in force by their bare names; `today` is a stored date,
    `basis` what a ground rests on where the line does not say.
    """

    villages: Mapping[str, str]
    today: str
    basis: str = ""
    _people: dict[tuple[str, ...], int] = field(default_factory=dict)
    _homes: dict[int, str] = field(default_factory=dict)
    _known: dict[tuple[str, str], _Read] = field(default_factory=dict)

    def read(self, row: int, cells: Mapping[str, Cell]) -> tuple[Listed | None, list[Problem]]:
        """The line, None where it cannot be taken, and what there is to say of it."""
        said: list[Problem] = []
        facts: dict[str, str] = {}
        for name, cell in cells.items():
            if cell is None or name in TIED:
                continue
            try:
                self._one(row, name, cell, facts, said)
            except CellError as fault:
                said.append(Problem(row, name, "formula", {"is": str(fault)}))
        for name in ("full_name", "sex", "birth", "ethnic", "village"):
            if name not in facts and not any(one.field == name and one.bad for one in said):
                said.append(Problem(row, name, "empty"))
        if any(one.bad for one in said):
            return None, said
        line, said = self._whole(row, facts, said)
        return (line and self._tied(line, cells, said)), said

    def _tied(self, line: Listed, cells: Mapping[str, Cell], said: list[Problem]) -> Listed:
        """With whom the line names, and the grounds that it says."""
        if TIED.isdisjoint(cells):
            return line
        kin = kin_of(line.number, cells, said)
        grounds = grounds_of(line.number, cells, self.basis, said)
        return replace(line, kin=kin, grounds=grounds)

    def _one(
        self, row: int, name: str, cell: Cell, facts: dict[str, str], said: list[Problem]
    ) -> None:
        if name == "identity_number":
            _identity(row, cell, facts, said)
            return
        text, found = self._read(name, cell)
        if found:
            facts[name] = found
        elif text:
            bad = name != "phone"
            said.append(Problem(row, name, f"no_{name}", {"is": text[:80]}, bad=bad))

    def _read(self, name: str, cell: Cell) -> _Read:
        """What stands in a cell, and what it says."""
        if name not in _FEW or not isinstance(cell, str):
            return self._anew(name, cell)
        known = self._known.get((name, cell))
        if known is None:
            known = self._anew(name, cell)
            if len(self._known) < _MOST_KNOWN:
                self._known[name, cell] = known
        return known

    def _anew(self, name: str, cell: Cell) -> _Read:
        text = text_of(cell)
        if not text:
            return "", None
        reader = _READERS.get(name)
        return text, reader(self, text, cell) if reader else text[: _LONGEST.get(name, 200)].strip()

    def _whole(
        self, row: int, facts: dict[str, str], said: list[Problem]
    ) -> tuple[Listed | None, list[Problem]]:
        home = int(facts.pop("household", "0"))
        village = facts.pop("village")
        number = facts.get("identity_number", "")
        codes = warnings(number, sex=facts["sex"], birth=facts["birth"])
        said += [Problem(row, "identity_number", code, bad=False) for code in codes]
        key = (number,) if number else (folded(facts["full_name"]), facts["birth"], str(home))
        before = self._people.setdefault(key, row)
        if before != row:
            said.append(Problem(row, "full_name", "twice", {"other": before}))
        if home and self._homes.setdefault(home, village) != village:
            said.append(Problem(row, "household", "two_villages", {"is": home}))
        if any(one.bad for one in said):
            return None, said
        head = folded(facts["relation"]) in _HEADS if "relation" in facts else None
        if head:
            # Said by the row itself, so that it is said once.
            del facts["relation"]
        return Listed(row, facts, village, home, head), said


def _identity(row: int, cell: Cell, facts: dict[str, str], said: list[Problem]) -> None:
    text, filled = digits_of(cell, LENGTH)
    if filled:
        said.append(Problem(row, "identity_number", "zeros", {"is": text}, bad=False))
    if len(text) > LENGTH:
        said.append(Problem(row, "identity_number", "too_long", {"most": LENGTH}))
    elif text:
        facts["identity_number"] = text


def _sex(_: PeopleReader, text: str, _cell: Cell) -> str | None:
    return _SEXES.get(folded(text))


def _birth(reader: PeopleReader, _text: str, cell: Cell) -> str | None:
    try:
        day = str(date_of(cell))
    except ValueError:
        return None
    return day if "1800" < day <= reader.today else None


def _ethnic(_: PeopleReader, text: str, _cell: Cell) -> str | None:
    if text.isdecimal():
        code = text.zfill(2)
        return code if code in groups() else None
    return _ethnic_names().get(_letters(text))


@cache
def _ethnic_names() -> Mapping[str, str]:
    names = {_letters(group.name()): code for code, group in groups().items()}
    return {**{_letters(said): code for said, code in _ALSO.items()}, **names}


def _letters(text: str) -> str:
    return "".join(sign for sign in folded(text) if sign.isalnum())


def _village(reader: PeopleReader, text: str, _cell: Cell) -> str | None:
    return reader.villages.get(bare_village(text)) or (
        text if text in reader.villages.values() else None
    )


def bare_village(name: str) -> str:
    """``Thôn Ún Tà`` → ``un ta``: lists write the name with and without what it is."""
    flat = folded(name)
    before = next((one for one in _PREFIXES if flat.startswith(one)), "")
    return flat.removeprefix(before).strip()


def _household(_: PeopleReader, _text: str, cell: Cell) -> str | None:
    try:
        return str(number_of(cell))
    except ValueError:
        return None


def _phone(_: PeopleReader, text: str, cell: Cell) -> str | None:
    # A number loses its zero in front.
    typed = f"0{text}" if isinstance(cell, int) and len(text) == 9 else text
    try:
        return normal(typed)
    except NotAPhone:
        return None


def _nation(_: PeopleReader, text: str, _cell: Cell) -> str | None:
    names = nationality_names("vi")
    return text.upper() if text.upper() in names else _nations().get(folded(text))


@cache
def _nations() -> Mapping[str, str]:
    return {folded(name): code for code, name in nationality_names("vi").items()}


_Reader = Callable[[PeopleReader, str, Cell], str | None]
_READERS: Mapping[str, _Reader] = {
    "sex": _sex,
    "birth": _birth,
    "ethnic": _ethnic,
    "village": _village,
    "household": _household,
    "phone": _phone,
    "nationality": _nation,
}
