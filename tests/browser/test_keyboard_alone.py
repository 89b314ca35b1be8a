"""The stories of the residents' door and of a helper, from end to end by the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.helping.models import Help
from tests import cast
from tests.browser.keyboard import Keyboard
from tests.browser.phone import SHOWN, a_photograph, house, kept, opened, signed_in
from tests.browser.test_counter import opened as at_desk
from tests.chromium import Visit
from tests.portal.forms import CODE

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
FILE = "input[type=file]"


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def test_from_the_first_page_to_the_receipt_with_a_photograph(
    visit: Visit, live_server: LiveServer
) -> None:
    page = at_desk(visit, live_server, cast.resident(), "/", 360)
    keys = Keyboard(page)
    keys.press(".skip")
    assert page.evaluate("document.activeElement.id") == "main"
    keys.press(f"main a[href='/p/{CODE}']")
    page.wait_for_url(f"**/p/{CODE}")
    keys.press(f"main a[href*='/apply/{CODE}']")
    keys.press("main a[href*='for=self']")
    page.wait_for_selector("form[data-ready]")
    _answer_each_question(page, keys)
    with page.expect_file_chooser() as chooser:
        keys.press(FILE)
    chooser.value.set_files([a_photograph()])  # type: ignore[list-item]
    expect(page.locator(SHOWN)).to_have_count(1)
    keys.press("button[name=hand_in]")
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.get().where is State.SUBMITTED
    assert PaperFile.objects.count() == 1
    assert keys.unseen == []


def _answer_each_question(page: Page, keys: Keyboard) -> None:
    """What is known is looked over; what is not is said; each step opens the next."""
    onward = page.locator("form > .acts > button[type=button]:not(.plain)")
    for _step in range(20):
        if page.locator("#event").is_visible():
            keys.press("#event", "ArrowDown")
        if not onward.is_visible():
            return
        keys.press("form > .acts > button[type=button]:not(.plain)")


def test_a_photograph_is_looked_at_large_and_left_by_escape(visit: Visit) -> None:
    page = opened(visit)
    page.locator(FILE).first.set_input_files([a_photograph()])
    expect(page.locator(SHOWN)).to_have_count(1)
    keys = Keyboard(page)
    keys.press("[data-look]")
    large = page.locator("dialog[data-photo]")
    expect(large).to_be_visible()
    for _stop in range(4):
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || "
        assert page.evaluate(inside + "!!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(large).not_to_be_visible()
    expect(page.locator("[data-look]").first).to_be_focused()
    page.keyboard.press("Enter")
    keys.press("dialog[data-photo] button")
    expect(page.locator("[data-look]").first).to_be_focused()
    assert keys.unseen == []


def test_a_help_is_begun_and_ended_and_who_cannot_draw_agrees_another_way(
    visit: Visit, live_server: LiveServer
) -> None:
    page = at_desk(visit, live_server, cast.volunteer(), "/village/", 360)
    keys = Keyboard(page)
    keys.press("main a[href='/village/begin']")
    page.wait_for_url("**/village/begin")
    keys.type("#name", "Vàng Thị Thử")
    keys.type("#birth", "1991")
    keys.press("[name=consent]", "Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-pad]")).to_be_visible()
    expect(page.locator("#pad")).to_have_attribute("aria-describedby", "pad-help")
    expect(page.locator("#pad-help")).to_contain_text("chọn cách khác")
    page.keyboard.press("ArrowUp")
    keys.type("#witness", "Lò Thị Chứng")
    keys.press("main form .acts button:has-text('nửa giờ')")
    expect(page.locator("[data-help]")).to_contain_text("Vàng Thị Thử")
    keys.to("main a")
    keys.press("[data-help] button[value=handed_over]", back=True)
    page.wait_for_url("**/handed/*")
    assert Help.objects.get().ended == "handed_over"
    assert keys.unseen == []


def test_what_is_left_on_a_phone_is_seen_and_put_away(visit: Visit) -> None:
    page = signed_in(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    page.goto(page.url.split("/apply")[0] + "/outbox")
    expect(page.locator("[data-items] li")).to_have_count(1)
    keys = Keyboard(page)
    keys.press("[data-items] [data-go]")
    page.wait_for_selector("form[data-ready]")
    expect(page.locator("#filer_name")).to_have_value("Vàng Thị Thử")
    page.goto(page.url.split("/apply")[0] + "/done")
    keys.press("[data-done]")
    expect(page.locator("[data-gone]:focus")).to_be_visible()
    assert keys.unseen == []
