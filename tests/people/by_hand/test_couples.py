"""Marriages and deaths of which no book of this commune tells."""

import pytest

from motcua.people.by_hand import die, part, wed
from motcua.people.by_hand.errors import BoundAlready, DiedAlready, NotBound, SpouseMissing
from motcua.people.history import standing
from motcua.people.models import Move
from tests import cast
from tests.people.by_hand.writing import fresh, hand
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def test_two_residents_are_married_and_divorced_for_both() -> None:
    thu, mau = cast.thu(), cast.mau()
    wed(resident=thu, spouse=mau, name="", on="2020", hand=hand())
    assert (fresh(thu).spouse, fresh(mau).spouse) == (mau, thu)
    part(resident=fresh(mau), on="2025-10-01", hand=hand())
    assert (fresh(thu).spouse, fresh(mau).spouse) == (None, None)


def test_somebody_from_elsewhere_is_kept_by_name() -> None:
    thu = cast.thu()
    wed(resident=thu, spouse=None, name="John  Smith", on="2020", hand=hand())
    assert standing(Move.objects.filter(resident=thu)).text("partner") == "John Smith"
    with refused(BoundAlready) as caught:
        wed(resident=fresh(thu), spouse=cast.mau(), name="", on="2021", hand=hand())
    assert caught.value.facts["spouse"] == "John Smith"
    part(resident=fresh(thu), on="2022", hand=hand())
    assert standing(Move.objects.filter(resident=thu)).text("partner") == ""


def test_a_marriage_needs_another_person() -> None:
    thu = cast.thu()
    for spouse, name in ((None, " "), (thu, "")):
        with refused(SpouseMissing):
            wed(resident=thu, spouse=spouse, name=name, on="2020", hand=hand())


def test_who_is_not_married_is_not_divorced() -> None:
    with refused(NotBound):
        part(resident=cast.thu(), on="2020", hand=hand())


def test_a_death_is_written_once() -> None:
    thu = cast.thu()
    die(resident=thu, on="2026-01", hand=hand())
    assert (fresh(thu).died, fresh(thu).household) == ("2026-01", None)
    with refused(DiedAlready):
        die(resident=fresh(thu), on="2026-02", hand=hand())
