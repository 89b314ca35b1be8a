"""A loading that is killed leaves nothing: the next start begins afresh."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]
MOTCUA = [sys.executable, "-m", "motcua.project.command"]


def command(data: Path, name: str) -> "subprocess.Popen[str]":
    """One command on an installation of its own."""
    env = {**os.environ, "MOTCUA_DATA": str(data), "DATABASE_URL": "", "PYTHONUNBUFFERED": "1"}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.Popen([*MOTCUA, name], env=env, stdout=subprocess.PIPE, text=True)


def killed_at(data: Path, last: str) -> list[str]:
    """What `motcua demo` said until it was killed, a moment after it said `last`."""
    running = command(data, "demo")
    assert running.stdout is not None
    said = []
    for line in running.stdout:
        step, _, _seconds = line.strip().partition(" (")
        said.append(step)
        if said[-1] == last:
            break
    time.sleep(0.3)
    running.send_signal(signal.SIGKILL)
    running.wait()
    return said


def test_killed_in_the_middle_it_leaves_nothing_and_begins_afresh(tmp_path: Path) -> None:
    assert command(tmp_path, "migrate").wait() == 0
    for last in ("dossiers", "books"):
        said = killed_at(tmp_path, f"demo: {last}")
        assert said[0] == "demo: places"
        assert said[-1] == f"demo: {last}"
        with sqlite3.connect(tmp_path / "motcua.sqlite3") as database:
            for table in ("people_household", "people_account", "dossiers_dossier"):
                count = database.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
                assert count == (0,)
