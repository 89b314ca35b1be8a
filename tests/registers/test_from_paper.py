"""What stands in a paper book comes in with the number that it has there, and meets no other."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.numbers import take_number
from motcua.foundation.refusal import Refusal
from motcua.registers.actions import close_book, digitise_entries, paper_faults
from motcua.registers.errors import BookEmpty, NotYourBooks, PaperEntryWrong
from motcua.registers.models import Book, Entry, Provenance
from motcua.registers.shapes import BLANK, UNREADABLE
from tests import cast
from tests.registers.paper import OLD, copied, origin, page
from tests.registers.test_entries import BIRTH, write
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def wrong(entry: Any) -> list[tuple[str, str | None]]:
    """Code and field of all that is wrong; nothing is written."""
    with refused(PaperEntryWrong) as caught:
        copied(entry)
    return [(one.code, one.field) for one in caught.value.problems]


def test_an_entry_keeps_the_place_that_it_has_on_paper() -> None:
    entry = copied(page(page=31, volume=2, terms={"signer.name": "Sần A Ký"}))
    assert (entry.reference, entry.volume, entry.page, entry.copied) == ("27/1985", 2, 31, True)
    assert entry.registered_on == date(1985, 2, 14)
    assert entry.content == {**OLD, "signer.name": "Sần A Ký"}
    assert list(entry.names.values_list("who", "birth")) == [
        ("child", "1985-02-03"),
        ("mother", "1961"),
    ]
    book = Book.objects.get()
    assert (book.kind, book.year, book.volume, book.entries, book.copied) == (
        "birth",
        1985,
        2,
        1,
        1,
    )


def test_an_entry_says_who_read_it_and_who_read_it_second() -> None:
    entry = copied(page(terms={"child.ethnic": ""}, lacking={"child.ethnic": UNREADABLE}))
    row = Provenance.objects.get(entry=entry)
    assert (row.way, row.book) == ("reading", "Sổ đăng ký khai sinh 1985, quyển 1")
    assert (row.read_by_name, row.second_by_name) == ("Hoàng Văn Xét", "Sần Thị Đối")
    assert row.lacking == {"child.ethnic": "unreadable"}
    assert "child.ethnic" not in entry.content
    line = JournalLine.objects.get(verb="digitise_entry")
    assert (line.about, line.facts["number"]) == (f"entry:{entry.pk}", "27/1985")


def test_a_book_from_paper_may_have_gaps() -> None:
    assert [copied(page(number)).number for number in (27, 3, 140)] == [27, 3, 140]


def test_the_same_source_again_is_the_same_entry() -> None:
    assert copied(page()).pk == copied(page(terms={"child.name": "Khác"})).pk
    assert Entry.objects.count() == 1


def test_a_number_that_is_taken_is_refused() -> None:
    copied(page())
    assert wrong(page(source="paper:other")) == [("registers.number_taken", "number")]


def test_the_running_book_never_gives_a_number_that_is_on_paper() -> None:
    """A commune that begins within a year: what it wrote on paper until then has the first ones."""
    january = {"year": 2026, "registered_on": date(2026, 1, 9), "terms": {"child.birth": "2026"}}
    copied(page(30, **january))
    assert write("dossier:1").number == 31
    copied(page(12, **january))
    assert write("dossier:2").number == 32


def test_numbers_of_the_running_book_are_not_on_paper() -> None:
    january = {"year": 2026, "registered_on": date(2026, 1, 9), "terms": {"child.birth": "2026"}}
    copied(page(30, **january))
    write("dossier:1")
    assert wrong(page(31, **january)) == [("registers.number_taken", "number")]
    assert wrong(page(32, **january)) == [("registers.number_running", "number")]
    assert write("dossier:2").number == 32


def test_a_number_that_only_a_paper_bears_is_not_in_a_paper_book() -> None:
    """Papers and entries of some books are counted in one series; not every paper wrote one."""
    with transaction.atomic():
        take_number(f"result:{cast.COC_SAN}:certified_copy:2026")
    terms = {"filer.name": "Ai Đó", "original.name": "Bằng", "original.pages": "1", "copies": "1"}
    entry = page(1, kind="copy", year=2026, registered_on=date(2026, 1, 9))
    entry = type(entry)(**{**_fields(entry), "content": terms})
    assert wrong(entry) == [("registers.number_running", "number")]


def _fields(entry: Any) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in entry.__slots__}


def test_everything_wrong_is_said_at_once() -> None:
    entry = page(
        0,
        page=0,
        year=1986,
        terms={
            "child.name": "",
            "child.birth": "31/02/1985",
            "child.sex": "boy",
            "child.ethnic": "99",
            "child.nationality": "VNM",
            "child.shoe_size": "17",
        },
    )
    assert wrong(entry) == [
        ("registers.place_on_paper", "number"),
        ("registers.place_on_paper", "page"),
        ("registers.date_outside_year", "registered_on"),
        ("registers.term_unknown", "child.shoe_size"),
        ("registers.term_missing", "child.name"),
        ("registers.term_out_of_shape", "child.birth"),
        ("registers.term_out_of_shape", "child.sex"),
        ("registers.term_out_of_shape", "child.ethnic"),
        ("registers.term_out_of_shape", "child.nationality"),
    ]


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"kind": "diary"}, "registers.unknown_book", "kind"),
        ({"year": 1899, "registered_on": date(1899, 2, 1)}, "registers.year_of_book", "year"),
        ({"year": 2027, "registered_on": date(2027, 2, 1)}, "registers.year_of_book", "year"),
        (
            {"year": 2026, "registered_on": date(2026, 3, 4)},
            "registers.date_to_come",
            "registered_on",
        ),
        (
            {"terms": {"child.birth": "1985-02-15"}},
            "registers.event_after_registration",
            "child.birth",
        ),
        ({"volume": 40000}, "registers.place_on_paper", "volume"),
    ],
)
def test_what_does_not_fit_is_refused(facts: dict[str, Any], code: str, field: str) -> None:
    cast.coc_san()
    assert (code, field) in wrong(page(**facts))


def test_a_term_that_the_page_lacks_is_marked_or_refused() -> None:
    blank = {"child.ethnic": ""}
    assert wrong(page(terms=blank)) == [("registers.term_missing", "child.ethnic")]
    assert copied(page(terms=blank, lacking={"child.ethnic": BLANK})).number == 27


def test_a_book_of_another_commune_that_was_merged_has_numbers_of_its_own() -> None:
    copied(page())
    keeper = "Ủy ban nhân dân xã Đồng Tuyển"
    other = copied(page(kept_by=keeper, source="paper:other"))
    assert (other.reference, other.kept_by) == ("27/1985", keeper)
    assert Book.objects.count() == 2
    again = wrong(page(kept_by=keeper, source="paper:third"))
    assert again == [("registers.number_taken", "number")]


def test_paper_comes_in_also_when_the_book_of_that_year_is_closed() -> None:
    january = {"year": 2026, "registered_on": date(2026, 1, 9), "terms": {"child.birth": "2026"}}
    copied(page(30, **january))
    write("dossier:1")
    new_year = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    facts = {"commune": cast.COC_SAN, "kind": "birth", "by": cast.acting(cast.officer())}
    closing = close_book(**facts, year=2026, at=new_year)
    told = (closing.first_number, closing.last_number, closing.entries)
    assert told == (31, 31, 1)
    assert copied(page(12, **january), at=new_year).number == 12


def test_a_book_that_was_written_on_paper_alone_was_closed_on_paper() -> None:
    copied(page())
    with refused(BookEmpty):
        facts = {"commune": cast.COC_SAN, "kind": "birth", "at": cast.AT}
        close_book(**facts, year=1985, by=cast.acting(cast.officer()))


def test_only_those_who_keep_the_books_copy_into_them() -> None:
    for account in (cast.stranger_officer(), cast.receptionist(), cast.resident()):
        with refused(NotYourBooks):
            copied(page(), by=cast.acting(account))


def many(*numbers: int, **facts: Any) -> int:
    entries = [page(number, **facts) for number in numbers]
    by = cast.acting(cast.officer())
    facts = {"commune": cast.COC_SAN, "by": by, "at": cast.AT}
    return digitise_entries(entries=entries, origin=origin(way="import", second=None), **facts)


def test_many_at_once_are_one_line_in_the_journal_and_a_second_time_none() -> None:
    assert (many(5, 1, 9), many(5, 1, 9, 10), many()) == (3, 1, 0)
    assert list(Entry.objects.order_by("number").values_list("number", flat=True)) == [1, 5, 9, 10]
    lines = JournalLine.objects.filter(verb="digitise_entries")
    assert [line.facts["entries"] for line in lines.order_by("number")] == [3, 1]
    assert Provenance.objects.filter(way="import", second_by="").count() == 4


def test_of_many_none_is_written_when_one_is_wrong() -> None:
    many(5)
    with refused(PaperEntryWrong):
        many(1, 2, source="paper:same-number", registered_on=date(1986, 1, 1))


def test_a_dry_run_says_what_is_wrong_with_each_and_writes_nothing() -> None:
    copied(page(5))
    entries = [page(1), page(5, source="x"), page(1, source="y"), page(2, volume=0)]
    found = paper_faults(commune=cast.COC_SAN, entries=entries, at=cast.AT)
    told = {place: [one.code for one in problems] for place, problems in found.items()}
    assert told == {
        1: ["registers.number_taken"],
        2: ["registers.number_taken"],
        3: ["registers.place_on_paper"],
    }
    assert all(isinstance(one, Refusal) for problems in found.values() for one in problems)
    assert Entry.objects.count() == 1


def test_an_entry_of_the_machine_has_no_provenance() -> None:
    entry = write("dossier:1", content=BIRTH)
    assert not entry.copied
    assert not Provenance.objects.filter(entry=entry).exists()


@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["registers_provenance", "registers_entry"])
def test_the_database_refuses_to_change_what_was_copied(table: str, statement: str) -> None:
    copied(page())
    refusal = pytest.raises(DatabaseError, match="written once")
    with refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
