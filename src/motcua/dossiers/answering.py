"""What was typed, and by whom: answers are merged, never wiped, and each keeps its author."""

from collections.abc import Collection, Mapping
from datetime import datetime

from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.procedures.before import kept_by
from motcua.procedures.pack import Procedure


def write_answers(
    dossier: Dossier,
    answers: Mapping[str, str],
    unknown: Collection[str],
    *,
    by: Actor,
    at: datetime,
    right: str,
) -> list[str]:
    """Take over what changed and note its author; the names of the fields that changed.

    A field that the answers leave out keeps what stood there. `unknown` is the whole list of what
    the person leaves for the counter; a field that is answered is no longer on it.
    """
    changed = [name for name, value in answers.items() if dossier.answers.get(name) != value]
    for name in changed:
        dossier.answers[name] = answers[name]
        dossier.authors[name] = {"by": by.id, "name": by.name, "right": right, "at": at.isoformat()}
    dossier.unknown = sorted(name for name in set(unknown) if not dossier.answers.get(name))
    return changed


def leave_behind(dossier: Dossier, procedure: Procedure) -> None:
    """What this version has no question for is no part of what is handed in: it goes."""
    dossier.answers = kept_by(procedure, dossier.answers)
    dossier.authors = {
        name: one for name, one in dossier.authors.items() if name in dossier.answers
    }
