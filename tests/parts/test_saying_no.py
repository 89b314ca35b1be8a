"""Every "no" is a page of the house, in the reader's language, with what to do next."""

import logging

import pytest
from django.test import Client

from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.parts.routes")]


@pytest.fixture
def calm(caplog: pytest.LogCaptureFixture) -> Client:
    """A client that is shown the page of a failure instead of the failure."""
    caplog.set_level(logging.CRITICAL)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/refuses", 409, "dossier.stale"),
        ("/rests", 503, "house.resting"),
        ("/breaks", 500, "house.broken"),
        ("/nowhere", 404, "house.not_found"),
        ("/language/xx/", 404, "house.not_found"),
    ],
)
def test_every_no_has_its_status_and_its_sign(
    calm: Client, path: str, status: int, code: str
) -> None:
    answer = calm.get(path)
    assert answer.status_code == status
    assert code in answer.content.decode()


def test_a_refusal_says_its_own_sentence_in_the_language_of_the_reader(calm: Client) -> None:
    sentences = {"vi": "Họ, chữ đệm, tên", "en": "Full name", "hi": "पूरा नाम"}
    for language, sentence in sentences.items():
        calm.cookies["language"] = language
        assert f"<p>{sentence}</p>" in calm.get("/refuses").content.decode()


def test_a_refusal_to_htmx_is_a_fragment(calm: Client) -> None:
    answer = calm.get("/refuses", headers={"HX-Request": "true"})
    assert answer["HX-Retarget"] == "#notices"
    assert answer.content.decode().lstrip().startswith('<div class="alert warn"')


@pytest.mark.parametrize("path", ["/refuses", "/rests", "/breaks"])
def test_what_was_typed_survives_every_no(calm: Client, path: str) -> None:
    answer = calm.post(path, {"name": "Thử"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert '<input type="hidden" name="name" value="Thử">' in answer.content.decode()


def test_the_commune_stands_first_on_every_no(calm: Client) -> None:
    cast.coc_san()
    page = calm.get("/nowhere").content.decode()
    assert "<b>Xã Cốc San</b>" in page
    assert "Trung tâm Phục vụ hành chính công" in page
