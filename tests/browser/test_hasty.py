"""Somebody quicker than the scripts: what they type and choose meanwhile is theirs as well."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.phone import (
    SHOWN,
    a_photograph,
    again,
    fill,
    house,
    kept,
    lines,
    on_disk,
    opened,
    signed_in,
)
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
SLOW_PICTURES = """(() => {
  const drawn = createImageBitmap;
  globalThis.createImageBitmap = async (...all) => {
    await new Promise((go) => setTimeout(go, 1500));
    return drawn(...all);
  };
})()"""
SLOW_KEYS = """(() => {
  const made = crypto.subtle.importKey.bind(crypto.subtle);
  crypto.subtle.importKey = async (...all) => {
    await new Promise((go) => setTimeout(go, 6000));
    return made(...all);
  };
})()"""
STILL = "[...document.querySelectorAll('form[data-draft] .sheet')].every((one) => one.inert)"


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def test_what_was_typed_before_the_scripts_came_is_kept_with_the_rest(visit: Visit) -> None:
    page = opened(visit, service_workers="block")
    kept(page, "copies", "7")
    kept(page, "filer_address", "Thôn Luổng Láo")
    held: list[Route] = []
    page.route("**/draft*.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    page.fill("#filer_name", TYPED["filer_name"])
    page.fill("#filer_address", "Thôn Ún Tà")
    for one in held:
        one.continue_()
    page.wait_for_selector("form[data-ready]")
    page.wait_for_selector("[data-kept][data-state=there]")
    other = again(page)
    other.goto(page.url)
    # As the commune has it: the three were sent there together.
    expect(other.locator("#filer_address")).to_have_value("Thôn Ún Tà")
    expect(other.locator("#filer_name")).to_have_value(TYPED["filer_name"])
    expect(other.locator("#copies")).to_have_value("7")


def test_two_photographs_chosen_in_turn_are_both_kept(visit: Visit) -> None:
    page = visit("/help", language="en", width=1280)
    page.add_init_script(SLOW_PICTURES)
    page.goto(page.url.replace("/help", FORM))
    page.wait_for_selector("form[data-ready]")
    paper = page.locator("input[type=file]").first
    paper.set_input_files(on_disk(a_photograph("mặt trước.jpeg")))
    paper.set_input_files(on_disk(a_photograph("mặt sau.jpeg")))
    expect(page.locator(SHOWN)).to_have_count(2)
    said = " ".join(page.locator(SHOWN).all_inner_texts())
    assert ("mặt trước" in said, "mặt sau" in said) == (True, True)


def test_a_photograph_that_hangs_holds_up_nothing_that_is_typed(visit: Visit) -> None:
    page = opened(visit, service_workers="block")
    page.route("**/chosen*.js", lambda _route: None)
    page.locator("input[type=file]").first.set_input_files(on_disk(a_photograph()))
    kept(page, "filer_name", TYPED["filer_name"])
    kept(page, "copies", "3")
    other = again(page)
    other.goto(page.url)
    other.focus("#filer_name")
    other.get_by_role("button", name="It is mine, go on").click()
    expect(other.locator("#copies")).to_have_value("3")


def test_nothing_can_be_typed_into_what_is_on_its_way(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)
    held: list[Route] = []
    page.route("**/send/**", lambda route: held.append(route))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_function(STILL)
    _until(page, held)
    held[0].continue_()
    page.wait_for_url("**/receipt/**")
    assert lines_of(page) == 1


def _until(page: Page, held: list[Any]) -> None:
    for _try in range(100):
        if held:
            return
        page.wait_for_timeout(100)
    pytest.fail("nothing was sent")


def lines_of(page: Page) -> int:
    page.goto(page.url.split("/receipt")[0] + "/outbox")
    return len(lines(page))


def test_two_pages_that_come_first_share_one_key(visit: Visit) -> None:
    """The slower one finds no key, and finds one when it wants to put its own there."""
    slow = visit("/robots.txt", language="en", width=1280)
    slow.add_init_script(SLOW_KEYS)
    home = slow.url.replace("/robots.txt", "")
    slow.goto(home + FORM, wait_until="commit")
    quick = slow.context.new_page()
    quick.goto(home + FORM)
    quick.wait_for_selector("form[data-ready]")
    kept(quick, "copies", "5")
    slow.wait_for_selector("form[data-ready]")
    kept(slow, "copies", "6")
    box = slow.context.new_page()
    box.goto(home + "/outbox")
    box.wait_for_selector("[data-items][data-drawn]", state="attached")
    expect(box.locator("[data-items] > li")).to_have_count(2)
