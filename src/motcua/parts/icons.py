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
    # people who go first, and what people come for
    "people": "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6z|M2.5 20c0-4 2.5-6 5.5-6s5.5 2 5.5 6"
    "|M16.5 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z|M16 15c3.5 0 5.5 1.8 5.5 5",
    "stamp": "M9.5 13c0-2-1.5-3-1.5-5.5a4 4 0 0 1 8 0c0 2.5-1.5 3.5-1.5 5.5"
    "|M5 13h14v4H5z|M5 20.5h14",
    "receive": "M8 3h8v9H8z|M10.5 6h3|M10.5 9h3|M3 15h4l3 2h4a1.5 1.5 0 0 1 0 3h-4"
    "|M15 18.5l5-3a1.5 1.5 0 0 1 1.5 2.5L16 22H8l-2-1.5H3",
    "old": "M11 2.5a2.2 2.2 0 1 0 0 4.400 2.2 2.2 0 0 0 0-4.400z|M11 8.5c-2.5 1-3.5"
    " 3.5-3 6.5l-1 6.5|M8.5 15l3.5 2 .5 4.5|M11 9l2.5 3.5 3.5 .5|M17 12v9.5",
    "wheelchair": "M10 2.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z|M10 8v6h5.5l3 5.5 2-1"
    "|M10 10.5h5|M7 11.5a5.5 5.5 0 1 0 7.5 6.5",
    "pregnant": "M11 2.5a2.2 2.2 0 1 0 0 4.400 2.2 2.2 0 0 0 0-4.400z|M9 9v12.5h4V17"
    "c2.5 0 4-1.5 4-3.5S15 10 13 10c0-1-1-1.5-2-1.5S9 8.5 9 9z",
    "child": "M8 2.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z|M5 21.5V10a1.5 1.5 0 0 1 1.5-1.5h3"
    "A1.5 1.5 0 0 1 11 10v11.5|M8 15v6.5|M11 12l4 2.5"
    "|M17 10a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z|M15 21.5V17l2-1.5 2 1.5v4.5",
    "star": "M12 3l2.7 5.7 6.3 .8-4.6 4.3 1.2 6.2-5.6-3-5.6 3 1.2-6.2L3 9.5l6.3-.8z",
    # what happens in a life
    "baby": "M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8z|M10.5 8.2a2 2 0 0 0 3 0|M12 3.5c0-1.2.8-1.5"
    " 1.5-1.5|M5 21c-1.5-5 2-9.5 7-9.5s8.5 4.5 7 9.5z|M8 21c0-3 2-5 5-5.5",
    "rings": "M9 9a6 6 0 1 0 0 12 6 6 0 0 0 0-12z|M15.5 9.5a6 6 0 1 1-2 10.3|M7 6l2-3 2 3-2 3z",
    "candle": "M9 11h6v10H9z|M6 21h12|M12 11V9|M12 2.5c2 2 2.5 3 2.5 4a2.5 2.5 0 0 1-5 0"
    "c0-1 .5-2 2.5-4z",
    "house": "M3 11.5 12 4l9 7.5|M5.5 9.5V20h13V9.5|M10 20v-6h4v6",
    "bag": "M3 8h18v12H3z|M9 8V4.5h6V8|M3 13h18|M12 12v2.5",
    "lost": "M6 3h8l4 4v14H6z|M14 3v4h4|M10 11.5a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4|M12 17.5v.4",
    "plane": "M3 13.5 21 4l-5 16-4.5-6z|M11.5 14 21 4|M11.5 14v5.5l2.4-2.6",
    "shop": "M4 10v10h16V10|M3 10l2-6h14l2 6z|M9 4 8.5 10|M15 4l.5 6|M10 20v-5h4v5",
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
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{paths}</svg>'
    )
