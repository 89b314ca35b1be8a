"""A photograph of a paper as this person's telephone takes it: no two are alike."""

import hashlib
import io
from functools import cache
from random import Random

from PIL import Image

from motcua.dossiers.cleaning.picture import cleaned

_LONG, _SHORT = 2000, 1500


@cache
def photograph(number: int) -> bytes:
    """A JPEG of about a megabyte; the same for the same person."""
    grain = Random(number).randbytes(_LONG * _SHORT // 4)
    picture = Image.frombytes("L", (_LONG // 2, _SHORT // 2), grain)
    kept = io.BytesIO()
    picture.resize((_LONG, _SHORT)).convert("RGB").save(kept, "JPEG", quality=90)
    return kept.getvalue()


def digest_at_the_commune(shown: bytes) -> str:
    """The hash of what the commune makes of a photograph that the phone showed as kept: it encodes
    each anew."""
    return hashlib.sha256(cleaned(shown)[1]).hexdigest()
