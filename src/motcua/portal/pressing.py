"""One press of a button on a page of one's own dossier, as the form carries it."""

from uuid import UUID

from motcua.dossiers.press import Press
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit
from motcua.portal.reading import number_of


def press_of(visit: Visit, dossier: UUID) -> Press:
    """Who presses, under which number, having seen which state; 0, never fresh, when unsaid."""
    return Press(
        dossier=dossier,
        key=number_of(visit.POST.get("key", "")),
        by=visit.actor,
        at=visit.at,
        revision=typed_number(visit.POST.get("revision", "")) or 0,
    )
