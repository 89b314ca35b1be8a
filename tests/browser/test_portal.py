"""The residents' door in a real browser: with the script at 360 px, without it, by keyboard."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation import clock
from motcua.notifications.loop import send_due
from motcua.notifications.models import Rehearsed
from tests import cast
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., Page]
PASSWORD = "mat-khau-cua-thu"
PUBLIC = (
    "/",
    "/?q=mat+giay+khai+sinh",
    "/event/birth",
    "/event/birth/need?parents=married",
    "/event/lost/need?paper=birth&book=unknown&ground=poor",
    "/elsewhere/adoption",
    "/p/2.000635",
    FORM,
    "/track",
    "/d",
    "/sign-in",
    "/phone",
    "/help",
    "/v/x",
    "/outbox",
    "/done",
)
LISTS = ("event", "relation", "subject_sex", "delivery")


@pytest.fixture(autouse=True)
def law() -> None:
    cast.coc_san()
    story.law()
    account = cast.resident()
    account.set_password(PASSWORD)
    account.save()


def fill(page: Page, **typed: str) -> None:
    """Type into every question that stands on the page."""
    for name, value in {**TYPED, **typed}.items():
        if name not in LISTS:
            page.fill(f"#{name}", value)
        elif page.locator(f"select#{name}").count():
            page.select_option(f"#{name}", value)
        else:
            page.check(f"input[name={name}][value={value}]")


def digits() -> str:
    send_due(clock.now())
    found = re.search(r"\d{6}", Rehearsed.objects.order_by("-id")[0].text)
    assert found
    return found[0]


def walk(page: Page, **typed: str) -> None:
    """Answer one question after the other, as the script asks them on a narrow screen."""
    answers = {**TYPED, **typed}
    for _step in range(40):
        shown = page.locator(".stepping .field:not(.later):not([hidden])").first
        control = shown.locator("[name]:not([name=unknown]):not([type=file])").first
        if control.count():
            _answer(shown, control, answers)
        onward = page.locator("form > .acts > button[type=button]:not(.plain)")
        if not onward.is_visible():
            return
        onward.click()


def _answer(shown: Any, control: Any, answers: dict[str, str]) -> None:
    name = str(control.get_attribute("name"))
    if name not in answers:
        return
    if control.get_attribute("type") == "radio":
        shown.locator(f"[value={answers[name]}]").check()
    elif control.evaluate("one => one.tagName") == "SELECT":
        control.select_option(answers[name])
    else:
        control.fill(answers[name])


def sign_in(page: Page) -> None:
    page.fill("#login", "0990000001")
    page.fill("#password", PASSWORD)
    page.click("main form button")
    page.wait_for_url("**/mine")


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the named control has the focus, as somebody without a mouse does."""
    for _press in range(60):
        if page.evaluate("document.activeElement.name ?? ''") == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {name}")


def sound(page: Page) -> list[str]:
    """Everything that is wrong with an open page."""
    found = faults(page)
    found += [f"small text: {one}" for one in page.evaluate(SMALL_TEXT)]
    found += [f"small target: {one}" for one in page.evaluate(SMALL_TARGETS)]
    return [*found, "scrolls sideways"] if page.evaluate(SIDEWAYS) else found


@pytest.mark.parametrize("script", [True, False])
def test_a_guest_walks_from_the_list_to_the_receipt_on_a_phone(visit: Visit, script: bool) -> None:
    page = visit("/", java_script_enabled=script)
    page.click("text=Bản sao giấy khai sinh")
    page.click("text=Bắt đầu >> nth=0")
    (walk if script else fill)(page)
    page.click("button[name=hand_in]")
    page.wait_for_url("**/confirm")
    page.fill("#code", digits())
    page.click("text=Xác nhận và nộp")
    page.wait_for_url("**/receipt/**")
    dossier = Dossier.objects.get()
    assert dossier.where == State.SUBMITTED
    assert re.sub(r"\D", "", page.inner_text(".code")) == dossier.code
    page.click("text=Mở hồ sơ của tôi")
    assert "Mới đăng ký" in page.inner_text("main")


@pytest.mark.parametrize("script", [True, False])
def test_what_has_happened_leads_to_the_form_with_the_answers_in_it(
    visit: Visit, script: bool
) -> None:
    page = visit("/", java_script_enabled=script)
    for words in ("Mất giấy tờ", "Tôi cần những gì?", "Giấy khai sinh", "Còn sổ"):
        page.locator("main a", has_text=words).first.click()
    assert "8.000 đ một bản" in page.inner_text("main")
    page.click("text=Bắt đầu >> nth=0")
    page.wait_for_url("**/apply/2.000635?event=birth")
    assert page.input_value("#event") == "birth"


LONGEST = "/event/birth/need?parents=foreign&born=recent&notice=notice"


