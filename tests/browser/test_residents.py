"""The pages of residents in a real browser: fit for everybody, and a question answered."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from motcua.counter.by_hand.forms import FORMS
from motcua.dossiers.states import Step
from motcua.foundation.actor import SYSTEM
from motcua.people import actions
from motcua.people.correcting import corrected
from motcua.people.models import Move, Resident
from tests import cast
from tests.browser.looking import unfit
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.consequences.written import CHILD, DEAD, follows, living
from tests.counter.test_by_hand import abroad as happened_abroad
from tests.counter.test_evidence import THU, TU, of_thu
from tests.dossiers.evidence.records import married as wed

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def child() -> Resident:
    """Born into Thử's household, her name corrected two days later."""
    mother = cast.thu()
    follows("birth", CHILD)
    made = Resident.objects.get(mother=mother)
    said = corrected(made, list(Move.objects.filter(resident=made)), {"full_name": "Lù Thị Bẻ"})
    later = cast.AT + timedelta(days=2)
    actions.record_moves(said=said, source="note:1", by=SYSTEM, at=later, reason="Cải chính họ tên")
    return made


def test_a_resident_and_a_household_are_fit_for_everybody(
    visit: Visit, live_server: LiveServer, child: Resident, complaints: list[str]
) -> None:
    mau = cast.mau()
    left = mau.household_id
    actions.record_death(resident=mau, died="2026-03-01", by=SYSTEM, at=cast.AT)
    then = "?on=03/03/2026&known_on=03/03/2026"
    pages = {
        "resident": f"/desk/residents/{child.pk}",
        "resident-then": f"/desk/residents/{child.pk}{then}",
        "resident-before": f"/desk/residents/{child.pk}?on=1/1/2020",
        "resident-dead": f"/desk/residents/{mau.pk}",
        "household": f"/desk/household/{child.household_id}{then}",
        "household-wrong": f"/desk/household/{child.household_id}?on=31/02/2026&known_on=x",
        "household-left": f"/desk/household/{left}",
        "residents": "/desk/residents?name=lu",
        "residents-none": "/desk/residents?name=khong+co",
        **{f"hand-{name}": f"/desk/residents/{child.pk}/hand/{name}" for name in FORMS},
        "withdraw": f"/desk/residents/{child.pk}/withdraw",
        "head": f"/desk/household/{child.household_id}/head",
    }
    page = opened(visit, live_server, cast.officer(), "/desk/residents", 1280)
    for name, path in pages.items():
        page.goto(live_server.url + path)
        assert (name, unfit(page, name)) == (name, [])
    complaints.clear()  # the browser reports the 422


def test_what_an_entry_left_is_written_down_by_hand(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    row = happened_abroad()
    page = opened(visit, live_server, cast.officer(), f"/desk/residents/asked/{row.pk}", 1280)
    assert unfit(page, "left") == []
    page.get_by_role("link", name="Ghi việc chết").click()
    write = page.get_by_role("button", name="Ghi lại")
    write.click()
    expect(page.locator("#reason-error")).to_be_visible()
    assert unfit(page, "die-refused") == []
    page.locator("[name=reason]").fill("Theo giấy báo tử của nước ngoài")
    write.click()
    expect(page.get_by_role("button", name="Đã xử lý xong")).to_be_visible()
    assert Resident.objects.get(pk=cast.mau().pk).died == "2026-01-15"
    complaints.clear()  # the browser reports the 422


def test_what_the_records_say_is_fit_for_everybody_and_a_contradiction_has_no_key(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    wed(husband=TU, wife=THU)
    dossier = of_thu()
    page = opened(visit, live_server, cast.officer(), f"/desk/d/{dossier.pk}", 1280)
    assert unfit(page, "contradicted") == []
    page.keyboard.press("c")
    page.get_by_role("button", name="Đã thẩm tra").click()
    expect(page.locator("#check-reason-error")).to_be_visible()
    assert unfit(page, "contradicted-refused") == []
    page.locator("[name=check-reason]").fill("Trùng tên; đã đối chiếu căn cước")
    page.get_by_role("button", name="Đã thẩm tra").click()
    expect(page.locator("#check-reason")).to_have_count(0)
    dossier.refresh_from_db()
    assert dossier.at_step == Step.SIGN
    complaints.clear()  # the browser reports the 422


def test_an_officer_says_who_is_meant(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    mau = cast.mau()
    living(full_name="Lù A Mẫu", birth="1968-05-01", identity_number="")
    row = follows("death", {**DEAD, "deceased.identity": ""})
    page = opened(visit, live_server, cast.officer(), f"/desk/d/{row.dossier_id}", 1280)
    assert unfit(page, "dossier-asked") == []
    page.goto(live_server.url + "/desk/residents")
    assert unfit(page, "residents-asked") == []
    page.get_by_role("link", name="số 1/2026").click()
    say = page.get_by_role("button", name="Xác nhận đúng người")
    say.click()
    expect(page.locator(".alert.stop")).to_be_visible()
    assert unfit(page, "question-refused") == []
    page.get_by_text("000068000002").last.click()
    page.locator("[name=reason]").fill("Theo giấy tờ của con trai")
    say.click()
    expect(page.get_by_text("không còn là thành viên hộ")).to_be_visible()
    assert unfit(page, "question-answered") == []
    mau.refresh_from_db()
    assert mau.died == "2026-03-01"
    page.goto(live_server.url + f"/desk/d/{row.dossier_id}")
    assert unfit(page, "dossier-told") == []
    complaints.clear()  # the browser reports the 422
