"""/health: whether this installation works, for a machine that watches. It tells of no person."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.http import JsonResponse

from motcua.consequences.models import Heartbeat
from motcua.dossiers.models import DossierEvent
from motcua.foundation.unchangeable import standing
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.project.rights import may_alter_the_journal

# Older ones can lose data when the write-ahead log is reset.
_SOUND_SQLITE = (3, 51, 3)
_LATE = 60.0
_MANY = 1000


@opens(to=PUBLIC)
def health(request: Visit) -> JsonResponse:
    """200 when all is well, 503 when something is not; which, stands in `failing`."""
    found = state(request.at)
    answer = JsonResponse(found, status=503 if found["failing"] else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def state(at: datetime) -> dict[str, Any]:
    """What was found; `failing` names what is not as it should be."""
    with connection.cursor() as cursor:
        version = _version(cursor)
    beat = Heartbeat.objects.filter(name="worker").values_list("at", flat=True).first()
    age = (at - beat).total_seconds() if beat else None
    waiting = (
        DossierEvent.objects.filter(followed_at__isnull=True).values("id")[: _MANY + 1].count()
    )
    checks = {
        "database": connection.vendor != "sqlite" or version >= _SOUND_SQLITE,
        "worker": age is not None and age < _LATE,
        "events": waiting <= _MANY,
        "journal": standing(connection, "audit_line"),
    }
    return {
        "failing": [name for name, well in checks.items() if not well],
        "database": {"kind": connection.vendor, "version": ".".join(map(str, version))},
        "worker": {"seconds_since_last_round": None if age is None else round(age, 1)},
        "events": {"waiting": min(waiting, _MANY), "more": waiting > _MANY},
        "journal": {"guarded": checks["journal"], "role_may_alter": may_alter_the_journal()},
    }


def _version(cursor: CursorWrapper) -> tuple[int, ...]:
    statement = (
        "SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version"
    )
    cursor.execute(statement)
    number = str(cursor.fetchone()[0]).split()[0]
    return tuple(int(part) for part in number.split("."))
