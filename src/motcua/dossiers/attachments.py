"""What people hand in is looked into, cleaned and bounded before a byte of it is kept.

Photographs are re-encoded (so that nothing hides in them and no place where they were taken
travels along); PDFs are opened, and written anew without scripts or attachments.
"""

import io
from dataclasses import dataclass

import pikepdf
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from motcua.foundation.refusal import Refusal

MOST_BYTES = 15 * 1024 * 1024
MOST_PAGES = 60
MOST_PIXELS = 60_000_000
# The longer side of a kept photograph: an A4 page stays legible at about 200 dots an inch.
LONGEST_SIDE = 2400
_PICTURES = {"JPEG", "PNG", "WEBP", "MPO"}


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
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return _pdf(content)
    return _picture(content)


def _picture(content: bytes) -> Clean:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.format not in _PICTURES or picture.width * picture.height > MOST_PIXELS:
                raise FileUnreadable
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as fault:
        raise FileUnreadable from fault
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    kept = io.BytesIO()
    upright.save(kept, "JPEG", quality=82, optimize=True)
    return Clean(kept.getvalue(), "image/jpeg", 1)


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
    except pikepdf.PdfError as fault:
        raise FileUnreadable from fault
    return Clean(kept.getvalue(), "application/pdf", pages)


def _disarm(pdf: pikepdf.Pdf) -> None:
    """Nothing in a kept PDF runs by itself or carries another file along."""
    for key in ("/OpenAction", "/AA", "/JavaScript"):
        if key in pdf.Root:
            del pdf.Root[key]
    names = pdf.Root.get("/Names")
    for key in ("/JavaScript", "/EmbeddedFiles"):
        if names is not None and key in names:
            del names[key]
    for page in pdf.pages:
        if "/AA" in page:
            del page["/AA"]
