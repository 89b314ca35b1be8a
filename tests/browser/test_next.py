"""A question that must be answered is looked at before the next one is asked, with no line too."""

import pytest
from playwright.sync_api import Page

from motcua.procedures.form import Field
from motcua.procedures.kinds import KINDS
from tests import cast
from tests.browser.test_portal import sound
from tests.chromium import Visit
from tests.dossiers import story
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def law() -> None:
    cast.coc_san()
    story.law()


def onward(page: Page) -> None:
    page.get_by_role("button", name="Tiếp tục", exact=True).click()


def test_a_question_that_must_be_answered_is_looked_at_before_the_next(visit: Visit) -> None:
    page = visit(FORM)
    # What is said of an answer that cannot be read comes when somebody begins to fill in.
    page.focus("#filer_name")
    page.wait_for_selector("template[data-unreadable]", state="attached")
    page.context.set_offline(True)
    onward(page)
    error = page.locator("#filer_name-error")
    assert "Mục này còn trống." in error.inner_text()
    page.fill("#filer_name", "Lù 3")
    onward(page)
    assert "Họ tên chỉ gồm chữ cái" in error.inner_text()
    assert error.count() == 1
    assert page.get_attribute("#filer_name", "aria-describedby").endswith("filer_name-error")  # type: ignore[union-attr]
    assert page.evaluate("document.activeElement.id") == "filer_name"
    page.fill("#filer_name", "Lù A Ba")
    onward(page)
    assert not page.locator("#filer_name").is_visible()
    assert page.locator("#filer_name-error").count() == 0
    assert page.get_attribute("#filer_name", "aria-invalid") == "false"


def test_what_is_advised_or_left_for_the_counter_stops_nobody(visit: Visit) -> None:
    page = visit(FORM)
    page.locator("[name=unknown][value=filer_name]").check()
    onward(page)
    assert page.locator("#filer_phone").is_visible()
    page.fill("#filer_phone", "không có")
    onward(page)
    assert not page.locator("#filer_phone").is_visible()


@pytest.mark.usefixtures("broken")
def test_an_empty_answer_is_told_although_the_line_went_before_the_first_key(visit: Visit) -> None:
    page = visit(FORM, service_workers="block")
    page.context.set_offline(True)
    onward(page)
    assert "Mục này còn trống." in page.locator("#filer_name-error").inner_text()
    # What cannot be looked at here is looked at by the commune.
    page.fill("#filer_name", "Lù 3")
    onward(page)
    assert page.locator("#filer_phone").is_visible()


def test_a_question_with_a_mistake_is_sound(visit: Visit) -> None:
    page = visit(FORM)
    onward(page)
    assert page.locator("#filer_name-error").is_visible()
    assert sound(page) == []


# What a person may type and the server takes, kind by kind: the script lets all of it pass.
TAKEN = {
    "name": ["Vàng Thị Thử", "H'Mai Niê-K'đăm", "Lý Văn A (Páo)"],
    "number": ["2", "007"],
    "date": ["21/03/1954", "1.3.1954", "21 3 1954", "21031954", "1954-03-21", "२१/०३/१९५४"],
    "partial_date": ["1954", "3/1954", "031954", "21-03-1954", "1954-03", "21031954"],
    "identity_number": ["010191000001", "010 191 000 001", "010.191.000.001"],
    "phone": ["0912345678", "0912 345 678", "+84 912-345-678", "(0214) 384 0033", "84912345678"],
    "email": ["a@b.vn"],
}


def test_the_script_stops_nothing_that_the_server_takes(visit: Visit) -> None:
    readable = """async (typed) => {
      const script = document.querySelector("script[src*=asking]").src;
      const { READABLE } = await import(script);
      return Object.keys(typed).flatMap((kind) =>
        typed[kind].filter((one) => !READABLE[kind].test(one)));
    }"""
    for kind, all_typed in TAKEN.items():
        field = Field(name="x", kind=kind, need="must", words={})
        cleaned = [KINDS[kind].clean(one) for one in all_typed]
        assert [one for one in cleaned if KINDS[kind].wrong(field, one)] == []
    page = visit(FORM)
    assert page.evaluate(readable, TAKEN) == []
    left = {"name": ["Lù 3"], "number": ["hai"], "date": ["03/1954"], "phone": ["113"]}
    assert page.evaluate(readable, left) == ["Lù 3", "hai", "03/1954", "113"]
