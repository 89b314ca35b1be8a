"""A help on a phone whose clock is a day off or is set, or that sleeps: half an hour it is."""

import re

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.foundation import clock
from motcua.helping.models import Ended, Help
from tests.browser.clocks import DAY, asleep, off_by, set_to
from tests.browser.phone import STORED, fill, kept
from tests.browser.test_next_person import SECRETS, at_the_village, begin, form, giup, soon_over
from tests.browser.test_next_person import pytestmark as pytestmark
from tests.chromium import Visit
from tests.portal.forms import TYPED

__all__ = ["giup"]
LEFT = "[data-help] [data-left] b"


def helping(visit: Visit, seconds: int) -> Page:
    """Thử is helped on a phone whose clock is so far ahead; the form is open."""
    page = at_the_village(visit)
    off_by(page, seconds)
    begin(page, "Vàng Thị Thử", "1991")
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    return page


def seconds_left(page: Page) -> int:
    expect(page.locator(LEFT)).to_have_text(re.compile(r"^\d+:\d\d$"))
    minutes, seconds = page.locator(LEFT).inner_text().split(":")
    return 60 * int(minutes) + int(seconds)


def minutes_left(page: Page) -> int:
    return seconds_left(page) // 60


def closed(page: Page) -> None:
    """It has closed by itself, and nothing of hers is on the phone."""
    page.wait_for_url("**/village/?over=1")
    stored = page.evaluate(STORED)
    for secret in SECRETS:
        assert secret not in stored


@pytest.mark.parametrize("seconds", [DAY, -DAY])
def test_with_a_clock_a_day_off_there_is_half_an_hour_and_not_more(
    visit: Visit, seconds: int
) -> None:
    page = helping(visit, seconds)
    # To the second: a fast machine shows the form before the first one has gone.
    assert 29 * 60 < seconds_left(page) <= 30 * 60
    fill(page)
    kept(page, "filer_name", TYPED["filer_name"])
    page.wait_for_timeout(2_500)
    assert page.input_value("#filer_name") == TYPED["filer_name"]
    soon_over(3)
    page.reload()
    closed(page)


def test_a_clock_that_is_set_ahead_meanwhile_ends_nothing(visit: Visit) -> None:
    page = helping(visit, 0)
    kept(page, "filer_name", TYPED["filer_name"])
    with page.expect_response("**/line"):
        set_to(page, DAY)
    page.wait_for_timeout(2_500)
    assert minutes_left(page) == 29
    expect(page.locator("#filer_name")).to_be_visible()
    # Also on the next page, which knows another clock.
    form(page)
    page.wait_for_timeout(1_500)
    assert minutes_left(page) == 29


def test_a_clock_that_is_set_back_meanwhile_makes_it_no_longer(visit: Visit) -> None:
    page = helping(visit, 0)
    kept(page, "filer_name", TYPED["filer_name"])
    soon_over(6)
    page.reload()
    expect(page.locator(LEFT)).to_be_visible()
    set_to(page, -DAY)
    closed(page)


def test_a_help_that_ended_elsewhere_closes_when_the_page_is_looked_at(visit: Visit) -> None:
    page = helping(visit, -DAY)
    kept(page, "filer_name", TYPED["filer_name"])
    Help.objects.update(ended_at=clock.now(), ended=Ended.TAKEN_BACK)
    asleep(page, 60)
    closed(page)
    assert TYPED["filer_name"] not in page.evaluate(STORED)


@pytest.mark.usefixtures("broken")
def test_a_phone_that_slept_beyond_the_half_hour_shows_nothing(visit: Visit) -> None:
    page = helping(visit, 0)
    kept(page, "filer_name", TYPED["filer_name"])
    page.context.set_offline(True)
    asleep(page, 31 * 60)
    expect(page.locator("main")).to_be_hidden()
    page.wait_for_url(lambda url: not url.endswith("for=none"))
    assert TYPED["filer_name"] not in page.content() + page.evaluate(STORED)


@pytest.mark.usefixtures("broken")
def test_in_doubt_and_without_a_line_the_page_closes(visit: Visit) -> None:
    page = helping(visit, 0)
    kept(page, "filer_name", TYPED["filer_name"])
    page.context.set_offline(True)
    # Set back, and looked at again: how long it slept nobody knows.
    asleep(page, -DAY)
    expect(page.locator("main")).to_be_hidden()
    page.wait_for_url(lambda url: not url.endswith("for=none"))


@pytest.mark.usefixtures("broken")
def test_a_page_that_lay_on_the_phone_begins_no_half_hour_of_its_own(visit: Visit) -> None:
    page = helping(visit, -DAY)
    page.evaluate("navigator.serviceWorker.ready")
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/*")
    receipt = page.url
    assert Dossier.objects.get().number
    page.reload()
    assert minutes_left(page) == 29
    form(page)
    page.context.set_offline(True)
    off_by(page, -DAY + 20 * 60)
    page.goto(receipt)
    assert minutes_left(page) == 9
