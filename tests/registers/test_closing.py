"""A book is closed when its year ends; from then on no entry of that year is written."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor
from motcua.foundation.numbers import take_number
from motcua.registers import placing
from motcua.registers.actions import close_book, write_entry
from motcua.registers.errors import BookClosed, BookEmpty, BookStillOpen, NotYourBooks
from motcua.registers.kinds import books
from motcua.registers.models import Book, Closing, Entry
from tests import cast
from tests.registers.test_entries import write
from tests.registers.test_notes import noted
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

# 23:59 on 30 December in the office, and 00:00 on the 31st.
TOO_EARLY = datetime(2026, 12, 30, 16, 59, tzinfo=UTC)
LAST_DAY = datetime(2026, 12, 30, 17, 0, tzinfo=UTC)
COPY = {
    "filer.name": "Vàng Thị Thử",
    "original.name": "Bằng tốt nghiệp",
    "original.pages": "1",
    "copies": "2",
}


def close(*, at: datetime = LAST_DAY, by: Actor | None = None, kind: str = "birth") -> Closing:
    who = by or cast.acting(cast.officer())
    return close_book(commune=cast.COC_SAN, kind=kind, year=2026, by=who, at=at)


def test_the_statement_of_closing_says_what_the_book_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "PAGES", 2)
    monkeypatch.setattr("motcua.registers.actions.closing.PAGES", 2)
    for n in range(5):
        write(f"dossier:{n}")
    closing = close()
    assert (closing.first_number, closing.last_number, closing.entries) == (1, 5, 5)
    assert (closing.volumes, closing.pages) == (3, 5)
    assert (closing.closed_by_name, closing.closed_at) == ("Hoàng Văn Xét", LAST_DAY)
    line = JournalLine.objects.get(verb="close_book")
    assert (line.about, line.facts) == ("book:birth:2026", {"entries": 5, "last": 5})


def test_nothing_is_written_into_a_closed_book_and_its_number_is_not_lost() -> None:
    entry = write("dossier:1")
    close()
    with refused(BookClosed):
        write("dossier:2", at=LAST_DAY)
    # A note is no entry, the next year opens with its first, and other books stay open.
    noted(entry)
    january = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    assert write("dossier:3", at=january).reference == "1/2027"
    copy = {"commune": cast.COC_SAN, "kind": "copy", "source": "dossier:4", "at": LAST_DAY}
    assert write_entry(content=COPY, by=cast.acting(cast.officer()), **copy).number == 1


def test_a_book_is_not_closed_before_the_last_day_of_its_year() -> None:
    write("dossier:1")
    with refused(BookStillOpen):
        close(at=TOO_EARLY)
    assert close().last_number == 1


def test_a_book_that_was_not_kept_cannot_be_closed() -> None:
    cast.coc_san()
    with refused(BookEmpty):
        close()


def test_only_those_who_keep_the_books_close_them() -> None:
    write("dossier:1")
    for account in (cast.stranger_officer(), cast.receptionist(), cast.resident()):
        with refused(NotYourBooks):
            close(by=cast.acting(account))


def test_closing_again_gives_what_was_closed() -> None:
    write("dossier:1")
    assert close().pk == close(at=datetime(2027, 1, 5, tzinfo=UTC)).pk
    assert JournalLine.objects.filter(verb="close_book").count() == 1


def test_the_database_refuses_to_open_a_closed_book() -> None:
    write("dossier:1")
    close()
    wrong = pytest.raises(DatabaseError, match="written once")
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM registers_closing")


def test_a_book_knows_how_many_entries_it_has() -> None:
    for n in range(3):
        write(f"dossier:{n}")
    write("dossier:0")
    assert list(Book.objects.values_list("kind", "volume", "entries")) == [("birth", 1, 3)]


def test_a_book_of_certification_has_one_volume_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "LINES", 2)
    for n in range(3):
        facts = {"commune": cast.COC_SAN, "kind": "copy", "source": f"dossier:{n}", "at": cast.AT}
        write_entry(content=COPY, by=cast.acting(cast.officer()), **facts)
    places = Entry.objects.order_by("number").values_list("number", "volume", "page")
    assert list(places) == [(1, 1, 1), (2, 1, 1), (3, 1, 2)]


def test_a_number_that_a_paper_bears_already_is_not_given_to_an_entry() -> None:
    with transaction.atomic():
        take_number(f"result:{cast.COC_SAN}:certified_copy:2026")
    facts = {"commune": cast.COC_SAN, "kind": "copy", "source": "dossier:1", "at": cast.AT}
    assert write_entry(content=COPY, by=cast.acting(cast.officer()), **facts).number == 2


@pytest.mark.parametrize("kind", sorted(books()))
def test_each_book_names_its_terms_in_three_languages(kind: str) -> None:
    one = books()[kind]
    assert set(one.titles) == {"vi", "en", "hi"}
    for language in ("vi", "en", "hi"):
        called = [term.called[language] for term in one.terms.values()]
        # No two lines of a page are called alike: in a book of two people each says whose it is.
        assert all(called)
        assert len({*called}) == len(called)
    assert {f"{who}.name" for who in (*one.named, *one.about)} <= one.terms.keys()
    assert set(one.open) <= one.terms.keys()
