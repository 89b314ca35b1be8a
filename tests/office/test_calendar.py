"""The administrator keeps the calendar: a year at a glance, a day changed, the hours set."""

from datetime import UTC, date, datetime

import pytest
from django.http import HttpResponse

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.procedures.calendar_models import SpecialDay
from motcua.procedures.calendar_queries import calendar_of
from tests import cast
from tests.dossiers import story
from tests.office.visits import At, words
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
DAY = "2026-03-20"
WEEK = {
    **dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "07:30-11:30, 13:30-17:00"),
    "friday": "07:30–11:30",
    "saturday": "",
    "sunday": "",
}


def at_desk() -> At:
    story.law()
    return At(cast.administrator())


def agreed(answer: HttpResponse) -> str:
    """The chair reads what was asked for, and agrees."""
    asked = int(answer["Location"].split("?")[0].rsplit("/", 1)[1])
    chair = At(cast.chair())
    page = words(chair.get("change", asked))
    assert chair.post("decide", asked, "approve").status_code == 302
    return page


def cell(page: str, day: str) -> str:
    """The square of a day that can be changed."""
    head, tail = page.split(f'href="/desk/calendar/day/{day}"', 1)
    return head.rsplit("<td", 1)[1] + tail.split("</td>", 1)[0]


def test_a_year_is_told_by_shape_and_word() -> None:
    page = words(at_desk().get("calendar"))
    assert page.count('<table class="month">') == 12
    closed = cell(page, "2026-04-30")
    assert 'class="closed"' in closed
    assert "<span>nghỉ</span>" in closed
    assert "Ngày Chiến thắng" in closed
    swap = cell(page, "2026-08-22")
    assert 'class="swap"' in swap
    assert "<span>làm</span>" in swap
    assert 'class="rest"' in cell(page, "2026-03-21")
    assert "nghỉ hằng tuần" in cell(page, "2026-03-21")
    assert 'class="work"' in cell(page, DAY)
    assert 'aria-current="date"' in cell(page, "2026-03-03")
    # What has passed is no link: it is not changed any more.
    assert "/desk/calendar/day/2026-03-02" not in page


def test_days_of_the_law_carry_their_source_and_how_sure_they_are() -> None:
    desk = at_desk()
    SpecialDay.objects.filter(day=date(2026, 4, 30)).update(mark="memory", source="Điều 112")
    page = words(desk.get("calendar"))
    assert "Thông báo 9441/TB-BNV" in page
    assert "đã đối chiếu văn bản" in page
    assert "ghi theo trí nhớ" in page
    assert "Điều 112" in page


@pytest.mark.parametrize(("asked", "shown"), [("2027", 2027), ("2019", 2026), ("x", 2026)])
def test_a_year_that_cannot_be_shown_is_this_one(asked: str, shown: int) -> None:
    assert f"<h1>Lịch làm việc {shown}</h1>" in words(at_desk().get("calendar", year=asked))


def test_a_year_without_days_off_says_what_that_does() -> None:
    page = words(at_desk().get("calendar", year="2028"))
    assert "Chưa ghi ngày nghỉ nào của năm 2028" in page


def test_a_day_is_closed_with_a_reason_and_deadlines_count_by_it_from_then_on() -> None:
    desk = at_desk()
    form = {"kind": "closed", "words": "Bão số 3", "verb": "set_day"}
    answer = desk.post("day", DAY, **form)
    assert calendar_of(cast.COC_SAN).works(date(2026, 3, 20))
    agreed(answer)
    assert not calendar_of(cast.COC_SAN).works(date(2026, 3, 20))
    page = words(desk.get("calendar"))
    assert "Bão số 3" in page
    assert "xã tự ghi" in page
    line = JournalLine.objects.get(verb="set_day")
    assert line.facts == {"day": DAY, "hours_of": None, "words": {"vi": "Bão số 3"}}


def test_a_saturday_is_worked_like_another_day_and_made_ordinary_again() -> None:
    desk = at_desk()
    saturday = "2026-03-21"
    agreed(desk.post("day", saturday, kind="0", words="Làm bù", verb="set_day"))
    assert calendar_of(cast.COC_SAN).works(date(2026, 3, 21))
    assert "làm việc như thứ Hai" in words(desk.get("day", saturday))
    refused = desk.post("day", saturday, verb="clear_day")
    assert (refused.status_code, 'id="reason-error"' in words(refused)) == (422, True)
    agreed(desk.post("day", saturday, verb="clear_day", reason="Không làm bù nữa"))
    assert not calendar_of(cast.COC_SAN).works(date(2026, 3, 21))


def test_a_day_of_the_law_that_was_changed_still_says_what_the_law_has() -> None:
    desk = at_desk()
    form = {"kind": "3", "words": "Trực giải quyết hồ sơ", "verb": "set_day"}
    agreed(desk.post("day", "2026-04-30", **form))
    page = words(desk.get("day", "2026-04-30"))
    assert "Theo văn bản thì khác: Ngày Chiến thắng" in page


