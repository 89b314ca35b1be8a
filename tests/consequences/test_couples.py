"""Marriages, their end, and parents: what the books make of two residents."""

from datetime import date

import pytest

from motcua.people.history import standing
from motcua.people.models import Move, Resident
from tests import cast
from tests.consequences.written import (
    CHILD,
    WEDDED,
    became,
    couple,
    follows,
    fresh,
    living,
)

pytestmark = pytest.mark.django_db


def test_a_marriage_links_two_and_nobody_moves() -> None:
    man, thu = living(), cast.thu()
    homes = (man.household_id, thu.household_id)
    said = couple(("Lù Văn Tư", "1990-03-02"), ("Vàng Thị Thử", "1991-05-12"), WEDDED)
    row = follows("marriage", said)
    man, thu = fresh(man), fresh(thu)
    assert (row.word, man.spouse, thu.spouse) == ("wed", thu, man)
    assert (man.household_id, thu.household_id) == homes
    assert standing(Move.objects.filter(resident=thu), on=date(2026, 3, 2))["spouse"] is None
    assert became(follows("marriage", said)) == ("wed_already", 0)


def test_who_marries_somebody_from_elsewhere_is_married_to_a_name() -> None:
    thu = cast.thu()
    said = couple(("Cù Văn Xa", "1990"), ("Vàng Thị Thử", "1991-05-12"), WEDDED)
    assert follows("marriage", said).word == "wed_one"
    holds = standing(Move.objects.filter(resident=thu))
    assert (holds["partner"], holds["spouse"]) == ("Cù Văn Xa", None)


def test_a_marriage_of_two_from_elsewhere_changes_nobody() -> None:
    said = couple(("Cù Văn Xa", "1990"), ("Sần Thị Xa", "1991"), WEDDED)
    assert became(follows("marriage", said)) == ("strangers", 0)


def test_who_is_married_to_somebody_else_is_asked_about() -> None:
    man, thu = living(), cast.thu()
    follows("marriage", couple(("Lù Văn Tư", "1990"), ("Vàng Thị Thử", "1991"), WEDDED))
    row = follows("marriage", couple(("Cù Văn Xa", "1990"), ("Vàng Thị Thử", "1991"), WEDDED))
    assert became(row) == ("unclear", 0)
    assert row.asked == {"wife": [thu.pk]}
    assert fresh(thu).spouse == man


ABROAD = {"foreign.country": "CN", "foreign.issuer": "Tòa án", "foreign.date": "2026-02-01"}


@pytest.mark.parametrize(
    ("kind", "word", "while_married"),
    [("Ly hôn", "parted", True), ("Hủy việc kết hôn", "annulled", False)],
)
def test_a_divorce_ends_a_marriage_and_one_that_is_annulled_never_was(
    kind: str, word: str, while_married: bool
) -> None:
    man, thu = living(), cast.thu()
    two = (("Lù Văn Tư", "1990-03-02"), ("Vàng Thị Thử", "1991-05-12"))
    follows("marriage", couple(*two, WEDDED), on=date(2026, 1, 5))
    said = {**couple(*two, ("first", "second")), **ABROAD, "kind": kind}
    assert follows("div_abroad", said).word == word
    assert (fresh(man).spouse, fresh(thu).spouse) == (None, None)
    holds = standing(Move.objects.filter(resident=thu), on=date(2026, 1, 31))
    assert (holds["spouse"] == man.pk) is while_married
    assert became(follows("div_abroad", said)) == ("not_married", 0)


def test_a_recognised_parent_always_was_one() -> None:
    cast.thu()
    follows("birth", CHILD)
    mau, child = cast.mau(), Resident.objects.get(full_name="Lù Thị Bé")
    said = {
        "kind": "Cha nhận con",
        "parent.name": "Lù A Mẫu",
        "parent.birth": "1968",
        "child.name": "Lù Thị Bé",
        "child.birth": "2026-02-20",
    }
    assert follows("parentage", said).word == "parent"
    assert fresh(child).father == mau
    assert standing(Move.objects.filter(resident=child), on=date(2026, 2, 20))["father"] == mau.pk
