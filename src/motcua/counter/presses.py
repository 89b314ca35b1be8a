"""One press of a button, as a form sends it: the key that the page made, the revision it saw."""

from uuid import UUID, uuid5

from django.core.exceptions import BadRequest

from motcua.dossiers.press import Press
from motcua.parts.doors import Visit


def pressed(request: Visit, dossier: UUID) -> Press:
    """The press that this form is; BadRequest for a form that is none of ours."""
    try:
        key, revision = UUID(request.POST["press"]), int(request.POST["revision"])
    except (KeyError, ValueError) as fault:
        raise BadRequest("press") from fault
    return Press(dossier=dossier, key=key, by=request.actor, at=request.at, revision=revision)


def following(press: Press, name: str, revision: int) -> Press:
    """A second act in the same press: its key comes of the first, so a resend is the same two."""
    key = uuid5(press.key, name)
    return Press(dossier=press.dossier, key=key, by=press.by, at=press.at, revision=revision)
