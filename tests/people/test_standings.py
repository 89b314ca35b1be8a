"""Who lived in household 12 on 1 June, as we knew it on 5 June?"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM, Actor
from motcua.people import actions
from motcua.people.actions.residents import Came, Facts
from motcua.people.correcting import corrected
from motcua.people.errors import NotYourPeople, UnknownHousehold, UnknownResident
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.said import Said, settling
from motcua.people.standings import Days, Home, Life, home, life
from motcua.places.models import Village
from tests import cast

pytestmark = pytest.mark.django_db


def officer() -> Actor:
    return cast.acting(cast.officer())


@pytest.fixture
def twelve() -> Household:
    """A couple since 2020, a child that was born on 1 March and registered on the 3rd."""
    cast.coc_san()
    village = Village.objects.get(code="02746-01")
    made = Household.objects.create(commune_id=cast.COC_SAN, village=village, number=12)
    man = enter(made, Facts("Lù Văn Tư", "male", "1990", "25", head=True), cast.KNOWN, "2020")
    wife = Facts("Sần Thị Mẩy", "female", "1992-05-01", "25", spouse=man)
    enter(made, wife, cast.KNOWN, "2020")
    child = Facts("Lù Thị Bé", "female", "2026-03-01", "25", mother=named("Sần Thị Mẩy"))
    actions.enter_resident(
        household=made, facts=child, by=SYSTEM, at=cast.AT, came=Came("entry:1", born=True)
    )
    return made


def enter(where: Household, facts: Facts, at: object, since: str) -> Resident:
    return actions.enter_resident(
        household=where,
        facts=facts,
        by=SYSTEM,
        at=at,
        came=Came(since=since),  # type: ignore[arg-type]
    )


def named(name: str) -> Resident:
    return Resident.objects.get(full_name=name)


def asked(where: Household, on: date | None = None, known_on: date | None = None) -> Home:
    days = Days(on, known_on)
    return home(by=officer(), household_id=where.pk, at=cast.AT, why="test", days=days)


def members(where: Household, on: date | None = None, known_on: date | None = None) -> list[str]:
    return [one.holds.text("full_name") for one in asked(where, on, known_on).members]


def one(row: Resident, on: date | None = None, known_on: date | None = None) -> Life:
    days = Days(on, known_on)
    return life(by=officer(), resident_id=row.pk, at=cast.AT, why="test", days=days)


def test_the_household_as_of_each_day_and_as_known_on_each(twelve: Household) -> None:
    both, three = ["Lù Văn Tư", "Sần Thị Mẩy"], ["Lù Văn Tư", "Sần Thị Mẩy", "Lù Thị Bé"]
    assert members(twelve) == three
    assert members(twelve, on=date(2026, 2, 28)) == both
    assert members(twelve, on=date(2026, 3, 1)) == three
    # Nobody knew of the child before it was registered on the 3rd.
    assert members(twelve, on=date(2026, 3, 1), known_on=date(2026, 3, 2)) == both
    assert members(twelve, known_on=date(2025, 6, 30)) == []
    assert members(twelve, on=date(2019, 12, 31)) == []


def test_who_moved_out_is_named_among_those_who_lived_there(twelve: Household) -> None:
    wife, other = named("Sần Thị Mẩy"), cast.thu().household
    said = [Said(wife, Kind.SETTLED, "2026-03-02", settling(other))]  # type: ignore[arg-type]
    actions.record_moves(said=said, source="desk:1", by=officer(), at=cast.AT)
    now = asked(twelve)
    assert [one.resident.full_name for one in now.former] == ["Sần Thị Mẩy"]
    assert members(twelve) == ["Lù Văn Tư", "Lù Thị Bé"]
    assert members(twelve, on=date(2026, 3, 1)) == ["Lù Văn Tư", "Sần Thị Mẩy", "Lù Thị Bé"]


def test_a_name_that_was_corrected_was_another_for_who_asks_what_was_known(
    twelve: Household,
) -> None:
    child = named("Lù Thị Bé")
    said = corrected(child, list(Move.objects.filter(resident=child)), {"full_name": "Lù Thị Bẻ"})
    later = cast.AT + timedelta(days=2)
    actions.record_moves(said=said, source="note:1", by=SYSTEM, at=later)
    assert members(twelve, on=date(2026, 3, 3))[2] == "Lù Thị Bẻ"
    assert members(twelve, on=date(2026, 3, 3), known_on=date(2026, 3, 4))[2] == "Lù Thị Bé"
    told = one(child)
    assert [(move.source, move.pk in told.replaced) for move in told.moves] == [
        ("entry:1", True),
        ("note:1", False),
    ]
    before = one(child, known_on=date(2026, 3, 4))
    assert ([move.source for move in before.moves], before.replaced) == (["entry:1"], frozenset())


def test_a_resident_with_kin_household_and_standing(twelve: Household) -> None:
    wife, man = named("Sần Thị Mẩy"), named("Lù Văn Tư")
    told = one(wife)
    assert (told.household, told.marital) == (twelve, "married")
    assert told.kin[man.pk].text("full_name") == "Lù Văn Tư"
    assert one(man).marital == ""
    actions.record_death(resident=man, died="2026-03-02", by=officer(), at=cast.AT)
    assert one(wife).marital == "widowed"
    assert one(wife, on=date(2026, 3, 1)).marital == "married"
    over = [Said(wife, Kind.PARTED, "2026-03-01", {"spouse": None})]
    actions.record_moves(said=over, source="desk:9", by=officer(), at=cast.AT)
    assert one(wife).marital == "divorced"


def test_each_reading_is_a_line_and_only_the_desk_of_the_commune_reads(twelve: Household) -> None:
    child = named("Lù Thị Bé")
    one(child)
    asked(twelve)
    lines = JournalLine.objects.filter(verb__startswith="read.").order_by("number")
    assert [(line.verb, line.about) for line in lines] == [
        ("read.resident", f"resident:{child.pk}"),
        ("read.household", "3 rows"),
    ]
    for account in (cast.auditor(), cast.administrator(), cast.resident()):
        by = cast.acting(account)
        with pytest.raises(NotYourPeople):
            life(by=by, resident_id=child.pk, at=cast.AT, why="test")
        with pytest.raises(NotYourPeople):
            home(by=by, household_id=twelve.pk, at=cast.AT, why="test")
    stranger = cast.acting(cast.stranger_officer())
    with pytest.raises(UnknownResident):
        life(by=stranger, resident_id=child.pk, at=cast.AT, why="test")
    with pytest.raises(UnknownHousehold):
        home(by=stranger, household_id=twelve.pk, at=cast.AT, why="test")


def test_a_household_and_a_resident_ask_the_database_a_few_times(
    twelve: Household, django_assert_num_queries: Callable[[int], object]
) -> None:
    by, child = officer(), named("Lù Thị Bé")
    # The household, its people, their moves; then the journal: head, line, seal.
    with django_assert_num_queries(6):  # type: ignore[attr-defined]
        home(by=by, household_id=twelve.pk, at=cast.AT, why="test")
    # The person, their moves, those of their kin, the household; and the journal.
    with django_assert_num_queries(7):  # type: ignore[attr-defined]
        life(by=by, resident_id=child.pk, at=cast.AT, why="test")
