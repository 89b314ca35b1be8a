"""Files kept by what they contain: written whole or not at all, outside the web root."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


def path_of(digest: str) -> Path:
    """Where the file with this SHA-256 (hex) lies, whether or not it is there."""
    return Path(settings.MOTCUA_FILES) / digest[:2] / digest


def keep(content: bytes) -> str:
    """Write the bytes durably and return their SHA-256; the same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    place = path_of(digest)
    if place.exists():
        return digest
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    # A rename is whole or not at all, so a reader never meets half a file.
    Path(name).rename(place)
    return digest


def read(digest: str) -> bytes:
    """The bytes; ValueError when the disk no longer holds what was written."""
    content = path_of(digest).read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(f"the file {digest} has changed on the disk")
    return content
