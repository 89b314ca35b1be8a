"""What a note in the margin means for the resident whom the entry is of."""

from collections.abc import Mapping
from typing import Final

from motcua.consequences.known_people import KnownPeople
from motcua.consequences.population import UNCLEAR, Told
from motcua.people.actions import record_moves
from motcua.people.correcting import corrected
from motcua.people.history import Value
from motcua.people.models import Kind, Move, Resident
from motcua.people.said import Said
from motcua.registers.kinds import book
from motcua.registers.models import Entry, EntryNote

# Kinds of note (`registers.kinds.NOTES`) that change what is known of somebody. The others stand
# beside an entry of their own book, and that one says what follows (`population.MEANS`).
FOLLOWED: Final = frozenset({"change", "correction", "ethnicity", "supplement"})
# What holds from the day of the decision. What is corrected or added was always so.
_FROM_NOW: Final = frozenset({"change", "ethnicity"})
# Terms of a person in a book, and what they are called in the register of residents.
FACTS: Final = {
    "name": "full_name",
    "birth": "birth",
    "sex": "sex",
    "ethnic": "ethnic",
    "nationality": "nationality",
    "birth_place": "birth_place",
    "home_place": "home_place",
    "identity": "identity_number",
}


def before(entry: Entry, note: EntryNote) -> dict[str, str]:
    """What the entry read until the note."""
    return {**entry.as_it_stands(), **note.before}


def noted(people: KnownPeople, note: EntryNote) -> Told:
    """Write what the note changes, from the day from which it holds."""
    changed = {who: _facts(who, note) for who in book(people.entry.kind).about}
    parts = {who: facts for who, facts in changed.items() if facts}
    names = {who: people.content.get(f"{who}.name", "") for who in parts}
    if not parts:
        return Told("by_hand")
    found = {who: _known_by(people.entry) or people.who(who) for who in parts}
    if people.asked:
        return UNCLEAR
    here = {who: row for who, row in found.items() if row is not None}
    if not here:
        return Told("stranger", names=names)
    said = [one for who, row in here.items() for one in _said(row, parts[who], note)]
    source = f"note:{note.pk}"
    record_moves(said=said, source=source, reason=note.text, by=people.by, at=people.at)
    word = "changed" if note.kind in _FROM_NOW else "corrected"
    return Told(word, tuple(row.pk for row in here.values()), names=names)


def _said(row: Resident, facts: Mapping[str, Value], note: EntryNote) -> list[Said]:
    if note.kind in _FROM_NOW:
        return [Said(row, Kind.CHANGED, note.written_on.isoformat(), facts)]
    return corrected(row, list(Move.objects.filter(resident=row).order_by("pk")), facts)


def _facts(who: str, note: EntryNote) -> dict[str, Value]:
    facts: dict[str, Value] = {
        fact: note.changes[f"{who}.{term}"]
        for term, fact in FACTS.items()
        if f"{who}.{term}" in note.changes
    }
    if who == "deceased" and "death.date" in note.changes:
        facts["died"] = note.changes["death.date"]
    return facts


def _known_by(entry: Entry) -> Resident | None:
    """Who was born, or died, by this entry: no search is needed for them."""
    source, kinds = f"entry:{entry.pk}", (Kind.BORN, Kind.DIED)
    rows = Move.objects.select_related("resident").filter(source=source, kind__in=kinds)
    move = rows.first()
    return move.resident if move else None
