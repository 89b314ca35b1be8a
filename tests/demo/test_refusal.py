"""The demo is put only into an empty commune."""

import pytest

from motcua.audit.models import JournalLine
from motcua.demo import actions
from motcua.demo.accounts import sign_ins
from motcua.demo.errors import CommuneHasPeople
from motcua.demo.load import load
from motcua.people.models import Household, Resident
from motcua.registers.models import Entry
from tests import cast
from tests.demo.conftest import AT

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def test_a_commune_with_people_is_left_as_it_is() -> None:
    cast.resident()
    before = JournalLine.objects.count()
    with pytest.raises(CommuneHasPeople) as refusal:
        actions.load(at=AT, on_progress=lambda *_: None)
    assert "Xã Cốc San" in str(refusal.value)
    assert (Resident.objects.count(), Household.objects.count()) == (1, 1)
    assert not Entry.objects.exists()
    assert JournalLine.objects.count() == before
    assert sign_ins() == ()


def test_the_command_says_so_and_goes_on() -> None:
    cast.resident()
    lines: list[str] = []
    load(at=AT, say=lines.append)
    assert lines[-1].startswith("Xã Cốc San")
    assert (len(lines), sign_ins()) == (2, ())
