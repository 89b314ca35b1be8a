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


# Grave, acute, tilde, hook above, dot below: the five tones that are written.
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are one name: ``Hòa`` is ``Hoà``, and ``Mai`` is not ``Mại``.

    The tone of a syllable may stand on either of its vowels. Who writes a whole name without marks
    may mean any name of these letters.
    """
    if one.isascii() or other.isascii():
        return folded(one) == folded(other)
    return [_sounded(word) for word in one.split()] == [_sounded(word) for word in other.split()]


def _sounded(word: str) -> tuple[str, str]:
    """Its letters without the tone, and the tone."""
    letters = unicodedata.normalize("NFD", word).lower()
    bare = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", bare), "".join(x for x in letters if x in _TONES)


def tidy(text: str) -> str:
    """What a person typed, in NFC, with single spaces and no control characters."""
    composed = unicodedata.normalize("NFC", text)
    # A list has millions of cells, and hardly one of them has a sign that no one sees.
    sound = composed.isprintable()
    clean = composed if sound else "".join(c if c.isprintable() else " " for c in composed)
    return " ".join(clean.split())
