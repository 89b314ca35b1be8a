"""Whose hands a dossier is in while somebody helps: the person keeps it, the helper may type.

A help opens what it was begun for and nothing else, and only until its half hour is over; the
dossier is the person's from its first field. Helps that went on with the same person are one
thread, and open the same dossiers.
"""

from collections.abc import Collection
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet

from motcua.audit.actions import record
from motcua.dossiers.errors_of_helping import TakenBack
from motcua.dossiers.helped_models import Helped
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Who
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.helping.models import Help
from motcua.helping.queries import help_of
from motcua.people.errors import NotAPhone
from motcua.people.phone import normal

_COUNT = """
INSERT INTO dossiers_helpedcount (commune_id, day, "by", count) VALUES (%s, %s, %s, 1)
ON CONFLICT (commune_id, day, "by") DO UPDATE SET count = dossiers_helpedcount.count + 1
"""


def helps(by: Actor, dossier: Dossier) -> bool:
    """Whether the actor is the hand of a help that is for this dossier."""
    key = help_of(by)
    if key is None:
        return False
    # What a help is just beginning has no row yet.
    return dossier._state.adding or _rows(by, dossier).filter(taken_back_at=None).exists()


def refuse_taken_back(by: Actor, dossier: Dossier) -> None:
    """TakenBack for the hand whose help the person has ended for this dossier."""
    if help_of(by) is not None and _rows(by, dossier).exists():
        raise TakenBack


def _rows(by: Actor, dossier: Dossier) -> QuerySet[Helped]:
    thread = Help.objects.filter(pk__in=[help_of(by)]).values("thread")
    return Helped.objects.filter(dossier=dossier.pk, help__thread__in=thread)


def right_of(who: Collection[Who]) -> str:
    """By what right somebody in these parts types."""
    if Who.HELPER in who:
        return "helper"
    return "self" if Who.FILER in who else "counter"


def owner_for(by: Actor) -> str:
    """To whom belongs what a hand begins: the person's telephone, or nobody known yet."""
    phone = Help.objects.filter(pk__in=[help_of(by)]).values_list("phone", flat=True).first()
    return f"phone:{phone}" if phone else ""


def find_owner(dossier: Dossier) -> None:
    """The telephone that was typed is the person's, where the helper named none."""
    if dossier.owner or not dossier.filer_phone:
        return
    try:
        if normal(dossier.filer_phone) == dossier.filer_phone:
            dossier.owner = f"phone:{dossier.filer_phone}"
    except NotAPhone:
        return


def note_help(dossier: Dossier, by: Actor, at: datetime, *, opened: bool = False) -> None:
    """Say that this help is for this dossier; nothing for anybody else's hand."""
    key = help_of(by)
    if key is None:
        return
    _row, made = Helped.objects.get_or_create(
        dossier=dossier, help_id=key, defaults={"at": at, "opened": opened}
    )
    if made:
        facts = {"help": str(key), "opened": opened}
        about = f"dossier:{dossier.pk}"
        chain = dossier.commune_id
        record(chain=chain, by=by, at=at, verb="help_with", about=about, facts=facts)


def count_helped(dossier: Dossier, at: datetime) -> None:
    """Handed in with somebody's help, whoever pressed the button at last."""
    rows = Helped.objects.filter(dossier=dossier).order_by("-pk")
    volunteer = rows.values_list("help__volunteer", flat=True).first()
    who = "volunteer" if volunteer else "counter"
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [dossier.commune_id, day_of(at), who])
