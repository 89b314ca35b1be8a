"""Files kept by what they contain: written whole or not at all, outside the web root.

A file is written before the row that names it. A process that dies in between, and a row that lets
go, leave a file that nobody names: `sweep` takes it away when it has been left alone for a day.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import models

# No act takes so long between its file and its row.
LEFT_ALONE = timedelta(days=1)
_GOING = ".going"


class FileDigest(models.CharField):  # type: ignore[type-arg]
    """A column that names kept files; `sweep` is told of every one, and each is indexed."""


def path_of(digest: str) -> Path:
    """Where the file with this SHA-256 (hex) lies, whether or not it is there."""
    return Path(settings.MOTCUA_FILES) / digest[:2] / digest


def keep(content: bytes) -> str:
    """Write the bytes durably and return their SHA-256; the same bytes are kept once."""
    digest = hashlib.sha256(content).hexdigest()
    place = path_of(digest)
    with suppress(FileNotFoundError):
        # Young again: a sweep that has just found it old leaves it.
        os.utime(place)
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


def folders() -> list[str]:
    """The first two digits of all that may be kept: each names a folder."""
    return [f"{number:02x}" for number in range(256)]


def sweep(
    folder: str, *, at: datetime, unnamed: Callable[[Collection[str]], Collection[str]]
) -> list[str]:
    """Take away what nobody names and nobody touched for `LEFT_ALONE`; what was taken away.

    `unnamed` says of some digests which no row names. What is being written, or was written for a
    row that is still to come, is young; what becomes young meanwhile is put back.
    """
    old = [path for path in _lying(folder) if _is_old(path, at)]
    wanted = {path.name for path in old if not path.name.startswith((".", "tmp"))}
    gone = set(unnamed(wanted)) | {path.name for path in old} - wanted
    return [path.name for path in old if path.name in gone and _taken_away(path, at)]


def missing(digests: Collection[str]) -> list[str]:
    """Those of which no file is there."""
    return sorted(digest for digest in digests if not path_of(digest).exists())


def _lying(folder: str) -> Iterator[Path]:
    place = Path(settings.MOTCUA_FILES) / folder
    return place.iterdir() if place.is_dir() else iter(())


def _is_old(path: Path, at: datetime) -> bool:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < (at - LEFT_ALONE).timestamp()
    return False


def _taken_away(path: Path, at: datetime) -> bool:
    """Aside first: whoever keeps the same bytes now writes them anew, or made them young before."""
    aside = path.with_name(f"{_GOING}.{path.name}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return False
    if _is_old(aside, at):
        aside.unlink()
        return True
    aside.rename(path)
    return False
