"""Restoring a backup: everything is verified first, and nothing that is there is written over."""

import shutil
import tarfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from django.db import connection, transaction

from motcua.project.archive import manifest as contents
from motcua.project.archive import rows
from motcua.project.archive.manifest import (
    FILES,
    NAME,
    NOT_KEPT,
    ROWS,
    SEAL,
    Damaged,
    Manifest,
    measure,
)

# Made by the command itself when it starts; the database is looked into, below.
_OUR_OWN = ("secret-key", *NOT_KEPT)
_RESTORING = ".restoring"

Reached = Callable[[int], object]


class NotEmpty(Exception):  # noqa: N818 - a refusal
    """There is something already where the backup should go."""


def verify(archive: Path, passed: Reached) -> Manifest:
    """Read the whole archive; Damaged unless every member is there, unchanged, and no other."""
    found: dict[str, contents.Member] = {}
    kept: dict[str, bytes] = {}
    try:
        with tarfile.open(archive, "r:*") as tar:
            for about in tar:
                file = tar.extractfile(about) if about.isreg() else None
                if file is None or not _safe(about.name) or about.name in found:
                    raise Damaged(f"{about.name}: no such member belongs here")
                if about.name in (NAME, SEAL):
                    kept[about.name] = file.read()
                else:
                    found[about.name] = measure(file, passed)
    except (tarfile.TarError, EOFError, zlib.error, OSError) as fault:
        raise Damaged(f"the archive cannot be read to its end: {fault}") from fault
    if len(kept) < 2:
        raise Damaged("the archive ends before its manifest")
    manifest = contents.read(kept[NAME], kept[SEAL])
    _compare(manifest, found)
    return manifest


def _compare(manifest: Manifest, found: dict[str, contents.Member]) -> None:
    for name in sorted(manifest.members.keys() | found.keys()):
        if name not in found:
            raise Damaged(f"{name} is missing")
        if manifest.members.get(name) != found[name]:
            raise Damaged(f"{name} was changed")


def _safe(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name


def refuse_unless_empty(data: Path) -> None:
    """NotEmpty when the data directory or the database holds anything."""
    there = [path.name for path in data.iterdir()] if data.exists() else []
    known = [
        name for name in there if name not in _OUR_OWN and not name.startswith("motcua.sqlite3")
    ]
    if known:
        raise NotEmpty(f"{data} holds {', '.join(sorted(known)[:5])}")
    if connection.introspection.table_names():
        raise NotEmpty("the database has tables")


def fill(archive: Path, manifest: Manifest, data: Path, loaded: Reached) -> None:
    """Put everything in its place: rows in one transaction, files after them.

    The tables must be there and be those of the backup's version.
    """
    ours, theirs = set(rows.migrations()), set(manifest.migrations)
    if ours != theirs:
        other = ", ".join(sorted(ours ^ theirs)[:5])
        raise Damaged(f"the backup was made by another version of the program ({other})")
    aside = data / _RESTORING
    try:
        with tarfile.open(archive, "r:*") as tar, transaction.atomic():
            rows.clear()
            _load(tar, aside, loaded)
            rows.set_sequences()
        _move(aside, data)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _load(tar: tarfile.TarFile, aside: Path, loaded: Reached) -> None:
    models = {f"{ROWS}{model._meta.db_table}.jsonl": model for model in rows.tables()}
    for about in tar:
        file = tar.extractfile(about)
        if file is None or about.name in (NAME, SEAL):
            continue
        if about.name in models:
            rows.load(models[about.name], file, loaded)
        elif about.name.startswith(FILES):
            path = aside / about.name.removeprefix(FILES)
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as out:
                shutil.copyfileobj(file, out)
            path.chmod(0o600)


def _move(aside: Path, data: Path) -> None:
    for path in sorted(aside.rglob("*")) if aside.exists() else ():
        if path.is_file():
            place = data / path.relative_to(aside)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
