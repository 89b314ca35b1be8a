"""Two entries that may be one event, in a real browser: by the keyboard alone, on any width."""

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from motcua.registers.models import Double
from tests import cast
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.registers.twice import pair

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


def test_pairs_are_decided_by_keys_and_each_opens_the_next(
    visit: Visit, live_server: LiveServer
) -> None:
    pair(more=1)
    one, two, three = Double.objects.order_by("weight", "pk")
    page = opened(visit, live_server, cast.officer(), "/desk/books", 1280)
    page.keyboard.press("u")
    page.wait_for_url("**/desk/books/doubles")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/doubles/{one.pk}")
    for row, key in ((one, "1"), (two, "d"), (three, "u")):
        page.wait_for_url(f"**/doubles/{row.pk}*")
        page.keyboard.press("r")
        expect(page.locator("#reason")).to_be_focused()
        page.keyboard.type("Đã xem sổ giấy, quyển 1")
        page.keyboard.press("Escape")
        page.keyboard.press(key)
    page.wait_for_url("**/doubles?did=*")
    expect(page.get_by_text("Không có cặp nào chờ quyết định.")).to_be_visible()
    rows = Double.objects.order_by("weight", "pk").values_list("outcome", "stands")
    assert list(rows) == [("same", one.first_id), ("different", None), ("unclear", None)]


def test_a_key_without_a_reason_leads_into_the_field(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    row = pair()
    page = opened(visit, live_server, cast.officer(), f"/desk/books/doubles/{row.pk}", 1280)
    page.keyboard.press("2")
    expect(page.locator("#reason")).to_be_focused()
    expect(page.locator("#reason")).to_have_attribute("aria-invalid", "true")
    row.refresh_from_db()
    assert row.outcome == "open"
    # The browser says by itself that the answer was a refusal.
    complaints.clear()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_all_of_it_can_be_read_and_touched(
    visit: Visit, live_server: LiveServer, width: int, scheme: str
) -> None:
    row = pair()
    page = opened(visit, live_server, cast.officer(), "/desk/books/doubles", width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for path in ("", f"/{row.pk}"):
        page.goto(f"{live_server.url}/desk/books/doubles{path}")
        for details in page.locator("main details").all():
            details.evaluate("one => { one.open = true }")
        assert faults(page) == []
        assert page.evaluate(SIDEWAYS) == 0
        assert page.evaluate(SMALL_TEXT) == []
        assert page.evaluate(SMALL_TARGETS) == []
