"""Typst turns a sheet of facts into PDF/A-1b. Imported by the press alone."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import segno
import typst
from django.conf import settings

from motcua.results.signers.base import Block
from motcua.results.templates import folder

# Decree 30/2020 wants Times New Roman. A commune that owns it, or its free equal, puts the files
# into MOTCUA_DATA/fonts; Libertinus Serif comes with Typst and has every Vietnamese letter.
FONTS = ("Times New Roman", "Liberation Serif", "Libertinus Serif")
# 1b is the level that a validator of other hands can check, signed or not (decision 0008).
# Any of the eight masks reads well on paper; to try them all takes longer than the whole page.
_MASK = 3
_STANDARD: Final = "a-1b"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF, its number of pages, and where the signature shows when it is a result."""

    content: bytes
    pages: int
    block: Block | None


def typeset(
    file: str, sheet: Mapping[str, Any], *, at: datetime, pages: Sequence[bytes] = ()
) -> Typeset:
    """Lay a sheet out with a template of the pack; `at` becomes the date of the PDF, each JPEG of
    `pages` a page before its words."""
    compiler = _compiler()
    with _laid_out(pages) as (root, enclosed):
        told = {**sheet, "fonts": FONTS, "enclosed": enclosed}
        content = compiler.compile(
            input=root / file,
            root=root,
            format="pdf",
            # Facts reach Typst as JSON that it parses, never as source: no name can become code.
            sys_inputs={"sheet": json.dumps(told, ensure_ascii=False)},
            pdf_standards=[_STANDARD],
            timestamp=int(at.timestamp()),
        )
        placed = json.loads(compiler.query("<placed>", field="value"))
    if not isinstance(content, bytes):
        raise TypeError(f"{file} made {type(content).__name__}")
    return Typeset(content, placed[-1]["pages"], _block(placed))


@contextmanager
def _laid_out(pages: Sequence[bytes]) -> Iterator[tuple[Path, list[str]]]:
    """The folder that Typst reads, and nothing else, and the names of the pictures in it."""
    if not pages:
        yield folder(), []
        return
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        shutil.copytree(folder(), root, dirs_exist_ok=True)
        names = [f"enclosed-{number}.jpg" for number in range(1, len(pages) + 1)]
        for name, content in zip(names, pages, strict=True):
            (root / name).write_bytes(content)
        yield root, names


def qr_picture(text: str) -> str:
    """A QR code as SVG, with a quiet zone; level M, since paper gets dirty."""
    code = segno.make(text, error="m", mask=_MASK, micro=False, boost_error=False)
    # Lines, not pixels: readers of PDF blur a small picture when they enlarge it.
    out = BytesIO()
    code.save(out, kind="svg", border=2, omitsize=True, xmldecl=False)
    return out.getvalue().decode()


@cache
def _compiler() -> typst.Compiler:
    """One for the life of the process: fonts are read once, layouts are remembered."""
    fonts = Path(settings.MOTCUA_FONTS)
    return typst.Compiler(
        root=folder(),
        font_paths=[fonts] if fonts.is_dir() else [],
        ignore_system_fonts=True,
    )


def _block(placed: list[dict[str, float]]) -> Block | None:
    """Typst counts from the top left, a PDF from the lower left."""
    seals = [mark for mark in placed if "width" in mark]
    if not seals:
        return None
    seal, bottom = seals[-1], placed[-1]["height"]
    top = bottom - seal["y"]
    return Block(
        page=int(seal["page"]),
        left=seal["x"],
        bottom=top - seal["tall"],
        right=seal["x"] + seal["width"],
        top=top,
    )
