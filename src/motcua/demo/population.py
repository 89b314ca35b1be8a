"""The people of the demo commune: to the figures of the report, the same from the same seed.

Plain Python. Households are made to the number of each group; then some couples change wives'
groups, grown children are given to old couples nearby, and everyone gets a name and a number.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from motcua.demo.families import Person, household
from motcua.demo.names import rest_of_name, surname
from motcua.foundation.partial_date import PartialDate
from motcua.places.pack import FOLDER

_SIZES = {1: 7, 2: 14, 3: 18, 4: 24, 5: 18, 6: 11, 7: 5, 8: 3}
# In which villages the groups live, the first village first; the Kinh nearer to the town.
_WEIGHTS = {"25": (6, 5, 5, 4, 4, 3, 2, 1, 1), "01": (1, 1, 2, 3, 4, 4, 5, 5, 6)}
_ELSEWHERE = (
    "Tỉnh Ninh Bình",
    "Tỉnh Hưng Yên",
    "Tỉnh Phú Thọ",
    "Tỉnh Thái Nguyên",
    "Thành phố Hải Phòng",
)
COMMUNE = "xã Cốc San, tỉnh Lào Cai"
_STATION = f"Trạm y tế {COMMUNE}"
_HOSPITAL = "Bệnh viện Đa khoa tỉnh Lào Cai"


@dataclass(frozen=True, slots=True)
class Group:
    """An ethnic group of the commune: its code and how many people and households it has."""

    code: str
    people: int
    households: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the report says of the commune."""

    commune: str
    villages: int
    households: int
    people: int
    groups: tuple[Group, ...]


def figures() -> Figures:
    """The figures of the report, from the pack."""
    raw = tomllib.loads((FOLDER / "coc-san-report.toml").read_text(encoding="utf-8"))
    groups = tuple(Group(one["code"], one["people"], one["households"]) for one in raw["group"])
    counts = (raw["villages"], raw["households"], raw["people"])
    return Figures(raw["commune"], *counts, groups)


def populate(seed: int, today: date) -> list[Person]:
    """Everyone, the dead too, parents before children; `serial` is the place in the list."""
    chance = Random(seed)  # noqa: S311 - the same people from the same seed
    people = list(_households(chance, today))
    _mix(chance, people)
    _give_children(chance, people)
    ordered = _parents_first(people)
    for serial, person in enumerate(ordered, 1):
        person.serial = serial
        _name(chance, person)
    return ordered


def _households(chance: Random, today: date) -> Iterator[Person]:
    number = 0
    for group in figures().groups:
        weights = _WEIGHTS.get(group.code, (1,) * 9)
        for size in _sizes(chance, group):
            number += 1
            village = chance.choices(range(1, 10), weights)[0]
            people = household(chance, size, group.code, today)
            next(one for one in people if not one.died).head = True
            for person in people:
                person.village, person.home = village, number
                person.household = 0 if person.died else number
                yield person


def _sizes(chance: Random, group: Group) -> list[int]:
    """As many sizes as the group has households, that add up to its people."""
    sizes = chance.choices(list(_SIZES), list(_SIZES.values()), k=group.households)
    while sum(sizes) != group.people:
        step = 1 if sum(sizes) < group.people else -1
        place = chance.randrange(len(sizes))
        if 1 <= sizes[place] + step <= max(_SIZES):
            sizes[place] += step
    return sizes


def _mix(chance: Random, people: list[Person]) -> None:
    """Two wives of different groups change groups: mixed couples, and the figures stay."""
    wives = [one for one in people if one.sex == "female" and one.spouse and not one.died]
    chance.shuffle(wives)
    giay = [wife for wife in wives if wife.ethnic == "25"][:110]
    kinh = [wife for wife in wives if wife.ethnic == "01"][:110]
    for one, other in zip(giay, kinh, strict=True):
        one.ethnic, other.ethnic = other.ethnic, one.ethnic


def _give_children(chance: Random, people: list[Person]) -> None:
    """Married people without parents here become children of an old couple, if they can be."""
    couples = [one for one in people if one.sex == "female" and one.spouse]
    for person in people:
        if person.mother or not person.spouse or chance.random() > 0.5:
            continue
        # Grandparents of married people are left out, so that no cousins are married.
        if any(child.spouse for child in person.children):
            continue
        for mother in chance.sample(couples, 12):
            if _could_bear(mother, person):
                _adopt(mother, person)
                break


def _could_bear(mother: Person, child: Person) -> bool:
    father = mother.spouse
    if father is None or father.ethnic != child.ethnic or mother.mother or father.mother:
        return False
    if child.spouse and child.spouse.mother and child.spouse.mother is mother:
        return False
    dead = min(mother.died or child.born, father.died or child.born)
    wed = mother.married
    ages = (child.born - mother.born).days / 365.25, (child.born - father.born).days / 365.25
    apart = all(abs((child.born - one.born).days) > 540 for one in mother.children)
    lawful = wed is not None and wed < child.born <= dead
    return lawful and apart and 18 < ages[0] < 42 and 20 < ages[1] < 50


def _adopt(mother: Person, child: Person) -> None:
    child.mother, child.father = mother, mother.spouse
    mother.children.append(child)
    if mother.spouse:
        mother.spouse.children.append(child)


def _parents_first(people: list[Person]) -> list[Person]:
    ordered: dict[int, Person] = {}

    def put(person: Person) -> None:
        for parent in (person.father, person.mother):
            if parent is not None:
                put(parent)
        ordered.setdefault(id(person), person)

    for person in people:
        put(person)
    return list(ordered.values())


def _name(chance: Random, person: Person) -> None:
    father = person.father
    person.surname = father.surname if father else surname(chance, person.ethnic)
    rest = rest_of_name(chance, person.ethnic, person.sex)
    person.name = f"{person.surname} {rest}"
    person.birth = _known_birth(chance, person.born)
    century = (person.born.year - 1900) // 100 * 2 + (person.sex == "female")
    # 000 is the code of no province: nobody bears such a number.
    person.identity = f"000{century}{person.born.year % 100:02}{person.serial:06}"
    # Who married into the commune was born and registered elsewhere.
    person.local = bool(person.mother) or chance.random() < 0.45
    _places(chance, person)


def _known_birth(chance: Random, born: date) -> str:
    if born.year >= 1970 or chance.random() > 0.5:
        return str(PartialDate.of(born))
    month = born.month if chance.random() < 0.15 else 0
    return str(PartialDate(born.year, month))


def _places(chance: Random, person: Person) -> None:
    father = person.father
    person.birth_place = _STATION if chance.random() < 0.7 else _HOSPITAL
    here = person.ethnic != "01" or chance.random() < 0.3
    person.home_place = COMMUNE[0].upper() + COMMUNE[1:] if here else chance.choice(_ELSEWHERE)
    if father:
        person.home_place = father.home_place
    if not person.local:
        person.birth_place = chance.choice(_ELSEWHERE)
