"""Every entry that names somebody, found by the index of names, and sure or not."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.people.recognising import Named
from motcua.registers.errors import NotYourBooks
from motcua.registers.models import Double, EntryName
from motcua.registers.told_of import Told, told_of
from tests import cast
from tests.dossiers.evidence.records import WIFE, died, married, written
from tests.dossiers.test_plans import plan
from tests.registers.twice import DIFFERENT, SAME, compared, decide

pytestmark = pytest.mark.django_db
THE_MAN = Named("lu a mau", "1968", "000068000002")


def told(*people: Named, kinds: tuple[str, ...] = ("marriage", "death")) -> list[list[Told]]:
    by = cast.acting(cast.officer())
    return told_of(people, kinds=kinds, by=by, commune=cast.COC_SAN, at=cast.AT, why="dossier:1")


def test_each_person_has_their_own_entries_the_oldest_first() -> None:
    wedding, death = married(), died()
    man, woman = told(THE_MAN, Named("Sần Thị Dín", "1970-04-02"))
    assert [one.entry for one in man] == [wedding]
    assert [(one.entry, one.who) for one in woman] == [(wedding, "wife"), (death, "deceased")]
    assert woman[0].named("husband") == Named("Lù A Mẫu", "1968", "000068000002")


@pytest.mark.parametrize(
    ("named", "sure"),
    [
        (THE_MAN, True),
        (Named("Lù A Mẫu", "1968", "000068000099"), False),
        (Named("Lù A Mẫu", "1968"), False),
        (Named("Lù A Mẫu", "1968-05-01", "000068000002"), True),
        (Named("Lù A Mẫu"), False),
    ],
)
def test_number_or_name_and_whole_birth_date_make_it_sure(named: Named, sure: bool) -> None:
    married()
    assert [one.sure for one in told(named)[0]] == [sure]


def test_another_birth_name_or_book_is_none_of_theirs() -> None:
    married()
    assert told(Named("Lù A Mẫu", "1969"), Named("Lù A Mậu Hai"), Named("")) == [[], [], []]
    assert told(THE_MAN, kinds=("death",)) == [[]]


def test_a_whole_birth_date_of_both_is_sure_without_a_number() -> None:
    married(wife={"name": "Sần Thị Dín", "birth": "1970-04-02"})
    assert told(Named("Sần Thị Dín", "1970-04-02"))[0][0].sure


def test_three_questions_and_one_line_for_each_however_many_entries() -> None:
    for _ in range(4):
        written("death", {**DEAD, "deceased.name": WIFE["name"]})
    told(THE_MAN)
    before = JournalLine.objects.count()
    with CaptureQueriesContext(connection) as caught:
        told(THE_MAN, Named("Sần Thị Dín", "1970"))
    asked = [one["sql"] for one in caught if 'FROM "registers_' in one["sql"]]
    assert len(asked) == 3
    assert JournalLine.objects.count() == before + 2


def test_what_was_written_twice_is_told_once_by_the_entry_that_stands() -> None:
    first, second = married(), married()
    compared()
    row = Double.objects.get()
    assert {one.entry for one in told(THE_MAN)[0]} == {first, second}
    decide(row, SAME, first.pk)
    assert [one.entry for one in told(THE_MAN)[0]] == [first]
    decide(Double.objects.get(), DIFFERENT)
    assert {one.entry for one in told(THE_MAN)[0]} == {first, second}


def test_the_name_is_what_finds_them_among_many() -> None:
    entry = married()
    facts = {"entry": entry, "commune_id": cast.COC_SAN, "kind": "death", "who": "deceased"}
    EntryName.objects.bulk_create(
        EntryName(**facts, name=f"Lù {n}", name_folded=f"lu {n}", birth=f"{1900 + n % 100}")
        for n in range(3000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE registers_entry_name")
    with CaptureQueriesContext(connection) as caught:
        told(THE_MAN, Named("Sần Thị Dín", "1970-04-02"))
    asked = next(one["sql"] for one in caught if "registers_entry_name" in one["sql"])
    assert "registers_by_name" in plan(asked)


def test_only_who_reads_the_books_of_the_commune_is_told() -> None:
    by = cast.acting(cast.stranger_officer())
    with pytest.raises(NotYourBooks):
        told_of(
            [THE_MAN], kinds=["death"], by=by, commune=cast.COC_SAN, at=cast.AT, why="dossier:1"
        )


DEAD = {
    "deceased.birth": "1970-04-02",
    "deceased.sex": "female",
    "deceased.ethnic": "25",
    "deceased.nationality": "VN",
    "death.date": "2026-02-10",
    "death.place": "Tại nhà",
}
