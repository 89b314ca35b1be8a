"""A file in pieces: what the protocol asks of a server, and what the house asks of a sender."""

import hashlib
import io
from typing import Any
from uuid import uuid4

import pytest
from django.http import UnreadablePostError
from django.test import Client

from motcua.dossiers.arriving import pieces
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from motcua.dossiers.models import Arrival, CodeTry
from motcua.foundation.clock import now
from motcua.procedures.pack import Procedure
from tests.portal.pieces import PIECE, TUS, about, begun, coded, draft, offset, piece
from tests.unchanged import everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]
BYTES = bytes(range(256)) * 400
EXTENSIONS = "creation,creation-with-upload,checksum,expiration,termination"


def on_disk() -> dict[str, bytes]:
    """All bytes that are on their way."""
    return {str(one.pk): pieces.content(one.pk) for one in Arrival.objects.all()}


def checksum(algorithm: str, content: bytes) -> str:
    return f"{algorithm} {coded(hashlib.new(algorithm, content).digest())}"


@pytest.mark.parametrize("path", ["/arriving", "/arriving/00000000-0000-4000-8000-000000000001"])
def test_the_server_says_what_it_can(client: Client, path: str) -> None:
    answer = client.options(path)
    assert answer.status_code == 204
    assert answer["Tus-Version"] == answer["Tus-Resumable"] == "1.0.0"
    assert answer["Tus-Extension"] == EXTENSIONS
    assert answer["Tus-Checksum-Algorithm"] == "sha256,sha1"
    assert answer["Tus-Max-Size"] == str(MOST_BYTES)


def test_a_file_comes_in_pieces(client: Client) -> None:
    place = begun(client, draft(client), BYTES)
    for at in range(0, len(BYTES), 40_000):
        answer = piece(client, place, at, BYTES[at : at + 40_000])
        assert (answer.status_code, answer["Tus-Resumable"]) == (204, "1.0.0")
        assert answer["Upload-Offset"] == str(min(at + 40_000, len(BYTES)))
        assert answer["Upload-Expires"].endswith(" GMT")
    assert list(on_disk().values()) == [BYTES]
    answer = client.head(place, headers=TUS)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    assert answer["Upload-Offset"] == answer["Upload-Length"] == str(len(BYTES))


def test_the_first_piece_may_come_with_the_beginning(client: Client) -> None:
    headers = about(draft(client), BYTES)
    answer = client.post("/arriving", BYTES[:1000], content_type=PIECE, headers=headers)
    assert (answer.status_code, answer["Upload-Offset"]) == (201, "1000")
    assert list(on_disk().values()) == [BYTES[:1000]]


def test_a_post_may_stand_for_another_verb(client: Client) -> None:
    place = begun(client, draft(client), BYTES)
    headers = {**TUS, "X-HTTP-Method-Override": "PATCH", "Upload-Offset": "0"}
    answer = client.post(place, BYTES[:9], content_type=PIECE, headers=headers)
    assert (answer.status_code, answer["Upload-Offset"]) == (204, "9")


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_a_piece_with_its_checksum_is_added(client: Client, algorithm: str) -> None:
    place = begun(client, draft(client), BYTES)
    said = checksum(algorithm, BYTES[:5000])
    assert piece(client, place, 0, BYTES[:5000], Upload_Checksum=said).status_code == 204
    assert list(on_disk().values()) == [BYTES[:5000]]


def test_what_the_sender_wants_no_more_is_gone(client: Client) -> None:
    place = begun(client, draft(client), BYTES)
    piece(client, place, 0, BYTES[:100])
    key = Arrival.objects.get().pk
    assert client.delete(place, headers=TUS).status_code == 204
    assert not pieces.place(key).exists()
    assert client.head(place, headers=TUS).status_code == 404
    assert piece(client, place, 100, BYTES[100:]).status_code == 404


