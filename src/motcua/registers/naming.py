"""The entry of somebody who is known already: by the whole name and the whole birth date."""

from datetime import datetime

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.foundation.statements import Place, Statement, Texts
from motcua.registers.doubled import second_writings
from motcua.registers.kinds import CANCELLATION, book
from motcua.registers.models import Entry, EntryName

_WHOLE_DATE = 10
# Asked for each book and each of the family when a form is opened.
_NAMING = Statement(
    lambda: (
        EntryName.objects.filter(
            commune_id=Place("commune"),
            name_folded=Place("name"),
            birth=Place("birth"),
            kind=Place("kind"),
            who__in=Texts("about"),
        )
        .exclude(entry__notes__kind=CANCELLATION)
        .values_list("entry_id")
    )
)


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
    about = list(book(kind).about)
    rows = _NAMING.all(commune=commune, name=folded(name), birth=birth, kind=kind, about=about)
    found = {entry for (entry,) in rows}
    if len(found) > 1:
        found -= set(second_writings(found))
    if len(found) != 1:
        return None
    entry: Entry = Entry.objects.prefetch_related("notes").get(pk=found.pop())
    read = [f"entry:{entry.pk}"]
    record_reading(chain=commune, by=by, at=at, what="entry", about=read, why=why)
    return entry
