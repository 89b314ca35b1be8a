"""What became of an entry among the residents, in plain words; and what is still to be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.consequences.models import Followed
from motcua.consequences.queries import Question
from motcua.counter.entry_page import people
from motcua.counter.matching import day_shown
from motcua.counter.words import Words
from motcua.people.models import Household, Resident
from motcua.registers.kinds import book

_TOLD: Mapping[str, Words] = {
    "joined": gettext_lazy("%(child)s is now a member of household no. %(household)s."),
    "already": gettext_lazy("%(child)s is a resident already: nothing was changed."),
    "again": gettext_lazy("Registered again: nothing was changed among the residents."),
    "grown": gettext_lazy("%(child)s is of age: nobody was added to a household."),
    "no_home": gettext_lazy("The parents of %(child)s are not residents here: nobody was added."),
    "died": gettext_lazy("%(deceased)s is no longer a member of a household here."),
    "died_widowed": gettext_lazy(
        "%(deceased)s is no longer a member of a household here; %(spouse)s is widowed."
    ),
    "dead_already": gettext_lazy("The death of %(deceased)s was known already."),
    "stranger": gettext_lazy("The person is not a resident here: nothing was changed."),
    "strangers": gettext_lazy("Neither of the two is a resident here: nothing was changed."),
    "wed": gettext_lazy("The two are now linked as husband and wife. Nobody has moved."),
    "wed_one": gettext_lazy("One of the two is a resident here and is now married."),
    "wed_already": gettext_lazy("The two were known to be married already."),
    "parted": gettext_lazy("The marriage of the residents named is over."),
    "annulled": gettext_lazy("The marriage of the residents named was annulled."),
    "not_married": gettext_lazy("No marriage of the two was known: nothing was changed."),
    "parent": gettext_lazy("%(parent)s is now known as a parent of %(child)s."),
    "no_parent": gettext_lazy(
        "%(parent)s and %(child)s are not both residents here: nothing was changed."
    ),
    "corrected": gettext_lazy("The facts of the resident were corrected, as the note says."),
    "changed": gettext_lazy("The facts of the resident were changed, as the note says."),
    "by_hand": gettext_lazy(
        "The residents were not changed by this. Look whether something must be done."
    ),
    Followed.PUT_RIGHT: gettext_lazy("What this left to be done by hand was seen to."),
    Followed.UNCLEAR: gettext_lazy(
        "It is not sure which resident is meant: the officer has to say."
    ),
}
WHO: Mapping[str, Words] = {
    "child": gettext_lazy("The child"),
    "mother": gettext_lazy("Mother"),
    "father": gettext_lazy("Father"),
    "declarant": gettext_lazy("Whoever declared it"),
    "deceased": gettext_lazy("Who died"),
    "husband": gettext_lazy("Husband"),
    "wife": gettext_lazy("Wife"),
    "first": gettext_lazy("The first person"),
    "second": gettext_lazy("The second person"),
    "parent": gettext_lazy("The parent"),
    "person": gettext_lazy("The person"),
    "ward": gettext_lazy("The ward"),
    "guardian": gettext_lazy("The guardian"),
}
_NOBODY = "nobody"


class Became(NamedTuple):
    """What became of one entry: the sentence, and the pages of those whom it concerns."""

    sentence: str
    links: Sequence[tuple[str, str]]
    question: str


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A question as the list and its page name it; `by_hand` when forms lead on, not a choice."""

    row: Followed
    title: str
    people: str
    sentence: str
    links: Sequence[tuple[str, str]]
    open: bool
    by_hand: bool


class Line(NamedTuple):
    """One person of the entry: what it says of them, and who may be meant."""

    name: str
    word: Words
    said: str
    choices: Sequence[tuple[str, str]]
    value: str


def became_of(rows: Sequence[Followed]) -> list[Became]:
    """What became of the entries of one dossier."""
    keys = {row.told.get("household") for row in rows} - {None}
    homes = dict(Household.objects.filter(pk__in=keys).values_list("pk", "number")) if keys else {}
    return [Became(sentence_of(row, homes), list(_links(row)), _question_of(row)) for row in rows]


def sentence_of(row: Followed, homes: Mapping[int, int]) -> str:
    """What became of it, in a sentence."""
    number = homes.get(row.told.get("household") or 0, "")
    return str(_TOLD[row.word]) % {**row.told.get("names", {}), "household": number}


def asked_of(row: Followed) -> AskedOf:
    """A question, by the book and number of its entry."""
    kind = book(row.entry.kind)
    title = _("%(book)s, no. %(number)s") % {"book": kind.title, "number": row.entry.reference}
    became = became_of([row])[0]
    unclear, by_hand = row.word == Followed.UNCLEAR, row.word == Followed.BY_HAND
    return AskedOf(row, title, people(row.entry), became.sentence, became.links, unclear, by_hand)


def question_lines(found: Question, typed: Mapping[str, str]) -> list[Line]:
    """For each person of the entry who was asked about: the choices."""
    return [
        Line(
            f"who.{who}",
            WHO[who],
            _said(found.row, who),
            [*((str(one.pk), described(one)) for one in maybe), (_NOBODY, _("None of them"))],
            typed.get(f"who.{who}", ""),
        )
        for who, maybe in found.maybe.items()
    ]


def chosen_by(posted: Mapping[str, str]) -> dict[str, int | None]:
    """What was chosen: the key of a resident, None for nobody; what was not chosen is left out."""
    said = {name[4:]: value for name, value in posted.items() if name.startswith("who.")}
    return {
        who: None if value == _NOBODY else int(value)
        for who, value in said.items()
        if value == _NOBODY or value.isdecimal()
    }


def _said(row: Followed, who: str) -> str:
    """``Lù A Mẫu · 1968 · 000068000002``: how the entry names somebody."""
    content = row.entry.content
    parts = (
        content.get(f"{who}.name", ""),
        day_shown(content.get(f"{who}.birth", "")),
        content.get(f"{who}.identity", ""),
        content.get(f"{who}.residence", ""),
    )
    return " · ".join(part for part in parts if part)


def described(row: Resident) -> str:
    """A resident so that two of one name can be told apart."""
    home = _("household no. %(number)s") % {"number": row.household.number} if row.household else ""
    married = _("married to %(name)s") % {"name": row.spouse.full_name} if row.spouse else ""
    died = _("died %(day)s") % {"day": day_shown(row.died)} if row.died else ""
    parts = (
        row.full_name,
        day_shown(row.birth),
        row.identity_number,
        home,
        row.village.name,
        married,
        died,
    )
    return " · ".join(part for part in parts if part)


def _links(row: Followed) -> list[tuple[str, str]]:
    shown = [
        (_("The resident's page"), reverse("counter:resident", args=[key]))
        for key in row.told.get("residents", [])
    ]
    home = row.told.get("household")
    if home:
        shown.append((_("The household's page"), reverse("counter:household", args=[home])))
    return shown


def _question_of(row: Followed) -> str:
    return reverse("counter:question", args=[row.pk]) if row.word in Followed.OPEN else ""
