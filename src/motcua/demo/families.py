"""One household of so many people: who lives together, and when they were born and married.

Plain Python. The law and nature hold: men marry from 20 and women from 18 (Law on Marriage and
Family art. 8), children come after the wedding and at least 18 months apart, parents are 20 to 50
years older, nobody is older than 97.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

YEAR = 365.25
OLDEST = 97
# How many of the husband's parents live with a couple, by the size of the household.
_ELDERS = {3: (80, 20, 0), 4: (70, 15, 15), 5: (35, 35, 30), 6: (0, 30, 70), 7: (0, 0, 1)}


@dataclass(slots=True, eq=False)
class Person:
    """One invented person; `serial` is their place in the population, from 1.

    `home` is the number of the household that they live in or, having died, lived in.
    """

    sex: str
    born: date
    ethnic: str
    serial: int = 0
    village: int = 0
    household: int = 0
    home: int = 0
    head: bool = False
    name: str = ""
    surname: str = ""
    birth: str = ""
    identity: str = ""
    birth_place: str = ""
    home_place: str = ""
    local: bool = True
    mother: "Person | None" = None
    father: "Person | None" = None
    spouse: "Person | None" = None
    married: date | None = None
    died: date | None = None
    children: "list[Person]" = field(default_factory=list)

    @property
    def since(self) -> str:
        """From when they live at home: from birth, or from the wedding where it is not the
        parents'."""
        at_parents = self.mother is not None and self.mother.home == self.home
        if at_parents or self.married is None:
            return self.birth
        return self.married.isoformat()

    def age(self, on: date) -> int:
        """Whole years on a day."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


def household(chance: Random, size: int, ethnic: str, today: date) -> list[Person]:
    """`size` living people of one household, the head first, and the dead of the family."""
    while True:
        people = _composed(chance, size, ethnic, today)
        living = [person for person in people if person.died is None]
        if len(living) == size and all(one.age(today) <= OLDEST for one in living):
            return people


def _composed(chance: Random, size: int, ethnic: str, today: date) -> list[Person]:
    if size == 1:
        return _alone(chance, ethnic, today)
    if size == 2 and chance.random() < 0.3:
        return _widowed(chance, ethnic, today, children=1)
    elders = chance.choices((0, 1, 2), _ELDERS.get(size, _ELDERS[7]))[0] if size > 2 else 0
    if size == 2 and chance.random() < 0.8:
        # Their children have houses of their own.
        return _without_children(_couple(chance, ethnic, today, 2, chance.uniform(25, 40)))
    people = _couple(chance, ethnic, today, size - 2 - elders, chance.uniform(0, 20))
    return people + _elders(chance, people[0], today, elders)


def _couple(
    chance: Random, ethnic: str, today: date, children: int, youngest: float
) -> list[Person]:
    """Husband, wife and children, the youngest of them `youngest` years old; or newly wed."""
    if not children:
        return _without_children(_couple(chance, ethnic, today, 1, -0.3))
    first = chance.uniform(20, 26)
    gaps = [chance.uniform(1.5, 4.5) for _ in range(children - 1)]
    wife = Person("female", _back(today, youngest + sum(gaps) + first), ethnic)
    husband = Person("male", _back(wife.born, chance.uniform(1, 8)), ethnic)
    births = [_back(wife.born, -first - sum(gaps[:n])) for n in range(children)]
    _marry(chance, husband, wife, births[0])
    for born in births:
        _bear(Person(chance.choice(("male", "female")), born, ethnic), husband, wife)
    return [husband, wife, *husband.children]


def _without_children(people: list[Person]) -> list[Person]:
    husband, wife = people[:2]
    husband.children.clear()
    wife.children.clear()
    return [husband, wife]


def _elders(chance: Random, head: Person, today: date, living: int) -> list[Person]:
    """The parents of the head of a household: `living` of them live, the other one has died."""
    if not living:
        return []
    wife = Person("female", _back(head.born, chance.uniform(20, 36)), head.ethnic)
    husband = Person("male", _back(wife.born, chance.uniform(1, 8)), head.ethnic)
    _marry(chance, husband, wife, head.born)
    _bear(head, husband, wife)
    if living == 1:
        # More widows than widowers.
        dead = husband if chance.random() < 0.75 else wife
        _bury(chance, dead, head.born, today)
    return [husband, wife]


def _alone(chance: Random, ethnic: str, today: date) -> list[Person]:
    if chance.random() < 0.3:
        sex = chance.choice(("male", "female"))
        return [Person(sex, _back(today, chance.uniform(24, 40)), ethnic)]
    return _widowed(chance, ethnic, today, children=0)


def _widowed(chance: Random, ethnic: str, today: date, *, children: int) -> list[Person]:
    """A widow or widower, perhaps with one child at home, and the one who died."""
    youngest = chance.uniform(8, 24) if children else chance.uniform(30, 50)
    husband, wife, child = _couple(chance, ethnic, today, 1, youngest)
    dead = husband if chance.random() < 0.75 else wife
    _bury(chance, dead, child.born, today)
    left = wife if dead is husband else husband
    if not children:
        _without_children([husband, wife])
        return [left, dead]
    return [left, dead, child]


def _marry(chance: Random, husband: Person, wife: Person, first_birth: date) -> None:
    """Between the legal age of both and the first child."""
    earliest = max(_birthday(husband, 20), _birthday(wife, 18))
    day = max(first_birth - timedelta(days=chance.randint(200, 1000)), earliest)
    husband.spouse, wife.spouse = wife, husband
    husband.married = wife.married = day


def _bear(child: Person, father: Person, mother: Person) -> None:
    child.father, child.mother = father, mother
    father.children.append(child)
    mother.children.append(child)


def _bury(chance: Random, dead: Person, after: date, today: date) -> None:
    """Some day between the birth of a child and now, at the age of 90 at most."""
    last = min(today, _birthday(dead, 90))
    first = max(after + timedelta(days=300), _back(today, 25))
    span = max((last - first).days, 1)
    dead.died = first + timedelta(days=chance.randrange(span))


def _birthday(person: Person, age: int) -> date:
    """The day on which that age is reached; 1 March for who was born on 29 February."""
    try:
        return person.born.replace(year=person.born.year + age)
    except ValueError:
        return date(person.born.year + age, 3, 1)


def _back(day: date, years: float) -> date:
    return day - timedelta(days=round(years * YEAR))
