"""The running product as a stranger sees it: a command, a port, processes that can be killed."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_LOCAL = "127.0.0.1"
_PATIENCE = 180.0


class House:
    """One installation in a folder: settled, opened, killed, opened again, asked what it holds."""

    def __init__(self, data: Path, database: str = "", *options: str) -> None:
        self.port = _free_port()
        self.log = data.parent / "served.log"
        self._options = options
        self._served: subprocess.Popen[bytes] | None = None
        kept = {name: value for name, value in os.environ.items() if "MOTCUA" not in name}
        self.environment = {
            **kept,
            "PYTHONPATH": "src:.",
            "DJANGO_SETTINGS_MODULE": "motcua.project.settings",
            "DATABASE_URL": database,
            "MOTCUA_DATA": str(data),
            "PORT": str(self.port),
            # All residents of the measure stand behind one address.
            "MOTCUA_LIMITS": "1000",
        }

    @property
    def pid(self) -> int:
        """The parent of everything that runs; RuntimeError when nothing does."""
        if self._served is None:
            raise RuntimeError("the house is closed")
        return self._served.pid

    def python(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a module of Python to its end, in this installation."""
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def facts(self, module: str, *arguments: str) -> Any:
        """The line of JSON that a module prints; RuntimeError with what it said when it fails."""
        done = self.python(module, *arguments)
        if done.returncode:
            raise RuntimeError(f"{module}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def open(self, patience: float = _PATIENCE) -> float:
        """Start `motcua serve` in a process group of its own; the seconds until it answers."""
        begun = time.monotonic()
        while not self._answers():
            if self._served is None or self._served.poll() is not None:
                self._start()
            if time.monotonic() - begun > patience:
                raise RuntimeError(f"it does not open: {self.log.read_text()}")
            time.sleep(0.02)
        return time.monotonic() - begun

    def kill(self) -> None:
        """SIGKILL for web, worker and parent at once; back when nothing listens any more."""
        if self._served is None:
            return
        os.killpg(self._served.pid, signal.SIGKILL)
        self._served.wait()
        self._served = None
        while self._answers():
            time.sleep(0.01)

    def _start(self) -> None:
        with self.log.open("ab") as log:
            self._served = subprocess.Popen(
                [sys.executable, "-m", "motcua.project.command", "serve", *self._options],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _answers(self) -> bool:
        with socket.socket() as ours:
            ours.settimeout(0.5)
            return ours.connect_ex((_LOCAL, self.port)) == 0


def _free_port() -> int:
    with socket.socket() as ours:
        ours.bind((_LOCAL, 0))
        return int(ours.getsockname()[1])
