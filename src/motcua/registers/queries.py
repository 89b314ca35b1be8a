"""Looking into the books: scoped by the actor's commune, and traced."""

from datetime import datetime

from motcua.audit.actions import record_reading, record_search
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.registers.access import READERS, must_serve
from motcua.registers.errors import UnknownEntry, WordsMissing
from motcua.registers.models import Entry, EntryName
from motcua.registers.search import NAMES


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
    must_serve(by, commune, *READERS)
    words = folded(name)
    if len(words) < 2:
        raise WordsMissing(field="name")
    keys = NAMES.best(
        words, exact={"commune_id": commune, "kind": kind}, begins=birth or "", limit=limit
    )
    rows = EntryName.objects.select_related("entry").in_bulk(keys)
    found: list[EntryName] = [rows[key] for key in keys]
    record_search(
        chain=commune,
        by=by,
        at=at,
        what=f"register.{kind}",
        words=name,
        shown=[f"entry:{row.entry_id}" for row in found],
        why=why,
    )
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
    must_serve(by, row.commune_id, *READERS)
    record_reading(
        chain=row.commune_id, by=by, at=at, what="entry", about=[f"entry:{row.pk}"], why=why
    )
    return row
