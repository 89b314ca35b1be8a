"""Half a form is no form, however it was sent."""

import io
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.test.client import ClientHandler

from motcua.dossiers.models import Dossier
from motcua.project.whole import BrokenOffError, WholeBody, whole
from tests import cast
from tests.dossiers import story
from tests.portal.forms import CODE, TYPED
from tests.unchanged import everything

SENT = {**TYPED, "id": "9f1c1f0e-6f0c-4b6e-8a54-0a4a3f1f2b11", "hand_in": "1"}
AS_SCRIPTS_SEND, AS_PAGES_SEND = "multipart/form-data", "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    cast.coc_san()
    story.law()


def answered(client: Client, kind: str, share: float) -> int:
    """Send so much of the form, with the announced length of the whole; the status."""
    seal = client.get("/line").json()["seal"]
    given: dict[str, Any] = {"data": SENT}
    if kind == AS_PAGES_SEND:
        body = "&".join(f"{name}={value}" for name, value in SENT.items())
        given = {"data": body, "content_type": kind}
    environ = RequestFactory().post(f"/send/{CODE}", **given, headers={"X-CSRFToken": seal}).environ
    cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    length = int(environ["CONTENT_LENGTH"])
    sent = io.BytesIO(environ["wsgi.input"].read(int(length * share)))
    environ |= {"wsgi.input": sent, "HTTP_COOKIE": cookies}
    answer: Any = whole(lambda given, _start: ClientHandler()(given))(environ, None)
    return int(answer.status_code)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 0.99])
@pytest.mark.parametrize("kind", [AS_SCRIPTS_SEND, AS_PAGES_SEND])
def test_a_form_that_broke_off_changes_nothing(client: Client, kind: str, share: float) -> None:
    before = everything()
    assert answered(client, kind, share) == 400
    assert everything() == before


@pytest.mark.parametrize("kind", [AS_SCRIPTS_SEND, AS_PAGES_SEND])
def test_a_whole_one_is_taken(client: Client, kind: str) -> None:
    assert answered(client, kind, 1) == 200
    assert str(Dossier.objects.get().pk) == SENT["id"]


def test_a_body_is_read_in_pieces_and_by_lines() -> None:
    body = WholeBody(io.BytesIO(b"one\ntwo\nthree, and the next request"), 13)
    assert (body.readline(), body.read(2), body.readline(), body.read()) == (
        b"one\n",
        b"tw",
        b"o\n",
        b"three",
    )
    assert (body.read(), body.readline()) == (b"", b"")


@pytest.mark.parametrize("size", [-1, 20])
def test_a_body_that_ends_early_says_so(size: int) -> None:
    body = WholeBody(io.BytesIO(b"half a fo"), 11)
    with pytest.raises(BrokenOffError, match="did not arrive"):
        body.read(size)
