"""The same few names in every room, and no drawer for odds and ends."""

import re
from collections.abc import Iterator

import pytest

from tests.house.source import DOMAIN, ROOT, Source, sources

NO_HOME = frozenset(
    [
        "util",
        "utils",
        "helper",
        "helpers",
        "manager",
        "managers",
        "service",
        "services",
        "signal",
        "signals",
        "common",
        "misc",
        "base_utils",
        "shared_utils",
        "tools",
        "lib",
    ]
)
# HTTP stays at the doors.
NOT_IN_A_DOMAIN_ROOM = frozenset(["views", "urls", "forms", "middleware", "serializers"])
HTTP = ("django.http", "django.shortcuts", "django.views", "django.urls", "django.template")


def complaints(source: Source) -> Iterator[str]:
    """Which names of a file are no home."""
    *folders, file = source.path.removeprefix("src/motcua/").split("/")
    stem = file.removesuffix(".py")
    for part in (*folders, stem):
        if part in NO_HOME:
            yield f"{source.path}: {part} is no noun: what does it speak about?"
    if source.room not in DOMAIN:
        return
    if stem in NOT_IN_A_DOMAIN_ROOM:
        yield f"{source.path}: a room of the domain has no {stem}"
    for line in source.text.splitlines():
        if line.startswith(("import ", "from ")) and line.split()[1].startswith(HTTP):
            yield f"{source.path}: a room of the domain knows nothing of {line.split()[1]}"


def test_every_file_has_a_home_with_a_name() -> None:
    found = [s for s in sources(".py") if s.path.startswith("src/")]
    assert [said for source in found for said in complaints(source)] == []


def test_a_room_with_rows_says_its_label() -> None:
    for models in (ROOT / "src" / "motcua").glob("*/models.py"):
        apps = models.with_name("apps.py").read_text(encoding="utf-8")
        assert f'label = "{models.parent.name}"' in apps


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("src/motcua/dossiers/utils.py", ""),
        ("src/motcua/dossiers/helpers/dates.py", ""),
        ("src/motcua/portal/services.py", ""),
        ("src/motcua/dossiers/views.py", ""),
        ("src/motcua/dossiers/actions.py", "from django.http import HttpRequest"),
        ("src/motcua/people/queries.py", "import django.urls"),
    ],
)
def test_a_name_that_is_no_home_barks(path: str, text: str) -> None:
    assert len(list(complaints(Source(path, text)))) == 1


def test_a_door_may_speak_http() -> None:
    source = Source("src/motcua/portal/views/apply.py", "from django.http import HttpRequest")
    assert list(complaints(source)) == []


def test_names_in_the_books_are_written_in_one_place() -> None:
    """Elsewhere they would not be learnt, and would not be found when mistyped."""
    makes = [
        source.path
        for source in sources(".py")
        if source.path.startswith("src/") and re.search(r"\bEntryName\(|\(EntryName\b", source.text)
    ]
    assert makes == ["src/motcua/registers/models.py", "src/motcua/registers/names_kept.py"]
