"""New rows, and one row by its key, by statements that are made once for each table.

The ORM builds its INSERT anew for every row: 0.4 ms of processor time each, while the other
writers wait. Every act writes several rows, so they are written here. The same holds for the few
rows that every page asks for: who is signed in, and where they live.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

from motcua.foundation.statements import Place, Statement

Row = TypeVar("Row", bound=models.Model)


def insert(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model, in order; a key that the database makes is not read back."""
    if not rows:
        return
    statement, fields = _statement(type(rows[0]), connection.vendor)
    values = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
    for row in rows:
        row._state.adding = False


@cache
def _statement(
    model: type[models.Model], _vendor: str
) -> "tuple[str, list[models.Field[Any, Any]]]":
    fields = [
        field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)
    ]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    return f"INSERT INTO {table} ({columns}) VALUES ({places})", fields  # noqa: S608 # nosec B608


def by_key(model: type[Row], key: Any) -> Row | None:
    """The row with this primary key, or None; related rows are read when they are asked for."""
    return _reading(model).first(key=key)


@cache
def _reading(model: type[Row]) -> Statement[Row]:
    return Statement(lambda: model._default_manager.order_by().filter(pk=Place("key")))
