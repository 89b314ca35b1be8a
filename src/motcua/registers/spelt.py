"""The ways in which a name may stand in a commune's books, where no day and no family finds it.

Made of the syllables of the books and looked up by the index of names, most in vain: some hundred
look-ups cost less than to ask the index of words for names with each word in one of its ways.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from motcua.foundation.name_index import words_of
from motcua.foundation.spelling import distance
from motcua.registers.agreeing import MOST_WRONG
from motcua.registers.names_kept import length
from motcua.registers.search import KNOWN
from motcua.registers.vocabulary import readings

# As many spellings of one name as are looked up, for each order of its words.
_MOST = 800
# As many names as are looked at that have the words and others, or of which the words are a part.
_LONGER = 300
# What may be wrong in a name whose words stand in another order.
_WRONG_BESIDES = 1.0
_STEP = 0.5

# A way to write a word, and how far it is from the word.
_Way = tuple[str, float]


def spellings(name: str, *, commune: str) -> list[str]:
    """A folded name, names like it that have its words, and what it may be mistyped for.

    The words are read as they are divided: names that are divided otherwise do not agree. The
    family name may stand last, two words change places, or all stand the other way round.
    """
    words = words_of(name)
    if not words:
        return []
    read = readings(words, commune=commune)[0]
    ways = [
        [(text, distance(word, text) or 0.0) for text in some]
        for word, some in zip(read.words, read.ways, strict=True)
    ]
    found = [name, *_longer(words, commune), *_spelt(ways, MOST_WRONG)]
    for order in _orders(ways):
        found += _spelt(order, _WRONG_BESIDES)
    return list(dict.fromkeys(found))


def _longer(words: Sequence[str], commune: str) -> list[str]:
    """Names with all the words, whole or cut short, and at most one more."""
    lengths = sorted({length(words), length([*words, ""])})
    for cut in (True, False):
        found = KNOWN.names(
            [(word,) for word in words],
            exact={"commune_id": (commune,)},
            years=lengths,
            cut=cut,
            limit=_LONGER + 1,
        )
        if len(found) <= _LONGER:
            break
    return found[:_LONGER]


def _orders(ways: Sequence[list[_Way]]) -> list[Sequence[list[_Way]]]:
    if len(ways) < 2:
        return []
    turned = [[*ways[at:], *ways[:at]] for at in range(1, len(ways))]
    swapped = [
        [*ways[: at - 1], ways[at], ways[at - 1], *ways[at + 1 :]] for at in range(1, len(ways))
    ]
    return [*turned, *swapped, ways[::-1]]


def _spelt(ways: Sequence[Sequence[_Way]], most: float) -> list[str]:
    """Each word in one of its ways; with less wrong where that would be too many names."""
    found: list[str] = []
    while most >= 0:
        found = [" ".join(words) for words in islice(_put_together(ways, most), _MOST + 1)]
        if len(found) <= _MOST:
            break
        most -= _STEP
    return found[:_MOST]


def _put_together(ways: Sequence[Sequence[_Way]], left: float) -> Iterator[tuple[str, ...]]:
    if not ways:
        yield ()
        return
    for text, apart in ways[0]:
        if apart <= left:
            for others in _put_together(ways[1:], left - apart):
                yield (text, *others)
