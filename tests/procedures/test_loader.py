"""Bad packs: every problem is named, with its file, its key and its cure."""

import shutil
from pathlib import Path

import pytest

from motcua.procedures.loader import check, read
from tests.procedures.faults import BIRTH, CHANGE, EXTRACT, FAULTS, SHARED
from tests.procedures.packs import six_copied
from tests.procedures.rule_faults import RULE_FAULTS

EVERY = [*FAULTS, *RULE_FAULTS]


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A copy of the product's packs, to be spoiled."""
    return six_copied(tmp_path / "packs")


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "key"), EVERY, ids=[f"{f[3]}-{n}" for n, f in enumerate(EVERY)]
)
def test_each_fault_is_named_with_its_place_and_cure(
    packs: Path, file: str, old: str, new: str, code: str, key: str
) -> None:
    spoil(packs / file, old, new)
    named = [p for p in check(packs) if p.code == code and key in p.key]
    assert named
    assert any(file == p.file for p in named)
    assert all(p.wrong and p.cure for p in named)


@pytest.mark.parametrize(("after", "sound"), [("12/05/1991", True), ("13/05/1991", False)])
def test_the_parts_of_a_printed_row_may_stand_in_any_order(
    packs: Path, after: str, sound: bool
) -> None:
    rows = "'before': '21/05/1991', 'after': '12/05/1991'"
    spoil(packs / EXTRACT / "examples.toml", rows, f"'after': '{after}', 'before': '21/05/1991'")
    assert {one.code for one in check(packs)} == (set() if sound else {"example_fails"})


def test_all_faults_are_named_at_once(packs: Path) -> None:
    spoil(packs / EXTRACT / "procedure.toml", 'online = "full"', 'onlin = "full"')
    spoil(packs / EXTRACT / "procedure.toml", 'unit = "same_day"', 'unit = "moons"')
    spoil(packs / EXTRACT / "hi.toml", "[fields.event]", "[fields.evnt]")
    spoil(packs / BIRTH / "procedure.toml", "days = 60", 'days = "sixty"')
    spoil(packs / "laocai/fees.toml", "amount = 15000", 'amount = "15.000"')
    found = {(p.file, p.code) for p in check(packs)}
    assert {
        (f"{EXTRACT}/procedure.toml", "unknown_key"),
        (f"{EXTRACT}/procedure.toml", "missing_key"),
        (f"{EXTRACT}/procedure.toml", "unknown_word"),
        (f"{EXTRACT}/hi.toml", "orphaned_words"),
        (f"{EXTRACT}/hi.toml", "missing_words"),
        (f"{BIRTH}/procedure.toml", "bad_value"),
        ("laocai/fees.toml", "bad_value"),
    } <= found


def test_what_is_not_said_yet_does_not_hide_what_is_wrong(packs: Path) -> None:
    """Words, pointers and cases are looked at in one go; so are the editions beside them."""
    spoil(packs / EXTRACT / "hi.toml", "[fields.event]", "[fields.evnt]")
    spoil(packs / EXTRACT / "examples.toml", "fee = 16000", "fee = 1")
    spoil(packs / BIRTH / "procedure.toml", 'code = "1.001193"', 'code = "1.001194"')
    spoil(packs / CHANGE / "procedure.toml", "text:{kind}", "text:{kindd}")
    spoil(packs / CHANGE / "en.toml", "title = ", "titel = ")
    assert {(p.file, p.code) for p in check(packs)} >= {
        (f"{EXTRACT}/hi.toml", "orphaned_words"),
        (f"{EXTRACT}/examples.toml", "example_fails"),
        (f"{BIRTH}/procedure.toml", "folder_name"),
        (f"{CHANGE}/procedure.toml", "unknown_source"),
        (f"{CHANGE}/en.toml", "missing_words"),
    }


def test_a_file_that_cannot_be_read_is_said_once_and_hides_no_other(packs: Path) -> None:
    spoil(packs / EXTRACT / "vi.toml", "[procedure]", "[procedure")
    spoil(packs / EXTRACT / "examples.toml", "[[examples]]", "[[examples]")
    spoil(packs / EXTRACT / "procedure.toml", 'online = "full"', 'online = "perhaps"')
    assert [(p.file, p.key, p.code) for p in check(packs) if "@" not in p.file] == [
        (f"{EXTRACT}/examples.toml", "line 3", "not_toml"),
        (f"{EXTRACT}/procedure.toml", "online", "unknown_word"),
        (f"{EXTRACT}/vi.toml", "line 1", "not_toml"),
    ]


def test_while_the_shared_questions_cannot_be_read_only_that_is_said(packs: Path) -> None:
    spoil(packs / SHARED / "law.toml", "[sections.filer]", "[sections.filer")
    assert [(p.file, p.code) for p in check(packs)] == [(f"{SHARED}/law.toml", "not_toml")]


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_a_missing_language_is_named_by_its_file(packs: Path, language: str) -> None:
    (packs / EXTRACT / f"{language}.toml").unlink()
    file = f"{EXTRACT}/{language}.toml"
    assert (file, "missing_file") in {(p.file, p.code) for p in check(packs)}


def test_with_two_provinces_the_loader_asks_which(packs: Path) -> None:
    shutil.copytree(packs / "laocai", packs / "other")
    assert [p.code for p in read(packs).problems] == ["which_province"]
    assert read(packs, province="other").problems == ()
    assert check(packs) == []


def test_without_a_province_the_country_alone_is_loaded(packs: Path) -> None:
    (packs / "laocai" / "fees.toml").unlink()
    found = read(packs)
    assert found.problems == ()
    assert all(
        rule["basis"]["mark"] != "unsure" for c in found.contents for rule in c["fees"]["rules"]
    )


def test_what_is_no_table_at_all_does_not_break_the_check(packs: Path) -> None:
    file = packs / EXTRACT / "procedure.toml"
    file.write_text('code = 7\nform = "x"\nfees = []\nroute = [1]\nresult = 3\npapers = {}\n')
    codes = {p.code for p in check(packs) if p.file.startswith(f"{EXTRACT}/")}
    assert {"bad_value", "missing_key"} <= codes