@pytest.mark.parametrize(
    ("address", "language"),
    [("/event/lost/need?paper=birth&book=kept", "vi"), (LONGEST, "vi"), (LONGEST, "hi")],
)
def test_the_answer_prints_on_one_page(visit: Visit, address: str, language: str) -> None:
    page = visit(address, language=language)
    assert page.is_visible("[data-print]")
    assert not page.is_visible(".qr")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.emulate_media(media="print")
    assert page.is_visible(".qr")
    assert address in page.inner_text(".where")
    assert not page.is_visible("[data-print]")


def test_twenty_rapid_clicks_are_one_dossier(visit: Visit) -> None:
    page = visit("/sign-in", width=1280)
    sign_in(page)
    page.goto(page.url.replace("/mine", f"{FORM}?for=none"))
    fill(page)
    page.evaluate(
        "() => { const b = document.querySelector('[name=hand_in]');"
        " for (let i = 0; i < 20; i++) b.click(); }"
    )
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.count() == 1


def test_mistakes_are_said_at_once_and_the_first_is_one_press_away(
    visit: Visit, complaints: list[str]
) -> None:
    page = visit("/sign-in")
    sign_in(page)
    page.goto(page.url.replace("/mine", f"{FORM}?for=none"))
    walk(page, copies="0", event="birth")
    page.click("button[name=hand_in]")
    page.wait_for_selector(".alert.stop")
    # Chromium writes down every answer of 422 as an error.
    complaints[:] = [one for one in complaints if "422" not in one]
    assert "Có 1 chỗ cần sửa" in page.inner_text(".alert.stop")
    page.click(".alert.stop a")
    assert page.evaluate("document.activeElement.id") == "copies"
    assert page.input_value("#copies") == "0"
    assert sound(page) == []


def test_the_form_is_filled_in_and_sent_by_keyboard_alone(visit: Visit) -> None:
    page = visit("/sign-in", width=1280)
    page.focus("#login")
    page.keyboard.type("thu")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mine")
    page.goto(page.url.replace("/mine", FORM))
    page.locator(".cards a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**for=self")
    assert page.input_value("#relation") == "self"
    tab_to(page, "event")
    page.keyboard.press("ArrowDown")
    tab_to(page, "hand_in")
    page.keyboard.press("Enter")
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.get().where == State.SUBMITTED


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_for_everyone_are_sound(visit: Visit, width: int) -> None:
    page = visit("/", width=width)
    home = page.url.rstrip("/")
    for path in PUBLIC:
        page.goto(home + path)
        assert (path, sound(page)) == (path, [])


def test_the_pages_of_ones_own_are_sound(visit: Visit) -> None:
    page = visit("/sign-in")
    sign_in(page)
    home = page.url.removesuffix("/mine")
    assert sound(page) == []
    dossier = story.submitted(story.law())
    pages = ("", "/withdraw", "/attach")
    for path in ("/mine", f"/receipt/{dossier.pk}", *(f"/mine/{dossier.pk}{one}" for one in pages)):
        page.goto(home + path)
        assert (path, sound(page)) == (path, [])


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_form_is_sound_in_every_language(visit: Visit, language: str) -> None:
    page = visit(FORM, language=language, scheme="dark")
    assert sound(page) == []


def test_a_draft_is_kept_at_any_question(visit: Visit) -> None:
    page = visit(FORM)
    page.fill("#filer_name", "Vàng Thị Thử")
    page.click("button[name=keep]")
    page.wait_for_url("**/kept/**")
    assert Dossier.objects.get().answers["filer_name"] == "Vàng Thị Thử"
    assert sound(page) == []
    page.get_by_role("link", name="Điền tiếp").click()
    assert page.input_value("#filer_name") == "Vàng Thị Thử"


def test_another_language_and_a_reload_leave_what_was_typed(visit: Visit) -> None:
    page = visit(FORM, width=1280)
    page.fill("#filer_name", "Vàng Thị Thử")
    page.select_option("#event", "birth")
    number = page.input_value("[name=id]")
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("html[lang=en] form[data-ready]")
    assert page.input_value("#filer_name") == "Vàng Thị Thử"
    page.reload()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_name") == "Vàng Thị Thử"
    assert page.input_value("#event") == "birth"
    assert page.input_value("[name=id]") == number
    page.get_by_role("button", name="Keep and continue later").click()
    page.wait_for_url("**/kept/*")
    page.goto(page.url.split("/kept")[0] + FORM + "?new=1")
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_name") == ""


def test_the_next_person_at_the_same_tab_finds_nothing_typed(visit: Visit) -> None:
    page = visit(FORM, width=1280)
    page.fill("#filer_name", "Người Trước")
    page.goto(page.url.split("/apply")[0] + "/sign-in")
    page.fill("[name=login]", cast.resident().login)
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/mine")
    page.goto(page.url.split("/mine")[0] + FORM + "?blank=1")
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_name") == ""
