"""The report's story: from a telephone over the counter to a paper that anyone can verify."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State, Step
from motcua.results.models import Document
from motcua.results.queries import content
from tests import cast
from tests.chromium import Visit
from tests.journeys.conftest import Work
from tests.journeys.shots import cover, shot
from tests.journeys.steps import answer, says, sign_in, six_digits
from tests.results.paperwork import said

pytestmark = pytest.mark.browser
# What Thử types on her telephone, in the order in which she is asked.
TYPED = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": "0990 000 001",
    "filer_identity": "000191000001",
    "filer_address": "Thôn Ún Tà, xã Cốc San",
    "event": "birth",
    "relation": "self",
    "copies": "1",
    "subject_birth": "12/5/1991",
    "subject_sex": "female",
}


def on(page: Page) -> None:
    page.get_by_role("button", name="Tiếp tục", exact=True).click()


def fill_in(page: Page) -> None:
    """One question after the other; the office that registered her is left for the counter."""
    for place, (name, value) in enumerate(TYPED.items(), 1):
        field = page.locator(f"[name='{name}']").first
        expect(field).to_be_visible()
        answer(page, name, value)
        if name in ("filer_name", "event"):
            shot(page, f"phone-question-{place}")
        on(page)
    page.check("input[name=unknown][value=register_office]")
    shot(page, "phone-left-open")
    while page.get_by_role("button", name="Tiếp tục", exact=True).is_visible():
        if page.locator("[name=delivery]").first.is_visible():
            answer(page, "delivery", "counter")
        on(page)
    shot(page, "phone-last")
    page.get_by_role("button", name="Nộp hồ sơ").click()


def confirm(page: Page, work: Work) -> None:
    says(page, "0990 000 001")
    work()
    shot(page, "phone-confirm")
    page.fill("#code", six_digits(page))
    page.get_by_role("button", name="Xác nhận và nộp").click()
    page.wait_for_url("**/receipt/*")


def apply_as_guest(visit: Visit, work: Work) -> Dossier:
    page = visit("/")
    shot(page, "phone-home", whole=True)
    page.get_by_role("link", name="Bản sao giấy khai sinh").first.click()
    shot(page, "phone-procedure", whole=True)
    page.get_by_role("link", name="Bắt đầu").first.click()
    fill_in(page)
    confirm(page, work)
    shot(page, "phone-receipt", whole=True)
    dossier = Dossier.objects.get()
    says(page, f"{dossier.code[:3]} {dossier.code[3:6]} {dossier.code[6:]}")
    assert (dossier.where, dossier.owner) == (State.SUBMITTED, f"phone:{cast.PHONE}")
    assert (dossier.answers["filer_name"], dossier.unknown) == (
        "Vàng Thị Thử",
        ["register_office"],
    )
    assert dossier.answers["subject_birth"] == "1991-05-12"
    return dossier


def finish_at_the_desk(visit: Visit, dossier: Dossier) -> None:
    """The receptionist types the code, asks the one open question, takes the dossier in."""
    desk = sign_in(visit, cast.receptionist())
    desk.keyboard.press("/")
    desk.keyboard.type(f"{dossier.code[:3]} {dossier.code[3:6]} {dossier.code[6:]}")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/desk/d/{dossier.pk}*")
    says(desk, "Còn phải hỏi")
    shot(desk, "desk-finish", whole=True)
    assert desk.input_value("[name=filer_name]") == "Vàng Thị Thử"
    desk.fill("[name=register_office]", "Ủy ban nhân dân xã Cốc San")
    desk.uncheck("input[name=unknown][value=register_office]")
    desk.keyboard.press("Escape")
    desk.keyboard.press("s")
    says(desk, "Đã hoàn thiện")
    desk.keyboard.press("t")
    desk.wait_for_url("**did=accept*")
    says(desk, "Được tiếp nhận")
    shot(desk, "desk-accepted", whole=True)
    dossier.refresh_from_db()
    assert (dossier.where, dossier.unknown) == (State.ACCEPTED, [])
    assert dossier.authors["register_office"]["right"] == "counter"
    assert dossier.authors["filer_name"]["right"] == "self"


def check_by_keyboard(visit: Visit, dossier: Dossier) -> None:
    """j, Enter, b, c: opened, begun, compared with the book, sent to the chair."""
    desk = sign_in(visit, cast.officer())
    shot(desk, "desk-list")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/desk/d/{dossier.pk}*")
    desk.keyboard.press("b")
    says(desk, "khớp")
    shot(desk, "desk-register", whole=True)
    desk.keyboard.press("c")
    desk.wait_for_url("**/desk")
    dossier.refresh_from_db()
    assert (dossier.where, dossier.at_step) == (State.IN_PROGRESS, Step.SIGN)


def sign(visit: Visit, work: Work, dossier: Dossier) -> None:
    """The chair reads the paper, then signs it; the worker seals it."""
    work()
    chair = sign_in(visit, cast.chair())
    chair.goto(chair.url.split("/desk")[0] + "/desk/sign")
    shot(chair, "chair-list", whole=True)
    chair.goto(chair.url.split("/desk")[0] + f"/desk/d/{dossier.pk}")
    shot(chair, "chair-dossier", whole=True)
    chair.keyboard.press("s")
    says(chair, "Đã ký")
    work()
    dossier.refresh_from_db()
    assert (dossier.where, dossier.signer) == (State.DONE, cast.chair())


def hand_over(visit: Visit, dossier: Dossier) -> None:
    """Fee, receipt, signature on the screen."""
    desk = sign_in(visit, cast.receptionist())
    desk.goto(desk.url.split("/desk")[0] + f"/desk/d/{dossier.pk}")
    desk.keyboard.press("f")
    shot(desk, "desk-fee")
    desk.locator("#do-take_fee button").click()
    says(desk, "Đã nộp phí")
    desk.keyboard.press("d")
    desk.check("[name=hand_over-proof][value=signature]")
    desk.locator("#pad").scroll_into_view_if_needed()
    pad = desk.locator("#pad").bounding_box()
    assert pad is not None
    x, y = pad["x"] + 40, pad["y"] + 120
    desk.mouse.move(x, y)
    desk.mouse.down()
    for step in range(12):
        desk.mouse.move(x + 30 * step, y + (40 if step % 2 else -40))
    desk.mouse.up()
    shot(desk, "desk-hand-over")
    desk.locator("#do-hand_over .acts button").last.click()
    says(desk, "Đã trả kết quả")
    shot(desk, "desk-done", whole=True)
    dossier.refresh_from_db()
    assert (dossier.where, dossier.fee_paid) == (State.HANDED_OVER, 8000)


def paper_of(dossier: Dossier, folder: Path) -> Path:
    signed = Document.objects.get(about=f"dossier:{dossier.pk}", kind=Document.Kind.RESULT)
    paper = folder / "paper.pdf"
    paper.write_bytes(content(signed))
    return paper


def address_in(paper: Path) -> str:
    """What a stranger's reader finds in a 150-dpi rendering of the paper."""
    picture = paper.with_suffix("")
    said("pdftoppm", "-r", "150", "-png", "-singlefile", paper, picture)
    (code,) = zxingcpp.read_barcodes(Image.open(f"{picture}.png"))
    return code.text


def test_from_the_phone_to_a_paper_that_anyone_can_verify(
    town: LiveServer, work: Work, visit: Visit, folder: Path
) -> None:
    dossier = apply_as_guest(visit, work)
    finish_at_the_desk(visit, dossier)
    check_by_keyboard(visit, dossier)
    sign(visit, work, dossier)
    hand_over(visit, dossier)
    work()
    paper = paper_of(dossier, folder)
    assert "VÀNG THỊ THỬ" in said("pdftotext", paper, "-").upper()
    page = visit("/v/" + address_in(paper).rsplit("/", 1)[1])
    says(page, "CÓ HIỆU LỰC")
    shot(page, "phone-verified", whole=True)
    cover("phone-receipt", "desk-register", "phone-verified")
    verbs = list(DossierEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == [
        "submit",
        "complete",
        "accept",
        "begin",
        "check",
        "sign",
        "issue",
        "take_fee",
        "hand_over",
    ]
    lines = JournalLine.objects.filter(about=f"dossier:{dossier.pk}", verb__in=verbs)
    assert sorted(lines.values_list("verb", flat=True)) == sorted(verbs)
