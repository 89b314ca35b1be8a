"""What every test of the residents' door stands on: the commune, its law, the browsers."""

from collections.abc import Callable

import pytest
from django.test import Client

from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story

Signed = Callable[..., Client]


@pytest.fixture
def law() -> Procedure:
    """The extract copy, as in force."""
    cast.coc_san()
    return story.law()


@pytest.fixture
def guest() -> Client:
    """A browser that nobody knows yet."""
    return Client()


@pytest.fixture
def thu() -> Client:
    """Vàng Thị Thử, signed in."""
    client = Client()
    client.force_login(cast.resident(), backend="motcua.people.backends.AccountBackend")
    return client


@pytest.fixture
def mau() -> Client:
    """Lù A Mẫu, signed in: must see nothing of hers."""
    client = Client()
    client.force_login(cast.other_resident(), backend="motcua.people.backends.AccountBackend")
    return client
