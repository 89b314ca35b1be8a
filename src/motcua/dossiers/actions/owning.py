"""Whose a draft is: claimed by who was confirmed, opened to help its owner, taken back by them."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.audit.actions import record
from motcua.dossiers.codes import new_code
from motcua.dossiers.errors import NotFound
from motcua.dossiers.hands import note_help
from motcua.dossiers.helped_models import Helped
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.actor import Actor
from motcua.helping.queries import help_of

_DRAWS = 6


def claim(*, dossier_id: UUID, owner: str, by: Actor, at: datetime) -> Dossier:
    """Make a guest's draft the property of the telephone or account that was just confirmed."""
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
        if dossier is None or dossier.owner != owner or dossier.state != State.DRAFT:
            raise NotFound
        dossier.owner = by.id
        dossier.save(update_fields=["owner"])
        record(chain=dossier.commune_id, by=by, at=at, verb="claim", about=f"dossier:{dossier.pk}")
    return dossier


def open_to_help(*, dossier_id: UUID, by: Actor, at: datetime) -> Dossier:
    """Let the running help work on a draft whose code and second fact the person told.

    The draft stays the person's, who is told of it. NotFound for anybody who is no helper's hand.
    """
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
        if dossier is None or dossier.state != State.DRAFT or help_of(by) is None:
            raise NotFound
        dossier.helped = True
        dossier.save(update_fields=["helped"])
        note_help(dossier, by, at, opened=True)
    return dossier


def take_back(*, dossier_id: UUID, by: Actor, at: datetime) -> Dossier:
    """Whoever helped is out, and the code is another: the old one opens nothing any more.

    Only for its owner; done already, it changes nothing.
    """
    for _ in range(_DRAWS - 1):
        with suppress(IntegrityError):
            return _take_back(dossier_id, by, at)
    return _take_back(dossier_id, by, at)


def _take_back(dossier_id: UUID, by: Actor, at: datetime) -> Dossier:
    with transaction.atomic():
        dossier = Dossier.objects.select_for_update(of=("self",)).filter(pk=dossier_id).first()
        if dossier is None or not dossier.owner or dossier.owner != by.id:
            raise NotFound
        out = Helped.objects.filter(dossier=dossier, taken_back_at=None).update(taken_back_at=at)
        if out:
            dossier.code = new_code()
            dossier.save(update_fields=["code"])
            about, chain = f"dossier:{dossier.pk}", dossier.commune_id
            record(chain=chain, by=by, at=at, verb="take_back", about=about, facts={"out": out})
    return dossier
