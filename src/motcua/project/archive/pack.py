"""Making a backup: the rows of one moment, then the files that they speak of."""

import hashlib
import io
import os
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from motcua.foundation.hold import held
from motcua.project.archive import rows
from motcua.project.archive.manifest import (
    FILES,
    LOCK,
    NAME,
    NOT_KEPT,
    ROWS,
    SEAL,
    Manifest,
    measure,
)
from motcua.project.archive.snapshot import snapshot

Told = Callable[[str], object]
# Written and renamed while one looks: not yet, or no longer, a file of the house.
_IN_THE_MAKING = (".", "tmp")


def pack(target: Path, data: Path, *, at: datetime, told: Told) -> Manifest:
    """Write a backup to a file that is not there yet; `told` hears of each member.

    Files come after the rows: a row never speaks of a file that is written later, so that every
    file that the rows know is there; none is swept away meanwhile. FileExistsError; a backup that
    failed is removed. It holds the secrets of the house: its owner's only, from the first byte.
    """
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as out, held(data / LOCK, alone=False):
        try:
            mode = "w:gz" if target.suffix in (".gz", ".tgz") else "w"
            with tarfile.open(fileobj=out, mode=mode) as tar:  # type: ignore[call-overload]
                return _fill(tar, data, at, told)
        except BaseException:
            target.unlink()
            raise


def _fill(tar: tarfile.TarFile, data: Path, at: datetime, told: Told) -> Manifest:
    with snapshot():
        manifest = Manifest(at.astimezone(UTC).isoformat(), rows.migrations())
        for model in rows.tables():
            table = model._meta.db_table
            told(table)
            with tempfile.TemporaryFile() as file:
                manifest.rows[table] = rows.dump(model, file)
                _add(tar, manifest, f"{ROWS}{table}.jsonl", file)
    for path in files_of(data):
        told(path.name)
        with path.open("rb") as file:
            _add(tar, manifest, FILES + path.relative_to(data).as_posix(), file)
    text = manifest.written()
    _put(tar, NAME, text)
    _put(tar, SEAL, hashlib.sha256(text).hexdigest().encode() + b"\n")
    return manifest


def files_of(data: Path) -> Iterator[Path]:
    """What of the data directory belongs into a backup: keys, papers, results."""
    for path in sorted(data.rglob("*")):
        first = path.relative_to(data).parts[0]
        if first.startswith(NOT_KEPT) or path.name.startswith(_IN_THE_MAKING):
            continue
        if path.is_file() and not path.is_symlink():
            yield path


def _add(tar: tarfile.TarFile, manifest: Manifest, name: str, file: IO[bytes]) -> None:
    file.seek(0)
    member = measure(file, lambda size: None)
    file.seek(0)
    about = tarfile.TarInfo(name)
    about.size = member.size
    about.mode = 0o600
    tar.addfile(about, file)
    manifest.members[name] = member


def _put(tar: tarfile.TarFile, name: str, text: bytes) -> None:
    about = tarfile.TarInfo(name)
    about.size = len(text)
    tar.addfile(about, io.BytesIO(text))
