"""What was written wrongly is corrected or withdrawn, and what was believed can still be read."""

from datetime import date, timedelta

import pytest

from motcua.people.by_hand import correct, leave, part, settle, wed, withdraw
from motcua.people.by_hand.errors import NothingChanged, RowMissing, RowStays
from motcua.people.errors import FactImpossible, MoveReplaced
from motcua.people.history import standing
from motcua.people.models import Kind, Move, Resident
from tests import cast
from tests.people.by_hand.writing import fresh, hand, household
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(days=2)


def last(row: Resident) -> Move:
    return Move.objects.filter(resident=row).latest("pk")


def test_a_name_is_corrected_from_the_first_and_was_believed_until_today() -> None:
    thu = cast.thu()
    correct(resident=thu, facts={"full_name": "Vàng Thị  Thư", "sex": "female"}, hand=hand())
    assert fresh(thu).full_name == "Vàng Thị Thư"
    moves = Move.objects.filter(resident=thu)
    assert standing(moves, known_on=date(2026, 3, 2)).text("full_name") == "Vàng Thị Thử"
    assert standing(moves, on=date(1991, 5, 12)).text("full_name") == "Vàng Thị Thư"


@pytest.mark.parametrize(
    ("name", "said"),
    [("full_name", " "), ("sex", "x"), ("ethnic", "99"), ("birth", "2030"), ("birth", "x")],
)
def test_what_cannot_be_is_refused_with_its_field(name: str, said: str) -> None:
    thu = cast.thu()
    with refused(FactImpossible) as caught:
        correct(resident=thu, facts={name: said}, hand=hand())
    assert caught.value.field == name


def test_what_is_known_already_is_no_correction() -> None:
    thu = cast.thu()
    with refused(NothingChanged):
        correct(resident=thu, facts={"identity_number": "000 191 000 001"}, hand=hand())


def test_a_move_that_never_was_is_withdrawn() -> None:
    thu, home = cast.thu(), household()
    settle(resident=thu, household=home, on="2026-02-01", head=False, hand=hand())
    withdraw(resident=fresh(thu), move=last(thu), hand=hand(at=LATER))
    assert fresh(thu).household == thu.household
    moves = Move.objects.filter(resident=thu)
    assert standing(moves, known_on=date(2026, 3, 4)).key("household") == home.pk


def test_what_was_withdrawn_is_not_withdrawn_again() -> None:
    thu = cast.thu()
    leave(resident=thu, on="2026-01-10", hand=hand())
    left = last(thu)
    withdraw(resident=fresh(thu), move=left, hand=hand())
    assert fresh(thu).left_on is None
    for move in (left, last(thu)):
        with refused(RowStays):
            withdraw(resident=fresh(thu), move=move, hand=hand())


def test_a_correction_that_was_wrong_gives_way_to_what_was_believed_before() -> None:
    thu = cast.thu()
    correct(resident=thu, facts={"full_name": "Vàng Thị Thư"}, hand=hand())
    withdraw(resident=fresh(thu), move=last(thu), hand=hand())
    assert fresh(thu).full_name == "Vàng Thị Thử"


def test_a_marriage_is_withdrawn_for_both() -> None:
    thu, mau = cast.thu(), cast.mau()
    wed(resident=thu, spouse=mau, name="", on="2020", hand=hand())
    withdraw(resident=fresh(mau), move=last(mau), hand=hand())
    assert (fresh(thu).spouse, fresh(mau).spouse) == (None, None)
    assert [last(one).kind for one in (thu, mau)] == [Kind.WITHDRAWN, Kind.WITHDRAWN]


def test_a_divorce_that_never_was_is_withdrawn_for_both() -> None:
    thu, mau = cast.thu(), cast.mau()
    wed(resident=thu, spouse=mau, name="", on="2020", hand=hand())
    part(resident=fresh(thu), on="2025", hand=hand())
    withdraw(resident=fresh(thu), move=last(thu), hand=hand())
    assert (fresh(thu).spouse, fresh(mau).spouse) == (mau, thu)


def test_the_row_that_first_wrote_somebody_down_stays() -> None:
    thu = cast.thu()
    first = Move.objects.filter(resident=thu).earliest("pk")
    with refused(RowStays):
        withdraw(resident=thu, move=first, hand=hand())


def test_a_row_of_somebody_else_is_not_there() -> None:
    thu, mau = cast.thu(), cast.mau()
    for move in (None, last(mau)):
        with refused(RowMissing):
            withdraw(resident=thu, move=move, hand=hand())


def test_two_who_withdraw_the_same_row_do_it_once() -> None:
    thu, once = cast.thu(), hand()
    leave(resident=thu, on="2026-01-10", hand=hand())
    left = last(thu)
    first = withdraw(resident=fresh(thu), move=left, hand=once)
    assert withdraw(resident=fresh(thu), move=left, hand=once) == first
    assert MoveReplaced.status == 409
