"""The longer term of the law: once, in time, while being checked, where the procedure has one."""

from datetime import datetime, time, timedelta

import pytest

from motcua.consequences import loop
from motcua.dossiers import actions, errors, queries
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.needs import Asked
from motcua.dossiers.states import Verb
from motcua.foundation.actor import Actor
from motcua.foundation.clock import HANOI
from motcua.foundation.money import Dong
from motcua.notifications.models import Message
from motcua.procedures.pack import Example
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story, walks
from tests.procedures.packs import codes, procedure
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
MARITAL, SAME_DAY = "1.004873", "1.000656"
WHY = "Hỏi UBND xã Bên Cạnh về thời gian cư trú"


def at(day: int, hour: int = 17, month: int = 11, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HANOI)


@pytest.fixture(autouse=True)
def _on_a_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """At nine on 25 November 2026, the day after a holiday."""
    monkeypatch.setattr(cast, "AT", datetime.combine(at(25).date(), time(9), HANOI))


def officer() -> Actor:
    return cast.acting(cast.officer())


def being_checked(code: str = MARITAL) -> Dossier:
    """Walked in with the answers of the pack's own case, accepted and begun."""
    return walks.begun(walks.handed_in(story.law(code, cast.AT), counted(code).answers))


def counted(code: str) -> Example:
    """The pack's own case that says when it is due."""
    return next(case for case in procedure(code).examples if case.times)


# Every one that has a longer term, whatever it is: the packs say which.
LONGER = [code for code in codes() if procedure(code).deadline.extended]


@pytest.mark.parametrize("code", LONGER)
def test_each_pack_that_has_a_longer_term_gives_it_from_the_same_reception(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = counted(code).times[0]
    # Accepted five minutes after it is handed in.
    monkeypatch.setattr(cast, "AT", row.received - timedelta(minutes=5))
    dossier = being_checked(code)
    assert (dossier.accepted_at, dossier.due_at) == (row.received, row.due)
    press = story.press(dossier, officer(), 60)
    dossier = actions.extend(press, reason=WHY)
    assert (dossier.due_at, dossier.extended_at) == (row.longer, press.at)
    event = DossierEvent.objects.get(verb="extend")
    promised = datetime.fromisoformat(event.facts["promised"])
    assert (event.reason, promised) == (WHY, row.due)


def test_at_the_cut_off_the_longer_term_begins_the_next_working_day_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The Friday before Tết, at 15:00."""
    row = counted(MARITAL).times[3]
    monkeypatch.setattr(cast, "AT", row.received - timedelta(minutes=5))
    dossier = being_checked()
    assert dossier.due_at == row.due == datetime(2026, 2, 26, 17, tzinfo=HANOI)
    dossier = actions.extend(story.press(dossier, officer(), 60), reason=WHY)
    assert dossier.due_at == row.longer == datetime(2026, 3, 18, 17, tzinfo=HANOI)


def test_the_person_hears_of_it_and_the_slip_gives_both_dates_and_the_reason() -> None:
    dossier = being_checked()
    Dossier.objects.filter(pk=dossier.pk).update(filer_phone=cast.PHONE)
    dossier.refresh_from_db()
    dossier = actions.extend(story.press(dossier, officer(), 60), reason=WHY)
    loop.follow_events(cast.AT + timedelta(hours=2))
    code = f"{dossier.code[:3]} {dossier.code[3:6]} {dossier.code[6:]}"
    assert Message.objects.get(kind="extend").text == (
        f"Xã Cốc San: hồ sơ {code} cần thêm thời gian. Hẹn trả kết quả: 17:00 18/12/2026, "
        f"thay cho 17:00 30/11/2026. Lý do: {WHY}"
    )
    slip = Document.objects.filter(template="slip_receipt").order_by("asked_at").last()
    assert slip is not None
    assert slip.data["term.reason"] == (
        f"Hẹn trả kết quả lúc 17:00 18/12/2026 thay cho 17:00 30/11/2026: {WHY}"
    )
    assert slip.data["term"] == "23 ngày"
    assert datetime.fromisoformat(slip.data["received"]) == dossier.accepted_at


def test_a_wait_that_added_time_before_adds_it_to_the_longer_term_too() -> None:
    dossier = being_checked()
    Dossier.objects.filter(pk=dossier.pk).update(fee_due=8000)
    dossier.refresh_from_db()
    dossier = actions.ask_for_fee(story.press(dossier, officer(), 30))
    desk = cast.acting(cast.receptionist())
    dossier = actions.take_fee(story.press(dossier, desk, 90), amount=Dong(8000))
    assert dossier.due_at == at(1, 8, month=12)
    dossier = actions.extend(story.press(dossier, officer(), 100), reason=WHY)
    # Friday 18 December at the closing hour and one hour more: Monday, an hour after opening.
    assert dossier.due_at == at(21, 8, month=12)


def test_made_whole_later_the_longer_term_counts_anew() -> None:
    dossier = actions.extend(story.press(being_checked(), officer(), 10), reason=WHY)
    asked = [Asked("field:purpose", "Cần ghi rõ mục đích")]
    dossier = actions.ask_for_more(story.press(dossier, officer(), 20), asked=asked)
    desk = cast.acting(cast.receptionist())
    dossier = actions.supplement(story.press(dossier, desk, 24 * 60), answers={}, unknown=[])
    # 23 days from Thursday 26 November end on Saturday 19 December: Monday.
    assert dossier.due_at == at(21, month=12)


def test_a_later_date_that_was_promised_is_not_taken_back() -> None:
    dossier, until = being_checked(), at(24, month=12)
    dossier = actions.apologise(story.press(dossier, officer()), reason="Mất điện", until=until)
    dossier = actions.extend(story.press(dossier, officer(), 10), reason=WHY)
    assert dossier.due_at == until


def test_the_longer_term_is_taken_once() -> None:
    dossier = actions.extend(story.press(being_checked(), officer(), 10), reason=WHY)
    with refused(errors.SecondExtension):
        actions.extend(story.press(dossier, officer(), 20), reason=WHY)


def test_it_needs_a_reason() -> None:
    dossier = being_checked()
    with refused(errors.ReasonMissing):
        actions.extend(story.press(dossier, officer()), reason=" ")


def test_a_procedure_without_a_longer_term_gives_none() -> None:
    dossier = story.in_progress(story.law())
    with refused(errors.NoLongerTerm):
        actions.extend(story.press(dossier, officer()), reason=WHY)


def test_what_is_late_stays_late() -> None:
    dossier = being_checked(SAME_DAY)
    with refused(errors.TermOver):
        actions.extend(story.press(dossier, officer(), 8 * 60 + 1), reason=WHY)


def test_only_the_officer_who_checks_takes_it_and_only_then() -> None:
    dossier = being_checked()
    for who in (cast.receptionist, cast.chair):
        with refused(errors.NotYours):
            actions.extend(story.press(dossier, cast.acting(who())), reason=WHY)
    dossier = actions.check(story.press(dossier, officer()), stated={})
    with refused(errors.NotNow):
        actions.extend(story.press(dossier, officer()), reason=WHY)
    assert Verb.EXTEND not in {rule.verb for rule in queries.buttons(dossier, by=officer())}
