"""By what name a phone knows somebody, and the key that what they type there is sealed with.

`person` is the name of an actor, such as ``account:12``, or of a thread of helps.
"""

import base64
import hashlib
import hmac

from django.conf import settings
from django.utils.crypto import salted_hmac


def name_for(person: str) -> str:
    """A name that tells one person from another and says nothing of them."""
    return salted_hmac("motcua.portal.typed", person).hexdigest()[:16]


def key_for(person: str) -> str:
    """32 bytes (base64): gone from the phone once its person leaves, the same afterwards."""
    about = f"motcua.portal.seal:{person}".encode()
    made = hmac.new(settings.SECRET_KEY.encode(), about, hashlib.sha256).digest()
    return base64.b64encode(made).decode()
