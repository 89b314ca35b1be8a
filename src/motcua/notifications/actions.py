"""Queueing a message in an act's transaction, and what becomes known of it later."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.notifications import errors
from motcua.notifications.models import Message, State
from motcua.notifications.sms import length
from motcua.notifications.texts import KINDS, written
from motcua.people.phone import normal
from motcua.places.queries import commune as commune_of


def queue(
    *,
    commune: str,
    to: str,
    kind: str,
    facts: Mapping[str, object],
    language: str,
    key: str,
    at: datetime,
    about: str = "",
) -> Message:
    """Write a message that the loop will send; the same key again is the same message.

    The kinds and the facts that each needs are those of `texts.KINDS`; `office` is added here.
    Raises NotAPhone when `to` cannot receive messages; KeyError when a fact is missing.
    """
    known = Message.objects.filter(key=key).first()
    if known is not None:
        return known
    text = written(kind, {"office": commune_of(commune).name, **facts}, language)
    useful = KINDS[kind].useful
    try:
        with transaction.atomic():
            return Message.objects.create(
                commune_id=commune,
                to=normal(to),
                kind=kind,
                language=language,
                text=text,
                parts=length(text).parts,
                about=about,
                key=key,
                created_at=at,
                next_try_at=at,
                useless_after=at + useful if useful else None,
            )
    except IntegrityError:
        # Another worker queued the same message at the same moment.
        return Message.objects.get(key=key)


def record_delivery(*, provider: str, reference: str, at: datetime) -> Message:
    """The provider says that a message arrived; said twice, it is as said once."""
    with transaction.atomic():
        message = _referred(provider, reference)
        if message.state == State.SENT:
            message.state, message.delivered_at = State.DELIVERED, at
            message.save(update_fields=["state", "delivered_at"])
    return message


def record_nondelivery(*, provider: str, reference: str, trouble: str, at: datetime) -> Message:
    """The provider says that a message it took never arrived; a delivered one stays delivered."""
    with transaction.atomic():
        message = _referred(provider, reference)
        if message.state == State.SENT:
            message.state, message.failed_at, message.trouble = State.FAILED, at, trouble[:300]
            message.save(update_fields=["state", "failed_at", "trouble"])
    return message


def _referred(provider: str, reference: str) -> Message:
    found = (
        Message.objects.select_for_update().filter(provider=provider, reference=reference).first()
    )
    if found is None or not reference:
        raise errors.NoSuchMessage
    return found


def send_again(*, message_id: int, by: Actor, at: datetime) -> Message:
    """Give a message that failed for good another round of tries; its key stays the same."""
    if not by.has(Role.RECEPTIONIST, Role.OFFICER, Role.ADMINISTRATOR):
        raise errors.NotYourMessages
    with transaction.atomic():
        message = (
            Message.objects.select_for_update().filter(pk=message_id, commune=by.commune).first()
        )
        if message is None:
            raise errors.NoSuchMessage
        if message.state != State.FAILED:
            raise errors.NotFailed
        if KINDS[message.kind].secret:
            raise errors.SecretIsGone
        message.state, message.tries, message.next_try_at = State.CREATED, 0, at
        message.failed_at = None
        message.save(update_fields=["state", "tries", "next_try_at", "failed_at"])
        about = message.about or f"message:{message.pk}"
        facts = {"message": message.pk, "kind": message.kind}
        record(chain=by.commune or "", by=by, at=at, verb="send_again", about=about, facts=facts)
    return message
