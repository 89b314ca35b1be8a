"""The page that teaches how to write a pack: its worked example is run as it stands there."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.utils import translation

from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import load
from motcua.procedures.loader import check
from motcua.project.command import main
from tests import cast

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "pack.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"(?s)<!-- (\S+) -->\n```\w*\n(.*?)```", PAGE))
FILES = sorted(name for name in BLOCKS if name.endswith(".toml"))
(BEGIN,) = re.findall(r"(?m)^motcua (packs new .*)$", PAGE)
CODE = "2.009901"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that the page's own command begins."""
    words = [str(tmp_path) if word == "my-packs" else word for word in shlex.split(BEGIN)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    return tmp_path


def written(folder: Path) -> Path:
    """The pack as the page writes it."""
    place = folder / "vn" / "procedures" / CODE
    for name in FILES:
        (place / name).write_text(BLOCKS[name], encoding="utf-8")
    return place


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_page_writes_every_file_that_the_command_begins(folder: Path) -> None:
    begun = sorted(file.name for file in (folder / "vn" / "procedures" / CODE).iterdir())
    assert begun == FILES
    assert {p.code for p in check(folder)} == {"amount", "blank", "missing_words"}


@pytest.mark.django_db
def test_what_the_page_writes_is_sound_and_is_loaded(folder: Path) -> None:
    written(folder)
    assert list(map(str, check(folder))) == []
    assert load(folder, by=SYSTEM, at=cast.AT).made == (f"{CODE} v1",)


@translation.override("en")
def test_what_the_page_says_of_mistakes_is_said(folder: Path) -> None:
    place = written(folder)
    spoil(place / "procedure.toml", "amount = 5000", 'amount = "5.000"')
    spoil(place / "procedure.toml", '{ field = "relation"', '{ field = "relatoin"')
    spoil(place / "hi.toml", "[fees.copy]\nlabel = ", "[fees.copy]\n# ")
    spoil(place / "examples.toml", "[examples.answers]", "[examples.answers")
    assert [str(one) for one in check(folder)] == BLOCKS["said"].splitlines()
    spoil(place / "procedure.toml", 'amount = "5.000"', "amount = 5000")
    spoil(place / "examples.toml", "[examples.answers", "[examples.answers]")
    assert [str(one) for one in check(folder)] == BLOCKS["then"].splitlines()
