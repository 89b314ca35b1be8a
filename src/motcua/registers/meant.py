"""From the words that were typed to the names in the commune's books that may be meant.

The likeliest come first, in groups: the name itself, names that have all the words, names of which
the words are the beginnings, then those that write a word in another way. Whoever asks stops when
there are enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from motcua.foundation.name_index import Condition, words_of
from motcua.registers.likeness import Likeness, Nearness, likeness
from motcua.registers.names_kept import MOST, length
from motcua.registers.search import KNOWN
from motcua.registers.vocabulary import Reading, readings

# Names that are looked at one by one; what is in more of them is common, and asked of the entries.
COMMON = 300
_SEVERAL = 1000
# How much of a wrong word has to be right when everything else is.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Group:
    """Names that fit equally well; or, where they are too many, the words to ask the entries."""

    names: Sequence[str]
    common: Sequence[Sequence[str]] = ()
    cut: bool = False


class Meant:
    """What was typed in one field for a name, and how it has been read so far."""

    def __init__(self, text: str, *, commune: str) -> None:
        self.words = tuple(words_of(text))
        self.commune = commune
        self._read = [self.words]
        self._told: dict[tuple[object, ...], list[str]] = {}

    def groups(self) -> Iterator[Group]:
        """The likeliest first: as typed, with other spaces, with words written otherwise."""
        yield from self._as_typed()
        found = self._readings
        self._read = [one.words for one in found]
        for other in found[1:]:
            yield self._names(self._asked(_whole(other.words), least=len(other.words)))
        for one in found:
            yield from self._near(one)

    def wider(self, *, loosely: bool) -> Iterator[Group]:
        """When nobody was found: names that are near and have more words than were typed.

        `loosely`: something else is known too, so one word may be another.
        """
        for one in self._readings:
            if list(one.ways) != _whole(one.words):
                names = self._asked(one.ways, lengths=_longer(one.words))
                common = len(names) > COMMON and len(one.words) == 1
                yield Group([], one.ways) if common else self._names(names)
        if loosely and len(self.words) > 2:
            yield from self._but_one()

    @cached_property
    def _readings(self) -> list[Reading]:
        return readings(self.words, commune=self.commune)

    def as_typed(self) -> Group:
        """The names that have the words, whole or cut short; or what to ask where many have."""
        first, *others = self._as_typed()
        if not others:
            return first
        whole = others[0]
        return whole if whole.common else Group([*first.names, *whole.names])

    def _as_typed(self) -> Iterator[Group]:
        """Of a word cut short the whole one is a part: most names are found by one question."""
        ways, least = _whole(self.words), len(self.words)
        names = self._asked(ways, least=least, cut=True)
        if len(names) <= COMMON:
            yield self._names(names)
            return
        yield Group([" ".join(self.words)])
        names = self._asked(ways, least=least)
        yield Group([], ways) if len(names) > COMMON else self._names(names)
        yield Group([], ways, cut=True)

    def likeness(self, name: str) -> Likeness:
        """How near a folded name is to what was typed, by its best reading."""
        written = tuple(words_of(name))
        best, *others = self._read
        found = likeness(best, written)
        for words in others:
            other = likeness(words, written)
            if other.order < found.order:
                found = replace(other, divided=True)
        return found

    def _near(self, reading: Reading) -> Iterator[Group]:
        """Words written otherwise, in names of as many words."""
        whole = _whole(reading.words)
        if list(reading.ways) == whole:
            return
        same = [length(reading.words)]
        names = self._asked(reading.ways, lengths=same, limit=_SEVERAL)
        if len(names) > _SEVERAL:
            for at, ways in enumerate(reading.ways):
                yield self._names(self._asked([*whole[:at], ways, *whole[at + 1 :]], lengths=same))
        yield self._names(names)

    def _but_one(self) -> Iterator[Group]:
        """All words but one, which has to resemble the one that the name has instead."""
        number, whole = len(self.words), _whole(self.words)
        lengths = [length(self.words[1:]), length(self.words)]
        found = set[str]()
        for at in range(number):
            found |= set(self._asked([*whole[:at], *whole[at + 1 :]], lengths=lengths))
        yield self._names([name for name in found if self._resembles(name)])

    def _resembles(self, name: str) -> bool:
        like = self.likeness(name)
        if like.nearness != Nearness.RESEMBLING or not like.more:
            return True
        matcher = SequenceMatcher(None, " ".join(like.missing), " ".join(like.more))
        return matcher.ratio() >= _ALIKE

    def _names(self, names: Iterable[str]) -> Group:
        """The nearest first."""
        return Group(sorted(names, key=lambda name: (self.likeness(name).order, name)))

    def _asked(
        self,
        ways: Sequence[Sequence[str]],
        *,
        lengths: Sequence[str] = (),
        least: int = 0,
        cut: bool = False,
        limit: int = COMMON,
    ) -> list[str]:
        """Names with each word in one of its ways; one more than the limit where there are more.

        Of one of the `lengths`, or of `least` words or more. The same is asked once in a search.
        """
        question = (*map(tuple, ways), tuple(lengths), least, cut, limit)
        if question not in self._told:
            self._told[question] = self._found(ways, lengths, least, cut, limit)
        return self._told[question]

    def _found(
        self,
        ways: Sequence[Sequence[str]],
        lengths: Sequence[str],
        least: int,
        cut: bool,
        limit: int,
    ) -> list[str]:
        rows = Condition(" AND t.length >= %s", (str(min(least, MOST)),)) if least else Condition()
        return KNOWN.names(
            ways,
            exact={"commune_id": (self.commune,)},
            years=lengths,
            rows=rows,
            cut=cut,
            limit=limit + 1,
        )


def _longer(words: Sequence[str]) -> list[str]:
    """How many words names have that are longer; the index knows it of each name."""
    return [str(number) for number in range(min(len(words) + 1, MOST), MOST + 1)]


def _whole(words: Sequence[str]) -> list[tuple[str]]:
    return [(word,) for word in words]
