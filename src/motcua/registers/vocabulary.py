"""The ways in which a commune's books write what somebody typed.

A name consists of few syllables: whatever the number of entries, a commune's books have some
thousand. So a mistyped word is put right against those, before any name is looked for.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Q

from motcua.foundation.spelling import distance, neighbours, sound, without_keys
from motcua.foundation.statements import Place, Statement, Texts
from motcua.registers.models import Syllable

# As many syllables as are tried in one word that was typed without its spaces.
_JOINED = 5
_LONGEST = 7

_KNOWN = Statement(
    lambda: Syllable.objects.filter(
        Q(text__in=Texts("texts")) | Q(sound__in=Texts("sounds")), commune_id=Place("commune")
    ).values_list("text")
)


@dataclass(frozen=True, slots=True)
class Reading:
    """`words` as they were typed or divided, and for each the syllables that may be meant."""

    words: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]


def readings(words: Sequence[str], *, commune: str) -> list[Reading]:
    """The words as typed first; then joined or divided where that makes known syllables of them."""
    divided = {word: set(_pieces(word)) for word in words}
    joined = {first + second for first, second in pairwise(words)}
    texts = {without_keys(word) for word in words} | set(words) | joined
    texts |= {near for word in words for near in neighbours(word)}
    texts |= {piece for pieces in divided.values() for piece in pieces}
    sounds = {sound(word) for word in words}
    rows = _KNOWN.all(commune=commune, texts=sorted(texts), sounds=sorted(sounds))
    known = {text for (text,) in rows}
    read = [tuple(words), *_joined(words, known), *_divided(words, known)]
    return [_reading(one, known) for one in dict.fromkeys(read)]


def _reading(words: tuple[str, ...], known: Collection[str]) -> Reading:
    """The nearest syllables first; a word that resembles none stands for itself."""
    ways = []
    for word in words:
        near = {text: apart for text in known if (apart := distance(word, text)) is not None}
        ways.append(tuple(sorted(near, key=lambda text: (near[text], text))) or (word,))
    return Reading(words, tuple(ways))


def _pieces(word: str) -> Iterator[str]:
    """Every part of a word that may be a syllable of its own."""
    if len(word) < 4:
        return
    for start in range(len(word)):
        for end in range(start + 1, min(start + _LONGEST, len(word)) + 1):
            yield word[start:end]


def _divided(words: Sequence[str], known: Collection[str]) -> Iterator[tuple[str, ...]]:
    """``vangthithu`` → ``vang thi thu``: words that are no syllable, in as few as they give."""
    parts = [[word] if word in known else _split(word, known) or [word] for word in words]
    flat = tuple(piece for pieces in parts for piece in pieces)
    if len(flat) > len(words):
        yield flat


def _split(word: str, known: Collection[str]) -> list[str]:
    """The fewest known syllables that make up the word; none when it is made of none."""
    best: dict[int, list[str]] = {0: []}
    for end in range(1, len(word) + 1):
        ways = [
            [*best[start], word[start:end]]
            for start in range(max(0, end - _LONGEST), end)
            if start in best and word[start:end] in known and len(best[start]) < _JOINED
        ]
        if ways:
            best[end] = min(ways, key=lambda way: (len(way), [-len(one) for one in way]))
    return best.get(len(word), []) if len(word) > 3 else []


def _joined(words: Sequence[str], known: Collection[str]) -> Iterator[tuple[str, ...]]:
    """``ngu yen`` → ``nguyen``: two words, not both syllables, that are one together."""
    for at, (first, second) in enumerate(pairwise(words)):
        if first + second in known and not (first in known and second in known):
            yield (*words[:at], first + second, *words[at + 2 :])
