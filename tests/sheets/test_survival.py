"""A worker that dies is followed by one that goes on, and no row is taken twice or lost."""

from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest

from motcua.foundation.files import path_of
from motcua.foundation.refusal import Refusals
from motcua.people.models import Resident
from motcua.sheets import actions, working
from motcua.sheets.actions.bringing import seen
from motcua.sheets.errors import (
    ColumnMissing,
    ColumnTwice,
    HeadingsMissing,
    KindMissing,
    ListElsewhere,
    NothingToTake,
    NotYourLists,
    ReasonMissing,
    UnknownList,
)
from motcua.sheets.fields import fields_of
from motcua.sheets.models import BroughtList, RowProblem, Stage
from tests import cast
from tests.sheets.brought import workbook
from tests.sheets.test_people_list import LAN, PAO, TIN, brought, taken, tried
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


class PowerCutError(Exception):
    """The power goes."""


def many(tmp_path: Path) -> BroughtList:
    rows = [
        [n, "Ún Tà", n, None, f"Người {n}", "Nam", "1970", "Giáy", None, None] for n in range(1, 8)
    ]
    return tried(brought(tmp_path, [*rows, [*PAO[:7], "?", *PAO[8:]]]))


def test_a_worker_that_dies_between_two_batches_is_followed_by_one_that_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BATCH", 3)
    found = many(tmp_path)
    by = cast.acting(cast.officer())
    actions.confirm(brought=found, reason="thử", by=by, at=cast.AT)
    moved, calls = working._moved, []

    def dying(row: BroughtList, **changes: object) -> None:
        calls.append(changes)
        moved(row, **changes)
        if len(calls) == 2:
            raise PowerCutError

    monkeypatch.setattr(working, "_moved", dying)
    with pytest.raises(PowerCutError):
        working.work_once(lambda: cast.AT)
    monkeypatch.setattr(working, "_moved", moved)
    found.refresh_from_db()
    # The second three were rolled back whole: their rows and the count of them.
    assert (found.rows_done, Resident.objects.count(), found.written["new"]) == (3, 3, 3)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    assert (found.stage, found.rows_done, Resident.objects.count()) == (Stage.DONE, 8, 7)
    assert found.written == {"new": 7, "changed": 0, "same": 0, "bad": 1, "warned": 0}


def test_a_dry_run_that_was_cut_off_begins_again_and_counts_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BATCH", 3)
    found = many(tmp_path)
    BroughtList.objects.filter(pk=found.pk).update(stage=Stage.CHECKING, rows_done=6)
    assert working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    assert found.found == {"new": 7, "changed": 0, "same": 0, "bad": 1, "warned": 0}
    assert RowProblem.objects.filter(brought=found).count() == 1


def test_a_worker_that_is_told_to_stop_stops_after_a_whole_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "BATCH", 3)
    found = many(tmp_path)
    actions.confirm(brought=found, reason="thử", by=cast.acting(cast.officer()), at=cast.AT)
    stop = Event()
    stop.set()
    working.work_once(lambda: cast.AT, stop)
    found.refresh_from_db()
    assert (found.stage, found.rows_done, Resident.objects.count()) == (Stage.WRITING, 0, 0)


def test_a_file_that_is_gone_bad_ends_the_list_with_its_reason(tmp_path: Path) -> None:
    # A file that no other test brings: what is kept under the name of its content goes bad.
    found = brought(tmp_path, [[*LAN[:4], "Vàng Thị Hỏng", *LAN[5:]]])
    by = cast.acting(cast.officer())
    actions.map_columns(brought=found, heading_row=3, columns=found.columns, by=by, at=cast.AT)
    path_of(found.file).write_bytes(b"PK\x03\x04")
    working.work_once(lambda: cast.AT)
    found.refresh_from_db()
    assert (found.stage, found.fault) == (Stage.FAILED, "sheets.unreadable")


def test_nothing_waits_where_there_is_no_list() -> None:
    assert not working.waiting()
    assert not working.work_once(lambda: cast.AT)


def test_columns_that_must_be_there_and_columns_said_twice(tmp_path: Path) -> None:
    found, by = brought(tmp_path, [LAN]), cast.acting(cast.officer())
    facts = {"brought": found, "heading_row": 3, "by": by, "at": cast.AT}
    with refused(ColumnMissing):
        actions.map_columns(columns=["village", "full_name"], **facts)
    must = [one.name for one in fields_of("people") if one.must]
    with refused(ColumnTwice):
        actions.map_columns(columns=["village", *must], **facts)
    with refused(Refusals) as caught:
        actions.map_columns(columns=["", *["village"] * 2], **facts)
    assert [type(one) for one in caught.value.each] == [ColumnTwice, ColumnMissing]


def test_a_list_without_headings_and_of_nothing_is_refused(tmp_path: Path) -> None:
    cast.coc_san()
    by = cast.acting(cast.officer())
    path = workbook(tmp_path / "a.xlsx", [["một"], ["hai"]])
    for kind, refusal in (("people", HeadingsMissing), ("nonsense", KindMissing)):
        with refused(refusal):
            actions.bring(
                press=uuid4(),
                commune=cast.COC_SAN,
                kind=kind,
                path=path,
                name="a",
                by=by,
                at=cast.AT,
            )


def test_what_is_confirmed_needs_a_reason_and_something_to_take_and_goes_once(
    tmp_path: Path,
) -> None:
    by = cast.acting(cast.officer())
    first = brought(tmp_path, [LAN, TIN])
    with refused(ListElsewhere):
        actions.confirm(brought=first, reason="thử", by=by, at=cast.AT)
    found = tried(first)
    with refused(ReasonMissing):
        actions.confirm(brought=found, reason="  ", by=by, at=cast.AT)
    done = taken(found)
    for act in (
        lambda: actions.confirm(brought=done, reason="thử", by=by, at=cast.AT),
        lambda: actions.drop(brought=done, by=by, at=cast.AT),
        lambda: actions.map_columns(
            brought=done, heading_row=3, columns=done.columns, by=by, at=cast.AT
        ),
    ):
        with refused(ListElsewhere):
            act()
    again = tried(brought(tmp_path, [LAN, TIN]))
    with refused(NothingToTake):
        actions.confirm(brought=again, reason="thử", by=by, at=cast.AT)


def test_a_list_that_is_put_away_lets_its_file_go(tmp_path: Path) -> None:
    found = tried(brought(tmp_path, [[*LAN[:5], "?", *LAN[6:]]]))
    by = cast.acting(cast.officer())
    actions.drop(brought=found, by=by, at=cast.AT)
    actions.drop(brought=found, by=by, at=cast.AT)
    found.refresh_from_db()
    assert (found.stage, found.file, RowProblem.objects.count()) == (Stage.DROPPED, "", 0)


def test_only_those_who_keep_the_books_take_lists_in(tmp_path: Path) -> None:
    found = tried(brought(tmp_path, [LAN]))
    for account in (cast.receptionist(), cast.administrator(), cast.stranger_officer()):
        by = cast.acting(account)
        with refused(NotYourLists):
            seen(found.pk, by=by, commune=cast.COC_SAN)
        with refused(NotYourLists):
            actions.confirm(brought=found, reason="thử", by=by, at=cast.AT)
        with refused(NotYourLists):
            actions.drop(brought=found, by=by, at=cast.AT)
    with refused(UnknownList):
        seen(found.pk, by=cast.acting(cast.stranger_officer()), commune=cast.OTHER)
