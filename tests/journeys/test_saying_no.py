"""Each no that has a screen: said in Vietnamese, what was typed still there, nothing changed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.foundation.clock import now
from motcua.procedures.queries import in_force
from tests import cast
from tests.chromium import Visit
from tests.dossiers import story
from tests.journeys.conftest import Work
from tests.journeys.shots import shot
from tests.journeys.steps import says, sign_in
from tests.unchanged import everything

pytestmark = pytest.mark.browser
# Opening a page keeps a dossier for its reader and may renew that; it changes nothing of it.
_LEASES = ("dossiers_dossier",)


def submitted() -> Dossier:
    """Handed in today by the signed-in resident."""
    law = in_force(story.EXTRACT, now().date())
    by = cast.acting(cast.resident(), now())
    return actions.submit(story.intake(law), by=by, at=now(), verified=True)


@contextmanager
def nothing_changes(complaints: list[str]) -> Iterator[None]:
    """Rows and states stay; that the browser notes the status of the answer is no fault."""
    rows, acts = everything(), Dossier.objects.values_list("state", "step", "revision", "answers")
    before = list(acts.all())
    yield
    after = everything()
    assert {name: after[name] for name in rows if name not in _LEASES} == {
        name: rows[name] for name in rows if name not in _LEASES
    }
    assert list(acts.all()) == before
    complaints[:] = [one for one in complaints if "Failed to load resource" not in one]


def at_desk(visit: Visit, who: object, dossier: Dossier) -> Page:
    page = sign_in(visit, who)  # type: ignore[arg-type]
    page.goto(page.url.split("/desk")[0] + f"/desk/d/{dossier.pk}")
    return page


def test_a_refusal_without_a_reason_is_refused(
    town: LiveServer, visit: Visit, complaints: list[str]
) -> None:
    desk = at_desk(visit, cast.receptionist(), submitted())
    with nothing_changes(complaints):
        desk.keyboard.press("x")
        desk.evaluate("for (const one of document.forms) one.noValidate = true")
        desk.fill("[name=refuse_intake-reason]", "   ")
        desk.locator("#do-refuse_intake button").click()
        says(desk, "lý do")
        shot(desk, "no-reason-missing")


def test_an_act_on_what_another_has_changed_is_refused_and_what_was_typed_is_shown(
    town: LiveServer, visit: Visit, complaints: list[str]
) -> None:
    dossier = submitted()
    desk = at_desk(visit, cast.receptionist(), dossier)
    desk.keyboard.press("x")
    desk.fill("[name=refuse_intake-reason]", "Đề nghị nộp tại xã Bên Cạnh.")
    actions.release(dossier_id=dossier.pk, by=cast.acting(cast.receptionist(), now()))
    dossier.refresh_from_db()
    officer = cast.acting(cast.officer(), now())
    actions.accept(Press(dossier.pk, story.uuid4(), officer, now(), dossier.revision))
    with nothing_changes(complaints):
        desk.locator("#do-refuse_intake button").click()
        says(desk, "Đề nghị nộp tại xã Bên Cạnh.")
        shot(desk, "no-stale")


def test_who_comes_second_sees_who_has_it_and_is_refused(
    town: LiveServer, visit: Visit, complaints: list[str]
) -> None:
    dossier = submitted()
    actions.hold(dossier_id=dossier.pk, by=cast.acting(cast.officer(), now()), at=now())
    desk = at_desk(visit, cast.second_officer(), dossier)
    with nothing_changes(complaints):
        says(desk, "Hoàng Văn Xét")
        desk.keyboard.press("t")
        says(desk, "Hoàng Văn Xét")
        shot(desk, "no-held")


def test_a_wrong_code_is_refused_and_the_tries_have_an_end(
    town: LiveServer, visit: Visit, complaints: list[str], work: Work
) -> None:
    page = visit("/phone")
    page.fill("#phone", "0990 000 001")
    page.get_by_role("button", name="Gửi mã").click()
    for number in range(6):
        page.fill("#code", f"00000{number}")
        page.press("#code", "Enter")
        page.wait_for_load_state()
        if number == 0:
            says(page, "Còn 4 lần thử")
            shot(page, "no-wrong-code")
    says(page, "Mã này không còn dùng được")
    shot(page, "no-tries")
    complaints.clear()


def test_tracking_with_a_wrong_fact_says_nothing_and_the_code_stays(
    town: LiveServer, visit: Visit, complaints: list[str]
) -> None:
    dossier = submitted()
    page = visit("/track")
    with nothing_changes(complaints):
        page.fill("#code", dossier.code)
        page.fill("#fact", "9999")
        page.press("#fact", "Enter")
        says(page, "Không có hồ sơ")
        assert page.input_value("#code").replace(" ", "") == dossier.code
        shot(page, "no-track")


def test_a_file_that_nobody_can_read_is_refused_and_the_answers_stay(
    town: LiveServer, visit: Visit, complaints: list[str]
) -> None:
    page = visit("/apply/2.000635", width=1280)
    page.fill("[name=filer_name]", "Vàng Thị Thử")
    page.set_input_files(
        "input[type=file] >> nth=0",
        {"name": "the-can-cuoc.jpg", "mimeType": "image/jpeg", "buffer": b"not a picture at all"},
    )
    page.get_by_role("button", name="Nộp hồ sơ").click()
    says(page, "Không nhận được tệp “the-can-cuoc.jpg”")
    assert page.input_value("[name=filer_name]") == "Vàng Thị Thử"
    shot(page, "no-file", whole=True)
    complaints.clear()


def test_a_second_list_is_not_offered_and_the_page_says_who_may_ask(
    town: LiveServer, visit: Visit, complaints: list[str]
) -> None:
    dossier, officer = submitted(), cast.acting(cast.officer(), now())

    def press() -> Press:
        dossier.refresh_from_db()
        return Press(dossier.pk, story.uuid4(), officer, now(), dossier.revision)

    actions.accept(press())
    actions.begin(press())
    actions.ask_for_more(press(), asked=[Asked("field:filer_address", "Chưa ghi tên thôn.")])
    actions.supplement(press(), answers={"filer_address": "Thôn Ún Tà"}, unknown=())
    desk = at_desk(visit, cast.officer(), dossier)
    with nothing_changes(complaints):
        says(desk, "chỉ Chủ tịch được yêu cầu lại")
        says(desk, "Chưa ghi tên thôn.")
        desk.keyboard.press("m")
        assert desk.locator("#do-ask_for_more").count() == 0
        shot(desk, "no-second-list")
