"""The code of a dossier as a square: it leads to the page that asks for the second fact."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup

from motcua.parts.square import square


def qr(_request: HttpRequest, code: str, *, draft: bool = False) -> Markup:
    """SVG of the address of tracking, or of opening a draft, with the code filled in."""
    path = reverse("portal:draft" if draft else "portal:track")
    return square(f"{settings.MOTCUA_ADDRESS}{path}?code={code}")
