"""Entries are written once, numbered without gaps, and stay."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.models import JournalLine
from motcua.registers import actions, placing
from motcua.registers.errors import BookIsFixed, TermMissing, TermUnknown
from motcua.registers.models import Book, Entry, EntryName, EntryNote
from tests import cast

pytestmark = pytest.mark.django_db

BIRTH = {
    "child.name": "Vàng Thị Bé",
    "child.birth": "2026-02-11",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm y tế xã Cốc San, tỉnh Lào Cai",
    "mother.name": "Vàng Thị Thử",
    "mother.birth": "1991",
}


def write(source: str, **facts: Any) -> Entry:
    content = {**BIRTH, **facts.pop("content", {})}
    by = cast.acting(cast.officer())
    given = {"commune": cast.COC_SAN, "kind": "birth", "by": by, "at": cast.AT, **facts}
    return actions.write_entry(content=content, source=source, **given)


def test_the_first_entry_of_the_year_has_number_one_on_the_first_page() -> None:
    entry = write("dossier:1")
    assert (entry.reference, entry.volume, entry.page) == ("1/2026", 1, 1)
    assert entry.registered_on == date(2026, 3, 3)
    assert entry.content == BIRTH
    assert (entry.written_by_name, entry.written_at) == ("Hoàng Văn Xét", cast.AT)
    line = JournalLine.objects.get(verb="write_entry")
    assert (line.about, line.facts["number"]) == (f"entry:{entry.pk}", "1/2026")


def test_numbers_follow_one_another_and_begin_again_in_january() -> None:
    assert [write(f"dossier:{n}").number for n in range(3)] == [1, 2, 3]
    # 00:30 on 1 January in the office, still December in UTC.
    january = datetime(2026, 12, 31, 17, 30, tzinfo=UTC)
    assert write("dossier:new", at=january).reference == "1/2027"


def test_a_volume_that_is_full_is_followed_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "PAGES", 2)
    places = [(e.number, e.volume, e.page) for e in (write(f"dossier:{n}") for n in range(5))]
    assert places == [(1, 1, 1), (2, 1, 2), (3, 2, 1), (4, 2, 2), (5, 3, 1)]
    assert Book.objects.count() == 3


def test_the_same_source_again_is_the_same_entry() -> None:
    first = write("dossier:1")
    again = write("dossier:1", content={"child.name": "Vàng Thị Khác"})
    assert again.pk == first.pk
    assert again.content["child.name"] == "Vàng Thị Bé"
    assert (Entry.objects.count(), JournalLine.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [({"child.name": ""}, TermMissing), ({"child.shoe_size": "17"}, TermUnknown)],
)
def test_an_entry_against_the_terms_is_refused(
    content: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        write("dossier:1", content=content)
    assert not Entry.objects.exists()
    assert not JournalLine.objects.exists()
    assert write("dossier:2").number == 1


def test_each_person_of_an_entry_can_be_searched() -> None:
    entry = write("dossier:1")
    rows = list(entry.names.order_by("pk").values_list("who", "name_folded", "birth"))
    assert rows == [
        ("child", "vang thi be", "2026-02-11"),
        ("mother", "vang thi thu", "1991"),
    ]


def test_an_entry_cannot_be_changed_or_removed_by_the_program() -> None:
    entry = write("dossier:1")
    entry.content = {}
    for act in (
        entry.save,
        entry.delete,
        Entry.objects.all().delete,
        EntryName.objects.all().delete,
        lambda: Entry.objects.update(number=7),
        lambda: entry.names.update(name="x"),
    ):
        with pytest.raises(BookIsFixed):
            act()
    assert Entry.objects.get().content == BIRTH


@pytest.mark.parametrize("table", [Entry, EntryName, EntryNote])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_the_database_refuses_what_the_program_might_forget(
    table: type[Entry] | type[EntryName] | type[EntryNote], statement: str
) -> None:
    entry = write("dossier:1")
    note(entry)
    refused = pytest.raises(DatabaseError, match="written once")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table._meta.db_table))
    assert table.objects.count() >= 1


def note(entry: Entry, source: str = "dossier:9") -> EntryNote:
    return actions.write_note(
        entry=entry,
        note=actions.Note(
            kind="correction",
            text="Cải chính năm sinh của mẹ từ 1991 thành 1990.",
            changes={"mother.birth": "1990"},
            reason="Khi đăng ký bị chép nhầm",
            basis="Trích lục cải chính hộ tịch số 3/2026",
        ),
        source=source,
        by=cast.acting(cast.chair()),
        at=cast.AT,
    )


def test_a_correction_is_a_note_beside_the_entry() -> None:
    entry = write("dossier:1")
    first = note(entry)
    second = note(entry, "dossier:10")
    assert note(entry).pk == first.pk
    assert (first.number, second.number) == (1, 2)
    assert Entry.objects.get().content["mother.birth"] == "1991"
    assert entry.as_it_stands()["mother.birth"] == "1990"
    assert entry.as_it_stands()["mother.name"] == "Vàng Thị Thử"


def test_a_note_cannot_change_what_the_book_does_not_hold() -> None:
    entry = write("dossier:1")
    with pytest.raises(TermUnknown):
        actions.write_note(
            entry=entry,
            note=actions.Note("correction", "Sai.", {"child.shoe_size": "18"}, "Nhầm", "3/2026"),
            source="dossier:9",
            by=cast.acting(cast.chair()),
            at=cast.AT,
        )
    assert not EntryNote.objects.exists()
