"""The administrator's and the auditor's pages in a real browser: keyboard, axe, sizes, 320 px."""

import re

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from motcua.people.models import Account
from tests import cast
from tests.browser.keyboard import Keyboard
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.dossiers import story
from tests.results.test_mending import given_up

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]

PAGES = {
    "calendar": (cast.administrator, "/desk/calendar"),
    "day": (cast.administrator, "/desk/calendar/day/2027-02-05"),
    "journal": (cast.auditor, "/desk/journal"),
    "law": (cast.administrator, "/desk/law"),
    "compare": (cast.administrator, "/desk/law/1.001193"),
    "laws": (cast.administrator, "/desk/law/all"),
    "seen": (cast.administrator, "/desk/law/2.000635/seen"),
    "amend": (cast.administrator, "/desk/law/2.000635/change/fees"),
    "amend papers": (cast.administrator, "/desk/law/2.000635/change/papers"),
    "changes": (cast.chair, "/desk/changes"),
    "health": (cast.administrator, "/desk/health"),
    "accounts": (cast.administrator, "/desk/accounts"),
    "engage": (cast.administrator, "/desk/accounts/new"),
    "account": (cast.administrator, "/desk/accounts/{}"),
    "password": (cast.administrator, "/desk/password"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_the_office_are_fit_for_everybody(
    visit: Visit, live_server: LiveServer, name: str
) -> None:
    who, path = PAGES[name]
    story.law()
    given_up()
    page = opened(visit, live_server, who(), path.format(cast.officer().pk), 1280)
    for summary in page.locator("main summary").all():
        summary.click()
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == [], width
        assert page.evaluate(SMALL_TEXT) == [], width
        assert page.evaluate(SMALL_TARGETS) == [], width
        assert page.evaluate(SIDEWAYS) <= 0, width


def test_an_account_is_opened_by_the_keyboard_alone(visit: Visit, live_server: LiveServer) -> None:
    page = opened(visit, live_server, cast.administrator(), "/desk/accounts", 1280)
    page.keyboard.press("n")
    page.wait_for_url("**/desk/accounts/new")
    page.focus("#name")
    page.keyboard.type("Giàng Thị Mới")
    page.keyboard.press("Tab")
    page.keyboard.type("tiepnhan2")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".code")).to_have_text(re.compile("^[a-z2-9]{3}(-[a-z2-9]{3}){2}$"))
    assert faults(page) == []
    account = Account.objects.get(login="tiepnhan2")
    assert account.check_password(page.locator(".code").inner_text())
    assert [one.role for one in account.memberships.all()] == ["receptionist"]


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_the_form_of_a_procedure_is_read_by_keyboard_in_each_language(
    visit: Visit, live_server: LiveServer, language: str
) -> None:
    story.law("1.004873")
    path = f"/desk/law/1.004873/seen?as={language}"
    page = opened(visit, live_server, cast.administrator(), path, 1280)
    link = page.locator("a[href='#asked']")
    Keyboard(page).press("a[href='#asked']")
    expect(page.locator("#asked-title")).to_be_in_viewport()
    assert link.count() == 1
    assert page.locator("#asked :is(input, select, textarea):enabled").count() == 0
    # What is asked only sometimes is not hidden.
    expect(page.locator("[name=death_extract]")).to_be_visible()
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == [], width
        assert page.evaluate(SIDEWAYS) <= 0, width
