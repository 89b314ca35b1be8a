"""New rows, and one row by its key, by statements that are made once for each table.

The ORM builds its INSERT anew for every row: 0.4 ms of processor time each, while the other
writers wait. Every act writes several rows, so they are written here. The same holds for the few
rows that every page asks for: who is signed in, and where they live.
"""

from collections.abc import Sequence
from functools import cache
from types import NoneType
from typing import Any, TypeVar

from django.db import connection, models

from motcua.foundation.statements import Place, Statement

Row = TypeVar("Row", bound=models.Model)

# What goes into a column as it is; whatever else stands there is made ready by its field, which
# costs ten times as much.
_AS_IT_IS: dict[type, frozenset[type]] = {
    models.CharField: frozenset({str, NoneType}),
    models.TextField: frozenset({str, NoneType}),
    models.BooleanField: frozenset({bool, NoneType}),
    models.IntegerField: frozenset({int, NoneType}),
    models.PositiveIntegerField: frozenset({int, NoneType}),
    models.PositiveSmallIntegerField: frozenset({int, NoneType}),
    models.BigAutoField: frozenset({int, NoneType}),
    models.DateTimeField: frozenset({NoneType}),
    models.UUIDField: frozenset({NoneType}),
}


def insert(rows: Sequence[models.Model]) -> None:
    """Insert new rows of one model, in order; a key that the database makes is not read back."""
    if not rows:
        return
    statement, fields = _statement(type(rows[0]), connection.vendor)
    values = [
        [
            value
            if type(value := getattr(row, name)) in plain
            else field.get_db_prep_save(value, connection)
            for name, plain, field in fields
        ]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, values)
    for row in rows:
        row._state.adding = False


@cache
def _statement(
    model: type[models.Model], _vendor: str
) -> "tuple[str, list[tuple[str, frozenset[type], models.Field[Any, Any]]]]":
    fields = [
        field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)
    ]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 # nosec B608
    return statement, [(field.attname, as_it_is(field), field) for field in fields]


def as_it_is(field: "models.Field[Any, Any]") -> frozenset[type]:
    """The types of what goes into a column as it is."""
    while isinstance(field, models.ForeignKey):
        field = field.target_field
    return _AS_IT_IS.get(type(field), frozenset())


def by_key(model: type[Row], key: Any) -> Row | None:
    """The row with this primary key, or None; related rows are read when they are asked for."""
    return _reading(model).first(key=key)


@cache
def _reading(model: type[Row]) -> Statement[Row]:
    return Statement(lambda: model._default_manager.order_by().filter(pk=Place("key")))
