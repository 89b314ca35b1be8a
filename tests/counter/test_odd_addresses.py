"""An address that somebody bent is answered, and never breaks."""

import pytest
from django.test import Client

from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "much", ["9" * 30, "9" * 5000, "x", "2026-01-01~zz", "2026-01-01~" + "0" * 32]
)
@pytest.mark.parametrize(
    "page",
    [
        "/desk?after=",
        "/desk/search?q=van&after=",
        "/desk?officer=",
        "/desk?state=",
        "/rehearsal/messages?before=",
    ],
)
def test_a_bent_address_is_answered(page: str, much: str) -> None:
    story.law()
    client = Client()
    client.force_login(cast.officer())
    assert client.get(page + much).status_code in (200, 404)
