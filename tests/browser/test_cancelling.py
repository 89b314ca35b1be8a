"""An entry is cancelled, in a real browser: proposed, approved, and told everywhere."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.people.models import Account
from motcua.registers.actions import propose_cancelling
from motcua.registers.models import Cancelling
from motcua.results.sealing import token_of
from tests import cast
from tests.browser.looking import unfit
from tests.browser.test_counter import opened
from tests.browser.test_results import issued
from tests.chromium import Visit
from tests.dossiers import story
from tests.registers.test_cancelling import FACTS

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


def desk(visit: Visit, live_server: LiveServer, who: Account, path: str) -> Page:
    return opened(visit, live_server, who, f"/desk/{path}", 1280)


def propose(page: Page, number: str, complaints: list[str]) -> None:
    """From the search to the proposal, first with all of it missing."""
    page.get_by_label("Họ tên, không cần dấu").fill("vang thi thu")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="1/2026").click()
    page.get_by_role("link", name="Đề nghị hủy bỏ mục này").click()
    expect(page.get_by_role("link", name=number)).to_be_visible()
    # Nothing filled in: all of it is said at once, and each line leads to its field.
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.get_by_text("Có 3 chỗ cần sửa")).to_be_visible()
    page.get_by_role("link", name="Xin ghi số, ngày của quyết định").click()
    expect(page.locator("#basis")).to_be_focused()
    assert unfit(page, "cancelling-missing") == []
    complaints.clear()
    page.get_by_label("Đăng ký trái quy định").check()
    page.locator("#reason").fill(FACTS["reason"])
    page.locator("#basis").fill(FACTS["basis"])
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.get_by_text("Người khác có quyền ký sẽ duyệt.")).to_be_visible()
    assert unfit(page, "cancelling-own") == []


def test_proposed_by_the_officer_approved_by_the_chair_and_told_everywhere(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    dossier, result = issued(story.law())
    assert dossier.number is not None
    paper = f"/v/{token_of(result, at=cast.AT)}"
    page = desk(visit, live_server, cast.officer(), "books/search")
    propose(page, dossier.number, complaints)
    chair = desk(visit, live_server, cast.chair(), "books")
    chair.get_by_role("link", name="Xem và quyết định").click()
    assert unfit(chair, "cancellings") == []
    chair.get_by_role("link", name="1/2026").click()
    assert unfit(chair, "cancelling-approve") == []
    public = visit(paper)
    expect(public.get_by_text("CÓ HIỆU LỰC", exact=True)).to_be_visible()
    chair.get_by_role("button", name="Duyệt: hủy bỏ mục này").click()
    chair.wait_for_url("**/desk/books/entry/*")
    expect(chair.get_by_text("Đã hủy bỏ ngày")).to_be_visible()
    assert unfit(chair, "cancelled-entry") == []
    page.goto(f"{live_server.url}/desk/books/search?name=vang+thi+thu")
    expect(page.get_by_text("đã hủy bỏ ngày")).to_be_visible()
    assert unfit(page, "cancelled-found") == []
    public.reload()
    expect(public.get_by_text("Mục đăng ký số 1/2026 đã bị hủy bỏ ngày")).to_be_visible()
    assert unfit(public, "cancelled-paper") == []


def test_who_proposed_it_is_offered_no_approval_and_refused_one_that_is_sent(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    issued(story.law())
    entry = story.birth_entry()
    by = cast.acting(cast.chair())
    row = propose_cancelling(entry=entry.pk, by=by, at=cast.AT, **FACTS)
    page = desk(visit, live_server, cast.chair(), f"books/entry/{entry.pk}/cancel")
    expect(page.get_by_role("button", name="Duyệt: hủy bỏ mục này")).to_have_count(0)
    turned_down = page.locator("form[action$='/turn-down']")
    turned_down.evaluate("one => { one.action = one.action.replace('turn-down', 'approve') }")
    page.get_by_role("button", name="Rút lại đề nghị").click()
    expect(page.get_by_text("Người khác có quyền ký phải duyệt.")).to_be_visible()
    assert unfit(page, "cancelling-refused") == []
    assert Cancelling.objects.get(pk=row.pk).outcome == "open"
    complaints.clear()
