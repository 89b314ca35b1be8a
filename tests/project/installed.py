"""An installation in a folder of its own, driven by the motcua command as a person drives it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_MOTCUA = [sys.executable, "-m", "motcua.project.command"]


def environment(data: Path, **more: str) -> dict[str, str]:
    """SQLite in the folder, whatever database this run of the tests is on."""
    ours = ("MOTCUA_", "DJANGO_")  # what tests set for themselves
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {
        **kept,
        "PYTHONPATH": "src:.",
        "DJANGO_SETTINGS_MODULE": "motcua.project.settings",
        "DATABASE_URL": "",
        "MOTCUA_DATA": str(data),
        **more,
    }


def motcua(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*_MOTCUA, *arguments],
        env=environment(data, **more),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def free_port() -> int:
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        return int(ours.getsockname()[1])


@contextmanager
def serving(data: Path, port: int, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`motcua serve`, until it answers; stopped at the end when it still runs."""
    process = subprocess.Popen(
        [*_MOTCUA, "serve", *arguments],
        env=environment(data, PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_until(lambda: answers(port) or process.poll() is not None)
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()


def answers(port: int) -> bool:
    """Whether a page comes, whichever it is."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/design", timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def wait_until(true: Callable[[], bool], seconds: float = 120.0) -> None:
    """Come back when `true()` is; AssertionError when it does not become so in time."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)
