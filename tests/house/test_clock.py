"""Only the foundation's clock reads the machine's time; verbs are given it."""

import ast
from collections.abc import Iterator

import pytest

from tests.house.source import Source, sources

_READS = frozenset(
    [
        "datetime.now",
        "datetime.utcnow",
        "datetime.today",
        "date.today",
        "timezone.now",
        "timezone.localtime",
        "timezone.localdate",
        "time.time",
        "time.localtime",
        "time.gmtime",
    ]
)
_CLOCK = "src/motcua/foundation/clock.py"


def complaints(source: Source) -> Iterator[str]:
    """Calls that read the machine's clock behind the law's back."""
    for node in ast.walk(source.tree()):
        if not isinstance(node, ast.Call):
            continue
        said = ".".join(ast.unparse(node.func).split(".")[-2:])
        if said in _READS:
            yield f"{source.path}:{node.lineno}: {said}()"


def test_no_one_else_reads_the_clock() -> None:
    found = [s for s in sources(".py") if s.path.startswith("src/") and s.path != _CLOCK]
    assert [said for source in found for said in complaints(source)] == []


@pytest.mark.parametrize(
    "text", ["datetime.now(UTC)", "datetime.datetime.now()", "date.today()", "timezone.now()"]
)
def test_reading_the_clock_barks(text: str) -> None:
    assert len(list(complaints(Source("a.py", text)))) == 1


def test_measuring_how_long_is_allowed() -> None:
    assert list(complaints(Source("a.py", "time.monotonic()"))) == []
