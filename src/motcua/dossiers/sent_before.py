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
from motcua.foundation.statements import Place, Statement


def is_known(number: UUID) -> bool:
    """Whether something has this number, or was sent as it: nothing begins under it any more."""
    return _KNOWN.first(key=number) is not None


_SENT = Q(pk=Place("key")) | Q(sent_as=Place("key"))
_KNOWN = Statement(lambda: Dossier.objects.filter(_SENT).values_list("state"))


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
    _let_go(draft, found, by, at)
    return found


def let_go_of_twins(dossier: Dossier, *, by: Actor, at: datetime) -> None:
    """Whatever else the same sending left with the commune, once it is handed in.

    A browser that was killed may have forgotten its name, and its draft is nobody's then. Only the
    drafts of browsers go, and of the telephone that was confirmed. Each is a line of the journal.
    """
    if dossier.sent_as is None:
        return
    same = Q(pk=dossier.sent_as) | Q(sent_as=dossier.sent_as)
    theirs = Q(owner__startswith="browser:", filer_phone=dossier.filer_phone)
    for twin in Dossier.objects.filter(same, theirs, state=State.DRAFT).exclude(pk=dossier.pk):
        _let_go(twin, dossier, by, at)


def _let_go(draft: Dossier, same: Dossier, by: Actor, at: datetime) -> None:
    with transaction.atomic():
        facts = {"same": str(same.pk)}
        about, chain = f"dossier:{draft.pk}", draft.commune_id
        Dossier.objects.filter(pk=draft.pk, state=State.DRAFT).delete()
        record(chain=chain, by=by, at=at, verb="let_go", about=about, facts=facts)
