"""The state of the machine: each line good, to be minded or to be done now, with what to do."""

import shutil
from collections import namedtuple
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

from motcua.audit.actions import record
from motcua.consequences.models import Heartbeat, LostFile
from motcua.foundation import engine
from motcua.foundation.actor import SYSTEM
from motcua.notifications.models import Message
from motcua.office import condition, law
from motcua.office.lines import Line
from motcua.procedures.certainty import Certainty
from motcua.procedures.models import ProcedureVersion, SpecialDay
from motcua.results.signers.authority import Authority
from tests import cast
from tests.dossiers import story
from tests.notifications import post
from tests.office.test_health import failed

pytestmark = pytest.mark.django_db
NOW = cast.AT + timedelta(hours=1)


def line(title: str, at: datetime = NOW) -> Line:
    by = cast.acting(cast.administrator())
    found = condition.condition(by=by, at=at)
    return next(one for one in found.lines if one.title == title)


def beat(**ago: int) -> None:
    Heartbeat.objects.create(name="worker", since=cast.AT, at=NOW - timedelta(**ago))


def tell(verb: str, at: datetime, **facts: object) -> None:
    chain = cast.coc_san().pk
    record(chain=chain, by=SYSTEM, at=at, verb=verb, about=f"x:{chain}", facts=facts)


def test_the_worker_never_seen_standing_still_and_running() -> None:
    assert line("Worker").tone == "stop"
    beat(seconds=61)
    found = line("Worker")
    assert (found.tone, found.said) == (
        "stop",
        "It stands still: last seen at 3 March 2026, 09:58.",
    )
    assert "motcua serve" in str(found.next)
    Heartbeat.objects.update(at=NOW)
    found = line("Worker")
    assert (found.tone, found.said) == ("ok", "It has been running since 3 March 2026, 09:00.")
    assert found.next == ""


@pytest.fixture(autouse=True)
def english(settings: object) -> None:
    settings.LANGUAGE_CODE = "en"  # type: ignore[attr-defined]


def test_the_database_says_its_name_and_whether_it_is_sound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    assert line("Database").said.startswith(f"{name} ")
    assert line("Database").tone == "ok"
    monkeypatch.setattr(engine, "SOUND_SQLITE", (99,))
    assert line("Database").tone == ("stop" if connection.vendor == "sqlite" else "ok")


@pytest.mark.parametrize(
    ("free", "tone", "said"),
    [
        (52_100_000_000, "ok", "52.1 GB are free."),
        (4_900_000_000, "warn", "4.9 GB are free."),
        (999_000_000, "stop", "999.0 MB are free."),
    ],
)
def test_the_disk(monkeypatch: pytest.MonkeyPatch, free: int, tone: str, said: str) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**12, 0, free))
    found = line("Disk")
    assert (found.tone, found.said) == (tone, said)


@pytest.mark.parametrize(("days", "tone"), [(None, "stop"), (1, "ok"), (3, "warn"), (8, "stop")])
def test_the_last_backup(days: int | None, tone: str) -> None:
    if days is not None:
        tell("backup", NOW - timedelta(days=days), rows=1, files=1)
    found = line("Last backup")
    assert found.tone == tone
    assert ("motcua backup" in str(found.next)) is (tone != "ok")


@pytest.mark.parametrize(
    ("days", "faults", "tone", "said"),
    [
        (None, (), "warn", "Nobody has checked it from its page yet."),
        (1, (), "ok", "The check of 2 March 2026, 10:00 found no fault."),
        (32, (), "warn", "The check of 30 January 2026, 10:00 found no fault."),
        (1, ("chain 02746, line 3: …",), "stop", "The check of 2 March 2026, 10:00 found faults."),
    ],
)
def test_the_last_check_of_the_journal(
    days: int | None, faults: tuple[str, ...], tone: str, said: str
) -> None:
    if days is not None:
        tell("verify_log", NOW - timedelta(days=days), first=1, last=9, faults=list(faults))
    found = line("Journal")
    assert (found.tone, found.said) == (tone, said)


def test_a_journal_without_its_guards_is_told() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_line_no_update")
        else:
            cursor.execute("ALTER TABLE audit_line DISABLE TRIGGER audit_line_fixed")
    assert line("Journal").tone == "stop"


@pytest.mark.parametrize(
    ("at", "tone"),
    [
        (datetime(2045, 11, 1, tzinfo=NOW.tzinfo), "ok"),
        (datetime(2045, 12, 15, tzinfo=NOW.tzinfo), "warn"),
        (datetime(2046, 1, 2, tzinfo=NOW.tzinfo), "stop"),
    ],
)
def test_the_certificate(tmp_path: Path, settings: object, at: datetime, tone: str) -> None:
    settings.MOTCUA_CA = tmp_path  # type: ignore[attr-defined]
    cast.administrator()
    assert line("Certificate for signing").tone == "ok"
    Authority(tmp_path).root  # noqa: B018 - made at first need
    found = line("Certificate for signing", at)
    assert (found.tone, found.said) == (tone, "Valid until 1 January 2046.")


def test_the_law_is_counted_with_what_was_not_compared_with_a_text() -> None:
    assert line("Law").tone == "stop"
    story.law()
    found = line("Law")
    sure = [one.sure for one in law.in_force(NOW)]
    doubts = sum(one.memory + one.unsure for one in sure)
    assert doubts > 0
    assert found.tone == "warn"
    assert f"{doubts} statements in them are from memory or unsure." in found.said


def test_marks_are_counted_wherever_they_stand_in_a_pack() -> None:
    content = {
        "marks": {"title": "verified", "form": "memory"},
        "legal_basis": [{"mark": "verified"}, {"mark": "unsure"}],
        "deadline": {"basis": {"mark": "memory"}},
    }
    row = ProcedureVersion.objects.create(
        code="9.9", version=1, digest="of this test", content=content, valid_from=NOW, loaded_at=NOW
    )
    assert law.certainty(row.digest) == Certainty(verified=2, memory=2, unsure=1)


def test_the_calendar_is_asked_for_the_next_year_in_autumn() -> None:
    assert line("Calendar").tone == "stop"
    story.law()
    assert line("Calendar").said == "Days off are entered until the end of 2026."
    SpecialDay.objects.filter(day__year=2027).delete()
    assert line("Calendar").tone == "ok"
    found = line("Calendar", datetime(2026, 10, 1, tzinfo=NOW.tzinfo))
    assert found.said == "No day off of 2027 is entered: deadlines count weekends alone."


def test_the_worst_stands_first_and_is_counted() -> None:
    story.law()
    by = cast.acting(cast.administrator())
    found = condition.condition(by=by, at=NOW)
    tones = [one.tone for one in found.lines]
    assert tones == sorted(tones, key=("stop", "warn", "ok").index)
    assert (found.grave, found.minded) == (tones.count("stop"), tones.count("warn"))
    assert len(tones) == 12


def test_what_failed_more_than_thirty_days_ago_is_left_alone() -> None:
    failed()
    Message.objects.update(failed_at=NOW - timedelta(days=31))
    assert line("Messages to people").tone == "ok"


def test_messages_that_wait_for_long_are_told() -> None:
    cast.coc_san()
    post.queue(about="")
    Message.objects.update(created_at=NOW - timedelta(minutes=16))
    assert line("Messages to people").tone == "warn"


def test_a_kept_file_that_is_gone_is_said_before_anything_else() -> None:
    assert line("Files").tone == "ok"
    LostFile.objects.create(digest="a" * 64, found_at=cast.AT)
    found = line("Files")
    assert (found.tone, found.said) == ("stop", "1 kept file is gone.")
    assert "backup" in str(found.next)
