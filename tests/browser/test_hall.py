"""The waiting room in a real browser: a call at the desk appears on the wall and is spoken."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
import time_machine
from playwright.sync_api import Page

from motcua.turns import actions
from motcua.turns.models import Turn
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.chromium import Visit
from tests.hall.hall import KIOSK, MORNING, SCREEN, SUNDAY, open_hall
from tests.turns.room import call, take, tiep

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
HEARD = "window.heard = []; speechSynthesis.speak = (said) => heard.push([said.text, said.lang]); 0"
NUMBERS = "() => [...document.querySelectorAll('.call > b')].map((one) => one.textContent)"
# How high the smallest number on the wall is, as a part of the screen's width.
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".call b, .before b, .waits li b")]
  .map((one) => parseFloat(getComputedStyle(one).fontSize))) / innerWidth"""
CUT_OFF = """() => [...document.querySelectorAll(".now, .before, .waits, .call")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1
    || (!one.matches(".call") && one.scrollHeight > one.clientHeight + 1))
  .map((one) => one.className)"""


@pytest.fixture(autouse=True)
def hall() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=True):
        open_hall()
        yield


def busy() -> list[Turn]:
    """Nine people came, three are called, two are through."""
    turns = [take(f"00000000-0000-4000-8000-00000000000{n}", "AABABBAAB"[n]) for n in range(9)]
    for number, turn in enumerate(turns[:2]):
        call("3", at=MORNING + timedelta(seconds=number))
        actions.finish(turn_id=turn.pk, desk="3", by=tiep(), at=MORNING)
    for number in range(3):
        call(str(number + 1), at=MORNING + timedelta(seconds=10 + number))
    return turns


def listening(page: Page) -> Page:
    """The page with its voice caught, and the sound turned on."""
    page.evaluate(HEARD)
    page.get_by_role("button", name="Bật loa").click()
    return page


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_axe_finds_nothing_and_everything_is_big_enough(visit: Visit, language: str) -> None:
    turns = busy()
    for path in (KIOSK, f"{KIOSK}/{turns[8].key}", f"{KIOSK}/{turns[4].key}", SCREEN):
        page = visit(path, language=language)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(SMALL_TEXT) == []
            assert page.evaluate(SMALL_TARGETS) == []
            assert page.evaluate(SIDEWAYS) <= 0
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                assert faults(page) == [], (path, width, scheme)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (1366, 768)])
def test_the_wall_is_read_from_across_the_hall(visit: Visit, width: int, height: int) -> None:
    busy()
    for number in range(3):
        take(str(number))
        call(str(number + 4))
    page = visit(SCREEN, width=width, height=height)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(SMALLEST) >= 0.03
    assert page.evaluate("document.documentElement.scrollHeight") <= height


def test_a_call_at_the_desk_appears_and_is_spoken_once(visit: Visit) -> None:
    turn = take("a")
    page = listening(visit(SCREEN, width=1280))
    assert page.evaluate(NUMBERS) == []
    call("2")
    page.locator(".call.fresh").wait_for()
    assert page.evaluate(NUMBERS) == ["A001"]
    spoken = ["Mời số A không không một đến quầy số hai", "vi-VN"]
    assert page.evaluate("heard") == [spoken]
    actions.recall(turn_id=turn.pk, desk="2", by=tiep(), at=MORNING)
    page.locator('[data-speak][data-turn$="-2"]').wait_for(state="attached")
    actions.serve(turn_id=turn.pk, desk="2", by=tiep(), at=MORNING)
    page.locator(".call.served").wait_for()
    assert page.evaluate("heard") == [spoken, spoken]


def test_what_was_called_before_the_sound_came_on_stays_unsaid(visit: Visit) -> None:
    take("a")
    take("b")
    call("1")
    page = listening(visit(SCREEN, width=1280))
    call("2")
    page.locator(".call.fresh").wait_for()
    assert page.evaluate("heard.map(([text]) => text)") == [
        "Mời số A không không hai đến quầy số hai"
    ]


