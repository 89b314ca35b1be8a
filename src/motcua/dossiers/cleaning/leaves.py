"""The pictures that the pages of a scanned PDF are made of, one for each page."""

import io
import struct
from collections.abc import Iterator

import pikepdf

from motcua.dossiers.cleaning.bounds import Refused, Said, clean_input
from motcua.dossiers.cleaning.pdf import MOST_PAGES

_ODD = (
    pikepdf.PdfError,
    pikepdf.models.image.UnsupportedImageTypeError,
    pikepdf.models.image.InvalidPdfImageError,
    ValueError,
    TypeError,
    KeyError,
    RuntimeError,
    OSError,
    NotImplementedError,
    MemoryError,
)


def cleaned(content: bytes) -> tuple[int, bytes]:
    """How many pages, and their pictures: of each its length in four bytes and then itself.

    What comes out is a stranger's picture still; `picture` makes each anew. Refused when the PDF is
    locked, too long, none, or has a page that is no picture.
    """
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if not 0 < len(pdf.pages) <= MOST_PAGES:
                raise Refused(Said.TOO_MANY_PAGES)
            leaves = [leaf for page in pdf.pages for leaf in _leaf(page)]
    except pikepdf.PasswordError as fault:
        raise Refused(Said.LOCKED) from fault
    except _ODD as fault:
        raise Refused(Said.UNREADABLE) from fault
    return len(leaves), b"".join(struct.pack(">I", len(leaf)) + leaf for leaf in leaves)


def _leaf(page: pikepdf.Page) -> Iterator[bytes]:
    """The largest picture of the page: a stamp or a mark of the scanner is smaller."""
    found = [
        pikepdf.PdfImage(one) for one in page.images.values() if isinstance(one, pikepdf.Stream)
    ]
    if not found:
        raise Refused(Said.NO_PICTURE)
    largest = max(found, key=lambda one: one.width * one.height)
    if largest.filters == ["/DCTDecode"]:
        yield largest.obj.read_raw_bytes()
        return
    kept = io.BytesIO()
    largest.as_pil_image().save(kept, "PNG")
    yield kept.getvalue()


if __name__ == "__main__":
    clean_input(cleaned)
