"""A list says who is mother, father and spouse of whom, and why somebody pays no fee."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.people.history import standing
from motcua.people.kin import kin_of
from motcua.people.models import Exemption, Kind, Move, Resident
from motcua.people.queries import grounds
from motcua.sheets import actions
from motcua.sheets.models import BroughtList, RowProblem, Stage
from tests import cast
from tests.sheets.brought import workbook
from tests.sheets.test_people_list import said, taken, tried
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
HEADINGS = [
    "Thôn",
    "Số hộ",
    "Họ và tên",
    "Giới tính",
    "Ngày sinh",
    "Dân tộc",
    "Số CCCD",
    "Họ tên mẹ",
    "Năm sinh mẹ",
    "Họ tên cha",
    "Số CCCD vợ/chồng",
    "Diện miễn lệ phí",
    "Miễn từ ngày",
    "Miễn đến hết ngày",
]
LAN, PAO, BE = "000160000011", "000058000012", "000390000013"


def row(name: str, sex: str, birth: object, number: str = "", **more: object) -> list[object]:
    """One line; `more` by the words of its last columns."""
    last = ("mother", "mother_birth", "father", "spouse", "ground", "since", "until")
    here = ["Ún Tà", 101, name, sex, birth, "Giáy", number]
    return [*here, *(more.get(one) for one in last)]


# The child stands above its parents, the wife names the husband, who names nobody.
CHILD = row(
    "Giàng Thị Bé", "Nữ", "15/03/1990", BE, mother="Vàng Thị Lan", mother_birth=1960, father=PAO
)
MOTHER = row("Vàng Thị Lan", "Nữ", date(1960, 2, 3), LAN, spouse=PAO)
FATHER = row(
    "Giàng A Páo", "Nam", "1958", PAO, ground="Hộ nghèo", since="01/01/2026", until="31/12/2026"
)
FAMILY = (CHILD, MOTHER, FATHER)


def brought(tmp_path: Path, *rows: Sequence[Any]) -> BroughtList:
    cast.coc_san()
    path = workbook(tmp_path / "nhan-khau.xlsx", [HEADINGS, *rows])
    return actions.bring(
        press=uuid4(),
        commune=cast.COC_SAN,
        kind="people",
        path=path,
        name="nhan-khau.xlsx",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )


def looked_at(tmp_path: Path, *rows: Sequence[Any]) -> BroughtList:
    return tried(brought(tmp_path, *rows))


def named(name: str) -> Resident:
    return Resident.objects.get(full_name=name)


def untied(found: BroughtList) -> list[tuple[int, str, str]]:
    return [(place, field, code) for place, field, code, bad in said(found) if bad]


def test_what_would_come_of_kin_is_counted_and_nothing_is_changed(tmp_path: Path) -> None:
    found = brought(tmp_path, *FAMILY)
    assert found.columns[7:] == [
        "mother",
        "mother_birth",
        "father",
        "spouse_number",
        "ground",
        "ground_from",
        "ground_to",
    ]
    before = everything()
    found = tried(found)
    after = everything()
    assert found.found == {
        "new": 3,
        "changed": 0,
        "same": 0,
        "bad": 0,
        "warned": 3,
        "ties": 4,
        "untied": 0,
    }
    assert {name: rows for name, rows in after.items() if not name.startswith("sheets_")} == {
        name: rows for name, rows in before.items() if not name.startswith("sheets_")
    }


def test_a_family_is_tied_whatever_the_order_of_its_rows(tmp_path: Path) -> None:
    found = taken(looked_at(tmp_path, *FAMILY))
    assert (found.stage, found.written) == (Stage.DONE, found.found)
    child, mother, father = map(named, ("Giàng Thị Bé", "Vàng Thị Lan", "Giàng A Páo"))
    assert (child.mother, child.father) == (mother, father)
    assert (mother.spouse, father.spouse) == (father, mother)
    officer = cast.acting(cast.officer())
    kin = kin_of(by=officer, resident_id=child.pk, at=cast.AT, why="test")
    assert [one.how for one in kin] == ["self", "mother", "father"]
    (poor,) = Exemption.objects.filter(resident=father)
    assert (poor.ground, poor.valid_from, poor.valid_to, poor.basis) == (
        "poor",
        date(2026, 1, 1),
        date(2027, 1, 1),
        "Danh sách nhan-khau.xlsx",
    )
    line = JournalLine.objects.get(verb="tie_residents")
    assert line.facts == {"ties": 3, "grounds": 1, "source": f"import:{found.pk}"}


def test_kin_of_a_list_has_its_days_as_every_move(tmp_path: Path) -> None:
    """A parent always was one; a marriage is known from the day of the list."""
    taken(looked_at(tmp_path, *FAMILY))
    child, mother = named("Giàng Thị Bé"), named("Vàng Thị Lan")
    (parents,) = Move.objects.filter(kind=Kind.PARENTAGE)
    assert (parents.resident, parents.on, parents.known_at) == (child, "1990-03-15", cast.AT)
    assert parents.reason == "Rà soát dân cư 2026"
    moves = list(Move.objects.filter(resident=mother))
    assert standing(moves, on=date(2026, 3, 3)).key("spouse") == named("Giàng A Páo").pk
    assert standing(moves, on=date(2026, 3, 2)).key("spouse") is None
    assert not standing(moves, known_on=date(2026, 3, 2))


def test_the_same_list_again_finds_every_tie_there(tmp_path: Path) -> None:
    taken(looked_at(tmp_path, *FAMILY))
    again = looked_at(tmp_path, *FAMILY)
    assert (again.found["same"], again.found["ties"], again.found["untied"]) == (3, 0, 0)


def test_ties_alone_are_taken_over_of_people_who_are_there(tmp_path: Path) -> None:
    bare = [[*one[:7], *[None] * 7] for one in FAMILY]
    taken(looked_at(tmp_path, *bare))
    assert named("Giàng Thị Bé").mother is None
    found = taken(looked_at(tmp_path, *FAMILY))
    assert (found.written["same"], found.written["ties"]) == (3, 4)
    assert named("Giàng Thị Bé").mother == named("Vàng Thị Lan")


@pytest.mark.parametrize(
    ("child", "field", "code"),
    [
        ({"mother": "Vàng Thị Lạ", "mother_birth": 1960}, "mother", "tie_unknown"),
        ({"mother": "Vàng Thị Lan", "mother_birth": 1961}, "mother", "tie_unknown"),
        ({"mother": "Vàng Thị Lan"}, "mother", "no_kin"),
        ({"mother": "Vàng Thị Lan", "mother_birth": "?"}, "mother_birth", "no_kin_birth"),
        ({"mother": PAO}, "mother", "tie_sex"),
        ({"father": LAN}, "father", "tie_sex"),
        ({"mother": BE}, "mother", "tie_self"),
        ({"father": "Giàng A Con, 1985"}, "father", "tie_age"),
        ({"father": f"{PAO}9"}, "father", "no_kin"),
        ({"spouse": BE}, "spouse", "tie_self"),
        ({"spouse": LAN}, "spouse", "tie_sex"),
        ({"ground": "Không rõ", "since": 2026}, "ground", "no_ground"),
        ({"ground": "Hộ nghèo"}, "ground_from", "no_ground_from"),
        ({"ground": "Hộ nghèo", "since": "mai"}, "ground_from", "no_ground_day"),
        ({"ground": "Hộ nghèo", "since": 2026, "until": 2025}, "ground", "ground_days"),
        ({"ground": "Hộ nghèo", "since": "1/1/1980"}, "ground", "ground_birth"),
        ({"ground": "Hộ nghèo; Hộ nghèo", "since": "2025; 2026"}, "ground", "ground_known"),
    ],
)
def test_a_tie_that_cannot_be_is_named_and_the_person_is_taken(
    tmp_path: Path, child: dict[str, object], field: str, code: str
) -> None:
    brother = row("Giàng A Con", "Nam", 1985, "000085000014")
    alone = [*MOTHER[:10], *[None] * 4]
    spoilt = row("Giàng Thị Bé", "Nữ", "15/03/1990", BE, **child)
    found = taken(looked_at(tmp_path, spoilt, alone, FATHER, brother))
    assert untied(found) == [(2, field, code)]
    assert (found.written["new"], found.written["bad"], found.written["untied"]) == (4, 0, 1)
    one = named("Giàng Thị Bé")
    assert (one.mother, one.father, one.spouse) == (None, None, None)
    assert all(str(line) for line in RowProblem.objects.values_list("code", flat=True))


def test_of_two_of_one_name_and_year_neither_is_taken(tmp_path: Path) -> None:
    other = ["Mẫu Hai", 102, *MOTHER[2:6], "000160000099", *[None] * 7]
    found = looked_at(tmp_path, CHILD, MOTHER, FATHER, other)
    assert untied(found) == [(2, "mother", "tie_several")]
    taken(found)
    child = named("Giàng Thị Bé")
    assert (child.mother, child.father) == (None, named("Giàng A Páo"))


def test_who_is_married_to_whom_must_agree_in_all_rows(tmp_path: Path) -> None:
    second = row("Lý Thị Hai", "Nữ", "1962", "000162000015", spouse=PAO)
    found = looked_at(tmp_path, MOTHER, second, FATHER)
    assert untied(found) == [(2, "spouse", "tie_mutual"), (3, "spouse", "tie_mutual")]
    taken(found)
    assert Resident.objects.exclude(spouse=None).count() == 0
    other_way = [*FATHER[:10], second[6], *FATHER[11:]]
    found = looked_at(tmp_path, MOTHER, [*second[:10], *[None] * 4], other_way)
    assert untied(found) == [(2, "spouse", "tie_mutual"), (4, "spouse", "tie_mutual")]


def test_what_the_register_knows_otherwise_stays(tmp_path: Path) -> None:
    taken(looked_at(tmp_path, *FAMILY))
    other = row("Lý Thị Hai", "Nữ", "1962", "000162000015", spouse=PAO)
    child = [*CHILD[:7], "Lý Thị Hai", 1962, *CHILD[9:]]
    shorter = [*FATHER[:12], date(2026, 6, 1), None]
    found = taken(looked_at(tmp_path, child, other, shorter))
    assert untied(found) == [
        (2, "mother", "tie_other"),
        (3, "spouse", "tie_bound"),
        (4, "ground", "ground_known"),
    ]
    assert named("Giàng Thị Bé").mother == named("Vàng Thị Lan")
    assert named("Giàng A Páo").spouse == named("Vàng Thị Lan")
    assert Exemption.objects.count() == 1


def test_a_spouse_who_lives_elsewhere_is_known_to_the_history_alone(tmp_path: Path) -> None:
    bare = [[*one[:7], *[None] * 7] for one in FAMILY]
    taken(looked_at(tmp_path, *bare))
    father = named("Giàng A Páo")
    Move.objects.create(
        commune_id=cast.COC_SAN,
        resident=father,
        kind=Kind.MARRIED,
        on="1980",
        begins=date(1980, 1, 1),
        changes={"spouse": None, "partner": "Một Người Xa"},
        source="desk:1",
        known_by="account:1",
        known_by_name="Hoàng Văn Xét",
        known_at=cast.KNOWN,
    )
    found = taken(looked_at(tmp_path, *FAMILY))
    assert untied(found) == [(3, "spouse", "tie_bound")]
    assert named("Vàng Thị Lan").spouse is None


def test_nobody_under_the_age_of_marriage_is_married_by_a_list(tmp_path: Path) -> None:
    young = row("Giàng Thị Non", "Nữ", "20/03/2008", "000308000016", spouse=PAO)
    found = taken(looked_at(tmp_path, young, FATHER))
    assert untied(found) == [(2, "spouse", "tie_age")]
    assert named("Giàng Thị Non").spouse is None


def test_a_ground_gets_another_end_and_an_empty_one_takes_none_away(tmp_path: Path) -> None:
    taken(looked_at(tmp_path, *FAMILY))
    ended = looked_at(tmp_path, [*FATHER[:13], None])
    assert (ended.found["ties"], ended.found["untied"]) == (0, 0)
    taken(looked_at(tmp_path, [*FATHER[:13], date(2027, 6, 30)]))
    (poor,) = Exemption.objects.all()
    assert poor.valid_to == date(2027, 7, 1)
    assert "poor" in grounds(named("Giàng A Páo"), on=date(2027, 6, 30))
