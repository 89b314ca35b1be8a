"""The list of one's own dossiers, in words."""

from collections.abc import Sequence

from motcua.dossiers.codes import spoken
from motcua.dossiers.expiring import kept_until
from motcua.dossiers.queries import owned
from motcua.dossiers.words import STATES
from motcua.foundation.actor import Actor
from motcua.parts.catalogue import title_of
from motcua.portal.story import Line
from motcua.procedures.queries import by_version


def own_lines(by: Actor) -> Sequence[Line]:
    """Drafts and dossiers, the newest first."""
    return [
        Line(
            dossier=one,
            title=title_of(by_version(one.procedure_id)).short,
            word=str(STATES[one.where]),
            code=spoken(one.code),
            until=kept_until(one),
        )
        for one in owned(by=by)
    ]
