"""The bytes that have arrived, each file in its own; how long it is, is how much is here.

A piece is added only where the file ends (compare and append, under the kernel's lock), so that of
two that come at once one is added and the other is told; and is on the disk before that is said.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from motcua.dossiers.arriving.errors import ArrivalUnknown, NoRoom, OtherOffset


def place(key: UUID) -> Path:
    """Where the bytes of an arrival lie."""
    return _folder() / str(key)


def begin(key: UUID) -> None:
    """An empty file, so that the first piece has an end to be added to."""
    _folder().mkdir(parents=True, exist_ok=True)
    place(key).touch(mode=0o600, exist_ok=False)
    folder = os.open(_folder(), os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def here(key: UUID) -> int:
    """How many bytes have arrived; ArrivalUnknown when the file has gone."""
    try:
        return place(key).stat().st_size
    except FileNotFoundError as gone:
        raise ArrivalUnknown from gone


def add(key: UUID, piece: bytes, *, offset: int) -> int:
    """Add a piece at the end, durably; how much is here then.

    OtherOffset, and nothing added, when the file does not end at `offset`; NoRoom likewise.
    """
    with _alone(key) as handle:
        if os.fstat(handle).st_size != offset:
            raise OtherOffset
        try:
            _write(handle, piece)
            os.fsync(handle)
        except OSError as full:
            os.ftruncate(handle, offset)
            raise NoRoom from full
    return offset + len(piece)


def content(key: UUID) -> bytes:
    """All that has arrived; ArrivalUnknown when the file has gone."""
    try:
        return place(key).read_bytes()
    except FileNotFoundError as gone:
        raise ArrivalUnknown from gone


def drop(key: UUID) -> None:
    """Let the bytes go; harmless when they are gone."""
    place(key).unlink(missing_ok=True)


def left_alone(since: datetime) -> list[UUID]:
    """The arrivals to which nothing was added since then."""
    with suppress(FileNotFoundError):
        found = [one for one in _folder().iterdir() if one.stat().st_mtime < since.timestamp()]
        return [UUID(one.name) for one in found]
    return []


def _folder() -> Path:
    return Path(settings.DATA) / "arriving"


def _write(handle: int, piece: bytes) -> None:
    view = memoryview(piece)
    while view:
        view = view[os.write(handle, view) :]


@contextmanager
def _alone(key: UUID) -> Iterator[int]:
    """The file for nobody else, for as long as a piece takes to be written: never while one waits
    for the line, or a phone whose connection died would keep out its own next one."""
    try:
        handle = os.open(place(key), os.O_WRONLY | os.O_APPEND)
    except FileNotFoundError as gone:
        raise ArrivalUnknown from gone
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)
