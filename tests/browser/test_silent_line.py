"""A line that falls silent says nothing of it: no connection breaks, nothing comes through."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from bench.cuts.line import Line
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser.phone import fill, house, signed_in
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def line(live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Between the phone and the commune."""
    made = Line(live_server.thread.port)
    url = property(lambda _: f"http://{live_server.thread.host}:{made.port}")
    monkeypatch.setattr(LiveServer, "url", url)
    yield made
    made.close()


@pytest.fixture
def page(line: Line, visit: Visit) -> Page:
    """A form that is filled in."""
    house()
    found = signed_in(visit)
    found.evaluate("navigator.serviceWorker.ready")
    fill(found)
    return found


def handed_in(page: Page) -> None:
    """The button, and nobody who waits for what it leads to."""
    page.evaluate("() => setTimeout(() => document.querySelector('[name=hand_in]').click())")


def arrives_once(page: Page) -> None:
    """With its number, on the receipt or in the outbox, and as one dossier."""
    expect(page.get_by_text("H38.99.01-").first).to_be_visible()
    assert [one.state for one in Dossier.objects.all()] == [State.SUBMITTED]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("silence", [2, 12])
def test_what_was_handed_in_meanwhile_is_sent_when_something_is_heard(
    page: Page, line: Line, silence: int
) -> None:
    line.silent = True
    handed_in(page)
    time.sleep(silence)
    assert not Dossier.objects.exclude(state=State.DRAFT).exists()
    line.mend()
    arrives_once(page)


@pytest.mark.usefixtures("broken")
def test_a_sending_that_hears_nothing_is_given_up_and_sent_again(page: Page, line: Line) -> None:
    """The one connection stays silent for good; others are answered."""
    line.hush_next_sending()
    handed_in(page)
    arrives_once(page)
    assert line.struck.is_set()
