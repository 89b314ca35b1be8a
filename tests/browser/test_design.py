"""The page of parts in a real browser: what is proven here holds for every screen made of them."""

import gzip
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, Response

from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.looked_at]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = ("/design", "/design/form", "/design/desk")
RING = """() => {
  const at = document.activeElement;
  const seen = (one) => one && getComputedStyle(one).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one).outlineWidth) >= 3;
  return at === document.body || seen(at) || seen(at.closest(".choice"));
}"""
BAD = Path(__file__).with_name("bad_sample.html")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_axe_finds_nothing(visit: Visit, language: str, path: str) -> None:
    page = visit(path, language=language)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert faults(page) == [], (width, scheme)


def test_axe_barks_at_the_bad_sample(visit: Visit) -> None:
    # Its colours are written inline, which the pages' own policy forbids.
    page = visit("/design", bypass_csp=True)
    page.set_content(BAD.read_text(encoding="utf-8"))
    found = {fault.split(":")[0] for fault in faults(page)}
    expected = {"document-title", "html-has-lang", "image-alt", "label", "select-name"}
    assert expected | {"button-name", "link-name", "color-contrast"} <= found


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels_or_twice_the_size(visit: Visit, path: str) -> None:
    for language in ("vi", "hi"):
        page = visit(path, width=320, language=language)
        assert page.evaluate(SIDEWAYS) <= 0
        # A window of 1280 pixels at 200 % has room for 640.
        page.set_viewport_size({"width": 640, "height": 400})
        assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_text_is_16_pixels_and_targets_are_44(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    assert page.evaluate(SMALL_TEXT) == []
    assert page.evaluate(SMALL_TARGETS) == []


def test_the_first_tab_leads_past_the_head(visit: Visit) -> None:
    page = visit("/design")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_keyboard_can_be_seen(visit: Visit) -> None:
    page = visit("/design", width=1280)
    for _stop in range(40):
        page.keyboard.press("Tab")
        assert page.evaluate(RING), page.evaluate("document.activeElement.outerHTML.slice(0, 99)")


def test_the_page_is_bought_cheaply(visit: Visit) -> None:
    page = visit("/favicon.ico")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(page.url.replace("/static/parts/mark.svg", "/design/form"))
    page.wait_for_load_state("networkidle")
    assert len(answers) <= 8
    assert sum(len(gzip.compress(answer.body())) for answer in answers) <= 40_000


def test_forced_colours_and_no_motion_keep_the_page_whole(visit: Visit) -> None:
    page = visit("/design", forced_colors="active", reduced_motion="reduce")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.bones i')).animationName")
        == "none"
    )
    border = "getComputedStyle(document.querySelector('.badge')).borderTopStyle"
    assert page.evaluate(border) == "solid"


def test_paper_shows_no_buttons(visit: Visit) -> None:
    page: Page = visit("/design", width=800)
    page.emulate_media(media="print")
    assert not page.locator(".button").first.is_visible()
    assert page.locator(".letterhead b").is_visible()
