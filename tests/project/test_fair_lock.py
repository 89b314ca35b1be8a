"""Writers of SQLite queue: nothing is lost, nobody keeps the lock, readers never wait."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connections, transaction

from motcua.project.database import database_of
from motcua.project.sqlite.base import DatabaseWrapper
from motcua.project.sqlite.fair_lock import FairLock

ALIAS = "file"


def opened(path: Path) -> DatabaseWrapper:
    """A connection of its own to a file, as the product opens it."""
    defaults = dict(connections["default"].settings_dict)
    settings = {**defaults, **database_of("", path)}
    return DatabaseWrapper({**settings, "TIME_ZONE": None, "AUTOCOMMIT": True}, ALIAS)


@pytest.fixture
def file(tmp_path: Path, django_db_blocker: pytest.FixtureRequest) -> Iterator[DatabaseWrapper]:
    """A database file with one empty table, reachable as ``using="file"``."""
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        connection = opened(tmp_path)
        connections[ALIAS] = connection
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE kept (number INTEGER UNIQUE)")
        yield connection
        connection.close()
        del connections[ALIAS]


def free(path: Path) -> bool:
    """Whether the next writer would get in at once."""
    lock = FairLock(path / "motcua.sqlite3.queue")
    done = threading.Event()

    def take() -> None:
        lock.take()
        done.set()

    waiting = threading.Thread(target=take, daemon=True)
    waiting.start()
    got = done.wait(0.2)
    if got:
        lock.close()
    return got


def insert(number: int) -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("INSERT INTO kept VALUES (%s)", [number])


def count() -> int:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM kept")
        return int(cursor.fetchone()[0])


def test_sixteen_processes_lose_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.ground.writers", str(tmp_path), "16", "10"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": "src:."},
    )
    got = json.loads(done.stdout)
    assert (got["failed"], got["acts"], got["numbers"], got["highest"]) == (0, 160, 160, 160)
    assert got["rows"] == 160 * 9


def test_a_writer_holds_the_queue_until_it_commits(file: DatabaseWrapper, tmp_path: Path) -> None:
    with transaction.atomic(using=ALIAS):
        insert(1)
        assert not free(tmp_path)
    assert free(tmp_path)


def test_savepoints_are_one_turn(file: DatabaseWrapper, tmp_path: Path) -> None:
    with transaction.atomic(using=ALIAS):
        with transaction.atomic(using=ALIAS):
            insert(1)
        assert not free(tmp_path)
    assert free(tmp_path)


def test_an_act_that_fails_gives_the_queue_back(file: DatabaseWrapper, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(using=ALIAS):
        insert(1)
        insert(1)
    assert free(tmp_path)
    assert count() == 0


def test_a_connection_closed_in_an_act_gives_the_queue_back(
    file: DatabaseWrapper, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(using=ALIAS):
        insert(1)
        file.close()
        assert free(tmp_path)
        insert(2)
    assert count() == 0


def test_a_begin_that_fails_gives_the_queue_back(
    file: DatabaseWrapper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.transaction_mode = "NONSENSE"
    with pytest.raises(DatabaseError), transaction.atomic(using=ALIAS):
        pass
    assert free(tmp_path)


def test_reading_does_not_queue(file: DatabaseWrapper, tmp_path: Path) -> None:
    other = FairLock(tmp_path / "motcua.sqlite3.queue")
    other.take()
    assert count() == 0
    other.close()


def test_a_forked_child_neither_keeps_nor_gives_its_parents_turn(
    file: DatabaseWrapper, tmp_path: Path
) -> None:
    lock = FairLock(tmp_path / "motcua.sqlite3.queue")
    lock.take()
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(tell)
        lock.close()
        os.read(told, 1)
        os._exit(0)
    try:
        assert not free(tmp_path)
        lock.close()
        assert free(tmp_path)
    finally:
        os.write(tell, b".")
        os.waitpid(child, 0)


def test_a_database_in_memory_has_no_queue() -> None:
    wrapper = opened(Path("unused"))
    wrapper.settings_dict["NAME"] = ":memory:"
    assert wrapper._our_turn() is None
