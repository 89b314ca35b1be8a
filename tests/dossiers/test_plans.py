"""The work list reads the open dossiers alone, however many are closed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import lists
from motcua.dossiers.lists import Filters
from motcua.dossiers.states import State
from tests import cast

pytestmark = pytest.mark.django_db


def question(filters: Filters, after: str | None = None) -> str:
    """What the database was asked for one page of the list."""
    officer = cast.acting(cast.officer())
    with CaptureQueriesContext(connection) as asked:
        lists.work_list(by=officer, filters=filters, after=after)
    return str(asked.captured_queries[0]["sql"])


def plan(question: str) -> str:
    """How the database would answer it."""
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            # Of a table with no rows, PostgreSQL would read all of it.
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(explain + question.replace("%", "%%"))
        return "; ".join(str(row[-1]) for row in cursor.fetchall())


def test_the_open_ones_are_read_in_order_from_their_own_index() -> None:
    found = plan(question(Filters()))
    assert "dossiers_open_by_due" in found
    assert "TEMP B-TREE" not in found


def test_the_next_page_is_read_from_there_too() -> None:
    after = "2026-03-04T10:00:00+00:00~0b9d3f4e-77a1-4f0a-9a55-8c1c5a0f2d11"
    assert "dossiers_open_by_due" in plan(question(Filters(), after=after))


def test_one_state_is_read_in_order_from_the_index_of_states() -> None:
    found = plan(question(Filters(states=frozenset({State.ACCEPTED}))))
    assert "dossiers_by_state" in found or "dossiers_open_by_due" in found
    assert "TEMP B-TREE" not in found
