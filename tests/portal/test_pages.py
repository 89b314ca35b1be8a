"""Every page opens, in every language, with few and known questions to the database."""

import pytest
from django.test import Client

from motcua.procedures.pack import Procedure

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/?q=khai+sinh",
    "/?q=zzzz",
    "/p/2.000635",
    "/apply/2.000635",
    "/help",
    "/track",
    "/d",
    "/sign-in",
    "/phone",
    "/rehearsal/messages",
    "/v/xyz",
    "/robots.txt",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_for_everyone_opens(page: str, guest: Client, law: Procedure) -> None:
    for language in ("vi", "en", "hi"):
        guest.cookies["language"] = language
        assert guest.get(page).status_code == 200
