"""Many taken in at once: whole, with nothing that somebody has to look at first."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from motcua.counter.acts import take_up
from motcua.counter.bulk.weighed import Item, Look, refuse_unread
from motcua.counter.errors import LeftForCounter
from motcua.counter.words import TAKE_UP
from motcua.dossiers import actions
from motcua.dossiers.foreseeing import foresee
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Verb


def may_accept(dossier: Dossier, look: Look) -> Item:
    """It is accepted, and its term begins."""
    foresee(dossier, Verb.ACCEPT, by=look.by, at=look.at)
    if dossier.unknown:
        raise LeftForCounter
    refuse_unread(dossier)
    return Item(dossier, _("Accepted; its term begins, the receipt is printed"), Verb.ACCEPT)


def may_take_up(dossier: Dossier, look: Look) -> Item:
    """It is accepted and begun; what was accepted already is begun."""
    if dossier.where != State.ACCEPTED:
        accepted = may_accept(dossier, look)
        what = _("Accepted and begun by you; the receipt is printed")
        return Item(accepted.dossier, what, TAKE_UP)
    foresee(dossier, Verb.BEGIN, by=look.by, at=look.at)
    return Item(dossier, _("Begun by you"), Verb.BEGIN)


def accept(press: Press, seen: str, facts: Mapping[str, str]) -> Dossier:
    """Accept one of many."""
    return actions.accept(press)


def begin(press: Press, seen: str, facts: Mapping[str, str]) -> Dossier:
    """Accept and begin, or begin with, one of many."""
    return actions.begin(press) if seen == Verb.BEGIN else take_up(press, {})
