"""A round on a phone whose clock is a day off: the list, the half hour, the evening."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.foundation import clock
from motcua.helping.models import DoorCall, Ended, Help, Outing
from tests.browser.clocks import DAY, asleep, off_by, set_to
from tests.browser.phone import fill, kept
from tests.browser.rounds import MARKS, begin, end, go, hand_in, helper, nothing_of_her, out, ready
from tests.browser.test_out import pytestmark as pytestmark
from tests.chromium import Visit
from tests.portal.forms import TYPED

LEFT = "[data-help] [data-left] b"


@pytest.fixture(autouse=True)
def giup() -> None:
    helper()


def at_a_door(visit: Visit, seconds: int) -> Page:
    """With the list on a phone whose clock is so far ahead; the line is left behind."""
    page = out(visit, ahead=seconds)
    off_by(page, seconds)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    return page


def noted(page: Page, which: int, how: str) -> None:
    page.locator("[data-home] a").nth(which).click()
    page.check(f"input[value={how}]")
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_text("Noted on this phone")).to_be_visible()


@pytest.mark.parametrize("seconds", [DAY, -DAY])
def test_a_day_of_work_with_a_clock_a_day_off_comes_in_at_its_hour(
    visit: Visit, seconds: int
) -> None:
    page = at_a_door(visit, seconds)
    expect(page.locator("[data-view=list]")).to_be_visible()
    noted(page, 0, "nobody")
    begin(page, "Vàng Thị Thử", "12/05/1991")
    expect(page.locator(LEFT)).to_contain_text("29:")
    hand_in(page)
    end(page)
    page.context.set_offline(False)
    expect(page.locator("[data-view=unsent]")).to_be_hidden()
    assert Dossier.objects.get().answers["filer_identity"] == TYPED["filer_identity"]
    now, minutes = clock.now(), timedelta(minutes=3)
    one = Help.objects.get()
    assert now - minutes < one.began_at <= (one.ended_at or now) <= now
    assert one.ended == Ended.HANDED_OVER
    assert now - minutes < DoorCall.objects.get().at <= now


@pytest.mark.parametrize("meanwhile", [-DAY, 0])
def test_the_half_hour_is_no_longer_where_the_clock_is_set_back(
    visit: Visit, meanwhile: int
) -> None:
    page = at_a_door(visit, 0)
    begin(page, "Vàng Thị Thử", "12/05/1991")
    fill(page)
    kept(page, "filer_address", TYPED["filer_address"])
    set_to(page, meanwhile)
    page.wait_for_timeout(1_500)
    expect(page.locator(LEFT)).to_contain_text("29:")
    # The phone sleeps, or in its sleep its clock is set back: what was typed is not shown any more.
    asleep(page, 31 * 60 if not meanwhile else -DAY)
    page.wait_for_url("**/village/out?ended=1")
    ready(page)
    nothing_of_her(page)
    expect(page.locator("[data-view=unsent]")).to_contain_text("Vàng Thị Thử")


def test_a_page_of_a_help_after_the_clock_was_set_back_closes(visit: Visit) -> None:
    page = at_a_door(visit, 0)
    begin(page, "Vàng Thị Thử", "12/05/1991")
    fill(page)
    kept(page, "filer_address", TYPED["filer_address"])
    off_by(page, -DAY)
    page.reload()
    page.wait_for_url("**/village/out?ended=1")
    ready(page)
    nothing_of_her(page)
    expect(page.locator("[data-view=unsent]")).to_contain_text("Vàng Thị Thử")


def test_a_list_lives_no_day_longer_where_the_clock_is_set_back(visit: Visit) -> None:
    page = at_a_door(visit, 0)
    rest = round((Outing.objects.get().until - clock.now()).total_seconds())
    # An hour goes by; the clock is set back; then as much goes by as the list had left.
    for ahead, there in ((3_600, True), (3_600 - DAY, True), (rest - DAY, False)):
        off_by(page, ahead)
        page.reload()
        ready(page)
        expect(page.locator("[data-view=list]")).to_be_visible(visible=there)
    assert "away:list" not in page.evaluate(MARKS)
    expect(page.get_by_text("The time of the list is over")).to_be_visible()
