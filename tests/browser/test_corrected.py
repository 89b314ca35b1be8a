"""What a correction shows in a real browser: the code of the old paper, the desk, and the person's
own page, from which one press leads to the request for a new copy."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TypeVar

import pytest
from django.db import connection
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from motcua.consequences import loop
from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.models import Dossier
from motcua.results.actions import outdate
from motcua.results.models import Result
from motcua.results.sealing import token_of
from tests import cast
from tests.browser.test_counter import opened
from tests.browser.test_results import fit
from tests.chromium import Visit
from tests.dossiers import story
from tests.dossiers.test_corrections import ANSWERS, CHANGE

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
Made = TypeVar("Made")
NOTE = "Cải chính hộ tịch: Ngày, tháng, năm sinh từ “12/05/1991” thành “21/05/1991”"


def apart(made: Callable[[], Made]) -> Made:
    """In a thread of its own: the signer and the browser both want the loop."""

    def run() -> Made:
        try:
            return made()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(run).result()


def outdated() -> tuple[Dossier, Result]:
    """Thử's extract, and a day later her entry is corrected."""
    dossier, result = story.issued(story.law())
    by, at = cast.acting(cast.chair()), cast.AT + timedelta(days=1)
    outdate(results=[result.pk], reason=NOTE, by=by, at=at)
    return dossier, result


def corrected() -> Dossier:
    """Her birth date is put right, as she asked from home."""
    unknown = frozenset({"paper:evidence", "paper:civil_status_paper"})
    dossier = story.submitted(story.law(CHANGE), answers=ANSWERS, unknown=unknown)
    desk, officer = cast.acting(cast.receptionist()), cast.acting(cast.officer())
    for name in ("evidence", "civil_status_paper"):
        facts = {"source": "shown", "note": "", "by": desk, "at": cast.AT}
        mark_paper(dossier_id=dossier.pk, name=name, **facts)
    dossier = actions.accept(story.press(Dossier.objects.get(pk=dossier.pk), desk))
    dossier = actions.begin(story.press(dossier, officer))
    dossier = actions.check(story.press(dossier, officer), entry=story.birth_entry().pk)
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    for _ in range(3):
        loop.round_once(cast.AT + timedelta(minutes=10))
    return Dossier.objects.get(pk=dossier.pk)


def test_the_code_of_an_old_paper_says_that_its_entry_was_corrected(
    visit: Visit, live_server: LiveServer
) -> None:
    dossier, result = apart(outdated)
    page = visit(f"/v/{token_of(result, at=cast.AT)}")
    expect(page.get_by_text("NỘI DUNG ĐÃ THAY ĐỔI")).to_be_visible()
    fit(page, "verify-corrected")
    page = opened(visit, live_server, cast.chair(), f"/desk/d/{dossier.pk}", 1280)
    expect(page.get_by_text("Nội dung trong sổ đã được sửa ngày 04/03/2026")).to_be_visible()
    fit(page, "card-corrected")
    page = opened(visit, live_server, cast.resident(), f"/mine/{dossier.pk}", 360)
    expect(page.get_by_text("Giấy này ghi nội dung cũ của sổ")).to_be_visible()
    fit(page, "mine-corrected")


def test_one_press_leads_from_a_correction_to_the_request_for_a_new_copy(
    visit: Visit, live_server: LiveServer
) -> None:
    dossier = apart(corrected)
    page = opened(visit, live_server, cast.resident(), f"/mine/{dossier.pk}", 360)
    fit(page, "mine-correction")
    page.get_by_role("button", name="Yêu cầu cấp bản sao mới").click()
    page.wait_for_url("**/apply/2.000635?draft=**")
    # She asked for herself, so that her name is the filer's; the entry is named.
    expect(page.locator("[name=filer_name]")).to_have_value("Vàng Thị Thử")
    expect(page.locator("[name=register_number]")).to_have_value("1/2026")
    page = opened(visit, live_server, cast.officer(), f"/desk/d/{dossier.pk}", 1280)
    fit(page, "desk-correction")
    page.keyboard.press("y")
    page.wait_for_url("**/desk/draft/**")
    expect(page.locator("[name=subject_birth]")).to_have_value("21/05/1991")
    expect(page.locator("[name=register_number]")).to_have_value("1/2026")
    fit(page, "desk-new-copy")
