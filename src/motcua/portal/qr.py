"""The code of a dossier as a square: it leads to the page that asks for the second fact."""

import io
from functools import lru_cache

import segno
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from markupsafe import Markup


def qr(_request: HttpRequest, code: str, *, draft: bool = False) -> Markup:
    """SVG of the address of tracking, or of opening a draft, with the code filled in."""
    path = reverse("portal:draft" if draft else "portal:track")
    return _drawn(f"{settings.MOTCUA_ADDRESS}{path}?code={code}")


@lru_cache(maxsize=256)
def _drawn(address: str) -> Markup:
    out = io.BytesIO()
    square = segno.make(address, error="m", boost_error=False)
    square.save(
        out, kind="svg", scale=4, border=2, xmldecl=False, svgns=False, dark="#000", light="#fff"
    )
    return Markup(out.getvalue().decode())  # noqa: S704 - drawn by segno from an address of ours
