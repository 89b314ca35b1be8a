"""Names as people search for them: without marks, case or double spaces."""

import unicodedata

_D = str.maketrans({"đ": "d", "Đ": "d"})


def folded(text: str) -> str:
    """``Hoàng  Văn PHÚC`` → ``hoang van phuc``; used for what is stored and for the question.

    đ is a letter of its own in Unicode, so stripping marks alone would leave it.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    bare = unicodedata.normalize("NFD", text.translate(_D))
    kept = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(kept.lower().split())


def tidy(text: str) -> str:
    """What a person typed, in NFC, with single spaces and no control characters."""
    composed = unicodedata.normalize("NFC", text)
    # A list has millions of cells, and hardly one of them has a sign that no one sees.
    sound = composed.isprintable()
    clean = composed if sound else "".join(c if c.isprintable() else " " for c in composed)
    return " ".join(clean.split())
