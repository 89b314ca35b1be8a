"""`make check`: everything that can be said about the source without running the suite."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PY = sys.executable
CODE = [name for name in ("src", "tests", "tools", "bench") if (ROOT / name).is_dir()]
DJANGO = [PY, "-m", "django"]
CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("style", [f"{BIN}/ruff", "check", "-q", *CODE]),
    ("layout", [f"{BIN}/ruff", "format", "-q", "--check", *CODE]),
    ("floors", [f"{BIN}/lint-imports", "--no-cache"]),
    ("types", [f"{BIN}/mypy", "--no-error-summary"]),
    ("security", [f"{BIN}/bandit", "-q", "-r", "src", "-c", "pyproject.toml"]),
    ("django", [*DJANGO, "check", "--fail-level", "WARNING"]),
    ("migrations", [*DJANGO, "makemigrations", "--check", "--dry-run", "-v", "0"]),
    ("messages", [PY, "tools/messages.py", "check"]),
    ("packs", [PY, "-m", "motcua.project.command", "packs", "check"]),
    ("house", [PY, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/house"]),
)


def run(name: str, command: list[str]) -> bool:
    """Whether it passed; its own words are printed only when it did not."""
    begun = time.monotonic()
    environment = {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        **{key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    }
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    passed = done.returncode == 0
    print(f"{name:<12}{'ok' if passed else 'FAILED'}  {time.monotonic() - begun:.1f} s", flush=True)
    if not passed:
        print(done.stdout[-20000:], done.stderr[-20000:])
    return passed


def main() -> int:
    """0 when every check passed, 1 otherwise; all of them run."""
    results = [run(name, command) for name, command in CHECKS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    raise SystemExit(main())
