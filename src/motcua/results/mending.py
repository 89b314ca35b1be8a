"""Papers that could not be made and wait for a person: the list, and asking for one again."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.results.errors import NotGivenUp, NotThisCommune
from motcua.results.models import Document


def not_made(*, by: Actor, limit: int = 50) -> Sequence[Document]:
    """Papers of the actor's commune that the press gave up, the newest first."""
    rows = Document.objects.filter(commune_id=by.commune, state=Document.State.FAILED)
    return list(rows.order_by("-asked_at", "-id")[:limit])


def make_again(*, document_id: UUID, by: Actor, at: datetime) -> Document:
    """Have the press try once more what it gave up, when its cause has been mended.

    A result goes back to its signer by itself and is asked for by signing. Refuses NotThisCommune
    (also for whoever is no administrator) and NotGivenUp.
    """
    if not by.has(Role.ADMINISTRATOR):
        raise NotThisCommune
    with transaction.atomic():
        rows = Document.objects.select_for_update().filter(pk=document_id, commune_id=by.commune)
        document = rows.first()
        if document is None:
            raise NotThisCommune
        if document.state != Document.State.FAILED or document.kind == Document.Kind.RESULT:
            raise NotGivenUp
        document.state, document.next_try_at = Document.State.ASKED, None
        document.save(update_fields=["state", "next_try_at"])
        facts = {"document": str(document.pk), "template": document.template}
        record(
            chain=document.commune_id,
            by=by,
            at=at,
            verb="document.again",
            about=document.about,
            facts=facts,
        )
    return document
