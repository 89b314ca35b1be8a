"""Entries that may be one event are found, decided by a person with a reason, and stay."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.registers import doubled
from motcua.registers.actions import compare_waiting, write_entry
from motcua.registers.models import Double, Entry, Uncompared
from motcua.registers.sameness import LIKELY, WEAK
from tests import cast
from tests.registers.test_entries import write
from tests.registers.test_notes import noted
from tests.registers.twice import DIFFERENT, LATER, compared, decide, figures, pair

pytestmark = pytest.mark.django_db


def test_what_was_written_twice_is_found_once_and_waits() -> None:
    row = pair()
    first, second = Entry.objects.order_by("pk")
    assert (row.first, row.second, row.kind, row.weight) == (first, second, "birth", LIKELY)
    assert row.grounds == ["name", "birth", "kin"]
    assert (row.outcome, row.stands, row.decided) == ("open", None, 0)
    assert not Uncompared.objects.exists()
    assert figures() == {"open": 1}
    line = JournalLine.objects.get(verb="suspect_doubles")
    assert (line.about, line.facts, line.actor_name) == ("books", {"pairs": [row.pk]}, "Motcua")
    assert compared() == 0
    assert Double.objects.count() == 1


def test_somebody_else_is_not_suspected() -> None:
    write("dossier:1")
    write("dossier:2", content={"child.name": "Lò Văn Khác", "mother.name": "Lò Thị Khác"})
    assert compared() == 2
    assert not Double.objects.exists()
    assert not JournalLine.objects.filter(verb="suspect_doubles").exists()


def test_another_communes_books_are_not_looked_into() -> None:
    write("dossier:1")
    by = cast.acting(cast.stranger_officer())
    content = Entry.objects.get().content
    facts = {"kind": "birth", "content": content, "source": "dossier:2", "by": by, "at": cast.AT}
    write_entry(commune=cast.OTHER, **facts)
    compared()
    assert not Double.objects.exists()


def test_a_corrected_entry_is_compared_anew_and_by_what_it_said_before() -> None:
    first = write("dossier:1", content={"child.name": "Sùng Thị Dở"})
    write("dossier:2")
    compared()
    assert not Double.objects.filter(weight=LIKELY).exists()
    noted(first, term="child.name", year="Vàng Thị Bé")
    assert compared() == 1
    assert Double.objects.get().weight == LIKELY
    # By the name that it had, too.
    write("dossier:3", content={"child.name": "Sùng Thị Dở", "mother.name": ""})
    compared()
    assert Double.objects.filter(first=first).count() == 2


def test_an_entry_from_a_vague_old_book_is_found_under_another_spelling() -> None:
    old = {"child.name": "Dàng Thị Trống", "child.birth": "1962", "mother.name": "Sùng Thị Nháp"}
    new = {**old, "child.name": "Giàng Thị Chống", "child.birth": "1962-04-05"}
    write("dossier:1", content=old)
    write("dossier:2", content=new, at=LATER)
    compared()
    row = Double.objects.get()
    assert (row.weight, row.grounds) == (LIKELY, ["near_name", "vague_birth", "kin"])


def test_a_book_in_which_the_same_may_stand_again_is_not_compared() -> None:
    for at in range(2):
        content = {
            "filer.name": "Vàng Thị Thử",
            "person.name": "Vàng Thị Thử",
            "person.birth": "1991-05-12",
            "person.sex": "female",
            "person.ethnic": "25",
            "person.nationality": "VN",
            "person.residence": "Thôn Ún Tà",
            "status": "single",
            "purpose": "loan",
        }
        by = cast.acting(cast.officer())
        facts = {"commune": cast.COC_SAN, "kind": "marital", "by": by, "at": cast.AT}
        write_entry(content=content, source=f"dossier:{at}", **facts)
    assert not Uncompared.objects.exists()
    assert compared() == 0


def test_the_list_goes_on_from_a_key_the_likely_first_and_leaves_a_line() -> None:
    pair(more=2)
    write("dossier:twin", content={"child.name": "Lò Văn Khác"}, at=LATER)
    compared()
    by, commune = cast.acting(cast.officer()), cast.COC_SAN
    seen, after = [], None
    while rows := doubled.doubles(
        by=by, commune=commune, outcome="open", at=cast.AT, after=after, limit=4
    ):
        seen += rows
        after = doubled.After(rows[-1].weight, rows[-1].pk)
    assert [row.pk for row in seen] == [row.pk for row in Double.objects.order_by("weight", "pk")]
    assert {row.weight for row in seen} == {LIKELY, WEAK}
    lines = JournalLine.objects.filter(verb="read.doubles")
    assert lines.count() == -(-len(seen) // 4)


def test_the_next_pair_is_the_one_after_in_the_list_then_the_first() -> None:
    pair(more=1)
    one, two, three = Double.objects.order_by("weight", "pk")
    by = cast.acting(cast.officer())

    def following(row: Double) -> int | None:
        return doubled.next_double(by=by, commune=cast.COC_SAN, after=row)

    assert (following(one), following(two), following(three)) == (two.pk, three.pk, one.pk)
    decide(one, DIFFERENT)
    assert following(three) == two.pk
    decide(two, DIFFERENT)
    decide(three, DIFFERENT)
    assert following(three) is None


def test_comparing_asks_the_same_number_of_questions_in_a_book_of_many() -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            compared()
        return len(caught)

    write("dossier:1")
    compared()
    write("dossier:2", content={"child.name": "Lò Văn Hai", "mother.name": "Lò Thị Một"})
    few = asked()
    for at in range(40):
        day = (date(2000, 1, 1) + timedelta(days=at * 40)).isoformat()
        names = {"child.name": f"Vàng Thị {'aeiou'[at % 5]}{at}", "mother.name": f"Lò Thị T{at}"}
        write(f"many:{at}", content={"child.birth": day, **names})
    compare_waiting(at=cast.AT, limit=100)
    write("dossier:3", content={"child.name": "Lò Văn Ba", "mother.name": "Lò Thị Tư"})
    assert asked() == few
    assert few <= 14
