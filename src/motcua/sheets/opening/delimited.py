"""Rows from text: which letters it is written in, and what stands between its columns."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator

from motcua.sheets.opening import tcvn3
from motcua.sheets.opening.bounds import MOST_LETTERS, Cell, Refused, Said

_SEPARATORS = ",;\t|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_of(content: bytes) -> tuple[str, str]:
    """The text in NFC, and the name of its encoding.

    A mark at the beginning decides; else UTF-8; else TCVN3 or Windows-1258 by their signs.
    """
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in content:
        raise Refused(Said.UNREADABLE)
    try:
        return unicodedata.normalize("NFC", content.decode(encoding)), encoding.removesuffix("-sig")
    except UnicodeDecodeError:
        if encoding == "utf-16":
            raise Refused(Said.UNREADABLE) from None
    if tcvn3.looks_like(content):
        return tcvn3.decoded(content), "tcvn3"
    return unicodedata.normalize("NFC", content.decode("cp1258", errors="replace")), "windows-1258"


def separator_of(text: str) -> str:
    """What stands between the columns: what the first line says, or the sign that is there most."""
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4]
    head = "\n".join(text.splitlines()[:20])
    return max(_SEPARATORS, key=head.count)


def rows_of(text: str, separator: str) -> Iterator[list[Cell]]:
    """The rows, each with its cells as they are written; an empty cell is None."""
    csv.field_size_limit(100 * MOST_LETTERS)
    first, _line, rest = text.partition("\n")
    body = rest if first.strip().lower().startswith("sep=") else text
    try:
        for row in csv.reader(io.StringIO(body, newline=""), delimiter=separator):
            yield [cell or None for cell in row]
    except csv.Error as fault:
        raise Refused(Said.UNREADABLE) from fault
