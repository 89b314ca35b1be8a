"""Around a reading: put aside, several on a page, for a dossier, for whom, how often."""

from datetime import date

import pytest

from motcua.registers import actions, on_paper
from motcua.registers.errors import (
    AsideUnexplained,
    NotYourBooks,
    ReadingMoved,
    UnknownVolume,
)
from motcua.registers.models import ReadingTally
from tests import cast
from tests.registers.volumes import (
    TYPED,
    begun,
    figures,
    first_reader,
    read,
    read_second,
    second_reader,
    volume,
)
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def test_a_page_is_put_aside_with_a_word_why_and_taken_up_again() -> None:
    row = volume()
    reading = begun(row)
    for why in ("", "x"):
        with refused(AsideUnexplained):
            actions.put_aside(reading=reading, why=why, by=first_reader(), at=cast.AT)
    actions.put_aside(reading=reading, why="Trang bị rách", by=first_reader(), at=cast.AT)
    assert figures(row) == {"scans": 3, "waiting": 2, "aside": 1}
    with refused(ReadingMoved):
        actions.put_aside(reading=reading, why="Trang bị rách", by=first_reader(), at=cast.AT)
    actions.take_up(reading=reading, by=second_reader(), at=cast.AT)
    assert figures(row) == {"scans": 3, "waiting": 2, "begun": 1}
    with refused(ReadingMoved):
        actions.take_up(reading=reading, by=second_reader(), at=cast.AT)


def test_a_page_that_holds_several_entries_is_read_several_times() -> None:
    row = volume(1)
    first = read(row)
    more = actions.begin_entry(volume=row, scan=first.scan, by=first_reader(), at=cast.AT)
    assert (more.scan_id, more.first) == (first.scan_id, {"number": "28", "page": "1"})
    assert figures(row) == {"scans": 1, "begun": 1, "to_second": 1}


def test_an_entry_read_for_a_dossier_is_found_for_it() -> None:
    row = volume(0)
    about = "dossier:7f9d2f0a-0000-4000-8000-000000000001"
    reading = actions.begin_entry(volume=row, about=about, by=first_reader(), at=cast.AT)
    given = {"typed": TYPED, "view": {}, "by": first_reader(), "at": cast.AT}
    actions.finish_first(reading=reading, **given)
    assert [one.entry for one in on_paper.read_for(about, by=second_reader())] == [None]
    read_second(row)
    (found,) = on_paper.read_for(about, by=second_reader())
    assert found.entry.reference == "27/1985"
    assert found.entry.provenance.scan == ""
    assert on_paper.read_for(about, by=cast.acting(cast.stranger_officer())) == []


def test_only_those_who_keep_the_books_read() -> None:
    row = volume()
    reading = read(row)
    for account in (cast.stranger_officer(), cast.receptionist(), cast.resident()):
        by = cast.acting(account)
        for act in (
            lambda by=by: actions.begin_next(volume=row, by=by, at=cast.AT),
            lambda by=by: actions.begin_entry(volume=row, by=by, at=cast.AT),
            lambda by=by: actions.begin_second(volume=row, by=by, at=cast.AT),
            lambda by=by: actions.begin_second_of(reading=reading, by=by, at=cast.AT),
            lambda by=by: actions.put_aside(reading=reading, why="xxx", by=by, at=cast.AT),
            lambda by=by: actions.take_up(reading=reading, by=by, at=cast.AT),
            lambda by=by: actions.decide(reading=reading, chosen={}, by=by, at=cast.AT),
        ):
            with refused(NotYourBooks):
                act()


def test_another_commune_finds_neither_volume_nor_page_nor_reading() -> None:
    row = volume()
    reading = read(row)
    by = cast.acting(cast.stranger_officer())
    with refused(UnknownVolume):
        on_paper.volume(by=by, key=row.pk)
    with refused(UnknownVolume):
        on_paper.reading(by=by, key=reading.pk, at=cast.AT)
    with refused(UnknownVolume):
        on_paper.picture(by=by, key=reading.scan_id, at=cast.AT)


def test_each_day_says_who_read_how_much_and_how_often_it_differed() -> None:
    row = volume()
    read(row)
    read(row, number="28")
    read_second(row, **{"child.name": "Vàng Văn Cứ", "mother.birth": "67"})
    read_second(row, number="28")
    facts = {"by": first_reader(), "commune": cast.COC_SAN, "until": date(2026, 3, 3)}
    told = {one.who: one for one in on_paper.days(**facts)}
    xet, doi = told["Hoàng Văn Xét"], told["Sần Thị Đối"]
    assert (xet.read, xet.second, xet.compared, xet.differed) == (2, 0, 2, 2)
    assert (doi.read, doi.second, doi.compared, doi.differed) == (0, 2, 0, 0)
    assert on_paper.differences(**facts) == (2, {"child.name": 1, "mother.birth": 1})
    later = {**facts, "until": date(2026, 4, 3)}
    assert on_paper.days(**later) == []
    assert ReadingTally.objects.count() == 5
