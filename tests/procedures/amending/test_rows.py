"""A fee, an exemption and a paper are added and ended from a day on, by two people."""

import io
import zipfile
from pathlib import Path as Folder
from typing import Any

import pytest

from motcua.procedures.amending import errors
from motcua.procedures.amending.actions import approve
from motcua.procedures.amending.overlay import touched
from motcua.procedures.amending.places import Path
from motcua.procedures.history import versions_of
from motcua.procedures.loader import check
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import in_force
from motcua.procedures.writing import archive_of
from tests import cast
from tests.procedures.amending.asking import BEFORE, DAY, asked, chair, loaded
from tests.procedures.packs import EXTRACT
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
BASIS = {"document": "Nghị quyết 12/2026/NQ-HĐND", "mark": "memory"}
URGENT: Path = ("fees", "rules", "urgent")
POOR: Path = ("fees", "exemptions", "near_poor")
LETTER: Path = ("papers", "letter")
NEW: dict[Path, dict[str, Any]] = {
    URGENT: {"name": "urgent", "per": "case", "amount": 5000, "basis": BASIS},
    POOR: {"name": "near_poor", "grounds": ["near_poor"], "basis": BASIS},
    LETTER: {"name": "letter", "need": "must", "looks": "sheet", "replaceable_by_data": False},
}


@pytest.fixture(autouse=True)
def law() -> None:
    loaded()
    cast.coc_san()


def row(path: Path) -> dict[str, Any]:
    words = {language: {"label": f"Mới {language}"} for language in ("vi", "en", "hi")}
    return {**NEW[path], "words": words}


def names(law: Procedure, path: Path) -> set[str]:
    rows: Any = {
        "rules": law.fees.rules,
        "exemptions": law.fees.exemptions,
        "papers": law.papers,
    }[path[-2]]
    return {one.name for one in rows}


def let_through(values: dict[Path, Any]) -> None:
    approve(amendment_id=asked(values).pk, by=chair(), at=cast.AT)


@pytest.mark.parametrize("path", NEW)
def test_a_row_is_added_from_its_day_on_and_leaves_as_a_sound_pack(
    path: Path, tmp_path: Folder
) -> None:
    let_through({path: row(path)})
    assert path[-1] in names(in_force(EXTRACT, DAY), path)
    assert path[-1] not in names(in_force(EXTRACT, BEFORE), path)
    assert touched(EXTRACT) == []
    made = next(one for one in versions_of(EXTRACT) if one.valid_from == DAY)
    zipfile.ZipFile(io.BytesIO(archive_of(made.content))).extractall(tmp_path)
    assert check(tmp_path) == []


@pytest.mark.parametrize("path", NEW)
def test_what_was_added_is_ended_again(path: Path) -> None:
    let_through({path: row(path)})
    before = names(in_force(EXTRACT, BEFORE), path)
    let_through({path: None})
    assert names(in_force(EXTRACT, DAY), path) == before


def test_a_paper_of_the_pack_ends_and_the_worked_cases_want_it_no_more() -> None:
    law = in_force(EXTRACT, DAY)
    name = law.papers[0].name
    let_through({("papers", name): None})
    assert name not in names(in_force(EXTRACT, DAY), LETTER)
    assert name in names(in_force(EXTRACT, BEFORE), LETTER)


@pytest.mark.parametrize(
    ("refusal", "values"),
    [
        (errors.PlaceClosed, {URGENT: None}),  # there is none that could end
        (errors.PlaceClosed, {("fees", "rules", "copy"): {"name": "copy"}}),  # it is there
        (errors.PlaceClosed, {("route", "more"): {"step": "more"}}),
        (errors.ChangeHasProblems, {URGENT: {**NEW[URGENT], "amount": -5}}),
        (errors.ChangeHasProblems, {LETTER: NEW[LETTER]}),  # nobody says what it is called
    ],
)
def test_what_cannot_be_added_or_ended_is_refused(
    refusal: type[Exception], values: dict[Path, Any]
) -> None:
    with refused(refusal):
        asked(values)
