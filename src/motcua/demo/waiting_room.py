"""The hall of the demo commune today: who was served, who is at a desk, who waits."""

from motcua.demo.town import Town
from motcua.demo.trails import EXTRACT
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import day_of
from motcua.turns import actions as turns

_DESK = "1"


def open_one(town: Town) -> None:
    """The second officer has one dossier open now: who comes to it sees that."""
    rows = Dossier.objects.filter(commune=town.commune, step="check", procedure__code=EXTRACT)
    first = rows.order_by("-due_at", "pk").first()
    if first is not None:
        actions.hold(dossier_id=first.pk, by=town.staff["hotich2"], at=town.now)


def fill_waiting_room(town: Town) -> None:
    """Two were served, one is at the desk, one is called, the others wait."""
    desk = town.staff["tiepnhan"]
    for number, service in enumerate("AAACABAACB"):
        key = f"demo:{day_of(town.now)}:{number}"
        turns.take_turn(commune=town.commune, service=service, key=key, by=SYSTEM, at=town.now)
    for _ in range(2):
        turn = turns.call_next(desk=_DESK, by=desk, at=town.now)
        turns.serve(turn_id=turn.pk, desk=_DESK, by=desk, at=town.now)
        turns.finish(turn_id=turn.pk, desk=_DESK, by=desk, at=town.now)
    turn = turns.call_next(desk=_DESK, by=desk, at=town.now)
    turns.serve(turn_id=turn.pk, desk=_DESK, by=desk, at=town.now)
    turns.call_next(desk="2", by=town.staff["hotich1"], at=town.now)
