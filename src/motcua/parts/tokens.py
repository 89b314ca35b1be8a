"""The tokens of `tokens.css` as data, and the contrast between two of them (WCAG 2.2, 1.4.3)."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).parent / "static" / "parts" / "tokens.css"
_BLOCK = re.compile(r":root \{([^}]*)\}")
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
_SIZE = re.compile(r"--([\w-]+): ([^#;]+);")

GROUNDS = ("paper", "sheet", "wash", "act-wash")
# What is written on what, and what bounds a control: (ink, grounds, the ratio that is demanded).
DEMANDS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("ink", (*GROUNDS, "ok-wash", "warn-wash", "stop-wash"), 7.0),
    ("soft", GROUNDS, 4.5),
    ("act", (*GROUNDS, "ok-wash"), 4.5),
    ("act-deep", GROUNDS, 4.5),
    ("on-act", ("act", "act-deep"), 4.5),
    ("ok", ("paper", "sheet", "ok-wash"), 4.5),
    ("warn", ("paper", "sheet", "wash", "act-wash", "warn-wash"), 4.5),
    ("stop", ("paper", "sheet", "wash", "act-wash", "stop-wash"), 4.5),
    ("edge", ("paper", "sheet", "wash"), 3.0),
    ("focus", ("paper", "sheet", "wash"), 3.0),
)


class Ratio(NamedTuple):
    """How far an ink stands out from its ground, and what is demanded."""

    ink: str
    ground: str
    ratio: float
    demanded: float


@cache
def colours() -> dict[str, dict[str, str]]:
    """The colours of the two schemes, ``light`` and ``dark``, by the token's name."""
    light, dark = (dict(_COLOUR.findall(block)) for block in _BLOCK.findall(_FILE.read_text())[:2])
    return {"light": light, "dark": dark}


@cache
def sizes() -> dict[str, str]:
    """Spaces, text sizes and typefaces."""
    block = _BLOCK.findall(_FILE.read_text())[0]
    return {name: value for name, value in _SIZE.findall(block) if name != "color-scheme"}


def contrast(one: str, other: str) -> float:
    """The ratio of two colours ``#rrggbb``, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@cache
def ratios(scheme: str) -> tuple[Ratio, ...]:
    """Every demanded pair of a scheme with the ratio it has."""
    palette = colours()[scheme]
    return tuple(
        Ratio(ink, ground, contrast(palette[ink], palette[ground]), demanded)
        for ink, grounds, demanded in DEMANDS
        for ground in grounds
    )
