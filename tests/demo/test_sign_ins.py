"""Who can sign in to the demo, at the first start and at every later one."""

from itertools import count

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from motcua.audit.models import JournalLine
from motcua.demo.accounts import sign_ins
from motcua.demo.load import Said, load
from motcua.foundation.actor import Role
from motcua.people.models import Account, Resident
from motcua.people.queries import actor_for
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]


def test_everyone_who_serves_has_one_sign_in(demo: Loaded) -> None:
    roles = [(line.login, line.role) for line in demo.sign_ins[:8]]
    assert roles == [
        ("tiepnhan", "receptionist"),
        ("hotich1", "officer"),
        ("hotich2", "officer"),
        ("chutich", "chair"),
        ("phochutich", "chair"),
        ("quantri", "administrator"),
        ("giamsat", "auditor"),
        ("tinhnguyen", "volunteer"),
    ]
    assert [line.role for line in demo.sign_ins[8:]] == ["resident"] * 6


def test_what_is_printed_signs_in_and_is_printed_the_same_again(
    demo: Loaded, rf: RequestFactory
) -> None:
    for line in demo.sign_ins:
        account = authenticate(rf.post("/"), username=line.login, password=line.password)
        assert isinstance(account, Account)
        actor = actor_for(account, at=AT)
        assert (actor.commune, actor.name) == ("02746", line.name)
        assert Role(line.role) in actor.roles
    assert len({line.password for line in demo.sign_ins}) == 14
    assert sign_ins() == demo.sign_ins


def test_residents_with_an_account_are_in_the_population(demo: Loaded) -> None:
    for account in Account.objects.filter(login__startswith="cudan"):
        assert account.resident is not None
        assert account.resident.full_name == account.name
        assert account.resident.died == ""


def test_loading_says_how_far_it_is(demo: Loaded) -> None:
    steps = [step for step in demo.steps if step[0] != "dossiers"]
    assert steps == [
        (step, 0, 1) for step in ("places", "people", "exemptions", "books", "accounts")
    ]
    acts = [step for step in demo.steps if step[0] == "dossiers"]
    assert acts == [("dossiers", done, len(acts)) for done in range(1, len(acts) + 1)]


def test_a_person_is_told_each_step_and_each_tenth_of_the_acts() -> None:
    lines: list[str] = []
    said = Said(lines.append, clock=count(100.0, 0.5).__next__)
    for step in ("places", "people"):
        said.reached(step, 0, 1)
    for done in range(1, 1001):
        said.reached("dossiers", done, 1000)
    assert lines[:5] == [
        "demo: places (0.5 s)",
        "demo: people (1.0 s)",
        "demo: dossiers (1.5 s)",
        "demo: dossiers, 100 of 1,000 acts (2.0 s)",
        "demo: dossiers, 200 of 1,000 acts (2.5 s)",
    ]
    assert len(lines) == 13


def test_the_demo_is_in_the_journal_with_its_digest(demo: Loaded) -> None:
    line = JournalLine.objects.get(verb="load_demo")
    assert (line.chain, line.facts["seed"]) == ("02746", 2746)
    assert len(line.facts["digest"]) == 64


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
