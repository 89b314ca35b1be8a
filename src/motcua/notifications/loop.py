"""Sending what is due: a row is claimed, the network is touched, the outcome is written down.

A worker that dies between the two leaves a claim that runs out; the next one sends the same key
again, and the provider knows by it whether it has the message already.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from motcua.notifications.adapters.base import (
    Handed,
    Messenger,
    Outgoing,
    SendingError,
    messenger,
)
from motcua.notifications.models import Message, State
from motcua.notifications.schedule import LAST_TRY, wait_after
from motcua.notifications.texts import KINDS

# Longer than `BATCH` sendings of 30 seconds each, so no claim runs out while its worker lives.
LEASE = timedelta(minutes=6)
BATCH = 10


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of sending came to."""

    sent: int = 0
    waiting: int = 0
    failed: int = 0


def send_due(at: datetime, *, through: Messenger | None = None, limit: int = BATCH) -> Round:
    """Send up to `limit` messages that are due; call again while `sent` or `failed` is not 0.

    `through` is the provider of the settings unless another is given.
    """
    provider = through or messenger()
    counts = {"sent": 0, "waiting": 0, "failed": 0}
    for _ in range(min(limit, BATCH)):
        message = _claim(at)
        if message is None:
            break
        counts[_send(message, provider, at)] += 1
    return Round(**counts)


def _claim(at: datetime) -> Message | None:
    """Take the next message for this worker alone.

    PostgreSQL passes over rows that another worker is just claiming; SQLite lets one writer in
    at a time.
    """
    free = Q(claimed_until=None) | Q(claimed_until__lte=at)
    due = Message.objects.filter(free, state=State.CREATED, next_try_at__lte=at)
    # A round with nothing to send, the usual one, takes no lock.
    if not due.exists():
        return None
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        message = due.order_by("next_try_at", "id").first()
        if message is not None:
            message.claim, message.claimed_until = uuid.uuid4().hex, at + LEASE
            # Counted before the network is touched: a message that kills its worker each time
            # comes to its end, too.
            message.tries += 1
            message.save(update_fields=["claim", "claimed_until", "tries"])
    return message


def _send(message: Message, provider: Messenger, at: datetime) -> str:
    if message.useless_after is not None and at > message.useless_after:
        return _failed(message, "too late to be of use", at)
    if message.tries > LAST_TRY:
        return _failed(message, "no try came to an end", at)
    message.provider = provider.name
    try:
        handed = provider.send(_outgoing(message, at))
    except SendingError as error:
        wait = None if error.permanent else wait_after(message.tries)
        if wait is None:
            return _failed(message, str(error), at)
        message.next_try_at, message.trouble = at + wait, str(error)[:300]
        return _written(message, "waiting")
    return _sent(message, handed, at)


def _outgoing(message: Message, at: datetime) -> Outgoing:
    return Outgoing(
        key=message.key,
        commune=message.commune_id,
        to=message.to,
        kind=message.kind,
        language=message.language,
        text=message.text,
        parts=message.parts,
        attempt=message.tries,
        at=at,
    )


def _sent(message: Message, handed: Handed, at: datetime) -> str:
    message.state = State.DELIVERED if handed.delivered else State.SENT
    message.reference, message.trouble, message.sent_at = handed.reference, "", at
    message.delivered_at = at if handed.delivered else None
    return _written(message, "sent")


def _failed(message: Message, trouble: str, at: datetime) -> str:
    message.state, message.failed_at, message.trouble = State.FAILED, at, trouble[:300]
    return _written(message, "failed")


def _written(message: Message, outcome: str) -> str:
    """Write the outcome down, unless the claim ran out and another worker holds it now."""
    text = message.text
    if message.state != State.CREATED and KINDS[message.kind].secret:
        text = ""
    with transaction.atomic():
        Message.objects.filter(pk=message.pk, claim=message.claim).update(
            state=message.state,
            text=text,
            tries=message.tries,
            next_try_at=message.next_try_at,
            claim="",
            claimed_until=None,
            provider=message.provider,
            reference=message.reference,
            sent_at=message.sent_at,
            delivered_at=message.delivered_at,
            failed_at=message.failed_at,
            trouble=message.trouble,
        )
    return outcome
