"""What the rules of the house look at: tracked files, parsed."""

import ast
import functools
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The town hall's own affairs and what stands under them: no HTTP, one function per verb.
DOMAIN = frozenset(
    [
        "audit",
        "places",
        "people",
        "procedures",
        "payments",
        "registers",
        "results",
        "notifications",
        "helping",
        "voices",
        "dossiers",
        "sheets",
        "turns",
    ]
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file, by its path within the project."""

    path: str
    text: str

    @property
    def room(self) -> str:
        """``dossiers`` for ``src/motcua/dossiers/…``; "" outside."""
        parts = self.path.split("/")
        return parts[2] if self.path.startswith("src/motcua/") and len(parts) > 3 else ""

    def tree(self) -> ast.Module:
        return ast.parse(self.text)


def tracked() -> list[str]:
    """The files that git knows, and those that are new and not ignored."""
    git = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    said = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(path for path in set(said.split("\0")) if path and (ROOT / path).is_file())


@functools.cache
def sources(*suffixes: str) -> tuple[Source, ...]:
    """Every tracked text with one of the suffixes, or every one."""
    return tuple(_read(suffixes))


def _read(suffixes: tuple[str, ...]) -> Iterator[Source]:
    for path in tracked():
        if suffixes and not path.endswith(suffixes):
            continue
        try:
            yield Source(path, (ROOT / path).read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            continue
