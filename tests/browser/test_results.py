"""The results at the desk in a real browser: by keys alone, fit for everybody, also with a no."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.models import Dossier
from motcua.people.models import Account
from motcua.procedures.pack import Procedure
from motcua.results.models import Reprint, Result
from tests import cast
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.dossiers import story

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
Open = Callable[[Account, str], Page]


def issued(law: Procedure) -> tuple[Dossier, Result]:
    """Signed and made, in a thread of its own: the signer and the browser both want the loop."""

    def made() -> tuple[Dossier, Result]:
        try:
            return story.issued(law)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as apart:
        return apart.submit(made).result()


@pytest.fixture
def at_desk(visit: Visit, live_server: LiveServer) -> Open:
    """Opens a page of the desk as somebody, at desk width."""

    def page(who: Account, path: str) -> Page:
        return opened(visit, live_server, who, path, 1280)

    return page


def fit(page: Page, name: str) -> None:
    """No fault of access, size or width on a telephone and at the desk; a picture where wanted."""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        if folder := os.environ.get("MOTCUA_LOOK"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
        assert faults(page) == [], width
        assert page.evaluate(SMALL_TEXT) == [], width
        assert page.evaluate(SMALL_TARGETS) == [], width
        assert page.evaluate(SIDEWAYS) <= 0, width
    page.set_viewport_size({"width": 1280, "height": 900})


def test_the_desk_prints_a_paper_again_by_keys(at_desk: Open, complaints: list[str]) -> None:
    dossier, result = issued(story.law())
    page = at_desk(cast.receptionist(), f"/desk/d/{dossier.pk}")
    page.keyboard.press("i")
    page.wait_for_url(f"**/result/{result.pk}/reprint")
    expect(page.locator("#reason")).to_be_focused()
    fit(page, "reprint")
    page.locator("main button[type=submit]").press("Enter")
    expect(page.locator("#reason-error")).to_be_visible()
    complaints.clear()  # the browser reports the 422
    fit(page, "reprint-no")
    page.locator("#reason").fill("Người dân làm mất bản in")
    page.locator("main button[type=submit]").press("Enter")
    page.wait_for_url("**did=reprint#results")
    expect(page.get_by_role("link", name="Mở bản in 2 để in")).to_be_focused()
    fit(page, "reprinted")
    assert Reprint.objects.get().copy == 2


def test_the_chair_revokes_a_paper_by_keys_and_is_asked_twice(at_desk: Open) -> None:
    dossier, result = issued(story.law())
    page = at_desk(cast.chair(), f"/desk/d/{dossier.pk}")
    fit(page, "card")
    page.keyboard.press("x")
    page.wait_for_url(f"**/result/{result.pk}/revoke")
    page.locator("#reason").fill("Cấp sai thẩm quyền")
    page.locator("main button[type=submit]").press("Enter")
    expect(page.get_by_text("Việc này không thể hoàn tác")).to_be_visible()
    fit(page, "revoke-sure")
    assert Result.objects.get().status == "valid"
    page.get_by_role("button", name="Thu hồi giấy số 01/TLKS-BS").press("Enter")
    page.wait_for_url("**did=revoke#results")
    fit(page, "revoked")
    assert Result.objects.get().status == "revoked"


def test_the_chair_replaces_a_paper_by_the_newer_one(at_desk: Open, complaints: list[str]) -> None:
    law = story.law()
    dossier, result = issued(law)
    _, newer = issued(law)
    page = at_desk(cast.chair(), f"/desk/d/{dossier.pk}")
    page.keyboard.press("r")
    page.wait_for_url(f"**/result/{result.pk}/replace")
    page.locator("#number").fill("77/TLKS-BS")
    page.locator("#reason").fill("Cải chính ngày sinh")
    page.locator("main button[type=submit]").press("Enter")
    expect(page.locator("#number-error")).to_be_visible()
    complaints.clear()  # the browser reports the 422
    fit(page, "replace-no")
    page.locator("#number").fill("")
    page.get_by_label("02/TLKS-BS").check()
    page.locator("main button[type=submit]").press("Enter")
    page.get_by_role("button", name="Thay thế giấy số 01/TLKS-BS").press("Enter")
    page.wait_for_url("**did=replace#results")
    fit(page, "replaced")
    result.refresh_from_db()
    assert (result.status, result.replaced_by) == ("replaced", newer)
    assert Dossier.objects.get(pk=dossier.pk).revision == dossier.revision + 1


def test_an_own_matter_and_a_telephone_are_fit_for_everybody(at_desk: Open) -> None:
    dossier = story.in_progress(story.law())
    account = cast.officer()
    Account.objects.filter(pk=account.pk).update(resident=cast.thu())
    page = at_desk(Account.objects.get(pk=account.pk), f"/desk/d/{dossier.pk}")
    expect(page.get_by_text("Việc tiếp theo phải do người khác làm")).to_be_visible()
    fit(page, "own")
    page.keyboard.press("/")
    page.keyboard.type("0990 000 001")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/search?q=**")
    expect(page.get_by_text("0990 000 001")).to_have_count(1)
    fit(page, "by-phone")
