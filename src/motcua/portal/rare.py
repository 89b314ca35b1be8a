"""What a form seldom says: sentences and parts that come after its page, once for all forms."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from django.urls import reverse
from django.utils.translation import override

from motcua.parts.rendering import fragment


@dataclass(frozen=True, slots=True)
class Rare:
    """HTML in one language; `stamp` is another with each change of it."""

    html: str
    stamp: str


@cache
def rare(language: str) -> Rare:
    """The same for everybody: nothing of a person or of a commune stands in it."""
    with override(language):
        html = str(fragment("portal/rare.html", {}))
    return Rare(html, sha256(html.encode()).hexdigest()[:12])


def rare_address(language: str) -> str:
    """Where it is had; a browser asks for the same only once."""
    return reverse("portal:rare", args=[language, rare(language).stamp])
