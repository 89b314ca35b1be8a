"""Before a birth is entered: its parents, and births that may be the same."""

import pytest

from motcua.dossiers.evidence import Evidence
from motcua.dossiers.evidence.births import birth
from motcua.foundation.actor import SYSTEM
from motcua.people.actions import record_moves
from motcua.people.models import Kind
from motcua.people.said import Said
from tests import cast
from tests.dossiers.evidence.records import MAU, asked, codes, married, noted, part, written

pytestmark = pytest.mark.django_db
THU = {"name": "Vàng Thị Thử", "birth": "1991-05-12", "identity": "000191000001"}
CHILD = {"name": "Lù Thị Bé", "birth": "2026-02-20"}
REST = {"sex": "female", "ethnic": "25", "nationality": "VN", "birth_place": "Trạm y tế"}


def of(**changes: str) -> Evidence:
    """What is found for Thử's child with Mẫu."""
    cast.thu()
    cast.mau()
    content = part("child", CHILD) | part("mother", THU) | part("father", MAU)
    said = {name.replace("__", "."): value for name, value in changes.items()}
    return birth(asked("birth", {**content, **said}))


def entered(name: str, day: str, mother: dict[str, str] | None = None) -> None:
    content = part("child", {**REST, "name": name, "birth": day})
    written("birth", content | part("mother", mother or THU))


def test_the_parents_are_found_and_compared_term_by_term() -> None:
    found = of(mother__ethnic="01")
    mother, father = found.people
    assert (mother.resident, father.resident) == (cast.thu(), cast.mau())
    assert [tuple(one) for one in mother.compared] == [
        ("name", "Vàng Thị Thử", "Vàng Thị Thử"),
        ("birth", "1991-05-12", "1991-05-12"),
        ("ethnic", "01", "25"),
        ("identity", "000191000001", "000191000001"),
    ]
    assert codes(found) == ["parents_not_wed", "lives", "lives"]


def test_their_marriage_is_found_in_the_book() -> None:
    entry = married(wife=THU)
    found = of()
    assert codes(found)[0] == "parents_wed"
    assert (found.said[0].source, found.said[0].facts["number"]) == (
        f"entry:{entry.pk}",
        entry.reference,
    )


def test_a_marriage_that_was_over_is_a_warning() -> None:
    noted(married(wife=THU), "divorce")
    assert codes(of())[0] == "parents_wed_over"


def test_husband_and_wife_in_the_register_of_residents_without_an_entry() -> None:
    said = Said(cast.thu(), Kind.MARRIED, "2020", {"spouse": cast.mau().pk})
    record_moves(said=[said], source="test", by=SYSTEM, at=cast.AT)
    assert codes(of())[0] == "parents_linked"


def test_the_same_child_of_the_same_mother_contradicts() -> None:
    entered("Lù Thị Bé", "2026-02-20")
    assert codes(of())[0] == "born_already!"


def test_another_child_on_the_same_day_may_be_a_twin() -> None:
    entered("Lù Văn Đôi", "2026-02-20")
    assert codes(of())[0] == "born_that_day"


def test_a_birth_too_near_for_another_is_a_warning_and_an_older_one_is_none() -> None:
    entered("Lù Văn Gần", "2025-12-01")
    entered("Lù Văn Anh", "2023-12-01")
    assert codes(of()) == ["born_near", "parents_not_wed", "lives", "lives"]


def test_a_child_of_that_name_and_day_of_another_mother_is_a_warning() -> None:
    entered("Lù Thị Bé", "2026-02-20", {"name": "Phàn Thị Khác", "birth": "1990"})
    assert codes(of())[0] == "namesake"


def test_a_birth_that_is_registered_again_may_stand_there_already() -> None:
    entered("Lù Thị Bé", "2026-02-20")
    found = of(again="1")
    assert codes(found)[0] == "born_already"
    assert found.contradicts == []


def test_the_hospitals_notice_is_quoted() -> None:
    content = part("child", CHILD) | part("mother", THU)
    cast.thu()
    look = asked("birth", content, notice__number="12", notice__day="2026-02-21")
    found = birth(look)
    assert (found.said[0].code, found.said[0].facts) == (
        "notice",
        {"number": "12", "day": "2026-02-21"},
    )


def test_a_mother_who_may_be_one_of_several_leads_to_each() -> None:
    cast.thu()
    content = part("child", CHILD) | part("mother", {"name": "Vàng Thị Thử"})
    (mother,) = birth(asked("birth", content)).people
    assert (mother.resident, list(mother.maybe)) == (None, [cast.thu()])
    assert [one.code for one in mother.said] == ["several_residents"]
