"""/health says what is wrong, to a machine, and nothing of anyone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from motcua.consequences.models import Heartbeat
from motcua.foundation import engine
from motcua.foundation.clock import now
from motcua.project import health

pytestmark = pytest.mark.django_db


def beat(seconds: float) -> None:
    at = now() - timedelta(seconds=seconds)
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": at})


def test_all_is_well(client: Client) -> None:
    beat(1)
    answer = client.get("/health")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    found = answer.json()
    assert found["failing"] == []
    assert found["database"]["kind"] == connection.vendor
    assert 1 <= found["worker"]["seconds_since_last_round"] < 30
    assert found["events"] == {"waiting": 0, "more": False}
    assert found["journal"]["guarded"] is True


@pytest.mark.parametrize("seconds", [None, 61])
def test_a_worker_that_stands_still_is_told(client: Client, seconds: int | None) -> None:
    if seconds:
        beat(seconds)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["failing"] == ["worker"]


def test_a_sqlite_that_can_lose_data_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    beat(1)
    monkeypatch.setattr(engine, "SOUND_SQLITE", (99,))
    expected = ["database"] if connection.vendor == "sqlite" else []
    assert health.state(now())["failing"] == expected


def test_a_journal_without_its_triggers_is_told() -> None:
    beat(1)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER audit_line_no_update")
        else:
            cursor.execute("ALTER TABLE audit_line DISABLE TRIGGER audit_line_fixed")
    assert health.state(now())["failing"] == ["journal"]
