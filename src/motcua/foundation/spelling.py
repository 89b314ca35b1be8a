"""How a syllable may have been mistyped: Vietnamese keyboards, neighbouring sounds, one letter.

Plain Python. Every word here is folded: without marks, small letters.
"""

import re
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

# What counts as how far: the lower, the more likely the same word was meant.
KEYS: Final = 0.2
SOUND: Final = 0.5
LETTER: Final = 1.0
# Longest syllable that is tried with one letter changed; longer ones are several joined.
_LONGEST: Final = 10
# Telex writes tones and marks with letters, VNI with digits; a keyboard that is switched off leaves
# them in the word: nguyeenx, dduwcs, vang2.
_TONES = re.compile(r"[sfrxj1-9]+")
_DOUBLES = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("w", ""))
# Letters that one region or another does not tell apart.
_INITIALS = (
    ("ngh", "ng"),
    ("gh", "g"),
    ("tr", "ch"),
    ("gi", "d"),
    ("s", "x"),
    ("r", "d"),
    ("k", "c"),
    ("q", "c"),
)
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=4096)
def without_keys(word: str) -> str:
    """The word without what a Vietnamese keyboard left in it: ``nguyeenx`` → ``nguyen``."""
    head, rest = word[:1], word[1:]
    if head == "w":
        head = "u"
    for doubled, single in _DOUBLES:
        rest = (head + rest).replace(doubled, single)[len(head) :]
    # The first letter is no tone; r and s inside begin no syllable's end either.
    return head + _TONES.sub("", rest)


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """What the word has in common with those that sound like it somewhere: x/s, tr/ch, l/n, i/y."""
    heard = word.replace("y", "i")
    for written, same in _INITIALS:
        if heard.startswith(written):
            rest = heard[len(written) :]
            # ``gi`` alone keeps its vowel.
            heard = (
                same + (rest if rest[:1] in _VOWELS else heard[1:])
                if written == "gi"
                else (same + rest)
            )
            break
    if heard[:1] == "l" or (heard[:1] == "n" and heard[1:2] in _VOWELS):
        heard = "n" + heard[1:]
    return heard


@lru_cache(maxsize=1024)
def neighbours(word: str) -> frozenset[str]:
    """Every word that is one letter away: missing, extra, wrong, or two of them swapped."""
    if len(word) > _LONGEST:
        return frozenset()
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {head + tail[1:] for head, tail in cuts if tail}
    found |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    for letter in ascii_lowercase:
        found |= {head + letter + tail for head, tail in cuts}
        found |= {head + letter + tail[1:] for head, tail in cuts if tail}
    return frozenset(found - {word, ""})


@lru_cache(maxsize=16384)
def distance(typed: str, written: str) -> float | None:
    """How far a typed word is from a written one; None when it is another word."""
    if typed == written:
        return 0.0
    if without_keys(typed) == written:
        return KEYS
    if sound(typed) == sound(written):
        return SOUND
    if abs(len(typed) - len(written)) > 1:
        return None
    return LETTER if written in neighbours(typed) else None
