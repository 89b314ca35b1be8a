"""The buttons of the queue: from a form to the verb of the waiting room."""

from collections.abc import Callable, Mapping
from datetime import datetime

from motcua.foundation.actor import Actor
from motcua.foundation.typed_number import typed_number
from motcua.turns import actions
from motcua.turns.errors import NoSuchTurn

Form = Mapping[str, str]
Act = Callable[[Form, str, Actor, datetime], object]


def _call_next(form: Form, desk: str, by: Actor, at: datetime) -> object:
    letters = [letter for letter in form.get("services", "").upper() if letter.isalpha()]
    return actions.call_next(desk=desk, by=by, at=at, services=letters)


def _recall(form: Form, desk: str, by: Actor, at: datetime) -> object:
    return actions.recall(turn_id=_turn(form), desk=desk, by=by, at=at)


def _serve(form: Form, desk: str, by: Actor, at: datetime) -> object:
    return actions.serve(turn_id=_turn(form), desk=desk, by=by, at=at)


def _finish(form: Form, desk: str, by: Actor, at: datetime) -> object:
    return actions.finish(turn_id=_turn(form), desk=desk, by=by, at=at)


def _miss(form: Form, desk: str, by: Actor, at: datetime) -> object:
    return actions.miss(turn_id=_turn(form), desk=desk, by=by, at=at)


def _come_back(form: Form, _desk: str, by: Actor, at: datetime) -> object:
    return actions.come_back(turn_id=_turn(form), by=by, at=at)


def _note_dossier(form: Form, _desk: str, by: Actor, at: datetime) -> object:
    code = form.get("dossier", "")
    return actions.note_dossier(turn_id=_turn(form), dossier=code, by=by, at=at)


def _turn(form: Form) -> int:
    turn = typed_number(form.get("turn", ""))
    if turn is None:
        raise NoSuchTurn
    return turn


QUEUE_ACTS: Mapping[str, Act] = {
    "call_next": _call_next,
    "recall": _recall,
    "serve": _serve,
    "finish": _finish,
    "miss": _miss,
    "come_back": _come_back,
    "note_dossier": _note_dossier,
}
