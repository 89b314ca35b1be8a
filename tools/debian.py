"""Debian packages that the tests call: installed when they are missing and we may."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def wanted(text: str) -> list[str]:
    """The names in a list with comments."""
    return [line.split("#")[0].strip() for line in text.splitlines() if line.split("#")[0].strip()]


def missing(names: list[str]) -> list[str]:
    """Those that dpkg does not report as installed; none where there is no dpkg."""
    if not shutil.which("dpkg-query"):
        return []
    said = subprocess.run(
        ["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    there = {line.split()[0] for line in said.splitlines() if line.endswith(" installed")}
    return [name for name in names if name not in there]


def may_install() -> list[str] | None:
    """What to put before apt-get; None when this user may not install."""
    if os.geteuid() == 0:
        return []
    asked = shutil.which("sudo") and subprocess.run(
        ["sudo", "-n", "true"], capture_output=True, check=False
    )
    return ["sudo", "-n"] if asked and asked.returncode == 0 else None


def install(names: list[str], before: list[str]) -> int:
    """apt-get, quietly; its own words only when it fails."""
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y"]
    for step in (["update"], ["install", "--no-install-recommends", *names]):
        done = subprocess.run([*apt, *step], capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
            return 3
    return 0


def main(listed: str) -> int:
    """0 when all are there, 3 when some are missing and cannot be had."""
    names = missing(wanted(Path(listed).read_text(encoding="utf-8")))
    if not names:
        return 0
    before = may_install()
    if before is None:
        print(
            f"The tests need: {' '.join(names)}\n  apt-get install {' '.join(names)}",
            file=sys.stderr,
        )
        return 3
    print(f"installing {' '.join(names)}")
    return install(names, before)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
