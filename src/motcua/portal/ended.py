"""What the person is told of a paper of theirs that was corrected, replaced or revoked."""

from collections.abc import Sequence

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.results.models import Result
from motcua.results.queries import ended_about

_DECIDED = (State.DONE, State.HANDED_OVER)


def ended_papers(dossier: Dossier) -> Sequence[Result]:
    """The corrected, replaced and revoked papers of a decided dossier; any other has none."""
    if dossier.where not in _DECIDED:
        return []
    return ended_about(f"dossier:{dossier.pk}", commune=dossier.commune_id)
