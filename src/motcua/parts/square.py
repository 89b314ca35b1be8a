"""An address as a square code (QR), drawn in the page itself."""

import io
from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=512)
def square(address: str) -> Markup:
    """SVG, black on white in every scheme, so that any telephone reads it."""
    out = io.BytesIO()
    # Any of the eight masks may be read; trying all for the prettiest costs four times as much.
    segno.make(address, error="m", boost_error=False, mask=2).save(
        out,
        kind="svg",
        scale=4,
        border=2,
        omitsize=True,
        xmldecl=False,
        svgns=False,
        dark="#000",
        light="#fff",
    )
    return Markup(out.getvalue().decode())  # noqa: S704 - drawn by segno from an address of ours
