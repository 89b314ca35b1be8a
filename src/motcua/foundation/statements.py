"""A question to the database in the ORM's own words, compiled once and asked again and again.

To build and compile a query costs the ORM 0.2 to 0.9 ms of processor time, to ask it a tenth of
that. The few questions that every page asks stand beside the functions that ask them, with places
for the values.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import BooleanField, Expression, F, IntegerField, QuerySet
from django.db.models.query import ModelIterable, get_related_populators

Row = TypeVar("Row")


class Place(Expression):
    """Where a value comes to stand when the question is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """A parameter for `Statement` to put the value in."""
        return "%s", [self]


class Places(Place):
    """Where a list of one or more values comes to stand: ``filter(key__in=Places("keys"))``."""

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """All of them in one parameter, which is written as JSON."""
        return "(SELECT value FROM json_each(%s))", [self]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """All of them in one parameter, which is an array."""
        return "(SELECT unnest(%s))", [self]


class Texts(Places):
    """As `Places`, for a list of texts: PostgreSQL has to be told that they are."""

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """All of them in one parameter, which is an array of text."""
        return "(SELECT unnest(%s::text[]))", [self]


class Paired(Place):
    """Whether columns of a row are one of a list of pairs of texts or whole numbers, which is given
    as JSON: ``filter(Paired("pairs", "name", "birth"))``."""

    conditional = True

    def __init__(self, name: str, *columns: str) -> None:
        super().__init__(name)
        self.output_field = BooleanField()
        self._columns: list[Any] = [F(column) for column in columns]

    def get_source_expressions(self) -> list[Any]:
        """The columns."""
        return self._columns

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """The columns, resolved."""
        self._columns = list(exprs)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Both databases look each pair up in an index over the columns."""
        said = [compiler.compile(column) for column in self._columns]
        columns = ", ".join(sql for sql, _given in said)
        lite = connection.vendor == "sqlite"
        values = ", ".join(
            f"one.value ->> {place}"
            if lite or not isinstance(column.output_field, IntegerField)
            else f"(one.value ->> {place})::integer"
            for place, column in enumerate(self._columns)
        )
        pairs = f"SELECT {values} FROM {'json_each(%s)' if lite else _JSON_ROWS} one"  # noqa: S608 # nosec B608
        return f"({columns}) IN ({pairs})", [*(one for _sql, given in said for one in given), self]


_JSON_ROWS = "jsonb_array_elements(%s::jsonb)"


class Written(Expression):
    """A number that is written into the question and not given with it.

    SQLite takes an index over some rows alone only where it reads in the question which those are.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Its digits."""
        return str(int(self.number)), []


class Statement(Generic[Row]):
    """A SELECT with places: ``Statement(lambda: Thing.objects.filter(code=Place("code")))``.

    It gives what the query would: models with what `select_related` and `only` name, or the tuples
    of `values_list`; whatever would be a second question (`prefetch_related`) is not for it.
    """

    def __init__(self, made: Callable[[], QuerySet[Any, Row]]) -> None:
        self._compiled = cache(lambda _vendor: _Compiled(made()))

    def all(self, **values: object) -> list[Row]:
        """The rows for these values, one value for each place."""
        return self._compiled(connection.vendor).rows(values)

    def first(self, **values: object) -> Row | None:
        """The first row or None; that no more are read is said in the query."""
        return next(iter(self.all(**values)), None)


class _Compiled:
    """The SQL for one kind of database, and what makes our values of its own."""

    def __init__(self, asked: QuerySet[Any, Any]) -> None:
        compiler = asked.query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, self._parameters = compiler.as_sql()
        self._converters = compiler.get_converters([column[0] for column in compiler.select])
        self._compiler = compiler
        self._shaped = _models(compiler) if asked._iterable_class is ModelIterable else tuple

    def rows(self, values: Mapping[str, object]) -> list[Any]:
        """What the database answers."""
        given: list[Any] = [
            _stored(values[one.name]) if isinstance(one, Place) else one for one in self._parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, given)
            found = cursor.fetchall()
        if self._converters:
            found = self._compiler.apply_converters(found, self._converters)
        return [self._shaped(row) for row in found]


def _models(compiler: Any) -> Callable[[Any], Any]:
    """What makes a model of a row, and of its columns the models that stand beside it."""
    select, about = compiler.select, compiler.klass_info
    first, last = about["select_fields"][0], about["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[first:last]]
    beside = get_related_populators(about, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]

    def made(row: Any) -> Any:
        model = about["model"].from_db(DEFAULT_DB_ALIAS, names, row[first:last])
        for one in beside:
            one.populate(row, model)
        return model

    return made


def _stored(value: object) -> object:
    """A value as the driver takes it."""
    if isinstance(value, list):
        values = [_stored(one) for one in value]
        return json.dumps(values) if connection.vendor == "sqlite" else values
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
