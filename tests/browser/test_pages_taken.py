"""The officer takes the pages of an original, takes one off, and is told how many there are."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.states import Step
from tests import cast
from tests.browser.looking import unfit
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.dossiers import story, walks
from tests.dossiers.test_enclosing import ANSWERS, COPY
from tests.dossiers.test_papers import photograph

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


def adds(page: Page, *pages: Path) -> None:
    page.set_input_files("#file-original", pages)
    page.locator("article", has=page.locator("#file-original")).get_by_role(
        "button", name="Thêm"
    ).click()
    page.wait_for_load_state()


def test_pages_are_taken_and_taken_off_and_their_number_is_told(
    visit: Visit, live_server: LiveServer, tmp_path: Path, complaints: list[str]
) -> None:
    dossier = walks.begun(walks.handed_in(story.law(COPY), ANSWERS))
    pages = [tmp_path / f"{number}.jpg" for number in range(3)]
    for number, page in enumerate(pages):
        page.write_bytes(photograph(900 + number, 600))
    desk = opened(visit, live_server, cast.officer(), f"/desk/d/{dossier.pk}", 1280)
    expect(desk.locator("#papers")).to_contain_text("Để làm bản sao điện tử")
    adds(desk, *pages)
    expect(desk.locator("#papers .looks img")).to_have_count(3)
    assert unfit(desk, "pages") == []
    desk.locator("[data-key='c']").click()
    expect(desk.get_by_role("alert")).to_contain_text("tại đây đã chụp 3 trang")
    desk.get_by_role("alert").get_by_role("link").click()
    expect(desk.locator("#paper-original .warned")).to_be_in_viewport()
    expect(desk.locator("#paper-original .warned")).to_contain_text("tại đây đã chụp 3 trang")
    expect(desk.locator("#papers .warned")).to_have_count(1)
    assert unfit(desk, "pages are too many") == []
    assert Dossier.objects.get().at_step == Step.CHECK
    assert [one for one in complaints if "422" not in one] == []
    complaints.clear()
    desk.get_by_role("button", name="Bỏ trang 2").click()
    expect(desk.locator("#papers .looks img")).to_have_count(2)
    assert PaperFile.objects.filter(by_office=True).count() == 2
    desk.locator("[data-key='c']").click()
    expect(desk.get_by_role("alert")).to_have_count(0)
    assert Dossier.objects.get().at_step == Step.SIGN
