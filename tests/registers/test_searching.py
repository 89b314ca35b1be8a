"""The books are searched by those who serve the commune, and every search is in the journal."""

import pytest

from motcua.audit.models import JournalLine
from motcua.audit.sought import sought
from motcua.foundation.actor import SYSTEM
from motcua.people.models import Account
from motcua.registers import placing, queries
from motcua.registers.errors import NotYourBooks, UnknownEntry, WordsMissing
from motcua.registers.models import Entry
from tests import cast
from tests.registers.test_entries import write

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> Entry:
    """A birth of Cốc San."""
    return write("dossier:1")


def find(account: Account, name: str = "be vang", **facts: str) -> list[str]:
    rows = queries.find(
        by=cast.acting(account),
        commune=cast.COC_SAN,
        kind=facts.pop("kind", "birth"),
        name=name,
        at=cast.AT,
        why="dossier:7",
        **facts,
    )
    return [row.name for row in rows]


def test_an_entry_is_found_by_the_child_or_a_parent(entry: Entry) -> None:
    officer = cast.officer()
    assert find(officer) == ["Vàng Thị Bé"]
    assert find(officer, "vang thi thu") == ["Vàng Thị Thử"]
    assert find(officer, "vang", birth="2026") == ["Vàng Thị Bé"]
    assert find(officer, "vang", kind="death") == []


def test_a_search_and_a_reading_leave_their_lines(entry: Entry) -> None:
    officer = cast.officer()
    find(officer)
    by = cast.acting(officer)
    assert queries.entry(by=by, entry_id=entry.pk, at=cast.AT, why="dossier:7").pk == entry.pk
    lines = JournalLine.objects.exclude(verb="write_entry").order_by("number")
    assert [(line.verb, line.about, line.why) for line in lines] == [
        ("read.register.birth", sought("be vang"), "dossier:7"),
        ("read.entry", f"entry:{entry.pk}", "dossier:7"),
    ]
    assert lines[0].facts == {"about": [f"entry:{entry.pk}"], "shown": 1}


@pytest.mark.parametrize(
    "who",
    [cast.resident, cast.stranger_officer, cast.administrator, cast.auditor],
    ids=lambda make: make.__name__,
)
def test_those_who_do_not_serve_the_desk_open_no_book(entry: Entry, who: object) -> None:
    account: Account = who()  # type: ignore[operator]
    with pytest.raises(NotYourBooks):
        find(account)
    with pytest.raises((NotYourBooks, UnknownEntry)):
        queries.entry(by=cast.acting(account), entry_id=entry.pk, at=cast.AT, why="")
    assert not JournalLine.objects.filter(verb__startswith="read.").exists()


def test_a_search_without_a_name_is_refused(entry: Entry) -> None:
    with pytest.raises(WordsMissing):
        find(cast.officer(), " v ")
    assert not JournalLine.objects.filter(verb__startswith="read.").exists()


def test_an_officer_of_another_commune_writes_nothing_here() -> None:
    with pytest.raises(NotYourBooks):
        write("dossier:1", by=cast.acting(cast.stranger_officer()))
    with pytest.raises(NotYourBooks):
        write("dossier:1", by=cast.acting(cast.resident()))
    assert write("dossier:1", by=SYSTEM).number == 1
    assert placing.PAGES == 200
