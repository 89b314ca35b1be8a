"""The program: ``python -m motcua.sheets.opening PATH``."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from motcua.sheets.opening.bounds import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    Cell,
    Refused,
    Said,
    confine,
    ended,
)
from motcua.sheets.opening.delimited import rows_of, separator_of, text_of
from motcua.sheets.opening.workbook import OLE, ZIP, sheet_of

_SPOKEN = {"\t": "tab"}


def opened(path: str) -> tuple[dict[str, str], Iterable[list[Cell]]]:
    """What the file is (`kind`, and `sheet` or `encoding` and `separator`), and its rows."""
    content = Path(path).read_bytes()
    if content.startswith((ZIP, OLE)):
        name, rows = sheet_of(content)
        return {"kind": "workbook", "sheet": name}, rows
    text, encoding = text_of(content)
    if not text.strip():
        raise Refused(Said.EMPTY)
    separator = separator_of(text)
    said = {"kind": "text", "encoding": encoding}
    return {**said, "separator": _SPOKEN.get(separator, separator)}, rows_of(text, separator)


def bounded(rows: Iterable[list[Cell]]) -> Iterator[list[Cell]]:
    """The rows without empty ends, no more and no wider than may be."""
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise Refused(Said.TOO_MANY_ROWS)
        while row and row[-1] is None:
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise Refused(Said.TOO_MANY_COLUMNS)
        yield [cell[:MOST_LETTERS] if isinstance(cell, str) else cell for cell in row]


def main() -> None:
    """Bounds first, then the file."""
    confine()
    try:
        said, rows = opened(sys.argv[1])
        sys.stdout.write(json.dumps(said) + "\n")
        for row in bounded(rows):
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    except Refused as refused:
        ended(refused.said)
    except OSError:
        ended(Said.NOT_READ)
    ended(Said.WHOLE)


if __name__ == "__main__":
    main()
