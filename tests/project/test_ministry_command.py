"""motcua ministry158 check: any file, on the command line."""

from pathlib import Path

from click.testing import CliRunner

from motcua.project.command import main
from motcua.sheets.ministry158.layouts import layouts
from tests.sheets.brought import workbook


def run(path: Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["ministry158", "check", str(path)])
    return done.exit_code, done.output


def test_a_sound_file_is_in_order(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [layouts()["birth"].headings])
    assert run(path) == (0, "birth: 0 rows, in order\n")


def test_every_fault_is_a_line_and_the_code_says_so(tmp_path: Path) -> None:
    code, said = run(workbook(tmp_path / "a.xlsx", [["Họ tên"]]))
    assert code == 1
    assert said.startswith("row 1, column 1 : The headings are those of no template.")


def test_what_is_no_spreadsheet_is_a_problem_that_was_found(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    code, said = run(tmp_path / "a.xlsx")
    assert (code, "cannot be read as a spreadsheet" in said) == (1, True)
