"""The pages of the books and of what other offices were asked, in a real browser: fit for all."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests import cast
from tests.browser.looking import unfit
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.counter.test_books import copied
from tests.dossiers import story, test_inquiries
from tests.registers.test_entries import write

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


def test_the_books_and_what_is_found_in_them(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    entry = write("dossier:1")
    copied("dossier:2", cast.AT)
    pages = {
        "shelf": "/desk/books?year=2026",
        "book": "/desk/books/birth/2026",
        "book-lines": "/desk/books/copy/2026",
        "entry": f"/desk/books/entry/{entry.pk}",
        "search": "/desk/books/search",
        "search-found": "/desk/books/search?name=vang+thi+be",
        "search-nobody": "/desk/books/search?name=khong+co&birth=1950",
        "search-unreadable": "/desk/books/search?name=vang&birth=31/02/xx",
    }
    page = opened(visit, live_server, cast.officer(), "/desk/books", 1280)
    for name, path in pages.items():
        page.goto(live_server.url + path)
        assert (name, unfit(page, name)) == (name, [])
    expect(page.locator("[name=birth]")).to_be_focused()
    page.goto(live_server.url + pages["book-lines"])
    page.select_option("[name=month]", "1")
    page.get_by_role("button", name="In tháng này").click()
    page.get_by_text("không có việc nào trong sổ này").wait_for()
    assert unfit(page, "month-empty") == []
    complaints.clear()  # the browser reports each 422


def test_what_other_offices_were_asked(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    page = opened(visit, live_server, cast.officer(), "/desk/inquiries", 1280)
    assert unfit(page, "inquiries-none") == []
    dossier = test_inquiries.asked()
    page.reload()
    assert unfit(page, "inquiries") == []
    page.goto(live_server.url + reverse("counter:dossier", args=[dossier.pk]))
    assert unfit(page, "dossier-inquired") == []
    page.keyboard.press("y")
    assert unfit(page, "answer-form") == []


def test_reading_a_paper_book_for_a_dossier(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    dossier = story.in_progress(story.law())
    path = reverse("counter:digitise-for", args=[dossier.pk])
    page = opened(visit, live_server, cast.officer(), path, 1280)
    assert unfit(page, "digitise-for") == []
    page.fill("[name=year]", "")
    page.get_by_role("button", name="Bắt đầu đọc").click()
    page.locator("[aria-invalid=true]").first.wait_for()
    assert unfit(page, "digitise-for-wrong") == []
    complaints.clear()  # the browser reports the 422
