"""People around dossiers by their telephone, however it is written."""

import re
from collections.abc import Sequence
from datetime import datetime

from motcua.dossiers.lists import PAGE, Hit, people_found
from motcua.dossiers.models import Party
from motcua.foundation.actor import Actor
from motcua.procedures.kinds import KINDS

_WHOLE = re.compile(r"\+\d{9,14}")
# Vietnam's numbers without their first 0, as they are left over when a list is copied.
_BARE = re.compile(r"[1-9]\d{8}")


def typed_phone(typed: str) -> str | None:
    """``0990 000 001``, ``84 990.000.001`` → ``+84990000001``; None for what is no whole number."""
    said = KINDS["phone"].clean(typed)
    if _BARE.fullmatch(said):
        said = f"+84{said}"
    return said if _WHOLE.fullmatch(said) else None


def with_phone(
    *, by: Actor, phone: str, at: datetime, before: int | None = None
) -> tuple[Sequence[Hit], int | None]:
    """Who gave this number (E.164) in a dossier of the actor's commune, the newest first.

    Only whole numbers: the last digits alone would read every number of the commune. Also the key
    from which the next page goes on. The search is written in the journal.
    """
    rows = Party.objects.filter(commune_id=by.commune, phone=phone)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    keys = list(rows.order_by("-pk").values_list("pk", flat=True)[: PAGE + 1])
    return people_found(keys, by=by, at=at, words=phone)
