"""The marriages of somebody as the books tell them, with divorces and deaths. Traced."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from motcua.dossiers.evidence.found import Look
from motcua.dossiers.evidence.marriages import End, Marriage, once_each
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.people.partners import Partnered
from motcua.people.recognising import Named
from motcua.procedures.family import family_law
from motcua.registers.kinds import book
from motcua.registers.told_of import Told, told_of

WEDDINGS: Final = ("marriage", "wed_abroad")
PARTINGS: Final = ("div_abroad",)
_ENDS: Final = {"annulment": "annulled", "death": "widowed", "divorce": "divorced"}
# How the book of divorces says that a marriage never was one: hủy việc kết hôn.
_ANNULLED: Final = "hủy"


def bonds(
    look: Look, told: Sequence[Sequence[Told]], partners: Sequence[Partnered]
) -> list[list[Marriage]]:
    """For each person the marriages in the entries that name them, the earliest first.

    One question for the deaths of all husbands and wives.
    """
    wed = [_weddings(entries) for entries in told]
    spouses = [one.spouse for rows in wed for one in rows if one.sure and one.end is None]
    dead = told_of(
        spouses,
        kinds=["death"],
        by=look.by,
        commune=look.commune,
        at=look.at,
        why=look.why,
        own=look.own,
    )
    by_name = {folded(one.name): rows for one, rows in zip(spouses, dead, strict=True)}
    return [
        once_each([_ended_by_death(one, by_name, partner) for one in rows])
        for rows, partner in zip(wed, partners, strict=True)
    ]


def _weddings(entries: Sequence[Told]) -> list[Marriage]:
    partings = [one for one in entries if one.entry.kind in PARTINGS]
    return [_wedding(one, partings) for one in entries if one.entry.kind in WEDDINGS]


def _wedding(told: Told, partings: Sequence[Told]) -> Marriage:
    spouse = across(told)
    return Marriage(
        spouse=spouse,
        on=told.reads.get("foreign.date", "") or told.entry.registered_on.isoformat(),
        reference=told.entry.reference,
        source=f"entry:{told.entry.pk}",
        sure=told.sure,
        again=bool(told.reads.get("again")),
        end=next(_ends(told, spouse, partings), None),
    )


def across(told: Told) -> Named:
    """The other of the two whom an entry names."""
    other = next(who for who in book(told.entry.kind).about if who != told.who)
    return told.named(other)


def _ends(told: Told, spouse: Named, partings: Sequence[Told]) -> Iterator[End]:
    """By a note in the margin, or by an entry of what was done abroad."""
    for note in told.entry.notes_until():
        if note.kind in _ENDS:
            source = f"note:{note.pk}"
            paper = note.evidence or note.text
            yield End(_ENDS[note.kind], note.dated, paper, source)  # type: ignore[arg-type]
    for one in partings:
        if folded(across(one).name) == folded(spouse.name):
            void = _ANNULLED in one.reads.get("kind", "").casefold()
            terms = (one.reads.get(f"foreign.{what}", "") for what in ("issuer", "number"))
            paper = ", ".join(term for term in terms if term)
            day, source = one.reads.get("foreign.date", ""), f"entry:{one.entry.pk}"
            yield End("annulled" if void else "divorced", day, paper, source)


def _ended_by_death(
    marriage: Marriage, dead: dict[str, list[Told]], partner: Partnered
) -> Marriage:
    """By the book of deaths; by the register of residents where it is the same spouse."""
    if marriage.end is not None:
        return marriage
    name = folded(marriage.spouse.name)
    entry = next((one for one in dead.get(name, ()) if one.sure), None)
    if entry is not None:
        on, source = entry.reads.get("death.date", ""), f"entry:{entry.entry.pk}"
        return replace(marriage, end=End("widowed", on, cited(entry), source))
    if partner.died and folded(partner.name) == name:
        source = f"resident:{partner.resident}"
        return replace(marriage, end=End("widowed", partner.died, "", source))
    return marriage


def cited(death: Told) -> str:
    """How a statement cites an entry of the book of deaths."""
    day = PartialDate.of(death.entry.registered_on).shown
    return family_law().death_cited.format(number=death.entry.reference, day=day)
