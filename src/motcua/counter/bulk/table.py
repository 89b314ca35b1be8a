"""What may be done to many at once, as one table: by whom, to what, looked at and done how."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from motcua.counter.bulk import accepting, checking, handing, printing
from motcua.counter.bulk.weighed import Item, Look
from motcua.counter.words import TAKE_UP, VERBS, Words
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step, Verb
from motcua.foundation.actor import Actor, Role
from motcua.parts.menu import RECEPTION

Form = Mapping[str, str]
_OFFICERS = frozenset({Role.OFFICER})
_RECEIPT_OUT = _("What was accepted stays accepted: its receipt is out and its term runs.")
_COPIES_COUNTED = _("What was printed stays printed; a counted copy stays counted.")
_GIVEN = _("What was handed over is in other hands, and the history says in whose.")


class File(Protocol):
    """Several papers as one PDF."""

    def __call__(
        self, dossiers: Sequence[UUID], *, more: bool, by: Actor, at: datetime
    ) -> bytes: ...


def _nothing(form: Form, dossiers: Sequence[Dossier]) -> dict[str, str]:
    return {}


def _reason(form: Form, dossiers: Sequence[Dossier]) -> dict[str, str]:
    return {"reason": form.get("reason", "").strip()}


@dataclass(frozen=True, slots=True)
class Bulk:
    """One row. `weigh` refuses what is to be left out; `brings` reads what the form asks for all.

    `back` is the verb that undoes it for as long as the table of the process has one; where there
    is none, `stays` says why. `leaves_event` is False where the act itself writes no history.
    """

    name: str
    word: Words
    key: str
    roles: frozenset[Role]
    states: frozenset[State]
    weigh: Callable[[Dossier, Look], Item]
    do: Callable[[Press, str, Form], Dossier | None]
    done: Words
    step: Step | None = None
    brings: Callable[[Form, Sequence[Dossier]], dict[str, str]] = _nothing
    back: Verb | None = None
    stays: Words = ""
    file: File | None = None
    leaves_event: bool = True

    def concerns(self, state: int, step: str) -> bool:
        """Whether it can be about a dossier that stands there."""
        return state in self.states and self.step in (None, step)


_ROWS = (
    Bulk(
        TAKE_UP, VERBS[TAKE_UP], "t", _OFFICERS, frozenset({State.SUBMITTED, State.ACCEPTED}),
        accepting.may_take_up, accepting.begin, _("begun"), stays=_RECEIPT_OUT,
    ),
    Bulk(
        Verb.ACCEPT, VERBS[Verb.ACCEPT], "n", RECEPTION, frozenset({State.SUBMITTED}),
        accepting.may_accept, accepting.accept, _("accepted"), stays=_RECEIPT_OUT,
    ),
    Bulk(
        "check", _("Send to be signed"), "c", _OFFICERS, frozenset({State.IN_PROGRESS}),
        checking.may_check, checking.check, _("with the chair"),
        step=Step.CHECK, back=Verb.RECALL,
    ),
    Bulk(
        "receipts", _("Print receipts"), "p", RECEPTION,
        frozenset({State.ACCEPTED, State.IN_PROGRESS}),
        printing.may_print_receipt, lambda press, seen, facts: None, _("in the file"),
        stays=_COPIES_COUNTED, file=printing.receipts_file, leaves_event=False,
    ),
    Bulk(
        "results", _("Print signed papers"), "i", RECEPTION, frozenset({State.DONE}),
        printing.may_print_results, printing.again, _("in the file"),
        brings=_reason, stays=_COPIES_COUNTED, file=printing.results_file, leaves_event=False,
    ),
    Bulk(
        "hand_over", VERBS[Verb.HAND_OVER], "d", RECEPTION, frozenset({State.DONE}),
        handing.may_hand_over, handing.hand_over, _("handed over"),
        brings=handing.received, stays=_GIVEN,
    ),
    Bulk(
        "post", _("Give to the post"), "o", RECEPTION, frozenset({State.DONE}),
        handing.may_post, handing.hand_over, _("with the post"),
        brings=handing.posted, stays=_GIVEN,
    ),
)  # fmt: skip
BULK: Mapping[str, Bulk] = {row.name: row for row in _ROWS}


def offered(places: Sequence[tuple[int, str]], *, by: Actor) -> list[Bulk]:
    """What somebody may do to many of those that stand in these places, in order of the walk."""
    rows = [
        row
        for row in _ROWS
        if by.has(*row.roles) and any(row.concerns(state, step) for state, step in places)
    ]
    if by.has(Role.OFFICER):
        return rows
    # As on the dossier's own page: the first verb of the desk has its first key.
    return [replace(row, key="t") if row.name == Verb.ACCEPT else row for row in rows]
