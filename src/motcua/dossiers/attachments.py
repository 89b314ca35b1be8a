"""What people hand in is looked into, cleaned and bounded before a byte of it is kept.

Photographs are re-encoded (so that nothing hides in them and no place where they were taken
travels along); PDFs are opened, and written anew without scripts or attachments.
"""

import io
import struct
from dataclasses import dataclass
from threading import Lock

import pikepdf
from django.utils.translation import gettext_lazy as _
from pikepdf.settings import set_qpdf_limits
from PIL import Image, ImageOps, UnidentifiedImageError

from motcua.foundation.refusal import Refusal

MOST_BYTES = 15 * 1024 * 1024
MOST_PAGES = 60
MOST_PIXELS = 60_000_000
# The longer side of a kept photograph: an A4 page stays legible at about 200 dots an inch.
LONGEST_SIDE = 2400
# Only a plain JPEG is made smaller while it is read; of all else every pixel comes into memory.
MOST_PIXELS_AT_ONCE = 16_000_000
_PICTURES = ("JPEG", "PNG", "WEBP")
_ODD = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    struct.error,
)
# A few hundred kilobytes can unfold to gigabytes: no part of a PDF may grow beyond this.
_MOST_UNFOLDED = 32 * 1024 * 1024
_RUNS = ("/OpenAction", "/AA", "/JavaScript", "/JS", "/EmbeddedFiles", "/EF", "/AF", "/XFA")
_ONLY_LEADS = (pikepdf.Name.URI, pikepdf.Name.GoTo)
# What is looked into takes memory: one file at a time, however many arrive.
_ONE_AT_A_TIME = Lock()

set_qpdf_limits(
    flate_max_memory=_MOST_UNFOLDED,
    run_length_max_memory=_MOST_UNFOLDED,
    png_max_memory=_MOST_UNFOLDED,
    tiff_max_memory=_MOST_UNFOLDED,
    dct_max_memory=_MOST_UNFOLDED,
)


class FileTooLarge(Refusal):
    code = "paper.too_large"
    sentence = _("This file is larger than 15 MB. Take the photograph again, a little smaller.")
    status = 413


class FileUnreadable(Refusal):
    code = "paper.unreadable"
    sentence = _("This file cannot be read as a photograph or a PDF. Please take a photograph.")
    status = 415


class FileLocked(Refusal):
    code = "paper.locked"
    sentence = _("This PDF is locked with a password. Please hand it in without one.")
    status = 415


class TooManyPages(Refusal):
    code = "paper.too_many_pages"
    sentence = _("This PDF has more than 60 pages. Please hand in only the pages that are asked.")
    status = 413


@dataclass(frozen=True, slots=True)
class Clean:
    """A file fit to be kept: its bytes, what it is by its content, and its pages."""

    content: bytes
    media: str
    pages: int


def cleaned(content: bytes) -> Clean:
    """The file as it may be kept; what it is called and said to be does not count."""
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    with _ONE_AT_A_TIME:
        if content[:1024].lstrip().startswith(b"%PDF-"):
            return _pdf(content)
        return _picture(content)


def _picture(content: bytes) -> Clean:
    try:
        with Image.open(io.BytesIO(content), formats=_PICTURES) as picture:
            if picture.width * picture.height > _most_pixels(picture):
                raise FileUnreadable
            # Made smaller first, by the decoder itself where it can: to read, turn or convert
            # the whole of it would take the memory several times.
            picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (*_ODD, Image.DecompressionBombError) as fault:
        raise FileUnreadable from fault
    kept = io.BytesIO()
    upright.save(kept, "JPEG", quality=82, optimize=True)
    return Clean(kept.getvalue(), "image/jpeg", 1)


def _most_pixels(picture: Image.Image) -> int:
    plain = picture.format in ("JPEG", "MPO") and "progressive" not in picture.info
    return MOST_PIXELS if plain else MOST_PIXELS_AT_ONCE


def _pdf(content: bytes) -> Clean:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pages = len(pdf.pages)
            if not 0 < pages <= MOST_PAGES:
                raise TooManyPages
            _disarm(pdf)
            kept = io.BytesIO()
            pdf.save(kept, deterministic_id=True)
    except pikepdf.PasswordError as fault:
        raise FileLocked from fault
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as fault:
        raise FileUnreadable from fault
    return Clean(kept.getvalue(), "application/pdf", pages)


def _disarm(pdf: pikepdf.Pdf) -> None:
    """Nothing in a kept PDF runs by itself or carries another file along."""
    for page in pdf.pages:
        for note in page.get("/Annots", ()):
            _bare(note)
    for one in pdf.objects:
        _bare(one)


def _bare(one: pikepdf.Object) -> None:
    """Take out of a dictionary what runs, what it carries, and an action that does not just lead
    somewhere."""
    if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        return
    for key in _RUNS:
        if key in one:
            del one[key]
    act = one.get("/A")
    if isinstance(act, pikepdf.Dictionary) and act.get("/S") not in (None, *_ONLY_LEADS):
        del one["/A"]
    for inside in ("/Names", "/AcroForm"):
        if inside in one:
            _bare(one[inside])
