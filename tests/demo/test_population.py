"""Cốc San as the report gives it, to the last person, and families that make sense."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from motcua.demo import names
from motcua.demo.actions import digest
from motcua.demo.books import entries
from motcua.demo.population import figures, populate
from motcua.foundation.clock import day_of
from motcua.people.actions.moves import columns
from motcua.people.history import standing
from motcua.people.identity import warnings
from motcua.people.models import Exemption, Ground, Household, Move, Resident
from motcua.places.models import Commune
from motcua.places.queries import villages
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]
TODAY = day_of(AT)


def living() -> list[Resident]:
    rows = Resident.objects.filter(commune="02746", died="", left_on=None)
    return list(rows.select_related("mother", "father", "spouse", "household"))


def year(text: str) -> int:
    return int(text[:4])


def test_nine_villages_1279_households_5173_people(demo: Loaded) -> None:
    people = living()
    assert len(people) == 5173
    assert Household.objects.filter(commune="02746").count() == 1279
    assert len({person.household_id for person in people}) == 1279
    assert len(villages("02746", TODAY)) == 9
    assert len({person.village_id for person in people}) == 9
    assert all(one.household and one.household.village_id == one.village_id for one in people)


def test_eight_groups_giay_51_4_kinh_43_2(demo: Loaded) -> None:
    groups = Counter(person.ethnic for person in living())
    shares = {code: round(100 * count / 5173, 1) for code, count in groups.items()}
    assert len(groups) == 8
    assert (groups["25"], groups["01"]) == (2659, 2235)
    assert (shares["25"], shares["01"]) == (51.4, 43.2)
    others = sum(count for code, count in groups.items() if code not in ("25", "01"))
    assert round(100 * others / 5173, 1) == 5.4


def test_the_pack_adds_up_to_the_report() -> None:
    report = figures()
    assert sum(group.people for group in report.groups) == report.people == 5173
    assert sum(group.households for group in report.groups) == report.households == 1279


def test_parents_are_16_to_50_years_older_and_of_the_right_sex(demo: Loaded) -> None:
    with_parents = [one for one in Resident.objects.all() if one.mother_id]
    assert len(with_parents) > 2500
    known = {one.pk: one for one in Resident.objects.all()}
    for person in with_parents:
        mother, father = known[person.mother_id or 0], known[person.father_id or 0]
        assert (mother.sex, father.sex, mother.spouse_id) == ("female", "male", father.pk)
        assert 16 <= year(person.birth) - year(mother.birth) <= 50
        assert 16 <= year(person.birth) - year(father.birth) <= 50
        assert person.full_name.split()[0] == father.full_name.split()[0]
        assert person.ethnic == father.ethnic
        assert not mother.died or mother.died > person.birth


def test_siblings_are_not_born_within_a_year_of_each_other(demo: Loaded) -> None:
    births: dict[int, list[date]] = {}
    for one in Resident.objects.exclude(mother=None).filter(birth__gte="1970"):
        births.setdefault(one.mother_id or 0, []).append(date.fromisoformat(one.birth))
    for days in births.values():
        ordered = sorted(days)
        assert all((b - a).days > 365 for a, b in pairwise(ordered))


def test_spouses_name_each_other_and_are_no_siblings(demo: Loaded) -> None:
    known = {one.pk: one for one in Resident.objects.all()}
    couples = [one for one in known.values() if one.spouse_id]
    assert len(couples) > 2000
    for one in couples:
        spouse = known[one.spouse_id or 0]
        assert spouse.spouse_id == one.pk
        assert spouse.sex != one.sex
        assert not one.mother_id or one.mother_id != spouse.mother_id
    mixed = [one for one in couples if known[one.spouse_id or 0].ethnic != one.ethnic]
    assert len(mixed) == 440


def test_identity_numbers_are_impossible_and_agree_with_sex_and_year(demo: Loaded) -> None:
    people = Resident.objects.all()
    numbers = [one.identity_number for one in people]
    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("000") for number in numbers)
    found = {warnings(one.identity_number, sex=one.sex, birth=one.birth) for one in people}
    assert found == {("identity.province",)}


def test_the_old_may_have_partial_birth_dates(demo: Loaded) -> None:
    lengths = Counter(len(person.birth) for person in living())
    assert lengths[4] > 200
    assert lengths[7] > 30
    assert all(len(one.birth) == 10 for one in living() if year(one.birth) >= 1970)


def test_nobody_is_impossibly_old_or_not_yet_born(demo: Loaded) -> None:
    births = [person.birth for person in living()]
    assert max(births) <= TODAY.isoformat()
    assert year(min(births)) >= TODAY.year - 98


def test_grounds_of_exemption_have_dates(demo: Loaded) -> None:
    grounds = Counter(Exemption.objects.values_list("ground", flat=True))
    assert grounds[Ground.MERIT] == 40
    assert grounds[Ground.DISABILITY] == 60
    poor = Exemption.objects.filter(ground=Ground.POOR_HOUSEHOLD)
    assert len({row.resident.household_id for row in poor.select_related("resident")}) == 96
    assert {(row.valid_from, row.valid_to) for row in poor} == {
        (date(2026, 1, 1), date(2027, 1, 1))
    }


def made(seed: int, today: date) -> str:
    people = populate(seed, today)
    names = {number: f"Thôn {number}" for number in range(1, 10)}
    return digest(people, entries(people, names, seed, today))


def test_the_same_seed_and_day_give_the_same_people_and_books() -> None:
    assert made(7, TODAY) == made(7, TODAY)
    assert made(7, TODAY) != made(8, TODAY)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_seed_gives_the_figures_of_the_report(seed: int) -> None:
    people = [one for one in populate(seed, date(2024, 2, 29)) if one.household]
    assert len(people) == 5173
    assert Counter(one.ethnic for one in people)["25"] == 2659
    assert len({one.household for one in people}) == 1279
    assert len({one.village for one in people}) == 9


def test_every_name_reads_as_a_sample() -> None:
    samples = set(names.SAMPLES.split()) | {word for word in names.COUNT if word}
    for person in populate(1, TODAY):
        surname, *middle, last = person.name.split()
        assert surname in names.SURNAMES[person.ethnic] or person.father
        assert {last, middle[-1]} & samples


def test_the_commune_of_the_demo_is_coc_san(demo: Loaded) -> None:
    assert Commune.objects.get(code="02746").name == "Xã Cốc San"


def test_every_row_is_what_its_history_says(demo: Loaded) -> None:
    moves: dict[int, list[Move]] = {}
    for move in Move.objects.all():
        moves.setdefault(move.resident_id, []).append(move)
    people = list(Resident.objects.all())
    assert len(people) > 5173
    for one in people:
        told = columns(standing(moves[one.pk]))
        assert {name: getattr(one, name) for name in told} == told
    heads = [one.household_id for one in people if one.head]
    assert len(heads) == len(set(heads)) == 1279


def test_the_dead_lived_in_the_household_of_their_family(demo: Loaded) -> None:
    for one in Resident.objects.exclude(died="").select_related("spouse")[:50]:
        rows = list(Move.objects.filter(resident=one))
        before = standing(rows, on=date.fromisoformat(one.died) - timedelta(days=1))
        widowed = standing(Move.objects.filter(resident=one.spouse))
        assert before["household"] == widowed["household"]
        assert standing(rows)["household"] is None
