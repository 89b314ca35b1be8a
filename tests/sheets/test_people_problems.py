"""What is wrong with a row of a list of residents: named, with its column; the others are taken."""

from pathlib import Path

import pytest

from motcua.people.models import Household, Resident
from motcua.places.models import Village
from tests import cast
from tests.sheets.test_people_list import LAN, PAO, TIN, brought, said, tried, whole

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("place", "cell", "field", "code"),
    [
        (1, "Thôn Xa", "village", "no_village"),
        (1, None, "village", "empty"),
        (2, "hộ số 3", "household", "no_household"),
        (4, None, "full_name", "empty"),
        (5, "?", "sex", "no_sex"),
        (6, "31/02/1990", "birth", "no_birth"),
        (6, "2026-12-31", "birth", "no_birth"),
        (7, "Lạ", "ethnic", "no_ethnic"),
        (7, 57, "ethnic", "no_ethnic"),
        (8, "0" * 13, "identity_number", "too_long"),
    ],
)
def test_a_bad_cell_is_named_and_its_row_alone_is_left_out(
    tmp_path: Path, place: int, cell: object, field: str, code: str
) -> None:
    spoilt = [*PAO[:place], cell, *PAO[place + 1 :]]
    found = whole(tmp_path, LAN, spoilt, TIN)
    assert [one for one in said(found) if one[3]] == [(5, field, code, True)]
    assert (found.written["new"], found.written["bad"]) == (2, 1)
    assert not Resident.objects.filter(full_name="Giàng A Páo").exists()


def test_everything_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    found = tried(brought(tmp_path, [[1, "Xa", "x", None, "An", "?", "x", "?", None, None]]))
    assert [one[1:3] for one in said(found)] == [
        ("village", "no_village"),
        ("household", "no_household"),
        ("sex", "no_sex"),
        ("birth", "no_birth"),
        ("ethnic", "no_ethnic"),
    ]


def test_a_person_stands_once_in_a_file_and_a_household_in_one_village(tmp_path: Path) -> None:
    elsewhere = [*TIN[:2], 101, *TIN[3:]]
    found = tried(brought(tmp_path, [LAN, LAN, elsewhere]))
    assert [one for one in said(found) if one[3]] == [
        (5, "full_name", "twice", True),
        (6, "household", "two_villages", True),
    ]


def test_whom_a_row_means_must_be_sure(tmp_path: Path) -> None:
    cast.thu()
    of_thu = [1, "Ún Tà", None, None, "Người Khác", "Nữ", "1970", "Giáy", "000191000001", None]
    found = tried(brought(tmp_path, [of_thu]))
    assert said(found)[-1] == (4, "identity_number", "number_of_another", True)
    for number in (8, 9):
        village = Village.objects.get(code=f"{cast.COC_SAN}-01")
        home = Household.objects.create(commune_id=cast.COC_SAN, village=village, number=number)
        Resident.objects.create(
            commune_id=cast.COC_SAN,
            village=village,
            household=home,
            full_name="Lý A Sử",
            name_folded="ly a su",
            sex="male",
            birth="1950",
            ethnic="25",
        )
    su = [1, "Ún Tà", None, None, "Lý A Sử", "Nam", "1950", "Giáy", None, None]
    assert said(tried(brought(tmp_path, [su])))[-1] == (4, "full_name", "several_meant", True)
    with_home = [*su[:2], 9, *su[3:]]
    assert tried(brought(tmp_path, [with_home])).found["same"] == 1


def test_a_household_of_another_village_and_somebody_who_left_are_doubts(tmp_path: Path) -> None:
    thu = cast.thu()
    there = [1, "Mẫu Hai", 1, None, "Ai Đó", "Nam", "1950", "Giáy", None, None]
    assert said(tried(brought(tmp_path, [there])))[-1] == (
        4,
        "household",
        "household_elsewhere",
        True,
    )
    Resident.objects.filter(pk=thu.pk).update(died="2026-01-01")
    gone = [
        1,
        "Ún Tà",
        None,
        None,
        "Vàng Thị Thử",
        "Nữ",
        "12/05/1991",
        "Giáy",
        "000191000001",
        None,
    ]
    assert said(tried(brought(tmp_path, [gone])))[-1][2] == "no_longer_here"


def test_what_is_wrong_is_listed_in_the_order_of_the_file(tmp_path: Path) -> None:
    """What the register says of a row is known later than that a cell cannot be read."""
    cast.thu()
    there = [1, "Mẫu Hai", 1, None, "Ai Đó", "Nam", "1950", "Giáy", None, None]
    unread = [*PAO[:5], "?", *PAO[6:]]
    found = tried(brought(tmp_path, [there, unread]))
    assert [(row, code) for row, _field, code, _bad in said(found)] == [
        (4, "household_elsewhere"),
        (5, "no_sex"),
    ]


def test_the_choice_of_columns_is_kept_for_the_next_list(tmp_path: Path) -> None:
    found = brought(tmp_path, [LAN])
    columns = list(found.columns)
    columns[9] = ""
    tried(found, columns)
    assert brought(tmp_path, [LAN]).columns == columns
