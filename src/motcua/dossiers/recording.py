"""The rows that every act writes beside the dossier's own."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step, Verb
from motcua.foundation.rows import insert

_COUNT = """
INSERT INTO dossiers_statecount (commune_id, state, step, count) VALUES (%s, %s, %s, %s)
ON CONFLICT (commune_id, state, step) DO UPDATE SET count = dossiers_statecount.count + %s
"""


def write_event(
    press: Press,
    dossier: Dossier,
    verb: Verb,
    before: State,
    who: str,
    reason: str,
    facts: Mapping[str, Any],
) -> None:
    """The row of history that the consequences follow."""
    event = DossierEvent(
        dossier=dossier,
        act=press.key,
        verb=verb,
        before=before,
        after=dossier.state,
        step=dossier.step,
        at=press.at,
        actor=press.by.id,
        actor_name=press.by.name,
        who=who,
        reason=reason,
        facts=dict(facts),
        due_at=dossier.due_at,
        signature=facts.get("signature", ""),
    )
    insert([event])


def count(dossier: Dossier, before: State, step: Step) -> None:
    """Keep the counters: one less where it was, one more where it is. Drafts are not counted."""
    if before == dossier.state and step == dossier.step:
        return
    with connection.cursor() as cursor:
        if before is not State.DRAFT:
            cursor.execute(_COUNT, [dossier.commune_id, before, step, -1, -1])
        cursor.execute(_COUNT, [dossier.commune_id, dossier.state, dossier.step, 1, 1])
