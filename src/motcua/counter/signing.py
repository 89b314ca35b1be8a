"""In whose name the chair signs."""

from datetime import datetime

from motcua.foundation.actor import Actor, Role
from motcua.foundation.names import folded
from motcua.people.queries import title_of

CHAIR = "CHỦ TỊCH"
# A vice-chair signs for the chair, and the paper says so (Decree 30/2020, annex I).
FOR_THE_CHAIR = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


def signing_role(*, by: Actor, at: datetime) -> str:
    """What stands over the signature, by the title that the administrator wrote down."""
    title = title_of(by=by, role=Role.CHAIR, at=at)
    return FOR_THE_CHAIR if folded(title).startswith("pho") else CHAIR
