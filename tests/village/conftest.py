"""The law in force and a volunteer's telephone, for the tests of this room."""

import pytest

from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.village.phone import Phone


@pytest.fixture
def law() -> Procedure:
    """The extract copy, as in force."""
    cast.coc_san()
    return story.law()


@pytest.fixture
def giup(law: Procedure) -> Phone:
    """The volunteer's phone."""
    return Phone(cast.volunteer())
