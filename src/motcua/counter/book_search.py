"""Finding an entry in the books: what was typed, who was found, and in words why."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from motcua.counter.matching import day_shown
from motcua.foundation.actor import Actor
from motcua.foundation.name_index import words_of
from motcua.registers.born import Born
from motcua.registers.cancelled import cancellations
from motcua.registers.doubled import second_writings
from motcua.registers.errors import NumberUnreadable
from motcua.registers.finding import MOST, Hit, Wanted, search
from motcua.registers.kinds import BookKind, book, books
from motcua.registers.likeness import Likeness
from motcua.registers.models import Entry, EntryName, EntryNote

PAGE = 20
_NUMBER = re.compile(r"^(?:số|so|no\.?)?\s*(\d{1,6})\s*/\s*(\d{4})$", re.IGNORECASE)

PARTS: Mapping[str, str | Promise] = {
    "child": pgettext_lazy("in an entry", "Child"),
    "mother": gettext_lazy("Mother"),
    "father": gettext_lazy("Father"),
    "deceased": gettext_lazy("Deceased"),
    "husband": gettext_lazy("Husband"),
    "wife": gettext_lazy("Wife"),
    "parent": gettext_lazy("Parent"),
    "ward": gettext_lazy("Ward"),
    "guardian": gettext_lazy("Guardian"),
    "person": gettext_lazy("Person concerned"),
    "first": gettext_lazy("First party"),
    "second": gettext_lazy("Second party"),
    "filer": gettext_lazy("Requester"),
    "holder": gettext_lazy("Holder"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields of the form, as they were typed."""

    name: str = ""
    birth: str = ""
    beside: str = ""
    number: str = ""
    kind: str = ""

    @classmethod
    def of(cls, form: Mapping[str, str]) -> "Asked":
        """From the address; a number that was typed for a name is meant as a number."""
        fields = ("name", "birth", "beside", "number", "kind")
        asked = cls(**{field: form.get(field, "").strip() for field in fields})
        if is_number(asked.name) and not asked.number:
            return replace(asked, name="", number=asked.name)
        return asked

    @property
    def anything(self) -> bool:
        """Whether the form was filled in at all."""
        return bool(self.name or self.birth or self.beside or self.number)

    def wanted(self) -> Wanted:
        """What the books are asked; refuses BirthUnreadable and NumberUnreadable."""
        return Wanted(
            name=self.name,
            born=Born.typed(self.birth) if self.birth else None,
            beside=self.beside,
            number=_number(self.number),
            kind=self.kind,
        )

    def address(self, **changes: str | int) -> str:
        """The same search, with something else in it."""
        fields = {"name": self.name, "birth": self.birth, "beside": self.beside}
        fields |= {"number": self.number, "kind": self.kind}
        given = {**fields, **{name: str(value) for name, value in changes.items()}}
        return f"?{urlencode({name: value for name, value in given.items() if value})}"


@dataclass(frozen=True, slots=True)
class Line:
    """One hit of the list. `why` is empty when it is exactly what was typed; `stands` is the entry
    that is used in its place, None for one that is no second writing; `cancelled` the note that
    says so."""

    entry: Entry
    kind: BookKind
    name: str
    birth: str
    part: str | Promise
    others: Sequence[tuple[str | Promise, str]]
    why: Sequence[str]
    stands: Entry | None
    cancelled: EntryNote | None


@dataclass(frozen=True, slots=True)
class Results:
    """A page of the list; `more` is the address of the next, `most` where the list is cut off."""

    lines: Sequence[Line]
    more: str
    most: int


