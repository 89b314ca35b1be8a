"""A real browser in front of the product: `visit` opens a page as a person with a telephone does.

The server is pytest-django's, in this process, on a database that is a file; the browser is
Debian's Chromium. What a page complains about on its console fails the test.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

# Playwright keeps an event loop in this thread; the tests themselves are not asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = "/usr/bin/chromium"
# The same engine without windows: a page opens in less than half the time. It keeps no page alive
# behind the Back button and bounds its storage otherwise, so that it is for what a page looks like.
WINDOWLESS = "/usr/bin/chromium-headless-shell"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A microphone that beeps, and nobody who has to allow it.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]
# How long a page takes is about this machine; what must be quick says its own time, or is measured.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)
Visit = Callable[..., Page]
# What Chromium says of a line that is away.
_AWAY = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")
# And of a worker whose page was closed while its script still came.
_CUT_SHORT = "An unknown error occurred when fetching the script."


@pytest.fixture(scope="session")
def playing() -> Iterator[Playwright]:
    """What drives the browsers of the whole run."""
    with sync_playwright() as play:
        yield play


@pytest.fixture(scope="session")
def browser(playing: Playwright) -> Iterator[Browser]:
    """One Chromium for the whole run."""
    yield from _launched(playing, CHROMIUM)


@pytest.fixture(scope="session")
def windowless(playing: Playwright) -> Iterator[Browser]:
    """The engine alone, for the tests that are marked `looked_at`."""
    yield from _launched(playing, WINDOWLESS)


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test wrote on the console as errors; a test may clear it."""
    return []


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, live_server: LiveServer, complaints: list[str]
) -> Iterator[Visit]:
    """`visit(path, width=360, language="vi", scheme="light", **context)` gives the open page."""
    looked_at = request.node.get_closest_marker("looked_at")
    browser: Browser = request.getfixturevalue("windowless" if looked_at else "browser")
    contexts = []

    def opened(
        path: str,
        *,
        width: int = 360,
        height: int = 780,
        language: str = "vi",
        scheme: str = "light",
        **rest: Any,
    ) -> Page:
        size: Any = {"width": width, "height": height}
        context = browser.new_context(viewport=size, color_scheme=scheme, **rest)
        contexts.append(context)
        context.add_cookies([{"name": "language", "value": language, "url": live_server.url}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda problem: complaints.append(str(problem)))
        page.on("console", lambda line: _heard(line, complaints))
        page.goto(live_server.url + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def broken(visit: Visit, complaints: list[str]) -> Iterator[None]:
    """A test that takes the line away: the browser complains of that, and of nothing else."""
    yield
    heard = [*complaints]
    complaints.clear()
    left = [one for one in heard if not any(why in one for why in _AWAY)]
    assert left == [], left


def _launched(playing: Playwright, path: str) -> Iterator[Browser]:
    if not Path(path).exists():
        pytest.fail(f"{path} is missing: tools/debian.py requirements/debian-test.txt installs it")
    chromium = playing.chromium.launch(executable_path=path, args=QUIET)
    yield chromium
    chromium.close()


def _heard(line: Any, complaints: list[str]) -> None:
    if line.type == "error" and line.text != _CUT_SHORT:
        complaints.append(line.text)
