"""Two people read a page; what both read goes into the book, what differs is decided."""

from datetime import date, timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.registers import actions
from motcua.registers.errors import (
    NothingToRead,
    OwnReading,
    ReadingMoved,
    ReadingWrong,
    Undecided,
)
from motcua.registers.models import Entry, Provenance, Reading
from motcua.registers.reading import read_twice
from tests import cast
from tests.registers.paper import copied, page
from tests.registers.volumes import (
    SECOND,
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
Stage = Reading.Stage


def test_what_two_people_read_alike_is_written_into_the_book() -> None:
    row = volume()
    read(row)
    assert not Entry.objects.exists()
    done = read_second(row)
    entry = Entry.objects.get()
    assert (done.stage, done.entry_id) == (Stage.WRITTEN, entry.pk)
    assert (entry.reference, entry.volume, entry.page, entry.copied) == ("27/1985", 1, 27, True)
    assert entry.registered_on == date(1985, 2, 14)
    assert entry.content == {
        "child.name": "Vàng Văn Cũ",
        "child.birth": "1985-02-03",
        "child.sex": "male",
        "child.ethnic": "25",
        "child.nationality": "VN",
        "child.birth_place": "Trạm xá xã Cốc San",
        "mother.name": "Vàng Thị Già",
        "mother.birth": "1961",
        "signer.name": "Sần A Ký",
    }
    origin = Provenance.objects.get(entry=entry)
    assert (origin.way, origin.book) == ("reading", "Sổ đăng ký khai sinh 1985, quyển 1")
    assert (origin.read_by_name, origin.second_by_name) == ("Hoàng Văn Xét", "Sần Thị Đối")
    assert origin.scan == done.scan.digest
    assert figures(row) == {"scans": 3, "waiting": 2, "written": 1}
    told = JournalLine.objects.filter(about=f"reading:{done.pk}").order_by("number")
    assert [line.verb for line in told] == ["read_page", "read_page_second"]


def test_the_second_reader_types_the_number_the_names_and_the_dates() -> None:
    assert read_twice("birth") == (
        "number",
        "registered_on",
        "child.name",
        "child.birth",
        "mother.name",
        "mother.birth",
        "father.name",
        "father.birth",
        "declarant.name",
    )


def test_the_first_reader_is_never_the_second() -> None:
    row = volume()
    reading = read(row)
    with refused(NothingToRead):
        actions.begin_second(volume=row, by=first_reader(), at=cast.AT)
    with refused(OwnReading):
        actions.begin_second_of(reading=reading, by=first_reader(), at=cast.AT)
    actions.begin_second(volume=row, by=second_reader(), at=cast.AT)
    with refused(OwnReading):
        actions.finish_second(reading=reading, typed=SECOND, by=first_reader(), at=cast.AT)


def test_what_differs_waits_for_a_decision() -> None:
    row = volume()
    read(row)
    done = read_second(row, **{"child.name": "Vàng Văn Cứ", "mother.birth": "67"})
    assert done.stage == Stage.DIFFERS
    assert not Entry.objects.exists()
    assert actions.open_fields(done, cast.AT) == ["child.name", "mother.birth"]
    assert figures(row) == {"scans": 3, "waiting": 2, "to_decide": 1}
    chosen = {"child.name": "Vàng Văn Cứ", "mother.birth": "1961"}
    written = actions.decide(reading=done, chosen=chosen, by=second_reader(), at=cast.AT)
    entry = Entry.objects.get()
    assert entry.content["child.name"] == "Vàng Văn Cứ"
    assert entry.content["mother.birth"] == "1961"
    assert (written.stage, written.decided) == (Stage.WRITTEN, chosen)
    assert written.decided_by_name == "Sần Thị Đối"
    assert figures(row) == {"scans": 3, "waiting": 2, "written": 1}
    assert JournalLine.objects.filter(verb="decide_reading").count() == 1


def test_the_first_reader_does_not_decide() -> None:
    row = volume()
    read(row)
    done = read_second(row, number="28")
    with refused(OwnReading):
        actions.decide(reading=done, chosen={"number": "27"}, by=first_reader(), at=cast.AT)
    chair = cast.acting(cast.chair())
    actions.decide(reading=done, chosen={"number": "28"}, by=chair, at=cast.AT)
    assert Entry.objects.get().number == 28


def test_a_difference_that_is_not_decided_is_refused() -> None:
    row = volume()
    read(row)
    done = read_second(row, number="28", **{"child.birth": "?"})
    with refused(ReadingWrong) as caught:
        actions.decide(reading=done, chosen={"number": "27"}, by=second_reader(), at=cast.AT)
    (problem,) = caught.value.problems
    assert (type(problem), problem.field) == (Undecided, "child.birth")


def test_what_both_read_alike_and_cannot_be_is_decided_too() -> None:
    row = volume()
    read(row)
    copied(page(27))
    done = read_second(row)
    assert done.stage == Stage.DIFFERS
    assert actions.open_fields(done, cast.AT) == ["number"]
    with refused(ReadingWrong) as caught:
        actions.decide(reading=done, chosen={"number": "27"}, by=second_reader(), at=cast.AT)
    assert [one.code for one in caught.value.problems] == ["registers.number_taken"]
    actions.decide(reading=done, chosen={"number": "72"}, by=second_reader(), at=cast.AT)
    assert Entry.objects.filter(number=72).exists()


def test_what_cannot_be_read_is_marked_and_kept_so() -> None:
    row = volume()
    read(row, **{"child.ethnic": "?", "child.sex": "-", "mother.birth": "?"})
    read_second(row, **{"mother.birth": "?"})
    entry = Entry.objects.get()
    assert not {"child.ethnic", "child.sex", "mother.birth"} & entry.content.keys()
    assert entry.provenance.lacking == {
        "child.ethnic": "unreadable",
        "child.sex": "blank",
        "mother.birth": "unreadable",
    }


def test_a_ditto_is_what_the_entry_before_says_there() -> None:
    row = volume()
    read(row)
    second = read(row, number="28", page="28", **{"signer.name": '"', "child.birth_place": '"'})
    assert second.first["signer.name"] == "Sần A Ký"
    assert second.first["child.birth_place"] == "Trạm xá xã Cốc San"


def test_the_next_page_expects_the_next_number_and_keeps_the_place_on_the_page() -> None:
    row = volume()
    assert begun(row).first == {"page": "1"}
    read(row)
    second = begun(row)
    assert second.first == {"number": "28", "page": "2"}
    assert second.view == {"zoom": 2}


def test_everything_wrong_is_said_at_once_and_what_was_typed_stays() -> None:
    row = volume()
    reading = begun(row)
    typed = {**TYPED, "number": "x", "registered_on": "30/2", "child.name": "", "child.birth": "99"}
    actions.keep_first(reading=reading, typed=typed, view={}, by=first_reader(), at=cast.AT)
    with refused(ReadingWrong) as caught:
        given = {"typed": typed, "view": {}, "by": first_reader(), "at": cast.AT}
        actions.finish_first(reading=reading, **given)
    assert {one.field: one.code for one in caught.value.problems} == {
        "number": "registers.number_not_typed",
        "registered_on": "registers.day_not_typed",
        "child.name": "registers.term_missing",
    }
    assert Reading.objects.get().first["number"] == "x"


def test_what_was_typed_is_there_again_later_and_for_nobody_else() -> None:
    row = volume()
    reading = begun(row)
    kept = {"child.name": "Vàng V", "child.birth": "0302"}
    actions.keep_first(reading=reading, typed=kept, view={}, by=first_reader(), at=cast.AT)
    assert begun(row).pk == reading.pk
    assert begun(row).first == kept
    with refused(ReadingMoved):
        given = {"typed": TYPED, "view": {}, "by": second_reader(), "at": cast.AT}
        actions.keep_first(reading=reading, **given)
    other = actions.begin_next(volume=row, by=second_reader(), at=cast.AT)
    assert other.pk != reading.pk
    assert other.scan.place == 2


def test_a_page_left_for_a_day_is_taken_over_with_what_was_typed() -> None:
    row = volume(1)
    reading = begun(row)
    kept = {"child.name": "Vàng V"}
    actions.keep_first(reading=reading, typed=kept, view={}, by=first_reader(), at=cast.AT)
    with refused(NothingToRead):
        actions.begin_next(volume=row, by=second_reader(), at=cast.AT + timedelta(hours=23))
    later = cast.AT + timedelta(hours=25)
    over = actions.begin_next(volume=row, by=second_reader(), at=later)
    assert (over.pk, over.first, over.first_by_name) == (reading.pk, kept, "Sần Thị Đối")


def test_a_second_reading_left_for_a_day_begins_anew_and_blind() -> None:
    row = volume(1)
    read(row)
    reading = actions.begin_second(volume=row, by=second_reader(), at=cast.AT)
    typed = {"child.name": "Vàng"}
    actions.keep_second(reading=reading, typed=typed, by=second_reader(), at=cast.AT)
    chair = cast.acting(cast.chair())
    with refused(NothingToRead):
        actions.begin_second(volume=row, by=chair, at=cast.AT)
    over = actions.begin_second(volume=row, by=chair, at=cast.AT + timedelta(hours=25))
    assert (over.pk, over.second, over.second_by_name) == (reading.pk, {}, "Phạm Văn Ký")
