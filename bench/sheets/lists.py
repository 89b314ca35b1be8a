"""A whole town and its books of births, as rows of a list; the same for the same seed."""

from collections.abc import Iterator
from random import Random

from bench.books.names import People
from motcua.foundation.partial_date import PartialDate
from motcua.places.models import Village
from motcua.sheets.fields import fields_of

COMMUNE = "02746"
PLACE = "Xã Cốc San, tỉnh Lào Cai"
_SEXES = {"male": "Nam", "female": "Nữ"}


def people(rows: int, *, changed: bool = False) -> Iterator[list[str]]:
    """Households of four, nobody twice. One in ten has no number, one in twenty one of nine digits.

    `changed`: one in a hundred has another place of origin, and half of those moved house.
    """
    chance, names = Random(1), People(1)
    villages = list(Village.objects.filter(commune_id=COMMUNE).values_list("name", flat=True))
    unnumbered: set[tuple[str, str]] = set()
    for number in range(rows):
        sex, name = names.one()
        birth = names.day(1940, 2024)
        identity = _identity(number, sex, birth)
        while not identity and (name, birth) in unnumbered:
            birth = names.day(1940, 2024)
        if not identity:
            unnumbered.add((name, birth))
        home = number // 4
        other = changed and number % 100 == 7
        if other and number % 200 == 7:
            home = (home + 1) % (rows // 4)
        yield [
            villages[home % len(villages)],
            str(home + 1),
            "Chủ hộ" if number % 4 == 0 else "Con",
            name,
            _SEXES[sex],
            PartialDate.stored(birth).shown,
            chance.choice(("Kinh", "Giáy", "H'Mông", "25")),
            identity,
            f"09{number:08}" if number % 3 == 0 else "",
            PLACE,
            "Xã Tả Phời, tỉnh Lào Cai" if other else PLACE,
            "Việt Nam",
        ]


def _identity(number: int, sex: str, birth: str) -> str:
    if number % 10 == 3:
        return ""
    if number % 20 == 1:
        return f"06{number:07}"
    century = 2 * (birth >= "2000") + (sex == "female")
    return f"010{century}{birth[2:4]}{number:06}"


def births(rows: int) -> Iterator[list[str]]:
    """Forty books of births, one entry of each in turn: every batch touches all of them."""
    chance, names = Random(1), People(2)
    terms = fields_of("book:birth")[4:]
    for number in range(rows):
        year, place = 1980 + number % 40, number // 40
        day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{year}"
        sex, name = names.one()
        known = {
            "child.name": name,
            "child.birth": str(year),
            "child.sex": _SEXES[sex],
            "child.ethnic": "Giáy",
            "child.nationality": "Việt Nam",
            "child.birth_place": "Trạm y tế xã Cốc San",
            "mother.name": names.one("female")[1],
            "mother.birth": str(year - 25),
        }
        here = [str(place + 1), str(place // 200 + 1), str(place % 200 + 1), day]
        yield [*here, *(known.get(term.name, "") for term in terms)]
