"""/health: whether this installation works, for a machine that watches. It tells of no person."""

from datetime import datetime
from typing import Any

from django.db import connection
from django.http import JsonResponse

from motcua.consequences.queries import MANY, waiting, worker
from motcua.foundation.engine import engine
from motcua.foundation.unchangeable import standing
from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.project.rights import may_alter_the_journal


@opens(to=PUBLIC)
def health(request: Visit) -> JsonResponse:
    """200 when all is well, 503 when something is not; which, stands in `failing`."""
    found = state(request.at)
    answer = JsonResponse(found, status=503 if found["failing"] else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def state(at: datetime) -> dict[str, Any]:
    """What was found; `failing` names what is not as it should be."""
    database, beat, behind = engine(), worker(at), waiting()
    checks = {
        "database": database.sound,
        "worker": beat.alive,
        "events": behind <= MANY,
        "journal": standing(connection, "audit_line"),
    }
    age = (at - beat.last).total_seconds() if beat.last else None
    return {
        "failing": [name for name, well in checks.items() if not well],
        "database": {"kind": database.kind, "version": database.version},
        "worker": {"seconds_since_last_round": None if age is None else round(age, 1)},
        "events": {"waiting": min(behind, MANY), "more": behind > MANY},
        "journal": {"guarded": checks["journal"], "role_may_alter": may_alter_the_journal()},
    }
