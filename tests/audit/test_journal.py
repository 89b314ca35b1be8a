"""The journal cannot be altered, and an alteration behind its back is found and named."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit import journal
from motcua.audit.actions import record, record_reading
from motcua.audit.models import ChainHead, JournalLine
from motcua.audit.verify import End
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.unchangeable import put_up, standing

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
HOA = Actor(id="account:7", name="Hoàng Thị Hoa", roles=frozenset({Role.OFFICER}), commune="02647")


def told(count: int, chain: str = "02647") -> None:
    for n in range(count):
        record(
            chain=chain,
            by=HOA,
            at=NOON + timedelta(minutes=n),
            verb="check",
            about=f"dossier:{n}",
            why="đủ giấy tờ",
            facts={"n": n, "half": 0.5, "large": 1e16, "Tên": "Đỗ"},
        )


def found(attested: dict[str, End] | None = None) -> list[tuple[str, int, str]]:
    faults = journal.faults(lambda count: None, attested or {})
    return [(fault.chain, fault.number, fault.code) for fault in faults]


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def behind_its_back() -> Iterator[None]:
    """As someone who owns the database can: the triggers lifted and put back."""
    lift()
    yield
    put_up(connection, "audit_line")


def lift() -> None:
    if connection.vendor == "postgresql":
        sql("DROP TRIGGER audit_line_fixed ON audit_line")
        return
    sql("DROP TRIGGER audit_line_no_update")
    sql("DROP TRIGGER audit_line_no_delete")


def test_lines_are_numbered_and_linked() -> None:
    told(3)
    first, second, third = JournalLine.objects.order_by("number")
    assert (first.number, second.number, third.number) == (1, 2, 3)
    assert (first.previous, second.previous, third.previous) == ("", first.digest, second.digest)
    assert second.facts == {"n": 1, "half": 0.5, "large": 1e16, "Tên": "Đỗ"}
    assert (second.actor, second.actor_name, second.roles) == (
        "account:7",
        "Hoàng Thị Hoa",
        "officer",
    )
    head = ChainHead.objects.get(chain="02647")
    assert (head.number, head.digest) == (3, third.digest)


def test_a_whole_journal_verifies() -> None:
    told(3)
    told(2, chain="")
    told(1, chain="02650")
    assert found() == []


def test_an_empty_journal_verifies() -> None:
    assert found() == []


def test_an_act_that_fails_leaves_no_line() -> None:
    told(1)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        told(1)
        raise ZeroDivisionError
    told(1)
    assert JournalLine.objects.count() == 2
    assert found() == []


def test_a_line_that_cannot_be_written_takes_its_act_down() -> None:
    with pytest.raises(TypeError), transaction.atomic():
        record(chain="02647", by=HOA, at=NOON, verb="x", about="y", facts={"no": object()})
    assert not ChainHead.objects.exists()


def test_a_time_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        record(chain="", by=SYSTEM, at=datetime(2026, 11, 24), verb="x", about="y")  # noqa: DTZ001
    assert not JournalLine.objects.exists()


def test_a_reading_is_one_line_for_one_page() -> None:
    record_reading(chain="02647", by=HOA, at=NOON, what="list", about=["a", "b"], why="desk")
    record_reading(chain="02647", by=HOA, at=NOON, what="dossier", about=["dossier:1"], why="desk")
    listed, opened = JournalLine.objects.order_by("number")
    assert (listed.verb, listed.about, listed.facts) == (
        "read.list",
        "2 rows",
        {"about": ["a", "b"]},
    )
    assert (opened.verb, opened.about, opened.facts) == ("read.dossier", "dossier:1", {})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_line SET why = 'other'",
        "UPDATE audit_line SET number = number + 10",
        "DELETE FROM audit_line",
        "DELETE FROM audit_line WHERE number = 2",
    ],
)
def test_the_database_refuses_to_alter_a_line(statement: str) -> None:
    told(2)
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        sql(statement)
    assert JournalLine.objects.filter(why="đủ giấy tờ").count() == 2
    assert found() == []


def test_postgresql_refuses_to_truncate() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    told(1)
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        sql("TRUNCATE audit_line")
    assert JournalLine.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        "why = 'other'",
        "actor = 'account:8'",
        "actor_name = 'Other'",
        "facts = '{}'",
        "verb = 'sign'",
    ],
)
def test_a_changed_line_is_found(change: str) -> None:
    told(4)
    with behind_its_back():
        sql(f"UPDATE audit_line SET {change} WHERE number = 2")  # noqa: S608
    assert found() == [("02647", 2, "changed")]


def test_a_changed_time_is_found() -> None:
    told(3)
    with behind_its_back():
        JournalLine.objects.filter(number=2).update(at=NOON - timedelta(days=1))
    assert found() == [("02647", 2, "changed")]


def test_a_line_changed_and_sealed_anew_is_found_at_the_next() -> None:
    told(4)
    with behind_its_back():
        sql("UPDATE audit_line SET digest = 'beef' WHERE number = 2")
    assert found() == [("02647", 2, "changed"), ("02647", 3, "unlinked")]


def test_a_removed_line_is_found() -> None:
    told(5)
    with behind_its_back():
        sql("DELETE FROM audit_line WHERE number IN (2, 3)")
    assert found() == [("02647", 4, "removed")]


def test_the_first_line_removed_is_found() -> None:
    told(3)
    with behind_its_back():
        sql("DELETE FROM audit_line WHERE number = 1")
    assert found() == [("02647", 2, "removed")]


def test_reordered_lines_are_found() -> None:
    told(4)
    with behind_its_back():
        sql("UPDATE audit_line SET number = 99 WHERE number = 2")
        sql("UPDATE audit_line SET number = 2 WHERE number = 3")
        sql("UPDATE audit_line SET number = 3 WHERE number = 99")
    codes = found()
    assert ("02647", 2, "changed") in codes
    assert ("02647", 3, "changed") in codes
    assert ("02647", 4, "unlinked") in codes


def test_a_chain_cut_off_at_its_end_is_found() -> None:
    told(4)
    with behind_its_back():
        sql("DELETE FROM audit_line WHERE number = 4")
    assert found() == [("02647", 4, "cut_off")]


def test_a_whole_chain_removed_is_found() -> None:
    told(2)
    with behind_its_back():
        sql("DELETE FROM audit_line")
    assert found() == [("02647", 2, "cut_off")]


def test_a_chain_cut_off_together_with_its_head_is_found_by_what_was_attested() -> None:
    told(4)
    attested = journal.heads()
    with behind_its_back():
        sql("DELETE FROM audit_line WHERE number = 4")
        end = JournalLine.objects.get(number=3).digest
        ChainHead.objects.update(number=3, digest=end)
    assert found() == []
    assert found(attested) == [("02647", 4, "cut_off")]


def test_an_invented_line_at_the_end_is_found() -> None:
    told(2)
    head = ChainHead.objects.values().get()
    told(1)
    ChainHead.objects.update(**head)
    assert found() == [("02647", 3, "beyond")]


def test_missing_triggers_are_found() -> None:
    told(1)
    lift()
    assert found() == [("", 0, "unguarded")]
    put_up(connection, "audit_line")
    assert standing(connection, "audit_line")
    assert found() == []
