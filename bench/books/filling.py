"""A million entries in the books of one commune, as fast as each engine takes them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from random import Random

from django.db import connection, transaction

from bench.books.names import People
from motcua.foundation.names import folded
from motcua.places.models import Commune
from motcua.registers.models import Book, EntryName
from motcua.registers.names_kept import learn
from motcua.registers.search import NAMES

_BATCH = 20_000
_ENTRY = (
    "id", "commune_id", "book_id", "kind", "year", "volume", "number", "page", "registered_on",
    "content", "source", "written_by", "written_by_name", "written_at", "copied", "kept_by",
)  # fmt: skip
_NAME = ("entry_id", "commune_id", "kind", "who", "name", "name_folded", "birth")


def fill(commune: Commune, entries: int) -> None:
    """Births of eighty years, with weddings and deaths between them; indexes are made at the end.

    Row by row they would take ten times as long.
    """
    rows = _entries(commune, entries)
    with _without_indexes():
        while batch := list(islice(rows, _BATCH)):
            _put(batch)
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute("SELECT DISTINCT commune_id, name_folded FROM registers_entry_name")
        learn(cursor.fetchall())
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('registers_entry', 'id'), max(id))"
            " FROM registers_entry"
        )
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


@contextmanager
def _without_indexes() -> Iterator[None]:
    """The indexes of the names are taken away and made of what is there afterwards."""
    lite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if not lite:
            cursor.execute("SET maintenance_work_mem = '512MB'")
            cursor.execute(f"DROP INDEX {NAMES.index}")
        with connection.schema_editor() as editor:
            for index in EntryName._meta.indexes:
                editor.remove_index(EntryName, index)
        if lite:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [f"{NAMES.index}_put"])
            trigger = cursor.fetchone()[0]
            cursor.execute(f"DROP TRIGGER {NAMES.index}_put")
    yield
    with connection.cursor() as cursor:
        with connection.schema_editor() as editor:
            for index in EntryName._meta.indexes:
                editor.add_index(EntryName, index)
        if lite:
            # The words of a row, as its trigger writes them.
            words = trigger.split("VALUES (new.id, ")[1].rsplit(");", 1)[0].replace("new.", "")
            cursor.execute(
                f"INSERT INTO {NAMES.index} (rowid, words) SELECT id, {words} FROM {NAMES.table}"
            )
            cursor.execute(trigger)
        else:
            cursor.execute(f"CREATE INDEX {NAMES.index} ON {NAMES.table} USING gin (words)")


@transaction.atomic
def _put(batch: list[tuple[tuple[object, ...], list[tuple[object, ...]]]]) -> None:
    _many("registers_entry", _ENTRY, [entry for entry, _ in batch])
    _many("registers_entry_name", _NAME, [name for _, names in batch for name in names])


def _many(table: str, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(columns))
        cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)


def _entries(
    commune: Commune, entries: int
) -> Iterator[tuple[tuple[object, ...], list[tuple[object, ...]]]]:
    chance, people = Random(2), People(1)
    books: dict[tuple[str, int], tuple[int, int]] = {}
    for key in range(1, entries + 1):
        kind = chance.choice(("birth", "birth", "birth", "birth", "marriage", "death"))
        named = _named(kind, people)
        born = int(named[0][2][:4])
        year = min(born + {"birth": 0, "marriage": 23, "death": 60}[kind], 2026)
        book, number = books.get((kind, year)) or (_book(commune, kind, year), 0)
        books[kind, year] = book, number + 1
        content = {f"{who}.{what}": value for who, name, birth in named
                   for what, value in (("name", name), ("birth", birth))}  # fmt: skip
        entry = (
            key, commune.pk, book, kind, year, number // 200 + 1, number + 1, number % 200 + 1,
            f"{year}-06-01", json.dumps(content, ensure_ascii=False), f"bench:{key}", "bench",
            "Mẫu", "2026-01-01 00:00:00+00:00", False, "",
        )  # fmt: skip
        yield (
            entry,
            [(key, commune.pk, kind, who, name, folded(name), birth) for who, name, birth in named],
        )


def _named(kind: str, people: People) -> list[tuple[str, str, str]]:
    if kind == "birth":
        _, child = people.one()
        birth = people.day(1945, 2025)
        parents = [("mother", people.one("female")[1]), ("father", people.one("male")[1])]
        year = int(birth[:4])
        return [
            ("child", child, birth),
            *((who, name, str(year - 20 - len(name) % 15)) for who, name in parents),
        ]
    if kind == "marriage":
        return [
            ("husband", people.one("male")[1], people.day(1945, 2004)),
            ("wife", people.one("female")[1], people.day(1945, 2004)),
        ]
    return [("deceased", people.one()[1], people.day(1925, 2000))]


def _book(commune: Commune, kind: str, year: int) -> int:
    row, _ = Book.objects.get_or_create(commune=commune, kind=kind, year=year, volume=1)
    return row.pk
