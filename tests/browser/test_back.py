"""The Back button shows nothing of whoever left: no page kept alive, no field filled in again.

Playwright switches off in Chromium that it keeps pages alive; here it is on, and that is looked at.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from motcua.people.models import Account
from tests.browser.phone import fill, kept, opened, signed_in
from tests.browser.test_next_person import at_the_village, begin, form, giup
from tests.chromium import CHROMIUM, QUIET, Visit
from tests.portal.forms import TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
__all__ = ["giup"]
SECRETS = (TYPED["filer_name"], TYPED["filer_identity"], TYPED["filer_address"])
_OFF = "--disable-back-forward-cache"
# What stands on the page, also in its fields.
SEEN = """document.documentElement.outerHTML
  + [...document.querySelectorAll("input, textarea")].map((one) => one.value).join("\\n")"""


@pytest.fixture(autouse=True)
def resident(giup: Account) -> Account:
    return giup


@pytest.fixture(scope="module")
def browser(playing: Playwright) -> Iterator[Browser]:
    """Chromium as people have it: it keeps the pages that somebody comes from."""
    chromium = playing.chromium.launch(
        executable_path=CHROMIUM, args=QUIET, ignore_default_args=[_OFF]
    )
    yield chromium
    chromium.close()


def typed(page: Page) -> None:
    """A form filled in, on the phone and with the commune."""
    fill(page)
    kept(page, "filer_name", TYPED["filer_name"])
    page.wait_for_selector("[data-kept][data-state=there]")


def nothing_by_going_back(page: Page, secrets: tuple[str, ...] = SECRETS) -> None:
    """As far back as the button goes."""
    for _ in range(6):
        page.evaluate("setTimeout(() => history.back(), 0)")
        page.wait_for_timeout(700)
        page.wait_for_load_state()
        seen = page.evaluate(SEEN)
        assert [one for one in secrets if one in seen] == [], page.url


def comes_back_alive(page: Page) -> bool:
    """Going away and back finds the page as it was left."""
    page.goto(page.url.replace("/manifest.webmanifest", "/robots.txt"))
    page.evaluate("window.same = true")
    page.goto(page.url.replace("/robots.txt", "/manifest.webmanifest"))
    page.evaluate("setTimeout(() => history.back(), 0)")
    page.wait_for_url("**/robots.txt", wait_until="commit")
    return page.evaluate("window.same === true")


def test_this_browser_keeps_the_page_that_somebody_comes_from(visit: Visit) -> None:
    # Short of time, a browser lets a page go all the same: it has a few turns to keep one.
    page = visit("/robots.txt")
    assert True in (comes_back_alive(page) for _turn in range(5))


def test_after_i_am_done_a_guest_s_form_is_gone(visit: Visit) -> None:
    page = opened(visit)
    typed(page)
    page.get_by_role("link", name="I am done on this phone").click()
    page.get_by_role("button", name="I am done").click()
    expect(page.locator("[data-gone]:not([hidden])")).to_be_visible()
    nothing_by_going_back(page)


def test_after_a_sign_out_the_form_and_the_pages_are_gone(visit: Visit) -> None:
    page = signed_in(visit)
    typed(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text("Done. Nothing of you is left on this phone.")).to_be_visible()
    assert TYPED["filer_name"] not in page.evaluate(SEEN)
    nothing_by_going_back(page)


def test_after_a_help_the_person_s_form_is_gone(visit: Visit, complaints: list[str]) -> None:
    page = at_the_village(visit)
    begin(page, "Vàng Thị Thử", "1991")
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    kept(page, "filer_name", TYPED["filer_name"])
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("[data-help]")).to_have_count(0)
    page.goto(page.url.split("/handed")[0] + "/village/")
    for secret in SECRETS[1:]:
        assert secret not in page.content()
    nothing_by_going_back(page, SECRETS[1:])
    complaints.clear()
