"""Withdrawing what was written wrongly: the rows that may go, and the verb."""

from django.utils.translation import gettext as _

from motcua.counter.by_hand.typed import Asked, Typed, reason
from motcua.counter.matching import day_shown
from motcua.counter.people_words import HAPPENED, SOURCES
from motcua.foundation.typed_number import typed_number
from motcua.parts.formats import moment
from motcua.people import by_hand
from motcua.people.by_hand import Hand
from motcua.people.models import Move, Resident


def asks_withdraw(row: Resident, typed: Typed) -> Asked:
    """The rows in force, the newest first, but those that cannot be withdrawn."""
    moves = list(Move.objects.filter(resident=row).order_by("pk"))
    choices = [(str(one.pk), _said(one)) for one in moves if by_hand.may_withdraw(one, moves)]
    which = typed.ask("choice", "move", _("What was written wrongly"), choices=choices[::-1])
    return Asked(
        _("Withdraw a wrong row"),
        _(
            "It never held. What it replaced holds again; what was believed until today stays "
            "readable."
        ),
        [which, reason(typed)] if choices else [],
    )


def withdrawn(row: Resident, typed: Typed, hand: Hand) -> None:
    """Refuses what `by_hand.withdraw` refuses."""
    key = typed_number(typed.text("move"))
    move = Move.objects.select_related("replaces", "resident").filter(pk=key or 0).first()
    by_hand.withdraw(resident=row, move=move, hand=hand)


def _said(move: Move) -> str:
    """``Lives in a household, from 01/03/2026 · written down at the desk · known since …``"""
    kind = move.source.partition(":")[0]
    what = _("%(what)s, from %(day)s") % {
        "what": HAPPENED[move.kind][1],
        "day": day_shown(move.on),
    }
    known = _("known since %(moment)s") % {"moment": moment(move.known_at)}
    return f"{what} · {SOURCES.get(kind, kind)} · {known}"
