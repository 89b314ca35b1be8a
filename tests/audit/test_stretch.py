"""A period of a chain as a bundle, and a check of its newest lines."""

import io
from datetime import timedelta

import pytest

from motcua.audit import bundle, journal
from motcua.audit.actions import record
from motcua.audit.models import ChainHead, JournalLine
from motcua.foundation.actor import SYSTEM
from tests import cast
from tests.audit.test_bundle import KEY, PUBLIC

pytestmark = pytest.mark.django_db


def lines(count: int, chain: str = cast.COC_SAN) -> None:
    for number in range(1, count + 1):
        at = cast.AT + timedelta(hours=number)
        record(chain=chain, by=SYSTEM, at=at, verb="check", about=f"dossier:{number}")


def bundled(stretch: journal.Stretch) -> list[bytes]:
    file = io.BytesIO()
    found = journal.lines_of(stretch)
    bundle.write(file, found, key=KEY, at=cast.AT, walked=lambda count: None)
    return file.getvalue().splitlines(keepends=True)


def codes(text: list[bytes]) -> list[tuple[int, str]]:
    file = io.BytesIO(b"".join(text))
    found = bundle.faults(file, trusted=PUBLIC, walked=lambda count: None)
    return [(fault.number, fault.code) for fault in found]


def test_a_bundle_of_a_period_says_where_it_begins_and_verifies() -> None:
    lines(9)
    since, until = cast.AT + timedelta(hours=4), cast.AT + timedelta(hours=7)
    stretch = journal.period(cast.COC_SAN, since, until)
    assert (stretch.first, stretch.last, stretch.count) == (4, 6, 3)
    text = bundled(stretch)
    assert codes(text) == []
    begins = bundle.manifest_of(io.BytesIO(b"".join(text))).begins
    assert begins[cast.COC_SAN].number == 3


def test_a_line_taken_from_the_head_of_a_period_is_found() -> None:
    lines(9)
    text = bundled(journal.Stretch(cast.COC_SAN, 4, 6))
    assert (5, "removed") in codes(text[1:])
    whole = bundled(journal.Stretch(cast.COC_SAN, 1, 6))
    assert (2, "removed") in codes(whole[1:])


def test_a_period_without_lines_is_an_empty_stretch() -> None:
    lines(2)
    stretch = journal.period(cast.COC_SAN, cast.AT - timedelta(days=2), cast.AT)
    assert stretch.count == 0


def test_the_newest_lines_are_checked_and_no_more() -> None:
    lines(9)
    checked = journal.newest(cast.COC_SAN, 4)
    assert (checked.stretch.first, checked.stretch.last, checked.faults) == (6, 9, ())
    assert journal.newest(cast.COC_SAN, 2000).stretch.first == 1
    assert journal.newest(cast.OTHER, 5).stretch.count == 0


def test_a_changed_line_among_the_newest_is_found() -> None:
    lines(9)
    ChainHead.objects.filter(chain=cast.COC_SAN).update(digest="0" * 64)
    assert [one.code for one in journal.newest(cast.COC_SAN, 4).faults] == ["replaced"]
    assert JournalLine.objects.count() == 9
