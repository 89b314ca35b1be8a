"""A photograph of 5 MB over a line that breaks, by our client and by two that are not ours.

A line of 400 kbit/s that breaks every five seconds lets 250 KB pass between two breaks; here it
breaks after as many bytes, so that there are as many breaks and no waiting.
"""

import hashlib
import re
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tusclient.client import TusClient

from motcua.dossiers.arriving import pieces
from motcua.dossiers.attachments import cleaned
from motcua.dossiers.models import Arrival, Dossier, PaperFile
from motcua.dossiers.states import State
from tests.browser.phone import PASSWORD, fill, house
from tests.chromium import Visit
from tests.cut_line import Line, line_to
from tests.photographs import photograph
from tests.portal.forms import CODE, FORM, TYPED

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("heard"),
]
PASSES, CUTS = 250_000, 15
KEY = "11111111-1111-4111-8111-111111111111"
TUS_JS = Path(sys.prefix) / "npm" / "tus-js-client@4.3.1" / "tus.min.js"


@pytest.fixture(autouse=True)
def line(live_server: LiveServer) -> Iterator[Line]:
    house()
    with line_to(int(live_server.url.rsplit(":", 1)[1])) as made:
        yield made


@pytest.fixture
def heard(visit: Visit, complaints: list[str]) -> Iterator[None]:
    """A browser tells of each break, and of a piece that came before it was told so."""
    yield
    told = [*complaints]
    complaints.clear()
    assert [one for one in told if "net::ERR_" not in one and "409 (Conflict)" not in one] == []


def arrived() -> bytes:
    """What is here of the one file."""
    return pieces.content(Arrival.objects.get().pk)


def on_the_line(visit: Visit, line: Line, path: str) -> Page:
    """A page of the commune that came over the line."""
    # No page at the other address: cookies know no ports, and its worker would fetch another seal.
    page = visit("/robots.txt", language="en", width=1280)
    page.goto(f"http://localhost:{line.port}{path}")
    return page


def test_our_client(visit: Visit, line: Line) -> None:
    page = on_the_line(visit, line, "/sign-in")
    # A browser that cannot make pictures smaller sends them as they are.
    page.context.add_init_script("window.createImageBitmap = () => Promise.reject()")
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")
    page.goto(page.url.replace("/mine", f"{FORM}?for=none"))
    page.wait_for_selector("form[data-ready]")
    fill(page)
    photo = photograph()
    page.locator("input[type=file]").first.set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo}]
    )
    expect(page.locator(".kept.photo")).to_contain_text("5.1 MB")
    line.every = PASSES
    page.evaluate(HEARD)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url(lambda url: "/receipt/" in url or "/outbox" in url, timeout=60_000)
    if "/outbox" in page.url:
        expect(page.get_by_text("Received by the commune")).to_be_visible(timeout=60_000)
    assert line.cuts >= CUTS
    # All the while the button told how far it was.
    told = [int(one) for one in re.findall(r"Sending (\d+) %", page.evaluate("localStorage.told"))]
    assert len(set(told)) > 10
    assert told == sorted(told)
    assert Dossier.objects.get().state == State.SUBMITTED
    # Each byte of it: what is cleaned of the same bytes is the same.
    clean = hashlib.sha256(cleaned(photo).content).hexdigest()
    assert PaperFile.objects.get().digest == clean


HEARD = """() => {
  const button = document.querySelector("button[name=hand_in]"), told = [];
  new MutationObserver(() => told.push(button.textContent)).observe(button, { childList: true });
  addEventListener("pagehide", () => localStorage.setItem("told", told.join("|")));
}"""


@pytest.mark.parametrize("how", [{}, {"chunk_size": 65_536, "upload_checksum": True}])
def test_tuspy(line: Line, tmp_path: Path, how: dict[str, int]) -> None:
    home = f"http://127.0.0.1:{line.port}"
    person = requests.Session()
    headers = {"X-CSRFToken": person.get(f"{home}/line").json()["seal"]}
    person.post(f"{home}/send/{CODE}", {**TYPED, "id": KEY, "keep": "1"}, headers=headers)
    headers["Cookie"] = "; ".join(f"{one.name}={one.value}" for one in person.cookies)
    photo, file = photograph(), tmp_path / "a.jpg"
    file.write_bytes(photo)
    line.every = PASSES
    said = {"draft": KEY, "sha256": hashlib.sha256(photo).hexdigest(), "filename": "a.jpg"}
    client = TusClient(f"{home}/arriving", headers=headers)
    client.uploader(str(file), metadata=said, retries=150, retry_delay=0, **how).upload()
    assert line.cuts >= CUTS
    assert arrived() == photo


SEND = """([bytes, seal, said]) => new Promise((done, failed) => {
  const file = new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]);
  new tus.Upload(file, {
    endpoint: "/arriving", headers: { "X-CSRFToken": seal }, metadata: said,
    retryDelays: Array(20).fill(10), onSuccess: () => done("sent"), onError: failed,
    onShouldRetry: () => true,
  }).start();
})"""


def test_tus_js_client(visit: Visit, line: Line) -> None:
    page = on_the_line(visit, line, "/help")
    page.evaluate(TUS_JS.read_text(encoding="utf-8"))
    seal = page.evaluate("async () => (await (await fetch('/line')).json()).seal")
    page.evaluate(
        """([code, seal, form]) => fetch(`/send/${code}`, {
          method: "POST", body: new URLSearchParams(form), headers: { "X-CSRFToken": seal },
        })""",
        [CODE, seal, {**TYPED, "id": KEY, "keep": "1"}],
    )
    photo = photograph()
    said = {"draft": KEY, "sha256": hashlib.sha256(photo).hexdigest(), "filename": "a.jpg"}
    line.every = PASSES
    assert page.evaluate(SEND, [photo_coded(photo), seal, said]) == "sent"
    assert line.cuts >= CUTS
    assert arrived() == photo


def photo_coded(photo: bytes) -> str:
    return b64encode(photo).decode()
