"""What the documentation promises is there, and what is there is documented."""

import re
from pathlib import Path

from motcua.project.command import COMMANDS

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "motcua"
_CODE = re.compile(r"`([\w/]+\.py)(?:::(\w+))?`")
_PICTURE = re.compile(r"pictures/([\w-]+\.png)")
# Set by the installation itself, never by a person.
_NOT_FOR_PEOPLE = {"MOTCUA_CA", "MOTCUA_FILES", "MOTCUA_FONTS"}


def pages() -> str:
    """All pages of the documentation and the README, one after the other."""
    found = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
    return "\n".join(path.read_text("utf-8") for path in found)


def orphans(said: str, pictures: set[str]) -> set[str]:
    """The pictures that no page shows, and those that a page shows and that are not there."""
    return set(_PICTURE.findall(said)) ^ pictures


def test_every_picture_is_shown_by_a_page_and_every_page_has_its_pictures() -> None:
    assert orphans(pages(), {path.name for path in (DOCS / "pictures").glob("*.png")}) == set()


def test_a_picture_that_no_page_shows_barks() -> None:
    assert orphans("![](pictures/a.png)", {"a.png", "b.png"}) == {"b.png"}
    assert orphans("![](pictures/a.png)", set()) == {"a.png"}


def lost(said: str) -> list[str]:
    """The files that a page names and that are not there, and the names that are not in them."""
    there = [
        path for top in ("src", "tests", "bench", "tools") for path in (ROOT / top).rglob("*.py")
    ]
    found = []
    for file, name in _CODE.findall(said):
        meant = [path for path in there if path.as_posix().endswith(f"/{file}")]
        holds = re.compile(rf"^ *(?:def|class) {name}\b" if name else "", re.MULTILINE)
        if not any(holds.search(path.read_text("utf-8")) for path in meant):
            found.append(f"{file}::{name}" if name else file)
    return found


def test_all_code_that_a_page_names_is_there() -> None:
    assert len(_CODE.findall(pages())) > 30
    assert lost(pages()) == []


def test_code_that_is_not_there_barks() -> None:
    said = "`dossiers/nowhere.py`, `dossiers/lifecycle.py::nothing`, `dossiers/lifecycle.py::take`"
    assert lost(said) == ["dossiers/nowhere.py", "dossiers/lifecycle.py::nothing"]


def test_every_setting_has_its_line() -> None:
    read = set()
    for path in SOURCE.rglob("*.py"):
        read |= set(re.findall(r'environ(?:\.get\(|\[)\s*"([A-Z_]+)"', path.read_text("utf-8")))
    page = (DOCS / "reference" / "settings.md").read_text("utf-8")
    named = set(re.findall(r"`([A-Z][A-Z_]+)", page))
    assert len(read) > 12
    assert sorted(read - named - _NOT_FOR_PEOPLE - {"DJANGO_SETTINGS_MODULE"}) == []


def test_every_command_has_its_line() -> None:
    page = (DOCS / "reference" / "commands.md").read_text("utf-8")
    named = set(re.findall(r"`motcua ([a-z0-9-]+)", page))
    assert sorted(COMMANDS.keys() - named) == []
