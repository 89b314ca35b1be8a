"""What an entry says of kin, side by side with the residents whom it means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from motcua.audit.actions import record_reading
from motcua.consequences.kin_weighed import WHO
from motcua.consequences.models import KinProposal
from motcua.counter.matching import day_shown
from motcua.foundation.actor import Actor
from motcua.people.models import Resident
from motcua.registers.kinds import BookKind, book

Words = str | Promise
WORDS: Mapping[str, Words] = {
    KinProposal.Word.OPEN: _("To be taken"),
    KinProposal.Word.AGAINST: _("Contradicted"),
    KinProposal.Word.TAKEN: _("Taken"),
    KinProposal.Word.LEFT: _("Not so"),
}
PARTS: Mapping[str, Words] = {
    "child": pgettext_lazy("in an entry", "Child"),
    "mother": _("Mother"),
    "father": _("Father"),
    "husband": _("Husband"),
    "wife": _("Wife"),
}
TIES: Mapping[str, Words] = {
    "mother": _("the mother of the child"),
    "father": _("the father of the child"),
    "spouse": _("that the two are married"),
}
AGAINST: Mapping[str, Words] = {
    "tie_self": _("The entry means one resident twice."),
    "tie_sex": _("The sex of a resident does not fit what the entry says."),
    "tie_age": _("The ages of the residents do not fit what the entry says."),
    "tie_other": _("The resident list knows another mother or father."),
    "tie_parent": _("The two are parent and child in the resident list."),
    "tie_dead": _("One of the two had died before."),
    "tie_bound": _("One of the two is married to somebody else in the resident list."),
    "tie_ended": _("A note in the margin says that the marriage is over."),
    "tie_two": _("Another entry of the books says somebody else."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One person: what the entry says, and the resident; None where nobody is sure."""

    word: Words
    said: Sequence[str]
    resident: Resident | None
    known: Sequence[str]


@dataclass(frozen=True, slots=True)
class Card:
    """One entry with its people; `ties` what would be written, `against` what speaks against it."""

    row: KinProposal
    kind: BookKind
    lines: Sequence[Line]
    ties: Sequence[Words]
    against: Sequence[Words]


def shown(rows: Sequence[KinProposal], *, by: Actor, at: datetime) -> list[Card]:
    """The proposals for the screen. That the residents were read is traced."""
    keys = sorted({key for row in rows for key in row.people.values()})
    people = Resident.objects.select_related("village").in_bulk(keys)
    if keys:
        about = [f"resident:{key}" for key in keys]
        chain = by.commune or ""
        record_reading(chain=chain, by=by, at=at, what="resident", about=about, why="kin")
    return [_card(row, people) for row in rows]


def _card(row: KinProposal, people: Mapping[int, Resident]) -> Card:
    content = row.entry.as_it_stands()
    return Card(
        row=row,
        kind=book(row.entry.kind),
        lines=[
            _line(who, content, people.get(row.people.get(who, 0)))
            for who in WHO[row.entry.kind]
            if content.get(f"{who}.name")
        ],
        ties=[TIES[how] for how in dict.fromkeys(tie["how"] for tie in row.ties)],
        against=[AGAINST[code] for code in row.against],
    )


def _line(who: str, content: Mapping[str, str], row: Resident | None) -> Line:
    said = [content.get(f"{who}.{what}", "") for what in ("name", "birth", "identity")]
    known = [day_shown(row.birth), row.identity_number, row.village.name] if row else []
    born = day_shown(said[1]) if said[1] else ""
    return Line(PARTS[who], [one for one in (said[0], born, said[2]) if one], row, known)
