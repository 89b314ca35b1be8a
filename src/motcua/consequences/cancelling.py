"""What follows when an entry is cancelled: its papers lose their force, residents are looked at.

All of it in one transaction: no paper of a cancelled entry verifies as valid for a moment.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from motcua.consequences.errors import PaperUnderway
from motcua.consequences.models import Followed
from motcua.dossiers.actions import revoke
from motcua.dossiers.errors import NotNow
from motcua.dossiers.made_of_entry import Made, made_of_entry
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.partial_date import PartialDate
from motcua.registers.actions import approve_cancelling
from motcua.registers.cancelled import open_cancelling
from motcua.registers.grounds import said_of_paper
from motcua.registers.models import Cancelling, Entry


def cancel_entry(*, cancelling: int, by: Actor, at: datetime) -> Cancelling:
    """Approve that an entry be cancelled, and revoke every paper in force that was made of it.

    Whom the entry had added, married or ended among the residents stays as they are until an
    officer has looked. Refuses what `approve_cancelling` does, and PaperUnderway.
    """
    with transaction.atomic():
        entry = open_cancelling(by=by, key=cancelling).entry
        # Before the journal is written, as every act does.
        dossiers = Dossier.objects.select_for_update(of=("self",)).filter(entry=entry)
        list(dossiers.order_by("pk").values_list("pk", flat=True))
        row = approve_cancelling(cancelling=cancelling, by=by, at=at)
        _revoke_papers(row, made_of_entry(entry.pk, by=by, most=None), by, at)
        for one in _left_open(row, entry, at):
            one.save(force_insert=True)
    return row


def _revoke_papers(row: Cancelling, papers: Sequence[Made], by: Actor, at: datetime) -> None:
    day = PartialDate.of(day_of(at)).shown
    said = said_of_paper(number=row.entry.reference, day=day, code=row.ground)
    for one in papers:
        press = Press(dossier=one.dossier.pk, key=uuid4(), by=by, at=at)
        try:
            revoke(press, result=one.result.pk, reason=said)
        except NotNow as refusal:
            number = one.dossier.number or one.dossier.code
            raise PaperUnderway(number=number) from refusal


def _left_open(row: Cancelling, entry: Entry, at: datetime) -> Iterator[Followed]:
    """What the entry had changed among the residents, for an officer to look at."""
    told = Followed.objects.filter(entry=entry).order_by("pk")
    changed = next((one for one in told if one.told.get("residents")), None)
    if changed is not None:
        yield Followed(
            commune_id=entry.commune_id,
            dossier=changed.dossier,
            entry=entry,
            note=row.note,
            source=f"note:{row.note_id}",
            word=Followed.BY_HAND,
            told=changed.told,
            at=at,
        )
