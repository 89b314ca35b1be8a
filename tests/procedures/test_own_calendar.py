"""The calendar that a commune keeps for itself."""

from datetime import date, datetime, time
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import HANOI
from motcua.foundation.refusal import Refusal
from motcua.procedures import calendar_actions, calendar_queries, errors
from motcua.procedures.calendar import Span
from motcua.procedures.models import OfficeHours, SpecialDay
from motcua.procedures.queries import calendar_of
from tests import cast

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 23, 9, 0, tzinfo=HANOI)
WINTER = ((Span(450, 690), Span(780, 990)),) * 5 + ((Span(450, 690),), ())


@pytest.fixture(autouse=True)
def seeded() -> None:
    cast.coc_san()
    calendar_actions.seed_calendar(commune=cast.COC_SAN, by=SYSTEM, at=AT)


def _keeping() -> dict[str, Any]:
    return {"commune": cast.COC_SAN, "by": cast.acting(cast.administrator()), "at": AT}


def test_a_commune_begins_with_the_calendar_of_the_pack() -> None:
    calendar = calendar_of(cast.COC_SAN)
    assert calendar.closing(date(2026, 11, 23)).time() == time(17)
    assert not calendar.works(date(2026, 11, 24))
    assert calendar.works(date(2026, 8, 22))
    assert calendar_queries.known_years(cast.COC_SAN) == [2024, 2025, 2026, 2027]


def test_seeding_again_adds_nothing_and_keeps_what_the_commune_changed() -> None:
    day = date(2027, 4, 30)
    calendar_actions.set_day(day=day, hours_of=4, words={"vi": "Trực lễ"}, **_keeping())
    assert calendar_actions.seed_calendar(commune=cast.COC_SAN, by=SYSTEM, at=AT) == 0
    assert calendar_of(cast.COC_SAN).works(day)


def test_a_commune_without_hours_cannot_count() -> None:
    cast.other_commune()
    with pytest.raises(errors.CalendarMissing):
        calendar_of(cast.OTHER)


def test_the_administrator_closes_a_day_and_opens_it_again() -> None:
    day = date(2026, 12, 1)
    calendar_actions.set_day(day=day, hours_of=None, words={"vi": "Lễ hội xã"}, **_keeping())
    assert not calendar_of(cast.COC_SAN).works(day)
    special = [row for row in calendar_queries.special_days(cast.COC_SAN, 2026) if row.day == day]
    assert (special[0].words, special[0].mark, special[0].works) == (
        {"vi": "Lễ hội xã"},
        "commune",
        False,
    )
    calendar_actions.clear_day(day=day, **_keeping())
    assert calendar_of(cast.COC_SAN).works(day)
    verbs = JournalLine.objects.order_by("number").values_list("verb", flat=True)
    assert list(verbs) == ["seed_calendar", "set_day", "clear_day"]


def test_new_hours_begin_a_season() -> None:
    calendar_actions.set_hours(since=date(2026, 12, 1), week=WINTER, **_keeping())
    calendar = calendar_of(cast.COC_SAN)
    assert calendar.closing(date(2026, 11, 30)).time() == time(17)
    assert calendar.closing(date(2026, 12, 1)).time() == time(16, 30)
    assert calendar.works(date(2026, 12, 5))
    calendar_actions.set_hours(since=date(2026, 12, 1), week=(*WINTER[:5], (), ()), **_keeping())
    assert not calendar_of(cast.COC_SAN).works(date(2026, 12, 5))
    assert len(calendar_queries.seasons_of(cast.COC_SAN)) == 2


def test_the_calendar_of_one_commune_is_not_that_of_another() -> None:
    cast.other_commune()
    calendar_actions.seed_calendar(commune=cast.OTHER, by=SYSTEM, at=AT)
    day = date(2026, 12, 1)
    calendar_actions.set_day(day=day, hours_of=None, words={"vi": "Lễ hội xã"}, **_keeping())
    assert calendar_of(cast.OTHER).works(day)


GOOD = {"day": date(2026, 12, 1), "hours_of": None, "words": {"vi": "Lễ hội xã"}}


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"words": {"en": "Fair"}}, errors.DayNameMissing),
        ({"words": {"vi": "  "}}, errors.DayNameMissing),
        ({"hours_of": 7}, errors.BadHours),
        ({"day": date(2026, 11, 22)}, errors.PastDay),
        ({"commune": cast.OTHER}, errors.NotTheAdministrator),
    ],
)
def test_a_day_that_is_refused_changes_nothing(
    change: dict[str, Any], refusal: type[Refusal]
) -> None:
    cast.other_commune()
    before = list(SpecialDay.objects.values())
    with pytest.raises(refusal):
        calendar_actions.set_day(**{**_keeping(), **GOOD, **change})
    assert list(SpecialDay.objects.values()) == before
    assert JournalLine.objects.filter(verb="set_day").count() == 0


@pytest.mark.parametrize(
    ("since", "week", "refusal"),
    [
        (date(2026, 11, 22), WINTER, errors.PastDay),
        (date(2026, 12, 1), ((),) * 7, errors.BadHours),
        (date(2026, 12, 1), WINTER[:5], errors.BadHours),
        (date(2026, 12, 1), ((Span(450, 690), Span(600, 700)), *WINTER[1:]), errors.BadHours),
    ],
)
def test_hours_that_are_refused_change_nothing(
    since: date, week: Any, refusal: type[Refusal]
) -> None:
    before = list(OfficeHours.objects.values())
    with pytest.raises(refusal):
        calendar_actions.set_hours(since=since, week=week, **_keeping())
    assert list(OfficeHours.objects.values()) == before


def test_an_ordinary_day_is_not_cleared() -> None:
    with pytest.raises(errors.DayUnknown):
        calendar_actions.clear_day(day=date(2026, 12, 1), **_keeping())
    with pytest.raises(errors.PastDay):
        calendar_actions.clear_day(day=date(2026, 9, 2), **_keeping())


@pytest.mark.parametrize("who", [cast.officer, cast.receptionist, cast.chair, cast.auditor])
def test_only_the_administrator_keeps_the_calendar(who: Any) -> None:
    keeping = {**_keeping(), "by": cast.acting(who())}
    with pytest.raises(errors.NotTheAdministrator):
        calendar_actions.set_day(**GOOD, **keeping)
    with pytest.raises(errors.NotTheAdministrator):
        calendar_actions.clear_day(day=GOOD["day"], **keeping)
    with pytest.raises(errors.NotTheAdministrator):
        calendar_actions.set_hours(since=date(2026, 12, 1), week=WINTER, **keeping)
    with pytest.raises(errors.NotTheAdministrator):
        calendar_actions.seed_calendar(**keeping)


def test_the_tables_are_read_again_only_after_a_change(django_assert_num_queries: Any) -> None:
    day = date(2026, 12, 1)
    assert calendar_of(cast.COC_SAN).works(day)
    with django_assert_num_queries(1):
        assert calendar_of(cast.COC_SAN).works(day)
    calendar_actions.set_day(day=day, hours_of=None, words={"vi": "Ngày hội"}, **_keeping())
    assert not calendar_of(cast.COC_SAN).works(day)
