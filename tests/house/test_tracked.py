"""What must not be in a tracked file, and what a lock file must hold."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT, Source, sources

# Written in pieces, so that this file does not find itself.
_PLACES = ("/ro" + "ot/", "/ho" + "me/", "/wo" + "rk/", "/t" + "mp/w/", "/Use" + "rs/")
_REGISTRIES = ("pythonho" + "sted", "pyp" + "i.org", "registry.np" + "mjs", "deb.de" + "bian")
_UNFINISHED = tuple(a + b for a, b in (("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")))
_WORD = re.compile(r"\b(" + "|".join(_UNFINISHED) + r")\b")
_PINNED = re.compile(r"^[a-z0-9][a-z0-9._-]*(\[[a-z,-]+\])?==\S+", re.IGNORECASE)


def complaints(source: Source) -> Iterator[str]:
    """Private paths, hosts of registries, unfinished work."""
    for number, line in enumerate(source.text.splitlines(), 1):
        for word in (*_PLACES, *_REGISTRIES):
            if word in line:
                yield f"{source.path}:{number}: {word}"
        if source.path.endswith((".py", ".js", ".html", ".css")) and _WORD.search(line):
            yield f"{source.path}:{number}: unfinished"


def lock_complaints(name: str, text: str) -> Iterator[str]:
    """What of a lock file is not pinned, not hashed, or names where it came from."""
    for entry in re.split(r"\n(?=\S)", text.replace("\\\n", "")):
        first = entry.strip().split("\n")[0]
        if not first or first.startswith("#"):
            continue
        if not _PINNED.match(first):
            yield f"{name}: not pinned: {first[:60]}"
        elif "--hash=sha256:" not in entry:
            yield f"{name}: no hash: {first[:60]}"
    for host in re.findall(r"https?://\S+|--index-url|--find-links", text):
        yield f"{name}: names a place: {host[:60]}"


def test_no_tracked_file_tells_of_its_makers_machine() -> None:
    assert [said for source in sources() for said in complaints(source)] == []


@pytest.mark.parametrize("name", ["bootstrap", "base", "dev"])
def test_lock_files_pin_and_hash_everything(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
    assert list(lock_complaints(name, text)) == []
    assert text.count("==") > 1


def test_every_direct_dependency_is_locked() -> None:
    for name in ("base", "dev"):
        wanted = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8")
        locked = (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8").lower()
        for line in wanted.splitlines():
            package = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line)
            if package:
                assert f"\n{package[0].lower()}" in f"\n{locked}"


def test_every_runtime_dependency_says_why() -> None:
    lines = (ROOT / "requirements" / "base.in").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    assert all("# " in line for line in wanted)
    assert len(wanted) <= 24


def test_no_catalogue_is_committed_compiled() -> None:
    assert not [path for path in sources(".mo", ".pyc") if Path(path.path).suffix]


@pytest.mark.parametrize("bad", [f"see {_PLACES[0]}x", f"at {_REGISTRIES[0]}", _UNFINISHED[0]])
def test_such_a_file_barks(bad: str) -> None:
    assert len(list(complaints(Source("a.py", f"# {bad}\n")))) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("django>=5\n", "not pinned"),
        ("django==5.2\n", "no hash"),
        ("--index-url https://x\ndjango==5.2 --hash=sha256:0\n", "names a place"),
        ("django @ https://x/y.whl --hash=sha256:0\n", "not pinned"),
    ],
)
def test_a_loose_lock_file_barks(text: str, said: str) -> None:
    assert any(said in line for line in lock_complaints("x", text))
