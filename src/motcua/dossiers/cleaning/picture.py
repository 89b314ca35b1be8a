"""A photograph, encoded anew: nothing hides in it, and where it was taken does not travel along."""

import io
import struct

from PIL import Image, ImageOps, UnidentifiedImageError

from motcua.dossiers.cleaning.bounds import Refused, Said, clean_input

MOST_PIXELS = 60_000_000
# The longer side of a kept photograph: an A4 page stays legible at about 200 dots an inch.
LONGEST_SIDE = 2400
# Only a plain JPEG is made smaller while it is read; of all else every pixel comes into memory.
MOST_PIXELS_AT_ONCE = 16_000_000
_PICTURES = ("JPEG", "PNG", "WEBP")
_ODD = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    MemoryError,
    struct.error,
)


def cleaned(content: bytes) -> tuple[int, bytes]:
    """One page and its JPEG; Refused when it is no photograph."""
    try:
        upright = _upright(content)
    except _ODD as fault:
        raise Refused(Said.UNREADABLE) from fault
    kept = io.BytesIO()
    upright.save(kept, "JPEG", quality=82, optimize=True)
    return 1, kept.getvalue()


def _upright(content: bytes) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=_PICTURES) as picture:
        if picture.width * picture.height > _most_pixels(picture):
            raise Refused(Said.UNREADABLE)
        # Made smaller first, by the decoder itself where it can: to read, turn or convert
        # the whole of it would take the memory several times.
        picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        return ImageOps.exif_transpose(picture).convert("RGB")


def _most_pixels(picture: Image.Image) -> int:
    plain = picture.format in ("JPEG", "MPO") and "progressive" not in picture.info
    return MOST_PIXELS if plain else MOST_PIXELS_AT_ONCE


if __name__ == "__main__":
    clean_input(cleaned)