def test_before_it_is_confirmed_it_is_said_what_was_promised_and_that_it_stays() -> None:
    desk = at_desk()
    dossier = story.submitted(story.law())
    due = datetime(2026, 3, 20, 9, tzinfo=UTC)
    Dossier.objects.update(due_at=due)
    page = words(desk.get("day", DAY))
    assert "1 hồ sơ hẹn trả đúng ngày này. Ngày hẹn không tự đổi" in page
    assert "1 hồ sơ đang xử lý hẹn trả sau ngày này" in words(desk.get("day", "2026-03-19"))
    assert "Không có hồ sơ nào hẹn trả ngày này." in words(desk.get("day", "2026-03-23"))
    agreed(desk.post("day", DAY, kind="closed", words="Bão", verb="set_day"))
    dossier.refresh_from_db()
    assert dossier.due_at == due


@pytest.mark.parametrize(
    ("day", "form", "status", "said"),
    [
        (DAY, {"kind": "", "words": "Bão"}, 422, "Vui lòng chọn ngày này nghỉ hay làm việc."),
        (DAY, {"kind": "7", "words": "Bão"}, 422, "Vui lòng chọn ngày này nghỉ hay làm việc."),
        (DAY, {"kind": "closed", "words": " "}, 422, 'id="words-error"'),
        ("2026-03-02", {"kind": "closed", "words": "Bão"}, 422, "02/03/2026"),
        (DAY, {"verb": "clear_day"}, 404, "20/03/2026"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(
    day: str, form: dict[str, str], status: int, said: str
) -> None:
    desk = at_desk()
    before = everything()
    answer = desk.post("day", day, **{"verb": "set_day", **form})
    assert answer.status_code == status
    assert said in words(answer)
    if form.get("words", "").strip() and day == DAY:
        assert 'value="Bão"' in words(answer)
    assert everything() == before


def test_an_address_that_is_no_day_is_not_there_and_a_past_day_offers_nothing() -> None:
    desk = at_desk()
    assert desk.get("day", "hom-nay").status_code == 404
    page = words(desk.get("day", "2026-03-02"))
    assert "Ngày này đã qua" in page
    assert 'id="change"' not in page


def test_the_hours_of_a_week_are_set_from_a_day_on() -> None:
    desk = at_desk()
    answer = desk.post("hours", since="01/04/2026", reason="Giờ mùa hè", **WEEK)
    page = agreed(answer)
    assert "Giờ làm việc từ 01/04/2026" in page
    assert "Thứ Sáu: 07:30-11:30" in page or "thứ Sáu: 07:30-11:30" in page
    calendar = calendar_of(cast.COC_SAN)
    assert calendar.closing(date(2026, 4, 3)).hour == 11
    assert calendar.closing(date(2026, 3, 27)).hour == 17
    page = words(desk.get("calendar"))
    assert "Giờ làm việc từ 01/04/2026" in page
    assert JournalLine.objects.get(verb="set_hours").facts["since"] == "2026-04-01"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"tuesday": "7h đến 11h"}, 'id="tuesday-error"'),
        ({"tuesday": "11:30-07:30"}, 'id="tuesday-error"'),
        ({"since": "mai"}, 'id="since-error"'),
        ({"since": "01/03/2026"}, "01/03/2026"),
        ({"reason": ""}, 'id="reason-error"'),
        ({"tuesday": "07:00-12:00, 11:00-17:00"}, "tuesday"),
        (dict.fromkeys(WEEK, ""), "Chưa đổi được giờ làm việc"),
    ],
)
def test_hours_that_nobody_can_keep_are_refused(wrong: dict[str, str], said: str) -> None:
    desk = at_desk()
    before = everything()
    answer = desk.post("hours", **{"since": "01/04/2026", "reason": "Mùa hè", **WEEK, **wrong})
    page = words(answer)
    assert answer.status_code == 422
    assert said in page
    assert "Chưa đổi được giờ làm việc" in page
    for typed in wrong.values():
        assert f'value="{typed}"' in page
    assert everything() == before


def test_a_commune_without_hours_begins_with_those_of_the_pack() -> None:
    desk = At(cast.administrator())
    page = words(desk.get("calendar"))
    assert "Không có giờ làm việc thì không tính được thời hạn nào" in page
    answer = desk.post("seed")
    assert answer["Location"] == "/desk/calendar?did=seed_calendar"
    page = words(desk.get("calendar", did="seed_calendar"))
    assert "Đã lấy lịch của gói" in page
    assert page.count('<table class="month">') == 12
    assert JournalLine.objects.get(verb="seed_calendar").actor_name == "Tráng Văn Máy"
