"""Loading by the command: once, and the sign-ins at every start."""

import pytest

from motcua.demo.load import load
from motcua.people.models import Resident
from tests.demo.conftest import AT, Loaded

pytestmark = pytest.mark.django_db


def said() -> list[str]:
    lines: list[str] = []
    load(at=AT, say=lines.append)
    return lines


def test_a_second_start_says_the_same_sign_ins_and_loads_nobody(demo: Loaded) -> None:
    lines = said()
    assert "REHEARSAL" in lines[0]
    assert len(lines) == 1 + len(demo.sign_ins)
    for line, sign_in in zip(lines[1:], demo.sign_ins, strict=True):
        assert sign_in.login in line
        assert sign_in.password in line
    assert Resident.objects.filter(died="").count() == 5173
