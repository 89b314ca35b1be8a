"""The small scripts: one question at a time, conditions, the keyboard of the desk, one press."""

import pytest
from playwright.sync_api import FilePayload, Page, Request

from tests.browser.looking import SIDEWAYS
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.looked_at]


def shown(page: Page) -> list[str]:
    """The names of the questions that a person sees."""
    names: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".field")].filter((one) => one.offsetParent)
             .map((one) => one.querySelector("[name]").name)"""
    )
    return names


def test_a_phone_asks_one_question_at_a_time(visit: Visit) -> None:
    page = visit("/design/form", language="en")
    assert shown(page) == ["filer_name"]
    page.fill("#filer_name", "Vàng Thị Thử")
    page.keyboard.press("Enter")
    assert shown(page) == ["filer_birth"]
    assert page.get_by_text("Question 2 of 20").is_visible()
    assert page.evaluate("document.activeElement.querySelector('input').name") == "filer_birth"
    page.get_by_role("button", name="Back").click()
    assert shown(page) == ["filer_name"]
    assert page.input_value("#filer_name") == "Vàng Thị Thử"


def test_the_back_button_of_the_browser_goes_one_question_back(visit: Visit) -> None:
    page = visit("/design/form", language="en")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    assert shown(page) == ["filer_sex"]
    page.go_back()
    assert shown(page) == ["filer_birth"]


def test_the_key_of_a_telephones_keyboard_goes_on_until_the_last_question(visit: Visit) -> None:
    page = visit("/design/form", language="en")
    name = page.locator("#filer_name")
    assert name.get_attribute("enterkeyhint") == "next"
    for _question in range(19):
        page.get_by_role("button", name="Next").click()
    assert name.get_attribute("enterkeyhint") == "send"
    page.set_viewport_size({"width": 1280, "height": 780})
    page.wait_for_selector("form:not(.stepping)")
    assert name.get_attribute("enterkeyhint") == ""


def test_the_last_question_has_the_button_that_sends(visit: Visit) -> None:
    page = visit("/design/form", language="en")
    send = page.get_by_role("button", name="Hand in")
    assert not send.is_visible()
    for _question in range(19):
        page.get_by_role("button", name="Next").click()
        assert page.evaluate(SIDEWAYS) <= 0
    assert shown(page) == ["declared"]
    assert send.is_visible()
    assert not page.get_by_role("button", name="Next").is_visible()


def test_a_wide_screen_shows_the_whole_form(visit: Visit) -> None:
    page = visit("/design/form", width=1280)
    assert len(shown(page)) == 20
    page.set_viewport_size({"width": 360, "height": 780})
    # The browser tells the script of the new width in its own time.
    page.wait_for_selector(".field.later", state="attached")
    assert len(shown(page)) == 1


def test_without_the_script_everything_is_asked(visit: Visit) -> None:
    page = visit("/design/form", java_script_enabled=False)
    assert page.locator(".field:visible").count() == 30
    assert page.get_by_role("button").last.is_visible()


def test_what_is_asked_depends_on_what_was_answered(visit: Visit) -> None:
    page = visit("/design/form", width=1280)
    assert "subject_name" not in shown(page)
    page.check("input[name=whose][value=other]")
    assert "subject_name" in shown(page)
    page.check("input[name=event][value=marriage]")
    assert "spouse" in shown(page)
    page.check("input[name=whose][value=self]")
    assert "subject_name" not in shown(page)
    assert len(shown(page)) == 21


def test_conditions_mean_in_the_browser_what_they_mean_in_python(visit: Visit) -> None:
    page = visit("/design/form")
    url = page.evaluate("document.querySelector('script[src*=asking]').src")
    held = page.evaluate(
        """async (url) => {
          const { holds } = await import(url);
          const is = { field: "a", op: "is", values: ["x"] };
          const not = { field: "b", op: "not", values: [""] };
          return [
            holds(is, { a: "x" }), holds(is, {}), holds(not, {}), holds(not, { b: "y" }),
            holds({ all: [is, not] }, { a: "x" }), holds({ any: [is, not] }, { a: "x" }),
            holds({ field: "a", op: "in", values: ["x", "y"] }, { a: "y" }),
          ];
        }""",
        url,
    )
    assert held == [True, False, False, True, False, True, True]


def test_the_desk_is_walked_by_keyboard(visit: Visit) -> None:
    page = visit("/design/desk", width=1280, language="en")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == "550318842"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/design/desk#482177306")
    assert page.url.endswith("#482177306")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("jtx?")
    assert page.input_value("#find") == "jtx?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.get_by_role("dialog").get_by_text("Refuse").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    page.evaluate("document.querySelector('[data-key=x]').onclick = () => { document.title = 'x' }")
    page.keyboard.press("x")
    assert page.title() == "x"


def test_a_button_pressed_three_times_sends_once(visit: Visit) -> None:
    page = visit("/design/form", width=1280, language="en")
    sent: list[Request] = []
    page.on("request", lambda asked: sent.append(asked) if asked.method == "POST" else None)
    # The answer is held back, as a bad line does.
    page.route("**/design/form", lambda route: None)
    busy = page.evaluate(
        """async () => {
          const button = document.querySelector("main button[type=submit]");
          for (let times = 0; times < 3; times++) {
            button.click();
            await new Promise((go) => setTimeout(go, 50));
          }
          return [button.textContent, button.getAttribute("aria-busy")];
        }"""
    )
    assert busy == ["Sending…", "true"]
    assert len(sent) == 1


def test_a_page_without_a_line_says_so(visit: Visit) -> None:
    page = visit("/design/form")
    assert not page.locator("[data-offline]").is_visible()
    page.context.set_offline(True)
    page.locator("[data-offline]").wait_for()
    page.context.set_offline(False)
    page.locator("[data-offline]").wait_for(state="hidden")


def test_the_waiting_room_calls_each_new_number_once(visit: Visit) -> None:
    page = visit("/design/desk", language="vi")
    page.evaluate(
        "window.heard = []; speechSynthesis.speak = (said) => heard.push([said.text, said.lang]); 0"
    )
    page.get_by_role("button", name="Gọi thành tiếng").click()
    call = """async (turn) => {
      const one = document.querySelector("[data-turn]");
      one.dataset.speak = `Mời số ${turn}`;
      one.dataset.turn = turn;
      await new Promise((go) => setTimeout(go, 50));
    }"""
    for turn in ("13", "13", "14", "13"):
        page.evaluate(call, turn)
    assert page.evaluate("heard") == [["Mời số 13", "vi-VN"], ["Mời số 14", "vi-VN"]]


def picture(name: str, size: int) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": b"x" * size}


# What lies on top in the middle of an element.
MEETS = """(one) => {
    one.scrollIntoView({block: "center", behavior: "instant"});
    const place = one.getBoundingClientRect();
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    return document.elementFromPoint(x, y).id;
}"""


def test_the_button_for_files_speaks_the_pages_language_and_says_what_was_chosen(
    visit: Visit,
) -> None:
    page = visit("/design", language="vi")
    button = page.locator("label.button[for=d-file]")
    assert button.inner_text() == "Chọn ảnh hoặc tệp"
    # The browser's own button lies over ours, unseen: the finger meets it there.
    assert button.evaluate(MEETS) == "d-file"
    with page.expect_file_chooser() as chooser:
        page.locator("#d-file").click()
    chooser.value.set_files([picture("the.jpg", 412_000), picture("so-ho-khau.jpg", 1_340_000)])
    said = page.locator("output[for=d-file]")
    assert said.locator("span").all_inner_texts() == ["the.jpg, 412 KB", "so-ho-khau.jpg, 1,3 MB"]
    assert page.get_by_role("status").count() >= 1


def test_the_button_for_files_shows_that_the_keyboard_is_there(visit: Visit) -> None:
    page = visit("/design", language="vi")
    ring = "getComputedStyle(document.querySelector('label.button[for=d-file]')).outlineStyle"
    assert page.evaluate(ring) == "none"
    page.focus("#d-file")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "d-file"
    assert page.evaluate(ring) == "solid"


def test_without_a_script_the_browsers_line_says_what_was_chosen(visit: Visit) -> None:
    page = visit("/design", language="vi", java_script_enabled=False)
    page.set_input_files("#d-file", [picture("the.jpg", 1000)])
    assert page.locator("#d-file").evaluate("one => getComputedStyle(one).opacity") == "1"
