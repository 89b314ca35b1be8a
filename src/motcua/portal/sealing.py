"""By what name a phone knows its person, and the key that what they type there is sealed with."""

from motcua.parts.doors import Visit
from motcua.parts.sealing import key_for, name_for
from motcua.portal.visitor import holder, known


def whose(visit: Visit) -> str:
    """A name that tells an account or confirmed telephone from another; "" for nobody known."""
    return name_for(_person(visit)) if known(visit) else ""


def key_of(visit: Visit) -> str:
    """32 bytes (base64) that only this person's pages bring: gone from the phone once they leave,
    and the same again when they come back. "" for nobody known.
    """
    return key_for(_person(visit)) if known(visit) else ""


def _person(visit: Visit) -> str:
    """Helps that went on with the same person are of one thread: what one left unsent without a
    line is found by the next."""
    return f"thread:{visit.help.thread}" if visit.help else holder(visit).id