class Cut(io.BytesIO):
    """A body whose line breaks after what it holds."""

    def __init__(self, content: bytes, fault: Exception | None) -> None:
        super().__init__(content)
        self.fault = fault

    def read(self, most: int | None = -1) -> bytes:
        found = super().read(most)
        if not found and self.fault:
            raise self.fault
        return found


@pytest.mark.parametrize("fault", [None, UnreadablePostError("reset")])
def test_what_came_before_the_line_broke_is_kept(client: Client, fault: Exception | None) -> None:
    place = begun(client, draft(client), BYTES)
    cut = {"wsgi.input": Cut(BYTES[:50_001], fault), "CONTENT_LENGTH": str(len(BYTES))}
    headers = {**TUS, "Upload-Offset": "0"}
    client.generic("PATCH", place, BYTES, content_type=PIECE, headers=headers, **cut)
    assert offset(client, place) == 50_001
    assert piece(client, place, 50_001, BYTES[50_001:]).status_code == 204
    assert list(on_disk().values()) == [BYTES]


def test_of_a_piece_with_a_checksum_that_is_cut_nothing_is_kept(client: Client) -> None:
    place = begun(client, draft(client), BYTES)
    cut = {"wsgi.input": Cut(BYTES[:50_001], None), "CONTENT_LENGTH": str(len(BYTES))}
    headers = {**TUS, "Upload-Offset": "0", "Upload-Checksum": checksum("sha256", BYTES)}
    client.generic("PATCH", place, BYTES, content_type=PIECE, headers=headers, **cut)
    assert offset(client, place) == 0


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "a wrong offset": ({"offset": 500}, 409),
    "an offset from before": ({"offset": 0}, 409),
    "more than was said": ({"content": BYTES + b"x"}, 413),
    "a wrong checksum": ({"Upload_Checksum": checksum("sha256", b"other")}, 460),
    "a checksum of no known kind": ({"Upload_Checksum": f"crc32 {coded('x')}"}, 400),
    "a checksum that is none": ({"Upload_Checksum": "sha256 ,,,"}, 400),
    "no version": ({"Tus_Resumable": ""}, 412),
    "another version": ({"Tus_Resumable": "0.2.2"}, 412),
    "an offset that is none": ({"offset": "-1"}, 400),
    "another kind of body": ({"Content_Type": "text/plain"}, 415),
}


@pytest.mark.parametrize("why", REFUSED)
def test_a_piece_that_is_refused_changes_nothing(client: Client, why: str) -> None:
    said, status = REFUSED[why]
    place = begun(client, draft(client), BYTES)
    piece(client, place, 0, BYTES[:1000])
    rows, bytes_before = everything(), on_disk()
    rest = {name: value for name, value in said.items() if name not in ("offset", "content")}
    answer = piece(
        client, place, said.get("offset", 1000), said.get("content", BYTES[1000:]), **rest
    )
    assert (answer.status_code, answer["Tus-Resumable"]) == (status, "1.0.0")
    assert (everything(), on_disk()) == (rows, bytes_before)
    if status == 412:
        assert answer["Tus-Version"] == "1.0.0"
    elif status == 460:
        assert answer.reason_phrase == "Checksum Mismatch"
        assert answer.json()["code"] == "arriving.piece_damaged"


def test_a_whole_that_is_not_what_was_said_is_gone(client: Client) -> None:
    place = begun(client, draft(client), BYTES)
    answer = piece(client, place, 0, BYTES[:-1] + b"?")
    assert (answer.status_code, answer.json()["code"]) == (460, "arriving.whole_damaged")
    assert client.head(place, headers=TUS).status_code == 404
    assert not Arrival.objects.exists()


