"""What the search asks of the names in the books, each question by the index that answers it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.db import connection

from motcua.foundation.name_index import Condition
from motcua.registers.born import Born
from motcua.registers.kinds import books
from motcua.registers.meant import Group
from motcua.registers.search import NAMES


@dataclass(frozen=True, slots=True)
class Where:
    """In which books of which commune, and born when."""

    commune: str
    kinds: Sequence[str]
    born: Born | None = None


@cache
def parts_about() -> tuple[tuple[str, str], ...]:
    """Each kind of book with each part of it that an entry is of: ("birth", "child"), …"""
    return tuple((kind.code, who) for kind in books().values() for who in kind.about)


@cache
def _about() -> tuple[str, ...]:
    return tuple(sorted({who for _, who in parts_about()}))


def by_name(group: Group, where: Where, limit: int) -> list[int]:
    """Keys of those who bear a name of the group: its first name before the others, whom the entry
    is of before whom it names beside, the newest first."""
    if group.common:
        years = where.born.years if where.born else ()
        exact = {"commune_id": (where.commune,), "kind": where.kinds}
        # Asked beside the years, PostgreSQL would read all who were born then for nothing.
        rows = Condition() if where.born and where.born.whole_years else _birth(where)
        return NAMES.newest(
            group.common, exact=exact, cut=group.cut, years=years, rows=rows, limit=limit
        )
    if not group.names:
        return []
    asked = _all_of(
        Condition(" AND t.commune_id = %s", (where.commune,)),
        _one_of("t.name_folded", group.names),
        _kinds(where.kinds),
        _birth(where),
    )
    about = _one_of("t.who", _about())
    # A sum: no plan shall read the table from its end until a rare name has come often enough.
    sql = (
        f"SELECT t.id FROM registers_entry_name t WHERE 1 = 1{asked.sql} ORDER BY"  # noqa: S608 # nosec
        f" CASE WHEN t.name_folded = %s THEN 0 ELSE 1 END, CASE WHEN 1 = 1{about.sql} THEN 0 ELSE 1"
        " END, t.id + 0 DESC LIMIT %s"
    )
    return _read(sql, [*asked.values, group.names[0], *about.values, limit])


def born_then(where: Where, limit: int) -> list[int]:
    """Keys of those of whom an entry is and who were born then, the earliest first."""
    parts, values = [], list[str | int]()
    # Those of one day stand in the index by their key; a sum keeps PostgreSQL from reading the
    # whole table by its keys until it has met enough of them.
    order = "t.id" if connection.vendor == "sqlite" else "t.id + 0"
    for kind, who in parts_about():
        for stretch in where.born.stretches() if where.born and kind in where.kinds else ():
            parts.append(
                "SELECT * FROM (SELECT t.id, t.birth FROM registers_entry_name t WHERE"  # noqa: S608 # nosec
                " t.commune_id = %s AND t.kind = %s AND t.who = %s"
                f"{stretch.sql} ORDER BY t.birth, {order} LIMIT %s) part"
            )
            values += [where.commune, kind, who, *stretch.values, limit]
    if not parts:
        return []
    sql = f"{' UNION ALL '.join(parts)} ORDER BY 2, 1 LIMIT %s"
    return _read(sql, [*values, limit])


def beside(
    other: Sequence[str], names: Sequence[str] | None, where: Where, limit: int
) -> list[int]:
    """Keys of those in whose entry somebody bears one of the names `other`.

    Who bear one of `names` themselves; of whom the entry is, where None.
    """
    if not other or (names is not None and not names):
        return []
    asked = _all_of(
        _one_of("o.name_folded", other),
        _kinds(where.kinds),
        _birth(where),
        _one_of("t.who", _about()) if names is None else _one_of("t.name_folded", names),
    )
    sql = (
        "SELECT t.id FROM registers_entry_name o JOIN registers_entry_name t"  # noqa: S608 # nosec
        " ON t.entry_id = o.entry_id AND t.id <> o.id AND t.commune_id = o.commune_id"
        f" WHERE o.commune_id = %s{asked.sql} LIMIT %s"
    )
    return _read(sql, [where.commune, *asked.values, limit])


def _read(sql: str, values: Sequence[str | int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return [int(row[0]) for row in cursor.fetchall()]


def _birth(where: Where) -> Condition:
    return where.born.condition() if where.born else Condition()


def _kinds(kinds: Sequence[str]) -> Condition:
    return Condition() if len(kinds) == len(books()) else _one_of("t.kind", kinds)


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return Condition(f" AND {column} IN ({', '.join(['%s'] * len(values))})", tuple(values))


def _all_of(*conditions: Condition) -> Condition:
    values = tuple(value for one in conditions for value in one.values)
    return Condition("".join(one.sql for one in conditions), values)
