"""A phone gives what it sends one number for good; who sends it may have another name later.

A browser of which no more is known is forgotten within the hour, and becomes a telephone once that
is confirmed. So the number may stand for a draft that this person cannot be shown to own: then
theirs gets another number, which is always the same, and says as what it was sent.
"""

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q

from motcua.audit.actions import record
from motcua.dossiers.errors import KeyReused
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.press import who_is
from motcua.dossiers.states import State, Verb
from motcua.foundation.actor import Actor


def number_for(first: UUID, by: Actor) -> UUID:
    """Under which number this person has what a phone sends as `first`."""
    rows = Dossier.objects.filter(sent_as=first, owner=by.id)
    # What was handed in comes before a draft.
    found = rows.order_by("-state", "kept_at").values_list("pk", flat=True).first()
    return found or uuid5(first, by.id)


def handed_in_as(first: UUID, by: Actor) -> Dossier | None:
    """What this person handed in as `first` and may see, if anything was."""
    rows = Dossier.objects.filter(Q(pk=first) | Q(sent_as=first)).exclude(state=State.DRAFT)
    return next((one for one in rows if who_is(by, one)), None)


def handed_in_before(draft: Dossier, digest: str, *, by: Actor, at: datetime) -> Dossier | None:
    """The dossier that the same sending made already, the answer to which was lost on the way.

    The draft goes then, which is a line of the journal. KeyReused when other words were handed in.
    """
    if draft.sent_as is None:
        return None
    same = Q(pk=draft.sent_as) | Q(sent_as=draft.sent_as)
    found = Dossier.objects.filter(same, owner=by.id).exclude(state=State.DRAFT).first()
    if found is None:
        return None
    act = DossierEvent.objects.filter(dossier=found, verb=Verb.SUBMIT).first()
    if act is None or act.facts.get("digest") != digest:
        raise KeyReused
    with transaction.atomic():
        facts = {"same": str(found.pk)}
        about, chain = f"dossier:{draft.pk}", draft.commune_id
        Dossier.objects.filter(pk=draft.pk, state=State.DRAFT).delete()
        record(chain=chain, by=by, at=at, verb="let_go", about=about, facts=facts)
    return found
