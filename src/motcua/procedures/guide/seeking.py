"""Finding by plain words, marks or no marks: what has happened, a procedure, another office."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from motcua.foundation.names import folded
from motcua.procedures.guide import Guide
from motcua.procedures.pack import Procedure
from motcua.procedures.wording import Said

Kind = Literal["event", "procedure", "elsewhere"]

# Words that say nothing of what is looked for.
_EMPTY_SAID = """
toi muon can xin lam cho cua la thi o dau the nao gi de duoc va hay em anh chi minh con bi phai co
khong may bao nhieu nhu ve mot giay to
a an the my i of to for in is how do need want get with
"""
_EMPTY = frozenset(_EMPTY_SAID.split())
# What a word is worth: in the name or the plain words; begun there; in the summary.
_NAMED, _BEGUN, _TOLD = 1.0, 0.7, 0.4
_FEWEST_LETTERS = 3  # of a word that is still being typed
_EMPTY_WORTH = 0.15
# A plain phrase that is said whole says more than its words.
_PHRASE = 1.5
_FEWEST_WORDS = 2  # of a phrase that counts by itself
# Where nothing has all the words: the part of what they are worth that is enough.
_PARTLY = 0.4
_ROUNDING = 1e-9
# What is worth less than this part of the best is left out.
_TAIL = 0.3
_KINDS: tuple[Kind, ...] = ("event", "procedure", "elsewhere")


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found: its kind and its name or code."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Offered:
    """The procedures on offer, as a key: two with the same versions are the same."""

    versions: tuple[tuple[str, str], ...]
    procedures: tuple[Procedure, ...] = field(compare=False)

    @classmethod
    def of(cls, procedures: Iterable[Procedure]) -> "Offered":
        """Those of a day."""
        kept = tuple(procedures)
        return cls(tuple((one.code, one.digest) for one in kept), kept)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One thing that can be found, its words folded; `often` breaks ties."""

    hit: Hit
    phrases: tuple[tuple[str, ...], ...]
    named: frozenset[str]
    told: frozenset[str]
    often: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that was typed, the known words that it begins, and what it is worth."""

    text: str
    begun: frozenset[str]
    worth: float


@dataclass(frozen=True, slots=True)
class _Fit:
    """What the telling words that it has are worth, its score, and whether a phrase is whole."""

    covered: float
    score: float
    phrased: bool


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that can be found in one language."""

    entries: tuple[_Entry, ...]
    holders: Mapping[str, int]  # in how many entries each word stands

    def seek(self, typed: str) -> list[Hit]:
        """What fits the words best, the best first; those with every word, if there are any.

        A word that nothing has says nothing; what says a plain phrase whole is always among them.
        """
        words = folded(typed).split()
        asked = [one for one in map(self._asked, dict.fromkeys(words)) if one.begun]
        telling = [one for one in asked if one.text not in _EMPTY] or asked
        whole = sum(one.worth for one in telling)
        fits = [(entry, self._fit(entry, words, asked, telling)) for entry in self.entries]
        most = max((fit.covered for _entry, fit in fits), default=0.0)
        needed = whole if most >= whole - _ROUNDING else _PARTLY * whole
        kept = [
            (entry, fit.score)
            for entry, fit in fits
            if fit.score and (fit.covered >= needed - _ROUNDING or fit.phrased)
        ]
        best = max((score for _entry, score in kept), default=0.0)
        kept = [(entry, score) for entry, score in kept if score >= _TAIL * best]
        kept.sort(key=lambda one: (-one[1], not one[0].often, _KINDS.index(one[0].hit.kind)))
        return [entry.hit for entry, _score in kept]

    def _fit(
        self, entry: _Entry, words: list[str], asked: list[_Word], telling: list[_Word]
    ) -> _Fit:
        """How much of the telling words it has, and how well it fits all of them."""
        parts = {one.text: _part(entry, one) for one in asked}
        covered = sum(one.worth for one in telling if parts[one.text])
        score = sum(one.worth * parts[one.text] for one in asked)
        said = [one for one in entry.phrases if _within(one, words)] if score else []
        longest = max(said, key=len, default=())
        score += _PHRASE * sum(self._worth(one) for one in longest)
        return _Fit(covered, score, len(longest) >= _FEWEST_WORDS)

    def _asked(self, word: str) -> _Word:
        """A word with the known words that it is or begins: a person may still be typing."""
        known = self.holders if len(word) >= _FEWEST_LETTERS else self.holders.keys() & {word}
        begun = frozenset(one for one in known if one.startswith(word))
        return _Word(word, begun, self._worth(word))

    def _worth(self, word: str) -> float:
        """A rare word tells more."""
        if word in _EMPTY:
            return _EMPTY_WORTH
        return math.log(1 + len(self.entries) / (1 + self.holders.get(word, 0)))


@lru_cache(maxsize=12)
def index_of(offered: Offered, guide: "GuideKey", language: str) -> Index:
    """The words of everything on offer, folded once."""
    entries = tuple(_entries(offered, guide.guide, language))
    holders = Counter(word for entry in entries for word in entry.named | entry.told)
    return Index(entries, holders)


@dataclass(frozen=True, slots=True)
class GuideKey:
    """A guide as a key: it is read once, so that it is itself or another."""

    guide: Guide = field(compare=False)
    identity: int = 0

    @classmethod
    def of(cls, guide: Guide) -> "GuideKey":
        """This guide."""
        return cls(guide, id(guide))


def _entries(offered: Offered, guide: Guide, language: str) -> Iterator[_Entry]:
    for event in guide.events.values():
        yield _entry(Hit("event", event.name), event.words, event.plain, language, often=True)
    for one in offered.procedures:
        said = [part for title in one.words.values() for part in (title.short, title.title)]
        summary = one.words.get(language, one.words["vi"]).summary
        hit, plain = Hit("procedure", one.code), guide.plain.get(one.code, ())
        yield _folded(hit, [one.code, *said], plain, summary, often=one.often)
    for place in guide.elsewhere.values():
        hit = Hit("elsewhere", place.name)
        yield _entry(hit, place.words, (place.code, *place.plain), language, often=False)


def _entry(hit: Hit, words: Said, plain: Sequence[str], language: str, *, often: bool) -> _Entry:
    said = [one.label for one in words.values()]
    return _folded(hit, said, plain, words.get(language, words["vi"]).help, often=often)


def _folded(
    hit: Hit, said: Sequence[str], plain: Sequence[str], told: str, *, often: bool
) -> _Entry:
    phrases = tuple(tuple(folded(one).split()) for one in (*said, *plain))
    named = frozenset(_bare(word) for phrase in phrases for word in phrase)
    return _Entry(hit, phrases, named, frozenset(map(_bare, folded(told).split())), often)


def _bare(word: str) -> str:
    """Without the comma after it."""
    return word.strip(".,:;()“”?/")


def _part(entry: _Entry, word: _Word) -> float:
    if word.text in entry.named:
        return _NAMED
    if not word.begun.isdisjoint(entry.named):
        return _BEGUN
    return _TOLD if word.text in entry.told else 0.0


def _within(phrase: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether the phrase is said in one piece."""
    length = len(phrase)
    if not length:
        return False
    return any(tuple(words[at : at + length]) == phrase for at in range(len(words) - length + 1))
