"""A room imports only from the floors beneath it."""

import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT

CONTRACT = """
[tool.importlinter]
root_package = "house"

[[tool.importlinter.contracts]]
id = "floors"
name = "floors"
type = "layers"
containers = ["house"]
exhaustive = true
layers = ["door", "left | right", "ground"]
"""


def linted(folder: Path, source: Path) -> int:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(source)}, capture_output=True, check=False
    )
    return done.returncode


def house(folder: Path, room: str, text: str) -> int:
    """A house of four rooms, one of which says `text`; what the contract makes of it."""
    (folder / "pyproject.toml").write_text(CONTRACT, encoding="utf-8")
    for name in ("", "door", "left", "right", "ground"):
        (folder / "house" / name).mkdir(exist_ok=True)
        (folder / "house" / name / "__init__.py").touch()
    (folder / "house" / room).mkdir(exist_ok=True)
    (folder / "house" / room / "__init__.py").write_text(text, encoding="utf-8")
    return linted(folder, folder)


def test_the_floors_of_the_house_are_kept() -> None:
    assert linted(ROOT, ROOT / "src") == 0


def test_looking_down_is_allowed(tmp_path: Path) -> None:
    assert house(tmp_path, "door", "from house import left, ground") == 0


def test_looking_up_barks(tmp_path: Path) -> None:
    assert house(tmp_path, "ground", "from house import door") == 1


def test_looking_at_a_neighbour_barks(tmp_path: Path) -> None:
    assert house(tmp_path, "left", "from house import right") == 1


def test_a_room_without_a_floor_barks(tmp_path: Path) -> None:
    assert house(tmp_path, "shed", "") == 1
