"""Sending a file in pieces as the script of the phone does."""

import base64
import hashlib
from typing import Any
from uuid import uuid4

from django.test import Client

from tests.portal.forms import CODE, TYPED

PIECE = "application/offset+octet-stream"
TUS = {"Tus-Resumable": "1.0.0"}


def coded(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


def draft(client: Client) -> str:
    """A draft of this browser at the commune; its number."""
    key = str(uuid4())
    client.post(f"/send/{CODE}", {**TYPED, "id": key, "keep": "1"})
    return key


def about(key: str, content: bytes, **rest: str) -> dict[str, str]:
    """The headers of a creation."""
    said = {"draft": key, "sha256": hashlib.sha256(content).hexdigest(), "filename": "the.jpg"}
    metadata = ",".join(f"{name} {coded(value)}" for name, value in (said | rest).items())
    return {**TUS, "Upload-Length": str(len(content)), "Upload-Metadata": metadata}


def begun(client: Client, key: str, content: bytes) -> str:
    """The address of a file that is to come."""
    answer = client.post("/arriving", headers=about(key, content))
    assert answer.status_code == 201, answer.content
    return str(answer["Location"])


def piece(client: Client, place: str, offset: int, content: bytes, **headers: str) -> Any:
    """One piece, with the headers named."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    said = {**TUS, "Upload-Offset": str(offset), **named}
    return client.patch(place, content, content_type=PIECE, headers=said)


def offset(client: Client, place: str) -> int:
    """How much is there."""
    return int(client.head(place, headers=TUS)["Upload-Offset"])


def arrived(client: Client, key: str, content: bytes) -> str:
    """The number of a file that has arrived whole."""
    place = begun(client, key, content)
    assert piece(client, place, 0, content).status_code == 204
    return place.rsplit("/", 1)[1]
