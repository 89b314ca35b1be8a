"""Which queues a commune offers: an administrator's acts."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.names import tidy
from motcua.turns import errors
from motcua.turns.models import Service

_LETTER = re.compile(r"^[A-Z]$")


def offer_service(
    *,
    commune: str,
    prefix: str,
    words: Mapping[str, str],
    by: Actor,
    at: datetime,
    sign: str = "",
) -> Service:
    """Open a queue under a letter, or rename and reopen the one that has it.

    `sign` names the drawn sign beside the words, such as ``people``; "" for none.
    """
    words = {language: tidy(name) for language, name in words.items() if tidy(name)}
    _may_arrange(by, commune)
    if not _LETTER.match(prefix):
        raise errors.NotALetter("prefix")
    if "vi" not in words:
        raise errors.NameMissing("words")
    with transaction.atomic():
        place = Service.objects.filter(commune=commune).count()
        service, _ = Service.objects.update_or_create(
            commune_id=commune,
            prefix=prefix,
            defaults={"words": words, "offered": True, "sign": sign},
            create_defaults={"words": words, "place": place, "sign": sign},
        )
        _journal(service, "offer_service", by, at)
    return service


def close_service(*, commune: str, prefix: str, by: Actor, at: datetime) -> Service:
    """Offer a queue no more; who waits in it is still called."""
    _may_arrange(by, commune)
    with transaction.atomic():
        service = Service.objects.filter(commune=commune, prefix=prefix, offered=True).first()
        if service is None:
            raise errors.NoSuchService(prefix=prefix)
        service.offered = False
        service.save(update_fields=["offered"])
        _journal(service, "close_service", by, at)
    return service


def _may_arrange(by: Actor, commune: str) -> None:
    if not (by.has(Role.SYSTEM) or (by.has(Role.ADMINISTRATOR) and by.commune == commune)):
        raise errors.NotAtADesk


def _journal(service: Service, verb: str, by: Actor, at: datetime) -> None:
    facts = {"prefix": service.prefix, "words": service.words}
    about = f"service:{service.pk}"
    record(chain=service.commune_id, by=by, at=at, verb=verb, about=about, facts=facts)
