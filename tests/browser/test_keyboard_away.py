"""By the keyboard alone: a round without a line, a call that is asked for, a question heard."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.calling.models import Call
from motcua.dossiers.models import Dossier
from motcua.helping.models import DoorCall, Help
from tests import cast
from tests.browser.keyboard import Keyboard
from tests.browser.phone import opened
from tests.browser.rounds import go, helper, ready
from tests.browser.test_counter import opened as at_desk
from tests.browser.test_listening import PLAYS
from tests.browser.test_listening import form as heard_form
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("broken"),
]


@pytest.fixture(autouse=True)
def giup() -> None:
    helper()


def _notes_a_visit(page: Page, keys: Keyboard) -> None:
    keys.type("[name=seek]", "lu a mau")
    expect(page.locator("[data-home]")).to_have_count(1)
    keys.press("[data-home] a")
    keys.press("[name=met]", "Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=met][value=nobody]")).to_be_checked()
    keys.type("#note", "Chó dữ")
    keys.press("[data-calling] .acts button")
    expect(page.locator("[data-said=noted]")).to_be_visible()


def _begins_with_thu(page: Page, keys: Keyboard) -> None:
    keys.type("[name=seek]", "thu")
    keys.press("[data-home] a")
    keys.press("[data-adults] button")
    keys.type("#birth", "12/05/1991")
    # What is missing is said, and led to.
    keys.press("[data-begin] > .acts button:not(.plain)")
    expect(page.locator("[data-mistakes] a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[name=consent]").first).to_be_focused()
    page.keyboard.press("Space")
    keys.type("#witness", "Lò Thị Chứng")
    keys.press("[data-begin] > .acts button:not(.plain)")
    expect(page.locator("[data-help]")).to_contain_text("Vàng Thị Thử")
    keys.press(f"[data-form][href='{FORM}']")
    page.wait_for_selector("form[data-ready]")


def test_a_round_from_taking_the_list_to_the_evening(visit: Visit, live_server: LiveServer) -> None:
    page = at_desk(visit, live_server, cast.volunteer(), "/village/out", 360)
    ready(page)
    keys = Keyboard(page)
    keys.press("[name=round]", "Space")
    keys.press("[data-taking] .acts button")
    expect(page.locator("[data-view=list]")).to_be_visible()
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    _notes_a_visit(page, keys)
    _begins_with_thu(page, keys)
    keys.type("#filer_name", TYPED["filer_name"])
    keys.press("[data-help] button[value=handed_over]", back=True)
    page.wait_for_url("**/village/out?ended=1")
    ready(page)
    expect(page.locator("[data-view=unsent] [data-help]")).to_contain_text("Vàng Thị Thử")
    # Without a line a press sends nothing and loses nothing; with one it goes by itself.
    keys.press("button[data-send]")
    expect(page.locator("button[data-send]")).to_be_enabled()
    expect(page.locator("[data-view=unsent] [data-help]")).to_contain_text("Vàng Thị Thử")
    page.context.set_offline(False)
    expect(page.locator("[data-view=unsent]")).to_be_hidden()
    assert Dossier.objects.get().answers["filer_name"] == TYPED["filer_name"]
    assert (DoorCall.objects.get().note, Help.objects.get().ended) == ("Chó dữ", "handed_over")
    assert keys.unseen == []


def test_somebody_who_stops_at_a_question_is_called(visit: Visit) -> None:
    page = opened(visit)
    keys = Keyboard(page)
    keys.type("#filer_name", "Vàng Thị Thử")
    keys.press("a[data-call=register_office]")
    page.wait_for_url("**/call/*")
    keys.type("#phone", "0990 000 001")
    keys.press("main form button:has-text('Call me')")
    expect(page.get_by_role("heading", name="Someone will call you")).to_be_visible()
    assert (Call.objects.get().question, Call.objects.get().phone) == (
        "register_office",
        "+84990000001",
    )
    assert Dossier.objects.get().answers["filer_name"] == "Vàng Thị Thử"
    assert keys.unseen == []


def test_a_question_is_heard_and_stopped(visit: Visit) -> None:
    page = heard_form(visit)
    keys = Keyboard(page)
    keys.press("a[data-listen]", "Space")
    page.wait_for_function(PLAYS)
    expect(page.locator("a[data-listen]").first).to_contain_text("Stop")
    page.keyboard.press("Space")
    expect(page.locator("a[data-listen]").first).to_contain_text("Listen")
    assert page.evaluate("() => window.player.paused")
    assert keys.unseen == []
