"""What a backup says of itself: each member with its size and SHA-256, and the tables' versions."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import IO

FORMAT = "motcua-backup/1"
NAME, SEAL = "manifest.json", "manifest.sha256"
ROWS, FILES = "rows/", "data/"
# Made anew from the program; or the database itself, which goes as rows.
LOCK = "files-lock"
NOT_KEPT = ("static", "cache", "motcua.sqlite3", ".restoring", LOCK)
_BLOCK = 1 << 20


class Damaged(Exception):  # noqa: N818 - what a reader finds, not a fault of the program
    """The archive is not what was written; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Member:
    """Size in bytes and SHA-256 of one member."""

    size: int
    sha256: str


@dataclass(slots=True)
class Manifest:
    """The list of contents."""

    made_at: str
    migrations: list[str]
    members: dict[str, Member] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    format: str = FORMAT

    def written(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()


def read(text: bytes, seal: bytes) -> Manifest:
    """The manifest of an archive; Damaged when it does not match its seal."""
    if hashlib.sha256(text).hexdigest().encode() != seal.strip():
        raise Damaged("the manifest does not match its seal")
    try:
        found = json.loads(text)
        members = {name: Member(**member) for name, member in found.pop("members").items()}
        manifest = Manifest(**found, members=members)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise Damaged(f"the manifest cannot be read: {fault}") from fault
    if manifest.format != FORMAT:
        raise Damaged(f"the format is {manifest.format}, not {FORMAT}")
    return manifest


def measure(file: IO[bytes], passed: Callable[[int], object]) -> Member:
    """Size and SHA-256 of what a file still holds; `passed` is told of each piece."""
    digest, size = hashlib.sha256(), 0
    while block := file.read(_BLOCK):
        digest.update(block)
        size += len(block)
        passed(len(block))
    return Member(size, digest.hexdigest())
