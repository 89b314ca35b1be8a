"""The language is chosen by a link, kept in a cookie and on the account, and leads nowhere else."""

import pytest
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db


def test_vietnamese_comes_first_whatever_the_browser_asks_for(client: Client) -> None:
    answer = client.get("/design", headers={"Accept-Language": "en"})
    assert answer["Content-Language"] == "vi"
    assert '<html lang="vi">' in answer.content.decode()


def test_the_link_keeps_the_language_and_the_page(client: Client) -> None:
    page = client.get("/design?a=1").content.decode()
    assert 'href="/language/hi/?next=%2Fdesign%3Fa%3D1"' in page
    answer = client.get("/language/hi/?next=/design%3Fa%3D1")
    assert answer["Location"] == "/design?a=1"
    assert '<html lang="hi">' in client.get("/design").content.decode()


def test_the_account_remembers(client: Client) -> None:
    account = cast.resident()
    client.force_login(account)
    client.get("/language/en/?next=/")
    account.refresh_from_db()
    assert account.language == "en"


@pytest.mark.parametrize(
    "asked", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil", "", "x"]
)
def test_no_link_leads_out_of_the_house(client: Client, asked: str) -> None:
    assert client.get("/language/en/", {"next": asked})["Location"] == "/"


def test_a_language_that_nobody_speaks_here_is_not_found(client: Client) -> None:
    assert client.get("/language/fr/").status_code == 404
    client.cookies["language"] = "fr"
    assert client.get("/design")["Content-Language"] == "vi"
