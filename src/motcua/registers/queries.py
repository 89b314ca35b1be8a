"""Looking into the books: scoped by the actor's commune, and traced."""

from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor, Role
from motcua.foundation.names import folded
from motcua.registers.errors import NotYourBooks, UnknownEntry, WordsMissing
from motcua.registers.models import Entry, EntryName

READERS = (Role.RECEPTIONIST, Role.OFFICER, Role.CHAIR)


def find(
    *,
    by: Actor,
    commune: str,
    kind: str,
    name: str,
    at: datetime,
    why: str,
    birth: str | None = None,
    limit: int = 20,
) -> list[EntryName]:
    """Persons named in the books of a kind whose name has these words, each with its entry.

    Words may be cut short and need no diacritics: ``vang th thu``. `birth` is a year or a date in
    the stored form. The search leaves an audit line; `why` is the dossier that it is for.
    """
    _refuse_stranger(by, commune)
    words = folded(name)
    if len(words) < 2:
        raise WordsMissing(field="name")
    rows = EntryName.objects.filter(commune=commune, kind=kind, name_folded__contains=words)
    if birth:
        rows = rows.filter(birth__startswith=birth)
    found = list(rows.select_related("entry").order_by("id")[:limit])
    about = [f"entry:{row.entry_id}" for row in found]
    record_reading(chain=commune, by=by, at=at, what=f"register.{kind}", about=about, why=why)
    return found


def entry(*, by: Actor, entry_id: int, at: datetime, why: str) -> Entry:
    """One entry with its notes; UnknownEntry when the actor's commune has none such. Traced."""
    row: Entry | None = (
        Entry.objects.filter(pk=entry_id, commune_id=by.commune)
        .prefetch_related("notes", "names")
        .first()
    )
    if row is None:
        raise UnknownEntry
    _refuse_stranger(by, row.commune_id)
    record_reading(
        chain=row.commune_id, by=by, at=at, what="entry", about=[f"entry:{row.pk}"], why=why
    )
    return row


def _refuse_stranger(by: Actor, commune: str) -> None:
    if by.has(Role.SYSTEM):
        return
    if by.commune != commune or not by.has(*READERS):
        raise NotYourBooks
