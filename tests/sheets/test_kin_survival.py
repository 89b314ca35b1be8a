"""Kin of a list is taken over a thousand rows at a time: cheaply, and once."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.people.models import Kind, Move
from motcua.sheets import actions, working
from motcua.sheets.models import BroughtList, Stage
from tests import cast
from tests.sheets.test_kin_list import FAMILY, looked_at, row

pytestmark = pytest.mark.django_db


def test_a_worker_that_dies_among_the_ties_is_followed_by_one_that_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BATCH", 1)
    found = looked_at(tmp_path, *FAMILY)
    by = cast.acting(cast.officer())
    actions.confirm(brought=found, reason="thử", by=by, at=cast.AT)
    moved = working._moved

    def dying(row: BroughtList, **changes: object) -> None:
        moved(row, **changes)
        if row.stage == Stage.TYING and row.rows_done == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(working, "_moved", dying)
    with pytest.raises(KeyboardInterrupt):
        working.work_once(lambda: cast.AT)
    monkeypatch.setattr(working, "_moved", moved)
    found.refresh_from_db()
    assert (found.stage, found.rows_done, found.written["ties"]) == (Stage.TYING, 1, 2)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    assert (found.stage, found.written) == (Stage.DONE, found.found)
    assert Move.objects.filter(kind__in=(Kind.PARENTAGE, Kind.MARRIED)).count() == 3


def statements(tmp_path: Path, first: int, families: int) -> int:
    """How many the worker asks to take over and to tie so many families in one batch."""
    rows: list[list[object]] = []
    for n in range(first, first + families):
        mother, father, child = (f"0001600{n:03}{k:02}" for k in (1, 2, 3))
        home, word = ["Ún Tà", 500 + n], chr(97 + n // 26) + chr(97 + n % 26)
        told = {"mother": mother, "father": f"Giàng A {word}, 1958"}
        for one in (
            row(f"Giàng Thị {word}", "Nữ", "1990", child, **told),
            row(f"Vàng Thị {word}", "Nữ", "1960", mother, spouse=father),
            row(f"Giàng A {word}", "Nam", "1958", father, ground="Hộ nghèo", since=2026),
        ):
            rows.append([*home, *one[2:]])
    found = looked_at(tmp_path, *rows)
    assert (found.found["ties"], found.found["untied"]) == (4 * families, 0)
    by = cast.acting(cast.officer())
    actions.confirm(brought=found, reason="thử", by=by, at=cast.AT)
    with CaptureQueriesContext(connection) as asked:
        working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    assert (found.stage, found.written) == (Stage.DONE, found.found)
    return len(asked)


def test_a_thousand_rows_are_tied_in_as_many_questions_as_few(tmp_path: Path) -> None:
    few, many = statements(tmp_path, 0, 2), statements(tmp_path, 2, 333)
    assert many == few
    assert many <= 60
