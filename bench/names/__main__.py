"""What a search by name costs in books of many people, beside reading the whole table.

python -m bench.names [ROWS]          SQLite; PostgreSQL when DATABASE_URL names an empty one
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

import bench.ground.house  # noqa: F401 - an empty database, before any model

# isort: split
from django.db import connection, transaction

from bench.figures import note
from motcua.demo.names import surname
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.foundation.names import folded
from motcua.places.actions import load
from motcua.places.pack import read
from motcua.registers import queries
from motcua.registers.actions import write_entry
from motcua.registers.kinds import book

ROWS = 1_000_000
COMMUNE = "02746"
_WORDS = """
an anh binh chi cuong dung duc giang ha hai hang hien hoa hung huong khanh lan linh long
mai minh nam nga ngoc phuong quan son tam thanh thao thu trang tuan van vinh xuan yen
"""
_GIVEN = _WORDS.split()
QUESTIONS = (
    ("a rare name, not there", "vung thi lan yen", ""),
    ("a common full name", "nguyen thi lan anh", ""),
    ("the commonest surname", "nguyen", ""),
    ("words cut short", "ng th la", ""),
    ("a full name and a year", "nguyen thi lan", "1991"),
    ("two common words and a date", "nguyen van", "1991-05-12"),
    ("a name and date, not there", "dinh thi hoa", "1991-05-31"),
)
_INSERT = """
INSERT INTO registers_entry_name (entry_id, commune_id, kind, who, name, name_folded, birth)
VALUES (%s, %s, %s, 'child', %s, %s, %s)
"""


def fill(rows: int) -> None:
    """So many names in the books of one commune; all of one entry, which the search never reads."""
    load(pack=read(), by=SYSTEM, at=now())
    content = {term.key: "x" for term in book("birth").terms.values() if term.must}
    about = {"commune": COMMUNE, "kind": "birth", "source": "bench", "by": SYSTEM, "at": now()}
    entry = write_entry(content=content, **about)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(_INSERT, people(rows, entry.pk))


def people(rows: int, entry: int) -> Iterator[tuple[object, ...]]:
    """Names as frequent as they are in life: two in five are Nguyễn, Vàng or Lù."""
    chance = Random(1)
    for _ in range(rows):
        given = " ".join(chance.sample(_GIVEN, chance.choice((1, 2))))
        middle = chance.choice(("van", "thi"))
        name = f"{folded(surname(chance, chance.choice(('25', '01', '01'))))} {middle} {given}"
        day = f"{chance.randint(1940, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        kind = chance.choice(("birth", "birth", "birth", "marriage", "death"))
        yield entry, COMMUNE, kind, name, name, day


def milliseconds(what: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """The medians of some calls: as a person waits for it, and of this process's CPU."""
    waited, spent = [], []
    for _ in range(times):
        begun, cpu = time.perf_counter(), time.process_time()
        what()
        waited.append((time.perf_counter() - begun) * 1000)
        spent.append((time.process_time() - cpu) * 1000)
    return statistics.median(waited), statistics.median(spent)


def scan(words: str) -> None:
    """What it would cost without an index: every row is read."""
    like = "%" + "%".join(words.split()) + "%"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM registers_entry_name WHERE name_folded LIKE %s AND birth = 'x'", [like]
        )
        cursor.fetchall()


def ask(words: str, birth: str) -> int:
    """The whole search as the officer's page does it, with the rows and the journal's line."""
    about = {"by": SYSTEM, "commune": COMMUNE, "kind": "birth", "at": now(), "why": "bench"}
    return len(queries.find(name=words, birth=birth or None, **about))


def main(rows: int = ROWS) -> None:
    begun = time.perf_counter()
    fill(rows)
    seconds = time.perf_counter() - begun
    print(f"{connection.vendor}: {rows:,} names written in {seconds:.0f} s, with their index")
    for label, words, birth in QUESTIONS:
        found = ask(words, birth)
        wait, cpu = milliseconds(lambda words=words, birth=birth: ask(words, birth))
        bare, _ = milliseconds(lambda words=words: scan(words), 3)
        took = f"{wait:6.1f} ms, CPU {cpu:6.1f} ms; reading all {bare:7.1f} ms"
        print(f"  {label:<28} {took}; {found} found")
        note(f"the books, {rows:,} names: {label}", cpu, "ms CPU")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
