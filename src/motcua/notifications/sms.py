"""How many SMS a text takes (3GPP TS 23.038). Plain Python.

GSM-7 carries 160 letters, or 153 in each part of a longer text; one letter outside its alphabet,
such as ơ or ế, turns the whole text into UCS-2 with 70 and 67.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Sent as an escape and a letter, which one part must hold together.
_EXTENDED = frozenset("\f^{}\\[~]|€")


@dataclass(frozen=True, slots=True)
class Length:
    """A text's size: units are septets in GSM-7 and 16-bit words in UCS-2."""

    encoding: str
    units: int
    parts: int


def length(text: str) -> Length:
    """The encoding, units and parts of a text; an empty text is one part."""
    if all(letter in _BASIC or letter in _EXTENDED for letter in text):
        return _measured("GSM-7", [2 if c in _EXTENDED else 1 for c in text], 160, 153)
    return _measured("UCS-2", [2 if ord(c) > 0xFFFF else 1 for c in text], 70, 67)


def _measured(encoding: str, widths: list[int], alone: int, each: int) -> Length:
    units = sum(widths)
    return Length(encoding, units, 1 if units <= alone else _split(widths, each))


def _split(widths: Iterable[int], room: int) -> int:
    """Parts of `room` units; a letter of two units is never torn apart."""
    parts, used = 1, 0
    for width in widths:
        if used + width > room:
            parts, used = parts + 1, 0
        used += width
    return parts
