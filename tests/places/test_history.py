"""Codes and names have dates: what was this then, what is it now, what became of which."""

from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.places import actions, queries
from motcua.places.errors import NotYourPlaces, UnknownPlace
from motcua.places.models import Commune, Level, Naming, Succession, Village
from motcua.places.pack import read
from tests import cast

pytestmark = pytest.mark.django_db

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
BASIS = "Nghị quyết 9/2026/NQ-HĐND"


@pytest.fixture(autouse=True)
def pack() -> None:
    """Lào Cai as the pack knows it."""
    actions.load(pack=read(), by=SYSTEM, at=cast.AT)


def test_code_15_was_yen_bai_and_is_lao_cai() -> None:
    assert queries.called(Level.PROVINCE, "15", BEFORE).name == "Tỉnh Yên Bái"
    assert queries.called(Level.PROVINCE, "15", AFTER).name == "Tỉnh Lào Cai"
    assert queries.called(Level.PROVINCE, "10", BEFORE).name == "Tỉnh Lào Cai"
    with pytest.raises(UnknownPlace):
        queries.called(Level.PROVINCE, "10", AFTER)


def test_old_dong_tuyen_is_part_of_coc_san_today() -> None:
    now = queries.today(Level.COMMUNE, "dong-tuyen-2025", AFTER)
    assert [(one.code, one.name) for one in now] == [("02746", "Xã Cốc San")]
    then = queries.today(Level.COMMUNE, "dong-tuyen-2025", BEFORE)
    assert [one.name for one in then] == ["Xã Đồng Tuyển"]


def test_coc_san_came_from_three_communes() -> None:
    steps = queries.came_from(Level.COMMUNE, "02746")
    assert [(step.unit, step.change) for step in steps] == [
        ("02746-2025", "merge"),
        ("dong-tuyen-2025", "merge"),
        ("tong-sanh-2025", "merge"),
    ]


def test_a_village_that_is_renamed_keeps_its_old_name_for_old_days() -> None:
    day = date(2026, 4, 1)
    facts = {"level": Level.VILLAGE, "unit": "02746-02", "name": "Thôn Mới", "basis": BASIS}
    by = cast.acting(cast.administrator())
    actions.rename(**facts, on=day, by=by, at=cast.AT)
    assert queries.name_of(Level.VILLAGE, "02746-02", date(2026, 3, 31)).name == "Thôn số 2"
    assert queries.name_of(Level.VILLAGE, "02746-02", day).name == "Thôn Mới"
    assert Village.objects.get(code="02746-02").name == "Thôn Mới"
    line = JournalLine.objects.get(verb="rename_place")
    assert (line.chain, line.about, line.facts["from"]) == (
        "02746",
        "village:02746-02",
        "Thôn số 2",
    )
    assert [one.name for one in queries.today(Level.VILLAGE, "02746-02", day)] == ["Thôn Mới"]


def test_villages_that_are_merged_end_and_lead_to_the_one_that_goes_on() -> None:
    day = date(2026, 4, 1)
    actions.merge(
        level=Level.VILLAGE,
        units=["02746-03", "02746-04"],
        into="02746-02",
        on=day,
        basis=BASIS,
        by=cast.acting(cast.administrator()),
        at=cast.AT,
    )
    assert len(queries.villages("02746", date(2026, 3, 31))) == 9
    assert len(queries.villages("02746", day)) == 7
    assert [one.unit for one in queries.today(Level.VILLAGE, "02746-04", day)] == ["02746-02"]
    units = [step.unit for step in queries.came_from(Level.VILLAGE, "02746-02")]
    assert units == ["02746-03", "02746-04"]


def test_a_unit_split_in_two_leads_to_both() -> None:
    day = date(2026, 4, 1)
    for half in ("02746-08", "02746-09"):
        Succession.objects.create(
            level=Level.VILLAGE, unit="02746-07", successor=half, change="split", on=day
        )
    halves = queries.today(Level.VILLAGE, "02746-07", day)
    assert [one.unit for one in halves] == ["02746-08", "02746-09"]


@pytest.mark.parametrize(
    ("units", "refusal"),
    [(["02746-03", "02999-01"], NotYourPlaces), (["02746-03", "02746-77"], UnknownPlace)],
)
def test_a_merge_with_a_wrong_unit_is_refused_whole(
    units: list[str], refusal: type[Exception]
) -> None:
    cast.other_commune()
    lines = JournalLine.objects.count()
    with pytest.raises(refusal):
        actions.merge(
            level=Level.VILLAGE,
            units=units,
            into="02746-02",
            on=date(2026, 4, 1),
            basis=BASIS,
            by=cast.acting(cast.administrator()),
            at=cast.AT,
        )
    assert not Village.objects.exclude(valid_to=None).exists()
    assert not Succession.objects.filter(level=Level.VILLAGE).exists()
    assert JournalLine.objects.count() == lines


def test_an_officer_renames_nothing() -> None:
    with pytest.raises(NotYourPlaces):
        actions.rename(
            level=Level.COMMUNE,
            unit="02746",
            name="Phường Cốc San",
            on=AFTER,
            basis=BASIS,
            by=cast.acting(cast.officer()),
            at=cast.AT,
        )
    assert Commune.objects.get(code="02746").name == "Xã Cốc San"
    assert Naming.objects.count() == 16
