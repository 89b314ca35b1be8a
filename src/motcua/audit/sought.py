"""The words of a search, as the journal keeps them: not to be read, but to be found again.

A line of the journal stays for ever, and the names that people were looked for by would make it a
list of names. So it keeps a digest under a key of the installation: whoever types the same words
gets the same digest, whoever has the journal without the key learns none (docs/decisions/0014).
"""

import hmac
import secrets
from functools import cache
from pathlib import Path

from django.conf import settings

from motcua.foundation.names import folded
from motcua.foundation.secret import kept

PREFIX = "words:"


def sought(words: str) -> str:
    """``words:`` and 32 hexadecimal digits; marks, case and the order of the words do not count."""
    plain = " ".join(sorted(folded(words).split()))
    return PREFIX + hmac.digest(_key(settings.DATA), plain.encode(), "sha256").hex()[:32]


@cache
def _key(data: Path) -> bytes:
    """From ``<data>/words-key``, made at first need."""
    return bytes.fromhex(kept(data / "words-key", secrets.token_hex(32)))
