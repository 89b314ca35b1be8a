"""Wholly online: a resident with an account, from the form to the signed file at home."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State
from motcua.people.models import Exemption, Ground
from tests import cast
from tests.chromium import Visit
from tests.journeys.conftest import Work
from tests.journeys.shots import shot
from tests.journeys.steps import answer, says, sign_in
from tests.results.paperwork import said
from tests.results.test_strangers import TRUSTED, _judgement, _trust

pytestmark = pytest.mark.browser
TYPED = {"event": "birth", "relation": "self", "copies": "2", "subject_birth": "12/05/1991"}


def hand_in(visit: Visit) -> tuple[Page, Dossier]:
    """What the commune knows of her is there already; she types only what it cannot know."""
    page = sign_in(visit, cast.resident(), width=360, accept_downloads=True)
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/apply/2.000635")
    page.locator(".cards a").first.click()
    assert page.input_value("[name=filer_name]") == "Vàng Thị Thử"
    assert page.input_value("[name=filer_identity]") == "000191000001"
    shot(page, "online-prefilled")
    page.set_viewport_size({"width": 1280, "height": 900})
    for name, value in {**TYPED, "subject_sex": "female", "delivery": "electronic"}.items():
        answer(page, name, value)
    page.get_by_role("button", name="Nộp hồ sơ").click()
    page.wait_for_url("**/receipt/*")
    page.set_viewport_size({"width": 360, "height": 780})
    return page, Dossier.objects.get()


def decide(visit: Visit, work: Work, dossier: Dossier) -> None:
    """Four keys of the officer and the chair: taken up, checked, read, signed."""
    desk = sign_in(visit, cast.officer())
    desk.goto(desk.url.split("/desk")[0] + f"/desk/d/{dossier.pk}")
    desk.keyboard.press("t")
    says(desk, "khớp hoàn toàn")
    desk.keyboard.press("c")
    desk.wait_for_url("**/desk")
    work()
    chair = sign_in(visit, cast.chair())
    chair.goto(chair.url.split("/desk")[0] + "/desk/sign")
    chair.keyboard.press("n")
    says(chair, "TRÍCH LỤC KHAI SINH")
    shot(chair, "online-chair-reads", whole=True)
    chair.keyboard.press("s")
    chair.wait_for_url("**/desk/sign/batch/*")
    work()
    chair.reload()
    shot(chair, "online-chair-batch")


def test_a_resident_with_an_account_gets_the_signed_file_without_leaving_home(
    town: LiveServer, work: Work, visit: Visit, folder: Path
) -> None:
    Exemption.objects.create(
        commune_id=cast.COC_SAN,
        resident=cast.thu(),
        ground=Ground.POOR_HOUSEHOLD,
        valid_from=date(2026, 1, 1),
        valid_to=date(2027, 12, 31),
        basis="Danh sách mẫu",
    )
    page, dossier = hand_in(visit)
    assert (dossier.fee_due, dossier.owner) == (0, f"account:{cast.resident().pk}")
    decide(visit, work, dossier)
    work()
    dossier.refresh_from_db()
    assert dossier.where is State.HANDED_OVER
    page.goto(page.url.split("/receipt")[0] + f"/mine/{dossier.pk}")
    shot(page, "online-mine", whole=True)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải").click()
    paper = folder / "signed.pdf"
    coming.value.save_as(paper)
    lines = _judgement(paper, _trust(folder))
    assert [line for line in TRUSTED if line not in lines] == []
    assert "No syntax or stream encoding errors found" in said("qpdf", "--check", paper)
    verbs = list(DossierEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["submit", "accept", "begin", "check", "sign", "issue", "hand_over"]
