"""Pages of invented register books as somebody would photograph them: drawn, never found."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst
from PIL import Image

_PIXELS_AN_INCH = 100
# Nobody lays a page down quite straight; in degrees, page after page.
_LEANS = (0.4, -0.3, 0.7, -0.6, 0.2)
_TABLE = (92, 84, 74)


def drawn(pages: Sequence[Mapping[str, Any]]) -> list[bytes]:
    """One JPEG for each: title, year, volume, page, number, day, signer, lines of two words."""
    if not pages:
        return []
    made: Any = typst.compile(
        input=Path(__file__).with_name("page.typ"),
        format="png",
        ppi=_PIXELS_AN_INCH,
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps({"pages": list(pages)}, ensure_ascii=False)},
    )
    sheets = made if isinstance(made, list) else [made]
    return [_photographed(png, place) for place, png in enumerate(sheets)]


def _photographed(png: bytes, place: int) -> bytes:
    with Image.open(io.BytesIO(png)) as sheet:
        lain = sheet.convert("RGB").rotate(
            _LEANS[place % len(_LEANS)], Image.Resampling.BILINEAR, fillcolor=_TABLE
        )
    out = io.BytesIO()
    lain.save(out, "JPEG", quality=70)
    return out.getvalue()