def results(asked: Asked, *, after: int, by: Actor, at: datetime) -> Results:
    """Look, and say in words why each was found."""
    found = search(
        by=by,
        commune=by.commune or "",
        wanted=asked.wanted(),
        at=at,
        why="books",
        limit=PAGE,
        after=after,
    )
    named: dict[int, list[EntryName]] = {}
    entries = [hit.row.entry_id for hit in found.hits]
    for row in EntryName.objects.filter(entry_id__in=entries).order_by("pk"):
        named.setdefault(row.entry_id, []).append(row)
    following = after + PAGE
    left_out, void = second_writings(entries), cancellations(entries)
    lines = [_line(hit, named[hit.row.entry_id], left_out, void) for hit in found.hits]
    return Results(
        lines=_standing_first(lines),
        more=asked.address(after=following) if found.more and following < MOST else "",
        most=MOST if found.more and following >= MOST else 0,
    )


def _standing_first(lines: Sequence[Line]) -> list[Line]:
    """A second writing comes after the entry that stands, where both are on this page."""
    to_come = Counter(line.entry.pk for line in lines)
    ordered: list[Line] = []
    held: dict[int, list[Line]] = {}
    for line in lines:
        to_come[line.entry.pk] -= 1
        if line.stands and to_come[line.stands.pk]:
            held.setdefault(line.stands.pk, []).append(line)
            continue
        ordered.append(line)
        if not to_come[line.entry.pk]:
            ordered += held.pop(line.entry.pk, [])
    return ordered


def book_choices() -> list[tuple[str, str]]:
    """Every book, for the list of the form."""
    return [(kind.code, kind.title) for kind in books().values()]


def is_number(typed: str) -> bool:
    """Whether it is the number of an entry: ``27/1998``."""
    return _NUMBER.match(typed.strip()) is not None


def _number(typed: str) -> tuple[int, int] | None:
    if not typed:
        return None
    found = _NUMBER.match(typed)
    if found is None:
        raise NumberUnreadable(field="number")
    return int(found[1]), int(found[2])


def _line(
    hit: Hit,
    named: Sequence[EntryName],
    left_out: Mapping[int, Entry],
    void: Mapping[int, EntryNote],
) -> Line:
    others = {row.who: row.name for row in named if row.who != hit.row.who}
    return Line(
        entry=hit.entry,
        kind=book(hit.row.kind),
        name=hit.row.name,
        birth=day_shown(hit.row.birth),
        part=PARTS.get(hit.row.who, ""),
        others=[(PARTS.get(who, ""), name) for who, name in others.items()],
        why=_why(hit),
        stands=left_out.get(hit.row.entry_id),
        cancelled=void.get(hit.row.entry_id),
    )


def _why(hit: Hit) -> list[str]:
    why = _differences(hit.like, hit.row) if hit.like else []
    if hit.like and not why and not hit.marks:
        why.append(_("other marks"))
    if hit.other and hit.other_like:
        why += _differences(hit.other_like, hit.other)
    if hit.other_day:
        why.append(_("another day of that year"))
    return why


def _differences(like: Likeness, row: EntryName) -> list[str]:
    """What of a name is not as it was typed, each with the word that the book has."""
    written = dict(zip(words_of(row.name), row.name.split(), strict=False))
    said = []
    cut = [pair for pair in like.changed if pair[1].startswith(pair[0])]
    wrong = [pair for pair in like.changed if pair not in cut]
    if wrong:
        pairs = ", ".join(f"{typed} → {written.get(word, word)}" for typed, word in wrong)
        one, several = _("one word differs"), _("%(number)s words differ")
        count = one if len(wrong) == 1 else several % {"number": len(wrong)}
        said.append(f"{count}: {pairs}")
    if cut:
        words = ", ".join(written.get(word, word) for __, word in cut)
        said.append(_("longer word: %(words)s") % {"words": words})
    if like.missing:
        said.append(_("without: %(words)s") % {"words": ", ".join(like.missing)})
    if like.more:
        words = ", ".join(written.get(word, word) for word in like.more)
        said.append(_("also: %(words)s") % {"words": words})
    if like.reordered:
        said.append(_("other order of words"))
    if like.divided:
        said.append(_("other spaces"))
    return said
