"""Every page of the house in each of its states: axe's rules, 320 pixels, letters twice the size,
and a focus that can be seen at every stop."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.people.models import Account
from tests import cast
from tests.browser.everywhere import commune, desk, office, residents
from tests.browser.everywhere.looks import Keys, Look
from tests.browser.everywhere.measures import CUT, OVER, STOPS
from tests.browser.everywhere.pageless import ELSEWHERE, NO_PAGE
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.counter.whose import WHOSE
from tests.hall.hall import MORNING

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
Make = Callable[[], Keys]
BAD = Path(__file__).with_name("bad_page.html")
ORDINARY, TWICE = 16, 32


@dataclass(frozen=True)
class Round:
    """Who goes round, what the commune has for them to see, and what they look at."""

    who: Callable[[], Account] | None
    makes: tuple[Make, ...]
    looks: Sequence[Look]
    at: datetime | None = None


ROUNDS = {
    "public": Round(None, (commune.dossiers, commune.papers), residents.PUBLIC),
    "guest": Round(None, (commune.dossiers,), residents.GUEST),
    "resident": Round(
        cast.resident, (commune.people, commune.dossiers, commune.papers), residents.RESIDENT
    ),
    "helper": Round(cast.volunteer, (commune.dossiers, commune.doors), residents.HELPER),
    "hall": Round(None, (commune.hall,), residents.HALL, MORNING),
    "reception": Round(cast.receptionist, (commune.dossiers, commune.papers), desk.RECEPTION),
    "officer": Round(cast.officer, (commune.dossiers,), desk.OFFICER),
    "books": Round(cast.officer, (commune.dossiers, commune.books), desk.BOOKS),
    "register": Round(
        cast.officer,
        (commune.people, commune.kin_found, commune.lists),
        [*desk.RESIDENTS, *desk.KIN, *office.LISTS],
    ),
    "chair": Round(
        cast.chair, (commune.dossiers, commune.papers, commune.books, commune.changes), desk.CHAIR
    ),
    "administrator": Round(
        cast.administrator, (commune.changes, commune.phones), office.ADMINISTRATOR
    ),
    "auditor": Round(cast.auditor, (commune.journal,), office.AUDITOR),
}


def test_every_route_is_looked_at_or_is_said_to_have_no_page() -> None:
    seen = {each.route for one in ROUNDS.values() for each in one.looks}
    assert sorted([*seen, *ELSEWHERE, *NO_PAGE]) == sorted(WHOSE)


@pytest.mark.parametrize("name", ROUNDS)
def test_every_state_of_every_page_is_fit_for_everybody(
    visit: Visit, live_server: LiveServer, name: str, complaints: list[str]
) -> None:
    one, found = ROUNDS[name], {}
    with _at(one.at):
        keys = commune.made(*one.makes)
        page = _opened(visit, live_server, one.who)
        for number, each in enumerate(one.looks):
            page.goto(live_server.url + each.at.format(**keys))
            for step in each.steps:
                step(page, keys)
            if faulty := wrong(page, f"{name}-{number:02}"):
                found[str(each)] = faulty
    # The browser reports each refusal.
    complaints[:] = [said for said in complaints if "the server responded with" not in said]
    assert found == {}


def test_a_bad_page_barks(visit: Visit) -> None:
    # Its looks are written inline, which the pages' own policy forbids.
    page = visit("/design", width=320, height=560, bypass_csp=True)
    page.set_content(BAD.read_text(encoding="utf-8"))
    page.keyboard.press("Tab")
    found = [*page.evaluate(CUT), *page.evaluate(OVER), *page.evaluate(STOPS, True)]
    kinds = {one.split(":")[0] for one in found}
    assert kinds == {
        "cut off",
        "off the screen",
        "scrolls without a name or a stop",
        "over",
        "focus cannot be seen",
        "focus is hidden",
    }


@contextmanager
def _at(moment: datetime | None) -> Iterator[None]:
    if moment is None:
        yield
    else:
        with time_machine.travel(moment, tick=True):
            yield


def _opened(visit: Visit, live_server: LiveServer, who: Callable[[], Account] | None) -> Page:
    if who is None:
        return visit("/robots.txt", width=1280, height=900)
    return opened(visit, live_server, who(), "/robots.txt", 1280)


def wrong(page: Page, name: str) -> list[str]:
    """All that is wrong with an open page; a picture of it, where somebody wants to look."""
    found = [f"axe: {one}" for one in faults(page)]
    # So that what takes the focus next takes it as if by a key.
    page.keyboard.press("Tab")
    found += [f"1280: {one}" for one in page.evaluate(STOPS, False)]
    browser = page.context.new_cdp_session(page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": TWICE}})
    found += [f"letters twice the size: {one}" for one in _fit(page, f"{name}-200")]
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": ORDINARY}})
    browser.detach()
    page.set_viewport_size({"width": 320, "height": 560})
    small = [*page.evaluate(SMALL_TEXT), *page.evaluate(SMALL_TARGETS)]
    narrow = [*_fit(page, f"{name}-320"), *page.evaluate(STOPS, True), *small]
    page.set_viewport_size({"width": 1280, "height": 900})
    return [*found, *(f"320: {one}" for one in narrow)]


def _fit(page: Page, name: str) -> list[str]:
    if "SHOTS" in os.environ:
        page.screenshot(path=Path(os.environ["SHOTS"]) / f"{name}.png", full_page=True)
    found = [*page.evaluate(CUT), *page.evaluate(OVER)]
    return [*found, "scrolls sideways"] if page.evaluate(SIDEWAYS) > 0 else found
