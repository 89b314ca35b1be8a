"""The auditor's page: own commune only, by keyset, filtered by person, matter, verb and time."""

from datetime import UTC, datetime, timedelta

import pytest

from motcua.audit.actions import record
from motcua.audit.errors import JournalNotYours
from motcua.audit.queries import Wanted, page
from motcua.foundation.actor import Actor, Role

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)


def actor(number: int, *roles: Role, commune: str = "02647") -> Actor:
    return Actor(
        id=f"account:{number}", name=f"Person {number}", roles=frozenset(roles), commune=commune
    )


AUDITOR = actor(1, Role.AUDITOR)


@pytest.fixture(autouse=True)
def _ten_lines() -> None:
    for n in range(10):
        record(
            chain="02647",
            by=actor(2 + n % 2),
            # Two lines a minute, so that the number must break the tie.
            at=NOON + timedelta(minutes=n // 2),
            verb="read.dossier" if n % 5 == 0 else "check",
            about=f"dossier:{n % 3}",
        )
    record(chain="02650", by=actor(9), at=NOON, verb="check", about="dossier:9")


def numbers(wanted: Wanted, by: Actor = AUDITOR) -> list[int]:
    return [line.number for line in page(by=by, wanted=wanted).lines]


def test_the_latest_comes_first() -> None:
    assert numbers(Wanted()) == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]


def test_pages_follow_each_other_without_gap_or_repeat() -> None:
    seen, key = [], ""
    while True:
        shown = page(by=AUDITOR, wanted=Wanted(), after=key, limit=3)
        seen += [line.number for line in shown.lines]
        key = shown.older
        if not key:
            break
    assert seen == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]


def test_filters() -> None:
    assert numbers(Wanted(actor="account:2")) == [9, 7, 5, 3, 1]
    assert numbers(Wanted(about="dossier:0")) == [10, 7, 4, 1]
    assert numbers(Wanted(verb="read.dossier")) == [6, 1]
    assert numbers(Wanted(verb="read.")) == [6, 1]
    since, until = NOON + timedelta(minutes=1), NOON + timedelta(minutes=3)
    assert numbers(Wanted(since=since, until=until)) == [6, 5, 4, 3]
    assert numbers(Wanted(since=since, until=until, actor="account:3")) == [6, 4]


def test_another_communes_auditor_sees_only_that_commune() -> None:
    other = actor(1, Role.AUDITOR, commune="02650")
    assert [line.about for line in page(by=other, wanted=Wanted()).lines] == ["dossier:9"]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDITOR])
def test_no_one_but_an_auditor_reads_the_journal(role: Role) -> None:
    with pytest.raises(JournalNotYours):
        page(by=actor(1, role), wanted=Wanted())


def test_a_key_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        page(by=AUDITOR, wanted=Wanted(), after="nonsense")
