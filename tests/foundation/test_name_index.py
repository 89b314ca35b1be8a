"""Words of a name find the row, in any order, cut short, without marks, in one commune only."""

import pytest

from motcua.foundation import name_index
from motcua.foundation.names import folded
from motcua.people.models import Resident, Sex
from motcua.people.search import NAMES
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, int]:
    """Six people, one of them in the other commune."""
    here, there = cast.coc_san(), cast.other_commune()
    names = [
        ("Vàng Thị Thử", "1991-05-12", here),
        ("Vàng Văn Thứ", "1991-12-05", here),
        ("Đỗ Thị Thử", "1954", here),
        ("Hoàng Phà Y-Thử", "2001-02", here),
        ("Vàng Thị Xa", "1991-05-12", there),
    ]
    rows = {}
    for name, birth, commune in names:
        row = Resident.objects.create(
            commune=commune,
            village_id=f"{commune.code}-01",
            full_name=name,
            name_folded=folded(name),
            sex=Sex.FEMALE,
            birth=birth,
            ethnic="25",
        )
        rows[name] = row.pk
    return rows


def found(people: dict[str, int], words: str, begins: str = "") -> list[str]:
    keys = NAMES.ids(words, exact={"commune_id": cast.COC_SAN}, begins=begins)
    names = {key: name for name, key in people.items()}
    return [names[key] for key in keys]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("vang thi thu", ["Vàng Thị Thử"]),
        ("VÀNG", ["Vàng Văn Thứ", "Vàng Thị Thử"]),
        ("thu van", ["Vàng Văn Thứ", "Vàng Thị Thử"]),
        ("va th", ["Vàng Văn Thứ", "Vàng Thị Thử"]),
        ("do thi", ["Đỗ Thị Thử"]),
        ("đỗ", ["Đỗ Thị Thử"]),
        ("y-thu", ["Hoàng Phà Y-Thử"]),
        ("thu", ["Hoàng Phà Y-Thử", "Đỗ Thị Thử", "Vàng Văn Thứ", "Vàng Thị Thử"]),
        ("xa", []),
        ("ang", []),
        ("02746", []),
        ("commune_id", []),
        ("", []),
        ("'\" : * ( ) NOT -", []),
        ("NOT vang", []),
        ("vang OR do", []),
    ],
)
def test_words_find_those_who_bear_them(
    people: dict[str, int], words: str, names: list[str]
) -> None:
    assert found(people, words) == names


@pytest.mark.parametrize(
    ("begins", "names"),
    [
        ("1991", ["Vàng Văn Thứ", "Vàng Thị Thử"]),
        ("1991-05", ["Vàng Thị Thử"]),
        ("1991-05-12", ["Vàng Thị Thử"]),
        ("19", ["Vàng Văn Thứ", "Vàng Thị Thử"]),
        ("1992", []),
        ("%", ["Vàng Văn Thứ", "Vàng Thị Thử"]),
    ],
)
def test_a_birth_date_narrows(people: dict[str, int], begins: str, names: list[str]) -> None:
    assert found(people, "vang", begins) == names


def test_a_new_name_is_found_and_the_old_one_is_not(people: dict[str, int]) -> None:
    row = Resident.objects.get(pk=people["Đỗ Thị Thử"])
    row.full_name, row.name_folded = "Đặng Thị Mẫu", "dang thi mau"
    row.save()
    assert found(people, "dang mau") == ["Đỗ Thị Thử"]
    assert found(people, "do thi") == []
    row.delete()
    assert found(people, "dang mau") == []


def test_whole_words_come_before_cut_ones(people: dict[str, int]) -> None:
    exact = {"commune_id": cast.COC_SAN}
    van = NAMES.best("thu vang thi", exact=exact)
    assert van == [people["Vàng Thị Thử"]]
    assert NAMES.best("van", exact=exact) == [people["Vàng Văn Thứ"], people["Vàng Thị Thử"]]
    assert NAMES.best("vang t", exact=exact, limit=1) == [people["Vàng Văn Thứ"]]


def test_pages_go_on_below_the_last_key(people: dict[str, int]) -> None:
    exact = {"commune_id": cast.COC_SAN}
    first = NAMES.ids("thu", exact=exact, limit=3)
    rest = NAMES.ids("thu", exact=exact, limit=3, before=first[-1])
    assert (len(first), rest) == (3, [people["Vàng Thị Thử"]])


def test_a_search_without_its_commune_is_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="commune_id"):
        NAMES.ids("thu", exact={})


def test_a_date_that_is_no_date_finds_nobody(people: dict[str, int]) -> None:
    for begins in ("'or1", '19"1', "1991'", "----", "19 1"):
        assert found(people, "vang", begins) == []


@pytest.mark.parametrize("newest", [0, 1, 2])
def test_names_are_found_however_long_ago(
    people: dict[str, int], newest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_index, "_NEWEST", newest)
    assert found(people, "do thi") == ["Đỗ Thị Thử"]
    assert found(people, "va th") == ["Vàng Văn Thứ", "Vàng Thị Thử"]
    exact = {"commune_id": cast.COC_SAN}
    assert NAMES.ids("thu", exact=exact, limit=1) == [people["Hoàng Phà Y-Thử"]]
    before = people["Đỗ Thị Thử"]
    assert NAMES.ids("thu", exact=exact, limit=1, before=before) == [people["Vàng Văn Thứ"]]


@pytest.mark.parametrize("length", range(1, 13))
def test_every_beginning_finds_a_long_word(people: dict[str, int], length: int) -> None:
    row = Resident.objects.get(pk=people["Đỗ Thị Thử"])
    row.full_name, row.name_folded = "Mẫu Alexandrovna", "mau alexandrovna"
    row.save()
    assert found(people, "alexandrovna"[:length]) == ["Đỗ Thị Thử"]
    assert found(people, "alexandrovna"[:length] + "q") == []
