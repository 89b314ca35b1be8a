"""Before a parent is recognised, or a guardian: the entry of the child's birth."""

import pytest

from motcua.dossiers.evidence.children import guardianship, parentage
from tests import cast
from tests.dossiers.evidence.records import MAU, asked, codes, part, written

pytestmark = pytest.mark.django_db
CHILD = {"name": "Lù Thị Bé", "birth": "2020-02-20"}
REST = {"sex": "female", "ethnic": "25", "nationality": "VN", "birth_place": "Trạm y tế"}


def content(kind: str = "Cha nhận con") -> dict[str, str]:
    cast.mau()
    return part("child", CHILD) | part("parent", MAU) | {"kind": kind}


def entered(**more: str) -> int:
    said = {name.replace("__", "."): value for name, value in more.items()}
    return written("birth", part("child", {**CHILD, **REST}) | said).pk


def test_the_entry_of_the_child_is_found() -> None:
    key = entered(mother__name="Sần Thị Dín")
    found = parentage(asked("parentage", content()))
    assert codes(found) == ["birth_entry", "no_resident", "lives"]
    assert found.said[0].source == f"entry:{key}"


def test_a_father_who_stands_there_already_contradicts() -> None:
    entered(father__name="Phàn Văn Khác")
    assert "parent_there!" in codes(parentage(asked("parentage", content())))
    # It is the mother who is recognised: the father's place is none of hers.
    assert "parent_there!" not in codes(parentage(asked("parentage", content("Mẹ nhận con"))))


def test_a_child_without_an_entry_here_is_a_warning() -> None:
    assert codes(parentage(asked("parentage", content())))[0] == "no_birth_entry"


def test_the_ward_is_found_the_same_way() -> None:
    entered()
    cast.mau()
    said = part("ward", CHILD) | part("guardian", MAU)
    assert codes(guardianship(asked("guardian", said))) == ["birth_entry", "no_resident", "lives"]
