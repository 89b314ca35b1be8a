"""The notes in the margin as they are typed: the kind, day, decision, changes and words of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.foundation.names import folded
from motcua.parts.questions import Question
from motcua.registers.kinds import MARGIN, book
from motcua.registers.margin_reading import (
    MOST_ITEMS,
    NOTHING,
    fields_of,
    how_many,
    how_many_items,
    split,
)
from motcua.registers.margin_words import NOTE_WORDS
from motcua.registers.margins import MOST_BASIS

_LABELS: Mapping[str, str | Promise] = {
    "kind": gettext_lazy("Kind of note"),
    "day": gettext_lazy("Day of the note"),
    "basis": gettext_lazy("Number of the decision, office"),
    "item": gettext_lazy("What it changed"),
    "from": gettext_lazy("It read before"),
    "to": gettext_lazy("It reads since"),
    "text": gettext_lazy("The words as they stand in the margin"),
}
_KINDS = {"kind": "select", "item": "select", "day": "partial_date", "text": "long_text"}
_TYPED = 2000


@dataclass(frozen=True, slots=True)
class NoteAsked:
    """One note: its number on the page, its fields, each change in fields of its own, its words."""

    number: int
    head: Sequence[Question]
    changes: Sequence[Sequence[Question]]
    text: Question
    more: bool

    @property
    def all(self) -> Iterator[Question]:
        """Every field, in the order of the page."""
        yield from self.head
        for one in self.changes:
            yield from one
        yield self.text

    @property
    def names(self) -> list[str]:
        """The names of its fields."""
        return [one.name for one in self.all]

    @property
    def wrong(self) -> list[Question]:
        """The fields in which something is wrong."""
        return [one for one in self.all if one.error]

    def focused(self, name: str) -> "NoteAsked":
        """The same, with the keyboard in a field."""
        head, *changes = (
            [replace(one, autofocus=one.name == name) for one in some]
            for some in (self.head, *self.changes)
        )
        text = replace(self.text, autofocus=self.text.name == name)
        return replace(self, head=head, changes=changes, text=text)


def notes_asked(
    kind: str, typed: Mapping[str, str], *, second: bool, wrong: Mapping[str | None, str]
) -> list[NoteAsked]:
    """The notes of an entry with what was typed; a change more than are typed can be typed."""
    notes = range(1, how_many(typed) + 1)
    return [_note(kind, number, typed, second, wrong) for number in notes]


def margin_label(key: str) -> str:
    """What a part of a note is called where it stands alone."""
    note, part, _item = split(key) or (0, "kind", 0)
    return _("Note %(number)s: %(part)s") % {"number": note, "part": _LABELS[part]}


def margin_choices(kind: str, key: str) -> Sequence[tuple[str, str]]:
    """What can be chosen in a part of a note; none where it is typed."""
    found = split(key)
    part = found[1] if found else ""
    if part == "kind":
        words = [(code, str(NOTE_WORDS[code])) for code in MARGIN]
        return sorted(words, key=lambda one: (one[0] == "other", folded(one[1])))
    if part == "item":
        return [*_terms(kind), (NOTHING, _("nothing that stands in this entry"))]
    return ()


def _terms(kind: str) -> list[tuple[str, str]]:
    """The terms of a book; those of one name with their key."""
    words = {key: term.words for key, term in book(kind).terms.items()}
    said = list(words.values())
    return [(key, f"{one} ({key})" if said.count(one) > 1 else one) for key, one in words.items()]


def _note(
    kind: str,
    number: int,
    typed: Mapping[str, str],
    second: bool,
    wrong: Mapping[str | None, str],
) -> NoteAsked:
    items = how_many_items(typed, number)
    shown = min(items + 1, MOST_ITEMS)
    keys = [key for key in fields_of(number, shown) if not (second and _part(key) == "from")]
    asked = [_question(kind, key, typed.get(key, ""), wrong.get(key, "")) for key in keys]
    width = 2 if second else 3
    body = asked[3:-1]
    return NoteAsked(
        number=number,
        head=asked[:3],
        changes=[body[start : start + width] for start in range(0, len(body), width)],
        text=asked[-1],
        more=shown < MOST_ITEMS,
    )


def _question(kind: str, key: str, value: str, error: str) -> Question:
    part = _part(key)
    shape = _KINDS.get(part, "text")
    return Question(
        kind=shape,
        name=key,
        label=str(_LABELS[part]),
        value=value,
        error=error,
        need="must" if part in ("kind", "day", "basis", "text") else "optional",
        choices=margin_choices(kind, key) if shape == "select" else (),
        empty=_("None typed") if part == "item" else "",
        autocomplete="off",
        maxlength={"basis": MOST_BASIS, "text": _TYPED}.get(part, 0),
        rows=3,
    )


def _part(key: str) -> str:
    found = split(key)
    return found[1] if found else ""
