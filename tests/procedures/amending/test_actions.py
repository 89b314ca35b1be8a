"""A change is asked for by one and decided by another; each no changes nothing."""

from datetime import date
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.people.models import Membership
from motcua.procedures.amending import errors
from motcua.procedures.amending.actions import (
    approve,
    propose_calendar,
    refuse,
    withdraw,
)
from motcua.procedures.amending.calendar import day_change, hours_change, ordinary_day
from motcua.procedures.amending.queries import PAGE, amendment_of, listed, waiting_count
from motcua.procedures.calendar_actions import seed_calendar
from motcua.procedures.calendar_queries import calendar_of
from motcua.procedures.models import Amendment, ProcedureVersion
from tests import cast
from tests.procedures.amending.asking import (
    AMOUNT,
    BEFORE,
    DAY,
    TITLE,
    TOO_LATE,
    acting,
    asked,
    asker,
    chair,
    loaded,
)
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def law() -> None:
    loaded()
    cast.coc_san()


def test_asking_makes_no_version_and_deciding_makes_one() -> None:
    before = ProcedureVersion.objects.count()
    one = asked()
    assert ProcedureVersion.objects.count() == before
    assert (one.code, one.edition, one.holds_from) == ("2.000635", date(2025, 7, 1), DAY)
    assert one.changes == [{"path": list(AMOUNT), "before": 8000, "after": 9000}]
    assert (one.by_name, one.commune_id, one.answer) == ("Tráng Văn Máy", cast.COC_SAN, None)
    done = approve(amendment_id=one.pk, by=chair(), at=cast.AT)
    assert done.answer is not None
    assert (done.answer.kind, done.answer.by_name) == ("approved", "Phạm Văn Ký")
    # Today's edition from its day on, and the law to come, which says the same.
    assert ProcedureVersion.objects.count() == before + 2


def test_each_act_is_a_line_of_the_journal() -> None:
    approve(amendment_id=asked().pk, by=chair(), at=cast.AT)
    refuse(amendment_id=asked({TITLE: "Tên"}).pk, reason="Chưa đúng", by=chair(), at=cast.AT)
    withdraw(amendment_id=asked({TITLE: "Tên"}).pk, by=asker(), at=cast.AT)
    lines = JournalLine.objects.filter(about__startswith="amendment:").order_by("number")
    assert [(line.verb, line.why) for line in lines] == [
        ("propose_amendment", "Nghị quyết 12/2026/NQ-HĐND"),
        ("approve_amendment", ""),
        ("propose_amendment", "Nghị quyết 12/2026/NQ-HĐND"),
        ("refuse_amendment", "Chưa đúng"),
        ("propose_amendment", "Nghị quyết 12/2026/NQ-HĐND"),
        ("withdraw_amendment", ""),
    ]


@pytest.mark.parametrize(
    ("refusal", "other"),
    [
        (errors.DayPassed, {"holds_from": date(2026, 3, 2)}),
        (errors.ReasonMissing, {"reason": "  "}),
        (errors.NothingChanged, {"values": {AMOUNT: 8000}}),
        (errors.PlaceClosed, {"values": {("deadline", "unit"): "days"}}),
        (errors.CasesUnconfirmed, {"confirmed": False}),
        (errors.ChangeHasProblems, {"values": {AMOUNT: "chín nghìn"}}),
        (errors.ChangeHasProblems, {"values": {AMOUNT: None}}),
        (errors.ChangeHasProblems, {"values": {TITLE: None}}),
    ],
)
def test_what_may_not_be_asked_is_refused(
    refusal: type[errors.NothingChanged], other: dict[str, Any]
) -> None:
    with refused(refusal):
        asked(**other)


def test_the_problems_are_those_of_the_check_of_packs() -> None:
    with refused(errors.ChangeHasProblems) as caught:
        asked({AMOUNT: "chín nghìn", TITLE: None})
    found: Any = caught.value.facts["problems"]
    assert [(one.key, one.code) for one in found] == [
        ("fees.rules.copy.amount", "bad_value"),
        ("procedure.title", "missing_words"),
    ]


@pytest.mark.parametrize("who", [cast.officer, cast.chair, cast.auditor, cast.resident])
def test_only_the_administrator_asks(who: Any) -> None:
    by = acting(who())
    with refused(errors.NotYoursToChange):
        asked(by=by)


def test_where_several_communes_are_served_none_changes_the_law_of_the_others() -> None:
    one = asked()
    cast.stranger_officer()
    with refused(errors.SeveralCommunes):
        asked()
    with refused(errors.SeveralCommunes):
        approve(amendment_id=one.pk, by=chair(), at=cast.AT)
    Membership.objects.filter(commune=cast.OTHER).update(until=date(2026, 1, 1))
    approve(amendment_id=one.pk, by=chair(), at=cast.AT)


def test_nobody_decides_about_their_own_change() -> None:
    one = asked()
    with refused(errors.OwnChange):
        approve(amendment_id=one.pk, by=asker(), at=cast.AT)
    with refused(errors.OwnChange):
        refuse(amendment_id=one.pk, reason="Không", by=asker(), at=cast.AT)


@pytest.mark.parametrize("who", [cast.officer, cast.receptionist, cast.auditor])
def test_only_an_administrator_or_the_chair_decides(who: Any) -> None:
    one, by = asked(), acting(who())
    with refused(errors.NotYoursToDecide):
        approve(amendment_id=one.pk, by=by, at=cast.AT)


