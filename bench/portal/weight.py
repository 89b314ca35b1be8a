"""What a page weighs on the line of a telephone: a real Chromium, an empty cache, compression."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from http import HTTPStatus
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import bench.ground.house  # noqa: F401 - an empty house, before any model is imported

# isort: split
from playwright.sync_api import Page, sync_playwright

from bench.figures import note
from motcua.project.wsgi import application
from tests import cast
from tests.chromium import CHROMIUM
from tests.dossiers import story
from tests.portal.forms import FORM

NEED = "/event/birth/need?parents=married&born=later&notice=witness"
PAGES = {
    "the first page": "/",
    "what this person needs": NEED,
    "the page of a procedure": "/p/2.000635",
    "the form": FORM,
}
STEPS = ("the first page", "what this person needs")
BUDGET_KB, BUDGET_REQUESTS, BUDGET_STEP = 40.0, 8, 8.0


asked: list[tuple[str, int]] = []
_SETTLED = 2_000


def counted(environ: Any, start: Any) -> Iterable[bytes]:
    """The product, with each request and the bytes of its body noted."""
    with closing(application(environ, start)) as answer:
        body = b"".join(answer)
    asked.append((environ["PATH_INFO"], len(body)))
    return [body]


class _Many(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def main() -> None:
    """Print bytes on the line and requests: first visit, and the next page with a warm cache."""
    cast.coc_san()
    story.whole_law()
    print(f"\n{'On the line, compressed':52} {'KB':>8} {'requests':>9}   budget")
    with served() as home, sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, path in PAGES.items():
            page = chromium.new_context(viewport={"width": 360, "height": 780}).new_page()
            asked.clear()
            kilobytes, requests = weighed(page, home + path)
            judged = path in (FORM, "/")
            limit = f"{BUDGET_KB:.0f} KB, {BUDGET_REQUESTS}" if judged else "-"
            print(f"{name + ', first visit':52} {kilobytes:8.1f} {requests:9}   {limit}")
            note(f"{name}, first visit", kilobytes, "KB", most=_if(judged, BUDGET_KB))
            requested = _if(judged, BUDGET_REQUESTS)
            note(f"{name}, first visit", requests, "requests", most=requested)
            page.wait_for_timeout(_SETTLED)
            bodies = sum(size for _path, size in asked) / 1000
            said = f"  all bodies, its worker's too ({len(asked)} requests)"
            print(f"{said:52} {bodies:8.1f}")
            note(f"{name}, first visit, its worker's too", bodies, "KB")
        for before, after in (("the page of a procedure", "the form"), STEPS):
            # Through the worker the browser tells no bytes: the same pages without it.
            page = chromium.new_context(service_workers="block").new_page()
            weighed(page, home + PAGES[before])
            kilobytes, requests = weighed(page, home + PAGES[after])
            said = f"{after}, after {before}"
            print(f"{said:52} {kilobytes:8.1f} {requests:9}   {BUDGET_STEP:.0f} KB")
            note(said, kilobytes, "KB", most=BUDGET_STEP)
        chromium.close()


def _if(judged: bool, budget: float) -> float | None:
    return budget if judged else None


def weighed(page: Page, address: str) -> tuple[float, int]:
    """Kilobytes received, headers counted, and requests that reached the server."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    answer = page.goto(address, wait_until="networkidle")
    session.detach()
    if answer is None or answer.status != HTTPStatus.OK:
        raise RuntimeError(f"{address} answered {answer and answer.status}: {page.title()}")
    over = [size for size in received if size > 0]
    return sum(over) / 1000, len(over)


@contextmanager
def served() -> Iterator[str]:
    """The product on a port of its own."""
    server = make_server("127.0.0.1", 0, counted, server_class=_Many, handler_class=_Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
