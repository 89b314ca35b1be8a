"""What the outbox says of a sending that was not taken, and of a number that opens nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import unfit
from tests.browser.phone import fill, house, opened
from tests.chromium import Visit
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def answered(visit: Visit, status: int) -> Page:
    """The outbox, after the house answered a sending with a page of this status."""
    page = opened(visit)
    fill(page)
    page.route("**/send/**", lambda route: route.fulfill(status=status, body="<h1>no</h1>"))
    box = page.url.replace(FORM, "/outbox")
    # The page goes on by itself once it has been answered.
    with page.expect_navigation():
        page.get_by_role("button", name="Hand in").click()
    page.goto(box)
    expect(page.get_by_text("Needs your eye")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (413, "The files are too large together."),
        (404, "the machine there answered with the number 404."),
    ],
)
def test_an_answer_that_is_no_word_is_said_in_words(
    visit: Visit, complaints: list[str], status: int, said: str
) -> None:
    page = answered(visit, status)
    item = " ".join(page.locator("[data-items] > li").inner_text().split())
    assert said in item
    assert "Look at it Send now Delete" in item
    assert unfit(page, f"outbox-{status}") == []
    link = page.get_by_role("link", name="Look at it").get_attribute("href") or ""
    assert link.startswith(f"{FORM}?for=none&item=")
    complaints.clear()


def test_a_number_that_is_not_whole_is_told_from_one_that_opens_nothing(visit: Visit) -> None:
    page = visit("/outbox", language="en", width=1280)
    page.wait_for_selector("[data-items][data-drawn]", state="attached")
    page.fill("#number", "1234")
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("The number has twelve digits.")).to_be_visible()
    expect(page.locator("#number")).to_be_focused()
    expect(page.locator("#number")).to_have_attribute("aria-invalid", "true")
    page.fill("#number", "123 456 789 012")
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("Nothing on this phone opens with this number.")).to_be_visible()
    expect(page.get_by_text("The number has twelve digits.")).to_be_hidden()
    assert unfit(page, "outbox-unknown") == []
