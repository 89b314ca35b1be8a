"""The list as a telephone takes it along: the doors, whom one speaks to, and one's own cases."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from motcua.dossiers import help_lists
from motcua.dossiers.help_lists import Waiting
from motcua.dossiers.words import STATES
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.helping.outings.models import Outing
from motcua.helping.outings.queries import Home, homes
from motcua.parts.catalogue import title_of
from motcua.people.areas import areas_of
from motcua.procedures.queries import by_version


def visit_list(one: Outing, *, by: Actor, at: datetime) -> dict[str, object]:
    """Plain JSON: no identity number, no date of birth, nothing out of a dossier."""
    own = _own(help_lists.waiting_in(by=by, village=one.village_id))
    return {
        "outing": str(one.key),
        "village": {"code": one.village_id, "name": one.village.name},
        "villages": [{"code": v.code, "name": v.name} for v in areas_of(by=by, at=at)],
        "taken": one.taken_at.isoformat(),
        "until": one.until.isoformat(),
        "at": at.isoformat(),
        "homes": [_home(home, own) for home in homes(one, at=at)],
    }


def _home(home: Home, own: Mapping[tuple[str, str], Sequence[str]]) -> dict[str, object]:
    waits = [
        f"{adult.name}: {said}"
        for adult in home.adults
        for said in own.get((folded(adult.name), adult.birth), ())
    ]
    before = home.before
    return {
        "id": home.id,
        "number": home.number,
        "place": home.address,
        "adults": [adult.name for adult in home.adults],
        "waits": waits,
        "before": {"met": before.met, "at": before.at.isoformat()} if before else None,
    }


def _own(cases: Sequence[Waiting]) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for one in cases:
        service = title_of(by_version(one.procedure_id)).short
        who = (folded(one.person), one.birth)
        found.setdefault(who, []).append(f"{service} ({STATES[one.state]})")
    return found
