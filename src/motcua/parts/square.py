"""An address as a square code (QR), drawn in the page itself."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from motcua.foundation.loading import Later

if TYPE_CHECKING:
    import segno
else:
    segno = Later("segno")

_DARK = re.compile(b"\x01+")
_QUIET = 2
_SVG = Markup(
    '<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
    '<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{dark}"/></svg>'
)


@lru_cache(maxsize=512)
def square(address: str) -> Markup:
    """SVG, black on white in every scheme, so that any telephone reads it."""
    # Any of the eight masks may be read; trying all for the prettiest costs four times as much.
    code = segno.make(address, micro=False, error="m", boost_error=False, mask=2)
    # Each run of dark modules is one stroke along the middle of its row.
    dark = "".join(
        f"M{_QUIET + run.start()} {row}.5h{run.end() - run.start()}"
        for row, modules in enumerate(code.matrix, _QUIET)
        for run in _DARK.finditer(modules)
    )
    return _SVG.format(size=len(code.matrix) + 2 * _QUIET, dark=dark)
