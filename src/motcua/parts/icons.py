"""The drawn signs, inline: no request of their own, and they take the colour of the text."""

from functools import cache

from markupsafe import Markup

# Each is drawn on a 24 × 24 grid with a 2-unit pen; "f:" marks a filled shape.
_STROKES = {
    # marks of state: told apart by shape alone
    "circle": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
    "half": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z|f:M12 4a8 8 0 0 1 0 16z",
    "check": "M5 12.5l4.5 4.5L19 7.5",
    "done": "f:M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm-1.6 14.6-4-4 1.7-1.7 2.3 2.3"
    " 5.5-5.5 1.7 1.7z",
    "triangle": "M12 4 21 20H3z|M12 10v4|M12 16.6v.4",
    "stop": "M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2z|M8.8 8.8l6.4 6.4|M15.2 8.8l-6.4 6.4",
    "pause": "M5 4h14v16H5z|M10 9v6|M14 9v6",
    "back": "M9 6 4 11l5 5|M4 11h10a6 6 0 0 1 0 12",
    "coin": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z|M15 7v7a3 3 0 1 1-3-3h3|M12 8.5h5",
    "draft": "M5 20l1-4L17 5l3 3L9 19z|M14 8l3 3",
    "info": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z|M12 11v6|M12 7.2v.4",
    # things
    "search": "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z|M15.5 15.5 20 20",
    "file": "M6 3h8l4 4v14H6z|M14 3v4h4|M9 12h6|M9 16h6",
    "camera": "M4 8h4l2-3h4l2 3h4v11H4z|M12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
    "person": "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8z|M4 21c0-4 4-6 8-6s8 2 8 6",
    "phone": "M6 4h4l2 5-2.5 2a12 12 0 0 0 4.5 4.500L16 13l5 2v4c0 1-1 2-2 2A15 15 0 0 1 4 6"
    "c0-1 1-2 2-2z",
    "place": "M12 21c5-6 7-9 7-12a7 7 0 0 0-14 0c0 3 2 6 7 12z|M12 6.500a2.5 2.5 0 1 0 0 5"
    " 2.5 2.5 0 0 0 0-5z",
    "clock": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z|M12 7v5l3.5 2",
    "print": "M7 9V3h10v6|M7 17H4V9h16v8h-3|M7 14h10v7H7z",
    "door": "M5 21V3h14v18|M3 21h18|M9 21V5l6-2v18|f:M11 11h1.600v2.400H11z",
    "offline": "M3 3l18 18|M12 19.600v.4|M8.5 15.500a5 5 0 0 1 7 0|M5 12a10 10 0 0 1 4-2.4"
    "|M14 9.300a10 10 0 0 1 5 2.7",
    "sound": "M4 9v6h4l5 4V5L8 9z|M16.5 9a4 4 0 0 1 0 6|M19 6.500a8 8 0 0 1 0 11",
    "next": "M9 5l7 7-7 7",
    "previous": "M15 5l-7 7 7 7",
    "down": "M5 9l7 7 7-7",
    "close": "M6 6l12 12|M18 6 6 18",
    "plus": "M12 5v14|M5 12h14",
    "menu": "M4 7h16|M4 12h16|M4 17h16",
    "key": "M3 6h18v12H3z|M7 10h.4|M12 10h.4|M17 10h.4|M8 14h8",
}

NAMES = tuple(_STROKES)


def _path(stroke: str) -> str:
    if stroke.startswith("f:"):
        return f'<path d="{stroke[2:]}" fill="currentColor" stroke="none"/>'
    return f'<path d="{stroke}"/>'


@cache
def icon(name: str) -> Markup:
    """The sign as SVG; always beside a word, so hidden from screen readers. KeyError if unknown."""
    paths = "".join(_path(stroke) for stroke in _STROKES[name].split("|"))
    return Markup(  # noqa: S704 - made of the constants above alone
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{paths}</svg>'
    )
