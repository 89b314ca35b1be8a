"""Names as people mistype them, by a rule of its own: the search knows nothing of this table.

A finger that slips goes to the key beside; a letter is left out or comes twice; two come in the
wrong order; the Vietnamese keyboard was off; a word is written as it is said at home.
"""

import unicodedata
from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    letter: {
        other
        for near in _ROWS[max(0, row - 1) : row + 2]
        for other in near[max(0, place - 1) : place + 2]
        if other != letter
    }
    for row, letters in enumerate(_ROWS)
    for place, letter in enumerate(letters)
}
_TELEX_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_VNI_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_HATS = {"\u0302": None, "\u0306": "w", "\u031b": "w"}
_VNI_HATS = {"\u0302": "6", "\u0306": "8", "\u031b": "7"}
_SAID = (
    ("s", "x"), ("x", "s"), ("tr", "ch"), ("ch", "tr"), ("d", "gi"), ("r", "d"),
    ("l", "n"), ("n", "l"), ("gi", "d"),
)  # fmt: skip


def bare(text: str) -> str:
    """Without marks, in small letters."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def misspelt(name: str, chance: Random) -> str:
    """The name with one word wrong, in one of five with two; half of them without marks."""
    words = name.split()
    for at in chance.sample(range(len(words)), 2 if chance.random() < 0.2 else 1):
        words[at] = _wrong(words[at], chance)
    typed = " ".join(words)
    return bare(typed) if chance.random() < 0.5 else typed.lower()


def _wrong(word: str, chance: Random) -> str:
    ways = [_slipped] * 6 + [_dropped] * 4 + [_doubled, _swapped, _swapped, _keyed, _keyed, _said]
    for _ in range(20):
        wrong = chance.choice(ways)(word, chance)
        if wrong and bare(wrong) != bare(word):
            return wrong
    return word


def _slipped(word: str, chance: Random) -> str:
    plain = bare(word)
    at = chance.randrange(len(plain))
    return plain[:at] + chance.choice(sorted(_BESIDE[plain[at]])) + plain[at + 1 :]


def _dropped(word: str, chance: Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, chance: Random) -> str:
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at:]


def _swapped(word: str, chance: Random) -> str:
    plain = bare(word)
    if len(plain) < 2:
        return ""
    at = chance.randrange(len(plain) - 1)
    return plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]


def _keyed(word: str, chance: Random) -> str:
    """What comes out when the keyboard was off: ``nguyeenx``, ``nguye6n4``."""
    telex = chance.random() < 0.7
    tones, hats = (_TELEX_TONES, _TELEX_HATS) if telex else (_VNI_TONES, _VNI_HATS)
    out, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.lower().replace("đ", "dd" if telex else "d9")):
        if letter in tones:
            tone = tones[letter]
        elif letter in hats:
            out += hats[letter] or out[-1]
        else:
            out += letter
    return out + tone


def _said(word: str, chance: Random) -> str:
    plain = bare(word)
    fitting = [
        new + plain[len(old) :]
        for old, new in _SAID
        if plain.startswith(old)
        and not plain.startswith(("ng", "nh", "th"))
        and old != plain[:1] + "h"
    ]
    if "y" in plain or plain.endswith("i"):
        fitting.append(plain.replace("y", "i") if "y" in plain else plain[:-1] + "y")
    return chance.choice(fitting) if fitting else ""
