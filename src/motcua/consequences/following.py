"""From what a decided dossier wrote into the books to the register of residents, once each.

Only a decision that was made here says something new of who lives here: an entry that was copied
from a paper book, or brought from elsewhere, has no dossier and changes nobody.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.consequences.errors import (
    Answered,
    ChoiceMissing,
    ChoiceUnexplained,
    HandUnexplained,
    UnknownQuestion,
)
from motcua.consequences.known_people import KnownPeople
from motcua.consequences.margin import FOLLOWED, before, noted
from motcua.consequences.models import Followed
from motcua.consequences.population import MEANS, Told
from motcua.consequences.queries import must_answer
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.refusal import Refusal
from motcua.registers.kinds import books
from motcua.registers.models import Entry, EntryNote


def follow_books(dossier_id: UUID, *, at: datetime) -> list[Followed]:
    """Tell the register of residents what a dossier wrote; what was told already stays so.

    Locks the dossier before the journal is written, as every act does.
    """
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    known = set(Followed.objects.filter(dossier=dossier).values_list("source", flat=True))
    new = [row for row in _written(dossier, at) if row.source not in known]
    for row in new:
        _follow(row, by=SYSTEM, at=at)
        row.save(force_insert=True)
    return new


def answer(
    *, question: int, chosen: Mapping[str, int | None], reason: str, by: Actor, at: datetime
) -> Followed:
    """An officer says who is meant by each person that was asked about; None for nobody here.

    Refuses NotYourQuestion, UnknownQuestion, Answered, ChoiceMissing with the person as its field,
    and ChoiceUnexplained.
    """
    must_answer(by)
    with transaction.atomic():
        row = _locked(question, by)
        if row.word != Followed.UNCLEAR:
            raise Answered
        _refuse_open(row, chosen)
        if not reason.strip():
            raise ChoiceUnexplained(field="reason")
        row.chosen = {**row.chosen, **chosen}
        row.reason = reason.strip()
        row.decided_by, row.decided_by_name, row.decided_at = by.id, by.name, at
        _follow(row, by=by, at=at)
        row.save()
        facts = {"source": row.source, "word": row.word, "chosen": row.chosen}
        about = f"dossier:{row.dossier_id}"
        record(
            chain=row.commune_id, by=by, at=at, verb="say_who_is_meant", about=about, facts=facts
        )
    return row


def put_right(*, question: int, reason: str, by: Actor, at: datetime) -> Followed:
    """An officer says that what an entry left to be done by hand is done, or needs nothing.

    Refuses NotYourQuestion, UnknownQuestion, Answered and HandUnexplained.
    """
    must_answer(by)
    with transaction.atomic():
        row = _locked(question, by)
        if row.word != Followed.BY_HAND:
            raise Answered
        if not reason.strip():
            raise HandUnexplained(field="reason")
        row.word, row.reason = Followed.PUT_RIGHT, reason.strip()
        row.decided_by, row.decided_by_name, row.decided_at = by.id, by.name, at
        row.save()
        about = f"dossier:{row.dossier_id}"
        facts = {"source": row.source}
        record(chain=row.commune_id, by=by, at=at, verb="put_right", about=about, facts=facts)
    return row


def _locked(question: int, by: Actor) -> Followed:
    """A question of the actor's commune, which nobody else answers meanwhile."""
    rows = Followed.objects.select_for_update(of=("self",))
    row = rows.filter(pk=question, commune_id=by.commune).first()
    if row is None:
        raise UnknownQuestion
    return row


def _written(dossier: Dossier, at: datetime) -> Iterator[Followed]:
    """The entries and the note that say something of residents, each as a row to be filled."""
    source = f"dossier:{dossier.pk}"
    sources = [source, *(f"{source}:{kind}" for kind in books())]
    common = {"commune_id": dossier.commune_id, "dossier": dossier, "at": at}
    for entry in Entry.objects.filter(source__in=sources).order_by("pk"):
        if entry.kind in MEANS:
            yield Followed(entry=entry, source=f"entry:{entry.pk}", **common)
    for note in EntryNote.objects.select_related("entry").filter(source=source):
        if note.kind in FOLLOWED:
            yield Followed(entry=note.entry, note=note, source=f"note:{note.pk}", **common)


def _follow(row: Followed, *, by: Actor, at: datetime) -> None:
    """Do what follows, and fill the row with what became of it."""
    content = before(row.entry, row.note) if row.note else row.entry.content
    people = KnownPeople(row.entry, content, by, at, chosen=row.chosen)
    told = _told(row, people)
    row.word, row.asked = told.word, people.asked
    row.told = {
        "names": dict(told.names),
        "residents": list(told.residents),
        "household": told.household,
    }


def _told(row: Followed, people: KnownPeople) -> Told:
    try:
        with transaction.atomic():
            if row.note:
                return noted(people, row.note)
            return MEANS[row.entry.kind](people)
    except Refusal:
        # What the book says cannot be of this resident: somebody has to look.
        people.asked.clear()
        return Told("by_hand")


def _refuse_open(row: Followed, chosen: Mapping[str, int | None]) -> None:
    for who, maybe in row.asked.items():
        if who not in chosen or chosen[who] not in (None, *maybe):
            raise ChoiceMissing(field=who)
