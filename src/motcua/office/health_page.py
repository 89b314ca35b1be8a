"""What the machine could not do, as rows with the reason and what can be pressed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.audit.actions import record_reading
from motcua.consequences.models import Stuck
from motcua.consequences.queries import stuck
from motcua.dossiers.queries import numbers_of
from motcua.foundation.actor import Actor
from motcua.notifications.models import Message
from motcua.notifications.queries import failed
from motcua.notifications.texts import KINDS
from motcua.office.condition import MESSAGES_KEPT
from motcua.office.verbs import VERBS, Words
from motcua.people.identity import masked
from motcua.results.mending import not_made
from motcua.results.models import Document
from motcua.results.templates import template


class Undone(NamedTuple):
    """One thing that failed: what, about which dossier, when and why.

    `press` is the verb that is offered, "" where none helps; `instead` says why not.
    """

    key: str
    what: Words
    about: str
    when: datetime
    tries: int
    fault: str
    press: str
    instead: str = ""


class Trouble(NamedTuple):
    """What failed, of each kind."""

    acts: Sequence[Undone]
    messages: Sequence[Undone]
    papers: Sequence[Undone]


def trouble(*, by: Actor, at: datetime, why: str) -> Trouble:
    """Everything that failed in the actor's commune; where a dossier is named, the journal says
    that it was looked at."""
    acts, papers = stuck(by=by), not_made(by=by)
    messages = failed(by=by, since=at - MESSAGES_KEPT)
    abouts = [f"dossier:{one.event.dossier_id}" for one in acts]
    abouts += [one.about or f"message:{one.pk}" for one in messages]
    abouts += [one.about for one in papers]
    if abouts:
        about = list(dict.fromkeys(abouts))
        record_reading(chain=by.commune or "", by=by, at=at, what="health", about=about, why=why)
    numbers = _numbers(abouts, by)
    return Trouble(
        [_act(one, numbers) for one in acts],
        [_message(one, numbers) for one in messages],
        [_paper(one, numbers) for one in papers],
    )


def _act(row: Stuck, numbers: Mapping[str, str]) -> Undone:
    event = row.event
    return Undone(
        key=str(row.pk),
        what=VERBS.get(event.verb, event.verb),
        about=numbers.get(f"dossier:{event.dossier_id}", ""),
        when=event.at,
        tries=row.tries,
        fault=row.fault,
        press="try_now",
    )


def _message(row: Message, numbers: Mapping[str, str]) -> Undone:
    """The number is masked and the text left out: it is not the administrator's to read."""
    secret = KINDS[row.kind].secret
    number = numbers.get(row.about, "")
    return Undone(
        key=str(row.pk),
        what=_("Code for a telephone") if secret else VERBS.get(row.kind, row.kind),
        about=f"{number} · {masked(row.to)}" if number else masked(row.to),
        when=row.failed_at or row.created_at,
        tries=row.tries,
        fault=row.trouble,
        press="" if secret else "send_again",
        instead=_("A code is not kept. The person asks for a new one.") if secret else "",
    )


def _paper(row: Document, numbers: Mapping[str, str]) -> Undone:
    result = row.kind == Document.Kind.RESULT
    return Undone(
        key=str(row.pk),
        what=template(row.template).title,
        about=numbers.get(row.about, ""),
        when=row.asked_at,
        tries=row.tries,
        fault=row.fault,
        press="" if result else "make_again",
        instead=_("It went back to the chair, to be signed again.") if result else "",
    )


def _numbers(abouts: Sequence[str], by: Actor) -> Mapping[str, str]:
    """The numbers of the dossiers among these subjects."""
    keys = [UUID(one.removeprefix("dossier:")) for one in abouts if one.startswith("dossier:")]
    found = numbers_of(keys, by=by) if keys else {}
    return {f"dossier:{key}": number or _("a draft") for key, number in found.items()}