def test_of_another_commune_there_is_nothing_to_decide_or_see() -> None:
    one = asked()
    stranger = acting(cast.stranger_officer())
    with refused(errors.NoSuchAmendment):
        approve(amendment_id=one.pk, by=stranger, at=cast.AT)
    assert listed(by=stranger, waiting=True).rows == []
    assert (waiting_count(by=stranger), waiting_count(by=chair())) == (0, 1)


def test_what_was_decided_is_not_decided_again() -> None:
    one = asked()
    refuse(amendment_id=one.pk, reason="Chưa đúng nghị quyết", by=chair(), at=cast.AT)
    for act in (approve, withdraw):
        with refused(errors.AlreadyDecided):
            act(amendment_id=one.pk, by=chair(), at=cast.AT)
    assert amendment_of(one.pk, by=chair()).verdict.reason == "Chưa đúng nghị quyết"


def test_turning_down_needs_a_reason() -> None:
    one = asked()
    with refused(errors.WhyNotMissing):
        refuse(amendment_id=one.pk, reason=" ", by=chair(), at=cast.AT)


def test_only_who_asked_takes_it_back() -> None:
    one = asked()
    with refused(errors.NotYoursToChange):
        withdraw(amendment_id=one.pk, by=chair(), at=cast.AT)
    assert withdraw(amendment_id=one.pk, by=asker(), at=cast.AT).verdict.kind == "withdrawn"


def test_a_change_whose_day_passed_while_it_waited_is_not_approved() -> None:
    one = asked()
    with refused(errors.DayPassedWaiting) as caught:
        approve(amendment_id=one.pk, by=chair(), at=TOO_LATE)
    assert caught.value.facts == {"day": "01/04/2026"}


def test_what_was_changed_by_another_meanwhile_is_asked_for_anew() -> None:
    first, second = asked(), asked({AMOUNT: 9500})
    approve(amendment_id=first.pk, by=chair(), at=cast.AT)
    with refused(errors.ChangedMeanwhile):
        approve(amendment_id=second.pk, by=chair(), at=cast.AT)


def test_the_list_goes_on_page_by_page() -> None:
    for _ in range(PAGE + 2):
        asked()
    first = listed(by=chair(), waiting=True)
    assert (len(first.rows), first.older) == (PAGE, first.rows[-1].pk)
    rest = listed(by=chair(), waiting=True, before=first.older)
    assert (len(rest.rows), rest.older) == (2, None)
    assert listed(by=chair(), waiting=True, code="1.001193").rows == []


def calendar_asked(change: Any, day: date = FRIDAY, reason: str = "Bão số 3") -> Amendment:
    return propose_calendar(change=change, holds_from=day, reason=reason, by=asker(), at=cast.AT)


def closed() -> Any:
    words = {"vi": "Nghỉ do bão"}
    return day_change(cast.COC_SAN, FRIDAY, hours_of=None, words=words, at=cast.AT)


def test_a_day_is_closed_only_when_a_second_person_agrees() -> None:
    seed_calendar(commune=cast.COC_SAN, by=asker(), at=cast.AT)
    one = calendar_asked(closed())
    assert calendar_of(cast.COC_SAN).works(FRIDAY)
    with refused(errors.OwnChange):
        approve(amendment_id=one.pk, by=asker(), at=cast.AT)
    approve(amendment_id=one.pk, by=chair(), at=cast.AT)
    assert not calendar_of(cast.COC_SAN).works(FRIDAY)
    back = calendar_asked(ordinary_day(cast.COC_SAN, FRIDAY, at=cast.AT))
    assert back.changes[0]["before"] == {"hours_of": None, "words": {"vi": "Nghỉ do bão"}}
    approve(amendment_id=back.pk, by=chair(), at=cast.AT)
    assert calendar_of(cast.COC_SAN).works(FRIDAY)
    line = JournalLine.objects.get(verb="set_day")
    assert line.actor_name == "Tráng Văn Máy"


def test_hours_hold_from_their_day_once_they_are_approved() -> None:
    seed_calendar(commune=cast.COC_SAN, by=asker(), at=cast.AT)
    week = calendar_of(cast.COC_SAN).seasons[0].week
    shorter = (*week[:4], week[4][:1], *week[5:])
    change = hours_change(cast.COC_SAN, DAY, shorter, at=cast.AT)
    assert change.before[4] == ["07:00-11:30", "13:30-17:00"]
    approve(amendment_id=calendar_asked(change, DAY).pk, by=chair(), at=cast.AT)
    calendar = calendar_of(cast.COC_SAN)
    assert len(calendar.spans(FRIDAY)) == 2
    assert len(calendar.spans(date(2026, 4, 3))) == 1


def test_the_calendar_is_not_changed_backwards_nor_twice_nor_without_reason() -> None:
    seed_calendar(commune=cast.COC_SAN, by=asker(), at=cast.AT)
    change = closed()
    with refused(errors.ReasonMissing):
        calendar_asked(change, reason="")
    with refused(errors.DayPassed):
        day_change(cast.COC_SAN, date(2026, 3, 2), hours_of=None, words={"vi": "x"}, at=cast.AT)
    week = calendar_of(cast.COC_SAN).seasons[0].week
    with refused(errors.NothingChanged):
        hours_change(cast.COC_SAN, BEFORE, week, at=cast.AT)
    first, second = calendar_asked(change), calendar_asked(change)
    approve(amendment_id=first.pk, by=chair(), at=cast.AT)
    with refused(errors.ChangedMeanwhile):
        approve(amendment_id=second.pk, by=chair(), at=cast.AT)
