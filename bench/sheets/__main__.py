"""A list of a whole town is brought: how long until every row was looked at, and taken over.

python -m bench.sheets [ROWS]          SQLite; PostgreSQL when DATABASE_URL names an empty one
"""

import resource
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import bench.ground.house  # - an empty database, before any model

# isort: split
from bench.figures import note
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.clock import now
from motcua.people.models import Resident
from motcua.places.actions import load
from motcua.places.models import Village
from motcua.places.pack import read
from motcua.registers.models import Entry
from motcua.sheets import actions, working
from motcua.sheets.fields import fields_of
from motcua.sheets.models import BroughtList
from motcua.sheets.writing import write_workbook

ROWS = 200_000
COMMUNE = "02746"
BY = Actor("account:1", "Hoàng Văn Xét Mẫu", frozenset({Role.OFFICER}), COMMUNE)
_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
_SURNAMES = ("Nguyễn", "Vàng", "Lù", "Giàng", "Hoàng", "Sần", "Phạm")
_GIVEN = ("An", "Bình", "Chi", "Dung", "Hà", "Lan", "Mai", "Nam", "Páo", "Sử", "Thử", "Xuân")


def people(rows: int) -> Iterator[list[str]]:
    """Households of four; nobody twice."""
    chance = Random(1)
    villages = list(Village.objects.filter(commune_id=COMMUNE).values_list("name", flat=True))
    for number in range(rows):
        home, year = number // 4, chance.randint(1940, 2024)
        middle = f"{chance.choice(('Văn', 'Thị'))} {chance.choice(_GIVEN)}"
        name = f"{chance.choice(_SURNAMES)} {middle} {chance.choice(_GIVEN)}"
        yield [
            villages[home % len(villages)],
            str(home + 1),
            "Chủ hộ" if number % 4 == 0 else "Con",
            name,
            chance.choice(("Nam", "Nữ")),
            f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{year}",
            chance.choice(("Kinh", "Giáy", "H'Mông", "25")),
            f"099{number:09}",
            "",
            "Xã Cốc San, tỉnh Lào Cai",
            "Xã Cốc San, tỉnh Lào Cai",
            "Việt Nam",
        ]


def births(rows: int) -> Iterator[list[str]]:
    """Forty books of births."""
    chance = Random(1)
    terms = fields_of("book:birth")[4:]
    for number in range(rows):
        year, place = 1980 + number % 40, number // 40
        day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{year}"
        known = {
            "child.name": f"{chance.choice(_SURNAMES)} Văn {chance.choice(_GIVEN)}",
            "child.birth": str(year),
            "child.sex": "Nam",
            "child.ethnic": "Giáy",
            "child.nationality": "Việt Nam",
            "child.birth_place": "Trạm y tế xã Cốc San",
            "mother.name": f"{chance.choice(_SURNAMES)} Thị {chance.choice(_GIVEN)}",
            "mother.birth": str(year - 25),
        }
        here = [str(place + 1), str(place // 200 + 1), str(place % 200 + 1), day]
        yield [*here, *(known.get(term.name, "") for term in terms)]


def timed(what: Callable[[], object]) -> tuple[float, float]:
    """Seconds as a person waits, and of the processors of this process and of the reader."""
    begun, spent = time.monotonic(), cpu()
    what()
    return time.monotonic() - begun, cpu() - spent


def cpu() -> float:
    used = [resource.getrusage(who) for who in _WHO]
    return sum(one.ru_utime + one.ru_stime for one in used)


def brought(kind: str, path: Path) -> BroughtList:
    return actions.bring(
        press=uuid.uuid4(), commune=COMMUNE, kind=kind, path=path, name=path.name, by=BY, at=now()
    )


def walk(kind: str, rows: int, lines: Iterator[list[str]]) -> None:
    """Bring, look at every row, confirm, take over; then the same file again."""
    path = bench.ground.house.FOLDER / "list.xlsx"
    write_workbook(path, [field.official for field in fields_of(kind)], lines)
    print(f"{kind}: {rows:,} rows, {path.stat().st_size / 2**20:.0f} MiB")
    first = brought(kind, path)
    columns = {"brought": first, "heading_row": 1, "columns": first.columns}
    actions.map_columns(**columns, by=BY, at=now())
    looked = timed(lambda: working.work_once(now))
    first.refresh_from_db()
    assert first.found["new"] == rows, first.found
    actions.confirm(brought=first, reason="bench", by=BY, at=now())
    taken = timed(lambda: working.work_once(now))
    first.refresh_from_db()
    assert first.written["new"] == rows, first.written
    again = brought(kind, path)
    actions.map_columns(brought=again, heading_row=1, columns=again.columns, by=BY, at=now())
    same = timed(lambda: working.work_once(now))
    again.refresh_from_db()
    assert again.found["same"] == rows, again.found
    parts = {"every row looked at": looked, "taken over": taken, "the same file again": same}
    for what, (waited, spent) in parts.items():
        print(f"  {what:<20}{waited:7.1f} s, of the processor {spent:6.1f} s")
    waited = looked[0] + taken[0]
    note(f"{kind}: {rows:,} rows looked at and taken over", waited, "s", most=120)


def main(rows: int) -> None:
    load(pack=read(), by=SYSTEM, at=now())
    walk("people", rows, people(rows))
    walk("book:birth", rows, births(rows))
    assert (Resident.objects.count(), Entry.objects.count()) == (rows, rows)
    ours, theirs = (resource.getrusage(who).ru_maxrss / 1024 for who in _WHO)
    print(f"memory at most: this process {ours:.0f} MiB, the reader {theirs:.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
