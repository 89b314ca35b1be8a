"""The births, deaths and marriages of the demo population, as its books hold them. Plain Python.

Everyone born here since 1980, everyone wed since 1985 and everyone who died: names, dates and
groups are those of the population, letter for letter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from motcua.demo.families import Person
from motcua.demo.names import rest_of_name
from motcua.demo.office_day import office_day
from motcua.demo.population import COMMUNE
from motcua.registers.actions import Draft

FIRST_BIRTHS, FIRST_WEDDINGS = 1980, 1985
_BY = {
    "place": f"Ủy ban nhân dân {COMMUNE}",
    "signer.name": "Phạm Văn Ký Mẫu",
    "signer.title": "Chủ tịch",
}


def entries(
    people: Sequence[Person], villages: Mapping[int, str], seed: int, today: date
) -> list[Draft]:
    """One draft for each event that was registered by today; `villages` are names by number."""
    chance = Random(seed)  # noqa: S311 - the same books from the same seed
    drafts = [*_births(people, villages, chance), *_weddings(people, villages, chance)]
    drafts += _deaths(people, villages, chance)
    return [draft for draft in drafts if draft.registered_on <= today]


def on_paper_still(people: Sequence[Person], villages: Mapping[int, str], seed: int) -> list[Draft]:
    """What stands in paper books that wait to be read: births of 1979 and weddings of 1984."""
    chance = Random(seed + 1)  # noqa: S311 - the same pages from the same seed
    born = [one for one in people if one.born.year == FIRST_BIRTHS - 1 and one.local]
    births = [_birth(child, villages, chance) for child in born]
    weddings = _weddings(people, villages, chance, since=FIRST_WEDDINGS - 1)
    drafts = [*births, *(one for one in weddings if one.registered_on.year < FIRST_WEDDINGS)]
    return [replace(one, content=_without_numbers(one.content)) for one in drafts]


def residence(person: Person, villages: Mapping[int, str]) -> str:
    """``Thôn Ún Tà, xã Cốc San, tỉnh Lào Cai``."""
    return f"{villages[person.village]}, {COMMUNE}"


def signed_here() -> Mapping[str, str]:
    """Where an entry was written, and who signed it."""
    return _BY


def source_of_birth(child: Person) -> str:
    """How the books name the source of somebody's birth entry."""
    return f"demo:birth:{child.serial}"


def _births(
    people: Sequence[Person], villages: Mapping[int, str], chance: Random
) -> Iterator[Draft]:
    for child in people:
        if child.local and child.born.year >= FIRST_BIRTHS:
            yield _birth(child, villages, chance)


def _birth(child: Person, villages: Mapping[int, str], chance: Random) -> Draft:
    content = {**_facts("child", child), "child.sex": child.sex, **_BY}
    content["child.birth_place"] = child.birth_place
    content["child.home_place"] = child.home_place
    if child.mother and child.father:
        content |= _parent("mother", child.mother, villages)
        content |= _parent("father", child.father, villages)
        content |= _declarant(child.father, "Cha")
    else:
        content |= _lost_parents(chance, child)
    day = office_day(child.born + timedelta(days=chance.randint(3, 50)))
    return Draft("birth", content, source_of_birth(child), day)


def _weddings(
    people: Sequence[Person],
    villages: Mapping[int, str],
    chance: Random,
    since: int = FIRST_WEDDINGS,
) -> Iterator[Draft]:
    for husband in people:
        wife, day = husband.spouse, husband.married
        if husband.sex != "male" or wife is None or day is None or day.year < since:
            continue
        content = {**_facts("husband", husband), **_facts("wife", wife), **_BY}
        content["husband.residence"] = residence(husband, villages)
        content["wife.residence"] = residence(wife, villages)
        yield Draft("marriage", content, f"demo:marriage:{husband.serial}", office_day(day))


def _deaths(
    people: Sequence[Person], villages: Mapping[int, str], chance: Random
) -> Iterator[Draft]:
    for dead in people:
        if dead.died is None:
            continue
        home = residence(dead, villages)
        content = {**_facts("deceased", dead), "deceased.sex": dead.sex, **_BY}
        content |= {
            "deceased.residence": home,
            "death.date": dead.died.isoformat(),
            "death.time": f"{chance.randrange(24):02}:{chance.randrange(60):02}",
            "death.place": f"Tại nhà, {home}",
            "death.cause": chance.choice(("Già yếu", "Bệnh", "Bệnh", "Tai nạn")),
        }
        if dead.spouse:
            content |= _declarant(dead.spouse, "Vợ" if dead.sex == "male" else "Chồng")
        day = office_day(dead.died + timedelta(days=chance.randint(1, 12)))
        yield Draft("death", content, f"demo:death:{dead.serial}", day)


def _facts(who: str, person: Person) -> dict[str, str]:
    return {
        f"{who}.name": person.name,
        f"{who}.birth": person.birth,
        f"{who}.ethnic": person.ethnic,
        f"{who}.nationality": "VN",
        f"{who}.identity": person.identity,
    }


def _parent(who: str, person: Person, villages: Mapping[int, str]) -> dict[str, str]:
    year = {f"{who}.birth": person.birth[:4], f"{who}.residence": residence(person, villages)}
    return {**_facts(who, person), **year}


def _lost_parents(chance: Random, child: Person) -> dict[str, str]:
    """Parents who live no more, or not here: only the book still names them."""
    content = {}
    for who, sex in (("mother", "female"), ("father", "male")):
        name = f"{child.surname} {rest_of_name(chance, child.ethnic, sex)}"
        content[f"{who}.name"] = name
        content[f"{who}.birth"] = str(child.born.year - chance.randint(20, 35))
        content[f"{who}.ethnic"] = child.ethnic
        content[f"{who}.nationality"] = "VN"
    return content


def _declarant(person: Person, relation: str) -> dict[str, str]:
    return {
        "declarant.name": person.name,
        "declarant.relation": relation,
        "declarant.identity": person.identity,
    }


def _without_numbers(content: Mapping[str, str]) -> dict[str, str]:
    """Nobody had a number of identity in those days."""
    return {key: said for key, said in content.items() if not key.endswith(".identity")}
