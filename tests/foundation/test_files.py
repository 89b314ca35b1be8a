"""Kept files: whole or not at all; what nobody names is swept, what is in the making never is."""

import os
import time
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from motcua.foundation import files
from motcua.foundation.hold import Busy, held

NOW = datetime.now(UTC)
CONTENT = b"a paper"


@pytest.fixture(autouse=True)
def place(settings: Any, tmp_path: Path) -> Path:
    settings.MOTCUA_FILES = tmp_path
    return tmp_path


def grow_old(path: Path, hours: float = 25) -> Path:
    then = time.time() - hours * 3600
    os.utime(path, (then, then))
    return path


def swept(digest: str, named: Collection[str] = ()) -> list[str]:
    return files.sweep(digest[:2], at=NOW, unnamed=lambda asked: set(asked) - set(named))


def test_the_same_bytes_are_kept_once_and_become_young_again() -> None:
    digest = files.keep(CONTENT)
    grow_old(files.path_of(digest))
    assert files.keep(CONTENT) == digest
    assert time.time() - files.path_of(digest).stat().st_mtime < 60
    assert files.read(digest) == CONTENT


def test_an_old_file_that_nobody_names_is_taken_away_and_a_named_one_stays() -> None:
    digest = files.keep(CONTENT)
    grow_old(files.path_of(digest))
    assert swept(digest, named=[digest]) == []
    assert files.missing([digest]) == []
    assert swept(digest) == [digest]
    assert files.missing([digest]) == [digest]
    assert list(files.path_of(digest).parent.iterdir()) == []


def test_a_young_file_waits_for_its_row() -> None:
    digest = files.keep(CONTENT)
    grow_old(files.path_of(digest), hours=23)
    assert swept(digest) == []


def test_half_a_file_of_a_writer_that_was_killed_goes_after_a_day() -> None:
    digest = files.keep(CONTENT)
    for name in ("tmpk3j", ".going.abc"):
        (files.path_of(digest).parent / name).write_bytes(b"ha")
    assert swept(digest, named=[digest]) == []
    for name in ("tmpk3j", ".going.abc"):
        grow_old(files.path_of(digest).parent / name)
    assert sorted(swept(digest, named=[digest])) == [".going.abc", "tmpk3j"]


def test_what_is_kept_again_while_it_is_looked_up_stays() -> None:
    """Between "no row names it" and the removal somebody hands in the same bytes."""
    digest = files.keep(CONTENT)
    grow_old(files.path_of(digest))

    def meanwhile(asked: Collection[str]) -> Collection[str]:
        files.keep(CONTENT)
        return asked

    assert files.sweep(digest[:2], at=NOW, unnamed=meanwhile) == []
    assert files.read(digest) == CONTENT


def test_who_keeps_it_after_it_was_taken_writes_it_anew() -> None:
    digest = files.keep(CONTENT)
    grow_old(files.path_of(digest))
    assert swept(digest) == [digest]
    assert files.keep(CONTENT) == digest
    assert files.read(digest) == CONTENT


def test_a_folder_that_is_not_there_has_nothing_to_sweep() -> None:
    assert files.sweep("ff", at=NOW, unnamed=lambda asked: asked) == []
    assert len(files.folders()) == 256


def test_who_needs_to_be_alone_does_not_wait(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with (
        held(lock, alone=False),
        held(lock, alone=False),
        pytest.raises(Busy),
        held(lock, alone=True),
    ):
        pytest.fail("it was not alone")
    with held(lock, alone=True):
        pass
