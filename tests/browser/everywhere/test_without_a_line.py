"""What a phone shows while the line is away, and after it left what it kept: as fit as the rest."""

import pytest
from playwright.sync_api import expect

from tests.browser.everywhere.test_everywhere import wrong
from tests.browser.phone import fill, house, kept, opened, signed_in
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


@pytest.mark.usefixtures("broken")
def test_a_form_and_the_outbox_without_a_line(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    fill(page)
    page.context.set_offline(True)
    kept(page, "filer_name", "Vàng Thị Thử")
    found = {"a form without a line": wrong(page, "offline-form")}
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    expect(page.locator("[data-items] li[data-state=waiting]")).to_have_count(1)
    found["an item that waits"] = wrong(page, "offline-outbox")
    page.context.set_offline(False)
    expect(page.locator("[data-items] li[data-state=received]")).to_have_count(1)
    found["an item that was received"] = wrong(page, "received")
    assert {name: said for name, said in found.items() if said} == {}


def test_the_number_that_opens_what_is_left(visit: Visit) -> None:
    page = opened(visit)
    page.route("**/send/*", lambda route: route.abort())
    kept(page, "filer_name", "Vàng Thị Thử")
    page.goto(page.url.split("/apply")[0] + "/done")
    page.get_by_role("button", name="I am done").click()
    expect(page.locator("[data-gone]:focus")).to_be_visible()
    assert wrong(page, "done-number") == []
