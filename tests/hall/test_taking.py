"""Taking a number, and watching it: the story and every no."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from motcua.foundation.actor import SYSTEM
from motcua.hall.limits import LIMITS
from motcua.procedures.calendar_actions import seed_calendar
from motcua.turns import actions, arrangement
from motcua.turns.models import Priority, Turn
from tests import cast
from tests.hall.hall import EVENING, KIOSK, MORNING, SUNDAY, open_hall, press, text_of
from tests.turns.room import call, tiep

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hall() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        open_hall()
        yield


@pytest.fixture
def guest() -> Client:
    return Client()


def only_turn() -> Turn:
    return Turn.objects.get()


def test_one_press_is_one_number(guest: Client) -> None:
    status, where = press(guest)
    assert status == 302
    assert where == f"{KIOSK}/{only_turn().key}"
    assert "Số của ông/bà A001" in text_of(guest, where)
    assert "Sắp đến lượt ông/bà" in text_of(guest, where)


def test_a_double_tap_gives_one_number(guest: Client) -> None:
    key = uuid4()
    assert press(guest, key=key) == press(guest, "B", key=key)
    assert only_turn().shown == "A001"


def test_the_page_has_a_fresh_key_each_time_and_is_kept_by_no_browser(guest: Client) -> None:
    one, two = guest.get(KIOSK), guest.get(KIOSK)
    assert one["Cache-Control"] == "no-store"
    assert one.content != two.content


@pytest.mark.parametrize("priority", [one for one in Priority if one])
def test_who_goes_first_says_why_once(guest: Client, priority: Priority) -> None:
    press(guest)
    _status, where = press(guest, priority=priority)
    assert Turn.objects.get(shown="A002").priority == priority
    assert "ưu tiên" in text_of(guest, where)
    assert call().shown == "A002"


def test_a_reason_that_nobody_knows_is_none(guest: Client) -> None:
    press(guest, priority="king")
    assert only_turn().priority == Priority.NONE


def test_the_tablet_keeps_its_manner(guest: Client) -> None:
    assert 'name="kiosk" value="print"' in guest.get(f"{KIOSK}?kiosk=print").content.decode()
    _status, where = press(guest, kiosk="print")
    assert where.endswith("?kiosk=print")
    page = guest.get(where).content.decode()
    assert "data-print-at-once" in page
    assert f'data-back="{KIOSK}?kiosk=print"' in page
    assert "data-back" not in guest.get(where.split("?")[0]).content.decode()


def test_the_ticket_says_how_many_are_before_it(guest: Client) -> None:
    where = [press(guest)[1] for _one in range(3)]
    assert "Còn 2 người trước ông/bà" in text_of(guest, where[2])
    assert "Còn 2 người trước ông/bà" in text_of(guest, where[2] + "/now")


def test_the_ticket_says_where_to_go_and_what_to_do_when_missed(guest: Client) -> None:
    _status, where = press(guest)
    turn, held = only_turn(), {"desk": "2", "by": tiep(), "at": MORNING}
    call("2", at=MORNING)
    assert "Mời ông/bà đến quầy 2" in text_of(guest, where)
    actions.miss(turn_id=turn.pk, **held)
    assert "Quầy 2 đã gọi nhưng chưa thấy ông/bà" in text_of(guest, where)
    assert "với chính số này" in text_of(guest, where)
    actions.come_back(turn_id=turn.pk, by=tiep(), at=MORNING)
    assert "Sắp đến lượt ông/bà" in text_of(guest, where)
    call("2", at=MORNING)
    actions.serve(turn_id=turn.pk, **held)
    assert "Ông/bà đang ở quầy 2" in text_of(guest, where)
    actions.finish(turn_id=turn.pk, **held)
    assert "Đã xong" in text_of(guest, where)


def test_yesterdays_ticket_says_that_it_counts_no_more(guest: Client) -> None:
    _status, where = press(guest)
    with time_machine.travel(MORNING + timedelta(days=1), tick=False):
        assert "Số này là của thứ Hai, ngày 23 tháng 11 năm 2026." in text_of(guest, where)
        assert "Xin lấy số mới" in text_of(guest, where)


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_every_page_opens_in_every_language(guest: Client, language: str) -> None:
    guest.cookies["language"] = language
    _status, where = press(guest)
    for path in (KIOSK, where, where + "/now"):
        assert guest.get(path).status_code == 200


@pytest.mark.parametrize(
    ("when", "opens"), [(SUNDAY, "07:00 23/11/2026"), (EVENING, "07:00 25/11/2026")]
)
def test_no_number_is_given_when_the_office_is_closed(
    guest: Client, when: datetime, opens: str
) -> None:
    with time_machine.travel(when, tick=False):
        page = text_of(guest, KIOSK)
        assert "Cơ quan hiện đóng cửa" in page
        assert f"Phát số trở lại từ {opens}" in page
        status, _where = press(guest)
    assert status == 409
    assert not Turn.objects.exists()


def test_who_waits_at_the_door_or_through_lunch_gets_a_number(guest: Client) -> None:
    for hour in (6, 12):
        with time_machine.travel(MORNING.replace(hour=hour), tick=False):
            assert press(guest)[0] == 302


def test_a_queue_that_is_not_offered_is_refused_and_what_was_chosen_stays(guest: Client) -> None:
    answer = guest.post(KIOSK, {"key": str(uuid4()), "service": "Z", "priority": "old"})
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Ở đây không có hàng chờ Z." in page
    assert 'value="old" checked' in page
    assert not Turn.objects.exists()


def test_who_plays_with_the_buttons_is_told_to_wait(guest: Client) -> None:
    _window, most = LIMITS[0]
    for _one in range(most):
        assert press(guest)[0] == 302
    answer = guest.post(KIOSK, {"key": str(uuid4()), "service": "A"})
    assert answer.status_code == 429
    assert "Xin chờ một phút" in answer.content.decode()
    assert Turn.objects.count() == most
    # Another device is not held up, and a minute later this one may press again.
    assert Client(REMOTE_ADDR="192.0.2.7").post(KIOSK, {"service": "A"}).status_code == 302
    with time_machine.travel(MORNING + timedelta(minutes=1), tick=False):
        assert press(guest)[0] == 302


def test_a_ticket_of_another_commune_is_not_here(guest: Client) -> None:
    cast.other_commune()
    for prefix in "AB":
        arrangement.offer_service(
            commune=cast.OTHER, prefix=prefix, words={"vi": "Đất đai"}, by=SYSTEM, at=MORNING
        )
    seed_calendar(commune=cast.OTHER, by=SYSTEM, at=MORNING)
    _status, where = press(guest)
    there = where.replace(cast.COC_SAN, cast.OTHER)
    assert guest.get(there).status_code == 404
    assert guest.get(there + "/now").status_code == 404
    assert "Đất đai" in text_of(guest, f"/turn/{cast.OTHER}")
    assert "Xã Bên Cạnh" in text_of(guest, f"/turn/{cast.OTHER}")
    assert "Đất đai" not in text_of(guest, KIOSK)


def test_a_commune_or_a_ticket_that_is_not_there_is_a_designed_no(guest: Client) -> None:
    for path in ("/turn/00000", "/screen/00000", "/screen/00000/now", f"{KIOSK}/{uuid4()}"):
        answer = guest.get(path)
        assert answer.status_code == 404
        assert "Xã Cốc San" in answer.content.decode()


def test_a_page_asks_little_of_the_database(
    guest: Client, django_assert_max_num_queries: Any
) -> None:
    _status, where = press(guest)
    guest.get(KIOSK)
    for path, most in ((KIOSK, 4), (where, 3)):
        with django_assert_max_num_queries(most):
            guest.get(path)
