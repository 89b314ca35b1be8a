"""Filling in the form as a browser does: what the page holds, and what the person typed over it."""

import re
from html import unescape
from typing import Any

from django.test import Client

CODE = "2.000635"
FORM = f"/apply/{CODE}"
# Thử asks for her own birth extract; typed as people type.
TYPED = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": "0990 000 001",
    "filer_identity": "000191000001",
    "filer_address": "Thôn Ún Tà, xã Cốc San",
    "event": "birth",
    "relation": "self",
    "copies": "2",
    "subject_birth": "12/05/1991",
    "subject_sex": "female",
    "register_office": "Xã Cốc San",
    "delivery": "counter",
}


def hidden(client: Client, page: str = FORM) -> dict[str, str]:
    """The hidden fields of a page's form; of a request for somebody unknown, as a stranger's is."""
    if page.startswith("/apply/"):
        page = f"{page}{'&' if '?' in page else '?'}for=none"
    return fields_of(client.get(page).content.decode())


def fields_of(html: str) -> dict[str, str]:
    """The hidden fields in a page."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def send(client: Client, button: str = "hand_in", page: str = FORM, **typed: Any) -> Any:
    """Open the form, type, press the button; the answer as it comes."""
    return client.post(page, {**hidden(client, page), **TYPED, **typed, button: "1"})


def key_of(answer: Any) -> str:
    """The number of the dossier in the address that the answer leads to."""
    return str(answer["Location"]).rstrip("/").split("/")[-1].split("?")[0]
