"""The entry of somebody who is known already: by the whole name and the whole birth date."""

from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.registers.doubled import second_writings
from motcua.registers.kinds import CANCELLATION, book
from motcua.registers.models import Entry, EntryName
from motcua.registers.search import NAMES

_WHOLE_DATE = 10
# Of one whole name and birth date there is one entry of a kind, or a doubt.
_MOST = 8


def entry_naming(
    *, by: Actor, commune: str, kind: str, name: str, birth: str, at: datetime, why: str
) -> Entry | None:
    """The one entry of a kind that is about this person; None where there is none or a doubt.

    A second writing is passed over for the entry that stands, and one that is cancelled counts not.

    For filling in a form: the caller has made sure that the actor may read what concerns this
    person. Traced, when there is one.
    """
    if len(birth) != _WHOLE_DATE or not folded(name):
        return None
    keys = NAMES.best(name, exact={"commune_id": commune, "kind": kind}, begins=birth, limit=_MOST)
    rows = EntryName.objects.filter(
        pk__in=keys, who__in=book(kind).about, name_folded=folded(name), birth=birth
    ).exclude(entry__notes__kind=CANCELLATION)
    found = {row.entry_id for row in rows}
    if len(found) > 1:
        found -= set(second_writings(found))
    if len(found) != 1:
        return None
    entry: Entry = Entry.objects.prefetch_related("notes").get(pk=found.pop())
    about = [f"entry:{entry.pk}"]
    record_reading(chain=commune, by=by, at=at, what="entry", about=about, why=why)
    return entry
