"""A question is heard: by pressing and by keyboard, in another tongue, without a line."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import AXE, RULES
from tests.browser.phone import house
from tests.chromium import Visit
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]

# What the page's player does is seen through the one that every page has.
WATCHED = """
const made = window.Audio;
window.Audio = function () { return (window.player = new made()); };
"""
PLAYS = "() => window.player && window.player.duration > 0 && window.player.currentTime > 0"


@pytest.fixture(autouse=True)
def commune() -> None:
    house()


def form(visit: Visit, width: int = 1280) -> Page:
    page = visit("/help", language="en", width=width)
    page.add_init_script(WATCHED)
    page.goto(page.url.replace("/help", FORM))
    page.wait_for_selector("form[data-ready]")
    return page


def listen(page: Page, number: int = 0) -> Locator:
    return page.locator("a[data-listen]").nth(number)


def test_a_press_plays_the_question_and_another_stops_it(visit: Visit) -> None:
    page = form(visit)
    expect(listen(page)).to_have_role("button")
    listen(page).click()
    expect(listen(page)).to_contain_text("Stop")
    page.wait_for_function(PLAYS)
    assert page.evaluate("() => window.player.duration") > 1
    listen(page).click()
    expect(listen(page)).to_contain_text("Listen")
    assert page.evaluate("() => window.player.paused")


def test_the_space_bar_plays_and_the_next_question_stops_the_last(visit: Visit) -> None:
    page = form(visit)
    listen(page).focus()
    page.keyboard.press("Space")
    page.wait_for_function(PLAYS)
    listen(page, 1).focus()
    page.keyboard.press("Enter")
    expect(listen(page)).to_contain_text("Listen")
    expect(listen(page, 1)).to_contain_text("Stop")


def test_another_tongue_is_chosen_once_and_what_is_missing_is_said(visit: Visit) -> None:
    page = form(visit)
    page.get_by_text("Listen to the questions").click()
    page.locator("[data-tongue=giay]").click()
    expect(page.locator("[data-tongue=giay]")).to_have_attribute("aria-current", "true")
    listen(page).click()
    expect(listen(page).locator("..").get_by_role("status")).to_have_text(
        "Nobody has spoken it in Giáy yet: this is Vietnamese."
    )
    page.reload()
    expect(page.locator("[data-tongue=giay]")).to_have_attribute("aria-current", "true")


@pytest.mark.usefixtures("broken")
def test_the_sounds_that_were_kept_are_heard_without_a_line(visit: Visit) -> None:
    page = form(visit)
    page.evaluate("() => navigator.serviceWorker.ready")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    page.get_by_text("Listen to the questions").click()
    page.get_by_role("button", name="Keep the sounds of this form").click()
    all_here = page.locator("a[data-listen]").count()
    said = f"{all_here} of {all_here} sounds are kept on this phone."
    expect(page.get_by_text(said)).to_be_visible(timeout=60_000)
    page.context.set_offline(True)
    listen(page, 3).click()
    page.wait_for_function(PLAYS)


@pytest.mark.usefixtures("broken")
def test_without_a_line_and_without_the_sound_the_button_says_so(visit: Visit) -> None:
    page = form(visit)
    listen(page).click()
    page.wait_for_function(PLAYS)
    page.context.set_offline(True)
    page.evaluate("() => { window.speechSynthesis.getVoices = () => []; }")
    listen(page, 1).click()
    expect(listen(page, 1).locator("..").get_by_role("status")).to_have_text(
        "There is no line, and this sound is not kept on this phone."
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_listening_passes_axe(width: int, visit: Visit) -> None:
    page = form(visit, width)
    page.get_by_text("Listen to the questions").click()
    page.evaluate(AXE)
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