def test_a_wall_without_a_line_says_since_when_and_comes_back(
    visit: Visit, complaints: list[str]
) -> None:
    page = visit(SCREEN, width=1280)
    assert not page.locator("[data-lost]").is_visible()
    page.context.set_offline(True)
    page.locator("[data-lost]").wait_for()
    assert page.locator("[data-lost]").inner_text().startswith("Mất kết nối từ ")
    take("a")
    call("1")
    page.context.set_offline(False)
    page.locator(".call.fresh").wait_for()
    assert not page.locator("[data-lost]").is_visible()
    # The browser itself writes down each question that was not answered.
    complaints.clear()


def test_a_double_tap_on_a_telephone_gives_one_number(visit: Visit) -> None:
    page = visit(KIOSK)
    page.get_by_text("Có con nhỏ").click()
    page.get_by_role("button", name="Hộ tịch").dblclick()
    page.locator(".giant").wait_for()
    assert page.locator(".giant").inner_text() == "A001"
    assert [turn.priority for turn in Turn.objects.all()] == ["small_child"]


def test_everything_works_without_a_script(visit: Visit) -> None:
    page = visit(KIOSK, java_script_enabled=False)
    page.get_by_role("button", name="Chứng thực").click()
    assert page.locator(".giant").inner_text() == "B001"
    call("4")
    page.get_by_role("link", name="Xem lại").click()
    assert page.get_by_text("Mời ông/bà đến quầy 4").is_visible()
    page.goto(page.url.split("/turn")[0] + SCREEN)
    assert page.locator(".call > b").inner_text() == "B001"


def test_the_ticket_in_the_hand_says_that_it_is_called(visit: Visit) -> None:
    turn = take("00000000-0000-4000-8000-000000000001")
    page = visit(f"{KIOSK}/{turn.key}")
    assert page.get_by_text("Sắp đến lượt ông/bà").is_visible()
    call("1")
    page.locator(".ticket.calls").wait_for()
    assert page.get_by_text("Mời ông/bà đến quầy 1").is_visible()


def test_the_paper_is_one_piece_of_the_roll(visit: Visit, tmp_path: Path) -> None:
    turn = take("00000000-0000-4000-8000-000000000001")
    page = visit(f"{KIOSK}/{turn.key}", width=1280)
    page.emulate_media(media="print")
    assert page.locator(".qr").is_visible()
    assert not page.get_by_role("link", name="Xem lại").is_visible()
    paper = page.pdf(prefer_css_page_size=True, path=tmp_path / "ticket.pdf")
    assert paper.count(b"/Type /Page\n") == 1


def test_the_tablet_goes_back_by_itself(visit: Visit) -> None:
    page = visit(f"{KIOSK}?kiosk=back", width=1280, height=800)
    page.clock.install()
    page.get_by_role("button", name="Hộ tịch").click()
    page.locator(".giant").wait_for()
    page.wait_for_load_state("load")
    page.clock.fast_forward(26_000)
    page.get_by_role("button", name="Hộ tịch").wait_for()
    assert page.locator(".giant").count() == 0
    assert "kiosk=back" in page.url


def test_a_closed_day_offers_what_is_open(visit: Visit) -> None:
    with time_machine.travel(SUNDAY, tick=True):
        page = visit(KIOSK)
        assert page.get_by_role("link", name="Nộp hồ sơ trực tuyến").is_visible()
        assert page.locator(".queue").count() == 0
        assert faults(page) == []


def test_no_motion_where_none_is_wanted(visit: Visit) -> None:
    take("a")
    page = visit(SCREEN, width=1280, reduced_motion="reduce")
    call("1")
    page.locator(".call.fresh").wait_for()
    style = "getComputedStyle(document.querySelector('.call.fresh')).animationName"
    assert page.evaluate(style) == "none"
