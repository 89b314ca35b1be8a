"""Names as people search for them: without marks, case or double spaces."""

import unicodedata
from functools import lru_cache

_D = str.maketrans({"đ": "d", "Đ": "d"})


def folded(text: str) -> str:
    """``Hoàng  Văn PHÚC`` → ``hoang van phuc``; used for what is stored and for the question."""
    return " ".join(filter(None, map(_folded, text.split())))


# Lists and books have a million names, of some thousand different words.
@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    """One word. đ is a letter of its own in Unicode, so stripping marks alone would leave it."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.translate(_D))
    return "".join(letter for letter in bare if not unicodedata.combining(letter)).lower()


def tidy(text: str) -> str:
    """What a person typed, in NFC, with single spaces and no control characters."""
    composed = unicodedata.normalize("NFC", text)
    # A list has millions of cells, and hardly one of them has a sign that no one sees.
    sound = composed.isprintable()
    clean = composed if sound else "".join(c if c.isprintable() else " " for c in composed)
    return " ".join(clean.split())
