"""Whether an act would be done now, asked before anybody presses: for previews of many at once."""

from collections.abc import Collection
from datetime import datetime

from motcua.dossiers import lifecycle
from motcua.dossiers.holding import refuse_if_held
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Given, met
from motcua.dossiers.press import who_is
from motcua.dossiers.states import Need, Verb
from motcua.foundation.actor import Actor

_NOTHING = Given()


def foresee(
    dossier: Dossier,
    verb: Verb,
    *,
    by: Actor,
    at: datetime,
    own: bool = False,
    given: Given = _NOTHING,
    brought: Collection[Need] = (),
) -> None:
    """Raise what the act itself would refuse with, in the order in which it would.

    `own` says that it is the actor's own matter, `brought` which needs the act fills in itself.
    Nothing is locked: between this and the press another may act, and the press says so.
    """
    refuse_if_held(dossier, by=by, at=at)
    who = who_is(by, dossier)
    rule = lifecycle.take(
        verb,
        state=dossier.where,
        step=dossier.at_step,
        received=dossier.accepted_at is not None,
        who=who,
        own=own and dossier.at_step in lifecycle.OWN_STEPS,
    )
    asked = [need for need in rule.needs if need not in brought]
    lifecycle.demand(rule, {*met(asked, dossier, given, who=who, at=at), *brought})