BEGINNINGS: dict[str, tuple[dict[str, str], int, str]] = {
    "a draft that is nowhere": ({"draft": str(uuid4())}, 404, "dossier.not_found"),
    "no draft": ({"draft": ""}, 400, "portal.not_understood"),
    "no hash": ({"sha256": ""}, 400, "arriving.hash_missing"),
    "a hash that is none": ({"sha256": "z" * 64}, 400, "arriving.hash_missing"),
    "nothing": ({"Upload-Length": "0"}, 400, "arriving.nothing"),
    "no length": ({"Upload-Length": ""}, 400, "portal.not_understood"),
    "too large": ({"Upload-Length": str(MOST_BYTES + 1)}, 413, "paper.too_large"),
    "metadata that is none": ({"Upload-Metadata": "draft ???"}, 400, "portal.not_understood"),
    "no version": ({"Tus-Resumable": ""}, 412, ""),
}


@pytest.mark.parametrize("why", BEGINNINGS)
def test_a_beginning_that_is_refused_changes_nothing(client: Client, why: str) -> None:
    said, status, code = BEGINNINGS[why]
    metadata = {name: value for name, value in said.items() if name.islower()}
    headers = about(draft(client), BYTES, **metadata) | {
        name: value for name, value in said.items() if not name.islower()
    }
    before = everything()
    answer = client.post("/arriving", headers=headers)
    assert answer.status_code == status
    assert not code or answer.json()["code"] == code
    assert everything() == before


def test_a_draft_takes_files_of_its_person_alone(client: Client, thu: Client, mau: Client) -> None:
    key = draft(thu)
    place = begun(thu, key, BYTES)
    before = everything()
    for stranger in (client, mau):
        assert stranger.post("/arriving", headers=about(key, BYTES)).status_code == 404
        assert stranger.head(place, headers=TUS).status_code == 404
        assert piece(stranger, place, 0, BYTES).status_code == 404
        assert stranger.delete(place, headers=TUS).status_code == 404
    assert everything() == before
    assert offset(thu, place) == 0


def test_without_the_seal_nothing_is_taken(law: Procedure) -> None:
    client = Client(enforce_csrf_checks=True)
    seal = client.get("/line").json()["seal"]
    key = str(uuid4())
    sealed = {"X-CSRFToken": seal}
    client.post("/send/2.000635", {"id": key, "keep": "1"}, headers=sealed)
    before = everything()
    assert client.post("/arriving", headers=about(key, BYTES)).status_code == 403
    assert everything() == before
    answer = client.post("/arriving", headers=about(key, BYTES) | sealed)
    assert answer.status_code == 201
    place = answer["Location"]
    for refused in (piece(client, place, 0, BYTES), client.delete(place, headers=TUS)):
        assert refused.status_code == 403
    assert piece(client, place, 0, BYTES, X_CSRFToken=seal).status_code == 204


def test_what_took_too_long_is_over(client: Client) -> None:
    place = begun(client, draft(client), BYTES)
    piece(client, place, 0, BYTES[:1000])
    Arrival.objects.update(expires_at=now())
    before = everything()
    assert client.head(place, headers=TUS).status_code == 410
    assert piece(client, place, 1000, BYTES[1000:]).json()["code"] == "arriving.over"
    assert everything() == before


def test_too_many_are_told_when_to_go_on(client: Client) -> None:
    key = draft(client)
    CodeTry.objects.create(pk="arrival-from:127.0.0.1", window=now(), tries=600)
    before = everything()
    answer = client.post("/arriving", headers=about(key, BYTES))
    assert (answer.status_code, answer.json()["code"]) == (429, "dossier.files_spent")
    assert everything() == before


def test_megabytes_are_counted_before_they_come(client: Client) -> None:
    key = draft(client)
    CodeTry.objects.create(pk="arrival-mb-from:127.0.0.1", window=now(), tries=1_499)
    large = about(key, BYTES) | {"Upload-Length": str(2 * 2**20)}
    assert client.post("/arriving", headers=large).status_code == 429
    assert client.post("/arriving", headers=about(key, BYTES)).status_code == 201


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_other_verbs_are_named(client: Client, method: str) -> None:
    answer = client.generic(method, f"/arriving/{uuid4()}", headers=TUS)
    assert (answer.status_code, answer["Allow"]) == (405, "HEAD, PATCH, DELETE, OPTIONS")
