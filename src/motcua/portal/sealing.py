"""By what name a phone knows its person, and the key that what they type there is sealed with."""

import base64
import hashlib
import hmac

from django.conf import settings
from django.utils.crypto import salted_hmac

from motcua.parts.doors import Visit
from motcua.portal.visitor import holder, known


def whose(visit: Visit) -> str:
    """A name that tells an account or confirmed telephone from another; "" for nobody known."""
    if not known(visit):
        return ""
    return salted_hmac("motcua.portal.typed", _person(visit)).hexdigest()[:16]


def key_of(visit: Visit) -> str:
    """32 bytes (base64) that only this person's pages bring: gone from the phone once they leave,
    and the same again when they come back. "" for nobody known.
    """
    if not known(visit):
        return ""
    about = f"motcua.portal.seal:{_person(visit)}".encode()
    made = hmac.new(settings.SECRET_KEY.encode(), about, hashlib.sha256).digest()
    return base64.b64encode(made).decode()


def _person(visit: Visit) -> str:
    """Helps that went on with the same person are of one thread: what one left unsent without a
    line is found by the next."""
    return f"thread:{visit.help.thread}" if visit.help else holder(visit).id
