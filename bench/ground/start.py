"""How long a start takes until the first answer, and what the running product weighs (PSS)."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

_PORT = 18377


def answers() -> bool:
    """Whether the health page comes."""
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{_PORT}/health", timeout=1).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def start(data: Path) -> tuple[float, float]:
    """Seconds until it answers, and MiB of all its processes two seconds later."""
    env = {**os.environ, "MOTCUA_DATA": str(data), "PORT": str(_PORT), "PYTHONPATH": "src"}
    command = [sys.executable, "-m", "motcua.project.command", "serve", "--demo"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    while not answers():
        time.sleep(0.02)
    took = time.perf_counter() - begun
    time.sleep(2)
    parent = psutil.Process(process.pid)
    family = [parent, *parent.children(recursive=True)]
    weight = sum(one.memory_full_info().pss for one in family) / (1 << 20)
    process.send_signal(signal.SIGTERM)
    process.wait()
    return took, weight


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as name:
        for which in ("first start, with the demo", "second start"):
            took, weight = start(Path(name))
            print(f"{which}: {took:.1f} s until it answers, {weight:.0f} MiB for web and worker")


if __name__ == "__main__":
    main()
