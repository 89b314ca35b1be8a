"""Residents: found without marks, read only by those who serve the commune, and always traced."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from motcua.audit.models import JournalLine
from motcua.audit.sought import sought
from motcua.foundation.actor import Actor
from motcua.people import queries
from motcua.people.errors import NameMissing, NotYourPeople, UnknownResident
from motcua.people.models import Account, Exemption, Ground
from tests import cast

pytestmark = pytest.mark.django_db
WHY = "dossier:7"


def found(account: Account, name: str, birth: str = "") -> list[str]:
    by = cast.acting(account)
    rows = queries.find(by=by, name=name, birth=birth, at=cast.AT, why=WHY)
    return [row.full_name for row in rows]


def test_a_resident_is_found_without_marks_and_by_year() -> None:
    cast.thu(), cast.mau()
    officer = cast.officer()
    assert found(officer, "vang thu") == ["Vàng Thị Thử"]
    assert found(officer, "LÙ A") == ["Lù A Mẫu"]
    assert found(officer, "lu", birth="1968") == ["Lù A Mẫu"]
    assert found(officer, "lu", birth="1969") == []


def test_a_resident_is_found_by_identity_number() -> None:
    person, by = cast.thu(), cast.acting(cast.receptionist())
    rows = queries.by_identity(by=by, number="000 191 000 001", at=cast.AT, why=WHY)
    assert rows == [person]
    assert queries.by_identity(by=by, number=" ", at=cast.AT, why=WHY) == []


def test_every_reading_is_in_the_journal_of_the_commune() -> None:
    person, officer = cast.thu(), cast.officer()
    found(officer, "vang thi thu")
    queries.resident(by=cast.acting(officer), resident_id=person.pk, at=cast.AT, why=WHY)
    queries.household(
        by=cast.acting(officer), household_id=person.household_id or 0, at=cast.AT, why=WHY
    )
    lines = JournalLine.objects.filter(verb__startswith="read.").order_by("number")
    assert [(line.verb, line.chain, line.why, line.about) for line in lines] == [
        ("read.resident.search", "02746", WHY, sought("vang thi thu")),
        ("read.resident", "02746", WHY, f"resident:{person.pk}"),
        ("read.household", "02746", WHY, f"resident:{person.pk}"),
    ]


def guest() -> Actor:
    return cast.guest()


def of(make: Callable[[], Account]) -> Callable[[], Actor]:
    return lambda: cast.acting(make())


@pytest.mark.parametrize(
    "who",
    [guest, of(cast.other_resident), of(cast.administrator), of(cast.auditor)],
    ids=["guest", "another resident", "administrator", "auditor"],
)
def test_those_who_do_not_serve_the_desk_read_nobody(who: Callable[[], Actor]) -> None:
    person, by = cast.thu(), who()
    with pytest.raises(NotYourPeople):
        queries.find(by=by, name="vang", at=cast.AT, why=WHY)
    with pytest.raises(NotYourPeople):
        queries.by_identity(by=by, number="000191000001", at=cast.AT, why=WHY)
    with pytest.raises(NotYourPeople):
        queries.household(by=by, household_id=person.household_id or 0, at=cast.AT, why=WHY)
    with pytest.raises(UnknownResident):
        queries.resident(by=by, resident_id=person.pk, at=cast.AT, why=WHY)
    assert not JournalLine.objects.filter(verb__startswith="read.").exists()


def test_an_officer_of_another_commune_finds_nobody_of_this_one() -> None:
    person, stranger = cast.thu(), cast.stranger_officer()
    assert found(stranger, "vang thi thu") == []
    by = cast.acting(stranger)
    assert queries.by_identity(by=by, number="000191000001", at=cast.AT, why=WHY) == []
    assert (
        queries.household(by=by, household_id=person.household_id or 0, at=cast.AT, why=WHY) == []
    )
    with pytest.raises(UnknownResident):
        queries.resident(by=by, resident_id=person.pk, at=cast.AT, why=WHY)


def test_a_resident_reads_what_is_known_of_themselves() -> None:
    account = cast.resident()
    by = cast.acting(account)
    row = queries.myself(by=by, at=cast.AT)
    assert row is not None
    assert row.full_name == "Vàng Thị Thử"
    assert queries.resident(by=by, resident_id=row.pk, at=cast.AT, why="own").pk == row.pk
    assert JournalLine.objects.filter(verb="read.myself").count() == 1
    assert queries.myself(by=guest(), at=cast.AT) is None
    assert queries.myself(by=cast.acting(cast.officer()), at=cast.AT) is None


def test_a_search_without_a_name_is_refused() -> None:
    with pytest.raises(NameMissing):
        found(cast.officer(), " v ")


def test_a_search_of_twenty_people_asks_the_database_six_times_or_eight(
    django_assert_num_queries: Callable[[int], object],
) -> None:
    cast.thu()
    by = cast.acting(cast.officer())
    # Whole words, cut words, the rows; then the journal: head, line, seal. PostgreSQL looks for
    # words among the newest first, and then among all.
    with django_assert_num_queries({"sqlite": 6, "postgresql": 8}[connection.vendor]):  # type: ignore[attr-defined]
        queries.find(by=by, name="vang", at=cast.AT, why=WHY)


def test_grounds_hold_between_their_days_and_with_age() -> None:
    mau = cast.mau()
    Exemption.objects.create(
        commune_id=cast.COC_SAN,
        resident=mau,
        ground=Ground.POOR_HOUSEHOLD,
        valid_from=date(2026, 1, 1),
        valid_to=date(2027, 1, 1),
        basis="Danh sách hộ nghèo năm 2026",
    )
    assert queries.grounds(mau, date(2025, 12, 31)) == frozenset()
    assert queries.grounds(mau, date(2026, 1, 1)) == {"poor"}
    assert queries.grounds(mau, date(2027, 1, 1)) == frozenset()
    # Born some day of 1968: surely 60 only when the last day of that year is sixty years past.
    assert queries.grounds(mau, date(2028, 12, 30)) == frozenset()
    assert queries.grounds(mau, date(2028, 12, 31)) == {"elderly"}


def test_an_account_has_the_grounds_of_the_resident_it_is_bound_to_or_none() -> None:
    mau = Account.objects.create_user("mau", resident=cast.mau())
    guest = Account.objects.create_user("khach")
    on = date(2028, 12, 31)
    assert queries.grounds_of_account(mau.pk, on) == {"elderly"}
    assert queries.grounds_of_account(guest.pk, on) == frozenset()
