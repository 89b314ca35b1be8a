"""Thử's family, as the register of residents and the books hold it.

Bạn is her husband and lives with her, so does their daughter Con; her parents Mẹ and Cha live in a
house of their own.
"""

from datetime import date

from motcua.people.models import Resident, Sex
from motcua.registers.actions import write_entry
from motcua.registers.models import Entry
from tests import cast

HOME = "Thôn Ún Tà, Xã Cốc San, Tỉnh Lào Cai"
COMMON = {"ethnic": "25", "nationality": "VN", "residence": HOME}
PLACE = "Ủy ban nhân dân xã Cốc San"


def family() -> dict[str, Resident]:
    """By what each is to her: `self`, `spouse`, `child`, `mother`, `father`."""
    mother = cast._resident("Nông Thị Mẹ", Sex.FEMALE, "1965-03-04", "000165000003", household=3)
    father = cast._resident("Vàng Văn Cha", Sex.MALE, "1963-10-11", "000063000004", household=3)
    husband = cast._resident("Lù Văn Bạn", Sex.MALE, "1988-02-03", "000088000005", household=1)
    thu = cast.thu()
    thu.mother, thu.father, thu.spouse = mother, father, husband
    husband.spouse = thu
    child = cast._resident("Lù Thị Con", Sex.FEMALE, "2019-06-01", "000319000006", household=1)
    child.mother, child.father = thu, husband
    for one in (thu, husband, child):
        one.save()
    return {"self": thu, "spouse": husband, "child": child, "mother": mother, "father": father}


def books() -> dict[str, Entry]:
    """Her birth, her wedding and the birth of the daughter."""
    born = {
        "child.name": "Vàng Thị Thử",
        "child.birth": "1991-05-12",
        "child.sex": "female",
        "child.ethnic": "25",
        "child.nationality": "VN",
        "child.birth_place": "Trạm y tế xã Cốc San",
        "mother.name": "Nông Thị Mẹ",
        "mother.birth": "1965",
        "father.name": "Vàng Văn Cha",
        "father.birth": "1963",
        "place": PLACE,
    }
    wed = {
        "husband.name": "Lù Văn Bạn",
        "husband.birth": "1988-02-03",
        "wife.name": "Vàng Thị Thử",
        "wife.birth": "1991-05-12",
        **{f"{one}.{what}": said for one in ("husband", "wife") for what, said in COMMON.items()},
        "place": PLACE,
    }
    daughter = {
        **born,
        "child.name": "Lù Thị Con",
        "child.birth": "2019-06-01",
        "mother.name": "Vàng Thị Thử",
        "mother.birth": "1991",
        "father.name": "Lù Văn Bạn",
        "father.birth": "1988",
    }
    return {
        "birth": written("birth", born, date(1991, 6, 3)),
        "marriage": written("marriage", wed, date(2015, 9, 9)),
        "daughter": written("birth", daughter, date(2019, 6, 20)),
    }


def recognised(parent: Resident, child: str = "Lù Thị Con", birth: str = "2019-06-01") -> Entry:
    """The entry by which a parent recognised a child, two years after the birth."""
    content = {
        "kind": "Cha nhận con" if parent.sex == Sex.MALE else "Mẹ nhận con",
        "parent.name": parent.full_name,
        "parent.birth": parent.birth,
        "child.name": child,
        "child.birth": birth,
        "place": PLACE,
    }
    return written("parentage", content, date(int(birth[:4]) + 2, 5, 4))


def written(kind: str, content: dict[str, str], day: date) -> Entry:
    """Written on a day, as an entry is when a registration is decided."""
    return write_entry(
        commune=cast.COC_SAN,
        kind=kind,
        content=content,
        source=f"test:{kind}:{day}",
        by=cast.acting(cast.officer()),
        at=cast.AT.replace(year=day.year, month=day.month, day=day.day),
    )
