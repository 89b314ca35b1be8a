"""The rows of a spreadsheet that somebody brought: read by a program of its own, one at a time."""

import json
import signal
import subprocess  # nosec B404 - our own program only
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import structlog

from motcua.sheets.errors import (
    SheetEmpty,
    SheetLocked,
    SheetNotRead,
    SheetTooLong,
    SheetTooWide,
    SheetUnreadable,
)
from motcua.sheets.opening.bounds import MOST_COLUMNS, MOST_ROWS, Cell, Said

log = structlog.get_logger(__name__)

Row = list[Cell]


@dataclass(frozen=True, slots=True)
class Opened:
    """What the file is, and its rows with their numbers as the sheet shows them, from 1."""

    kind: str
    sheet: str
    encoding: str
    separator: str
    rows: Iterator[tuple[int, Row]]


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a file; refuses SheetUnreadable, SheetNotRead, SheetLocked, SheetEmpty, SheetTooLong
    and SheetTooWide.

    What the rows hold is refused while they are read.
    """
    command = [sys.executable, "-m", "motcua.sheets.opening", str(path)]
    with subprocess.Popen(  # noqa: S603 # nosec B603
        command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as program:
        out = program.stdout
        assert out is not None  # noqa: S101 # nosec B101 - asked for above
        try:
            head = out.readline()
            if not head.endswith("\n"):
                _refuse(program)
            said = {"sheet": "", "encoding": "", "separator": "", **json.loads(head)}
            yield Opened(rows=_rows(program, out), **said)
        finally:
            out.close()
            program.kill()


def _rows(program: "subprocess.Popen[str]", out: IO[str]) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(out, start=1):
        if not line.endswith("\n"):
            break
        yield number, json.loads(line)
    _refuse(program)


def _why(code: int) -> str:
    """One of `Said`, or the signal by which the kernel ended what grew or lasted too long."""
    if code < 0:
        return signal.Signals(-code).name
    said = {one.value: one.name for one in Said}
    return said.get(code, f"code {code}")


def _refuse(program: "subprocess.Popen[str]") -> None:
    """Raise what the program said when it ended; nothing when it read the whole."""
    code = program.wait()
    if code == Said.WHOLE:
        return
    if code == Said.TOO_MANY_ROWS:
        raise SheetTooLong(field="file", most=f"{MOST_ROWS:,}".replace(",", "."))
    if code == Said.TOO_MANY_COLUMNS:
        raise SheetTooWide(field="file", most=MOST_COLUMNS)
    if code == Said.LOCKED:
        raise SheetLocked(field="file")
    if code == Said.EMPTY:
        raise SheetEmpty(field="file")
    if code == Said.NOT_READ:
        log.warning("sheet.not_read")
        raise SheetNotRead(field="file")
    log.info("sheet.unreadable", why=_why(code))
    raise SheetUnreadable(field="file")
