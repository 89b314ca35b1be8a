"""What a form seldom says comes after it: in each language, kept for a year, of nobody."""

import re

import pytest
from django.test import Client

from motcua.portal.rare import rare, rare_address
from tests.portal.forms import FORM

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("law")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Trình duyệt này không lưu gì"),
        ("en", "This browser keeps nothing"),
        ("hi", "यह ब्राउज़र कुछ नहीं रखता"),
    ],
)
def test_each_language_has_its_own(guest: Client, language: str, said: str) -> None:
    response = guest.get(rare_address(language))
    page = response.content.decode()
    assert (response.status_code, response["Content-Language"]) == (200, language)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies
    assert said in page
    for part in (
        "template data-unreadable",
        "template data-heard",
        "template data-photo",
        "data-found",
    ):
        assert part in page


def test_a_page_from_before_an_update_gets_todays_and_asks_again(guest: Client) -> None:
    response = guest.get("/rare/vi/000000000000")
    assert response.content.decode() == rare("vi").html
    assert response["Cache-Control"] == "no-cache"


def test_a_language_that_is_not_spoken_has_none(guest: Client) -> None:
    assert guest.get("/rare/fr/000000000000").status_code == 404


def test_the_form_names_what_its_script_brings(guest: Client) -> None:
    page = guest.get(FORM).content.decode()
    named = re.search(r' data-rare="([^"]+)"', page)
    assert named
    assert named[1] == rare_address("vi")
    assert "data-photo" not in page
    assert "data-room" not in page
