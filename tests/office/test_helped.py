"""What was handed in with somebody's help is counted, and the administrator sees how much it is."""

from datetime import date

import pytest

from motcua.dossiers.models import HelpedCount
from tests import cast
from tests.office.visits import At, words

pytestmark = pytest.mark.django_db


def counted(commune: str, day: date, by: str, count: int) -> None:
    HelpedCount.objects.create(commune_id=commune, day=day, by=by, count=count)


def test_the_administrator_sees_todays_and_the_months_of_the_own_commune_alone() -> None:
    administrator = cast.administrator()
    cast.other_commune()
    counted(cast.COC_SAN, date(2026, 3, 3), "volunteer", 4)
    counted(cast.COC_SAN, date(2026, 3, 3), "counter", 3)
    counted(cast.COC_SAN, date(2026, 3, 1), "volunteer", 5)
    counted(cast.COC_SAN, date(2026, 2, 28), "volunteer", 60)
    counted(cast.OTHER, date(2026, 3, 3), "counter", 900)
    page = words(At(administrator).get("phones"))
    assert "Hồ sơ nộp có người giúp trong xã: hôm nay 7, tháng này 12." in page


def test_before_the_first_one_it_says_none() -> None:
    page = words(At(cast.administrator()).get("phones"))
    assert "hôm nay 0, tháng này 0." in page
