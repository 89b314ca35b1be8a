"""Rows of the database as lines of JSON, and back."""

import base64
import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import IO, Any
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models
from django.db.migrations.recorder import MigrationRecorder

_CHUNK = 2000
# Sessions end with a move; the framework makes its own lists anew.
_LEFT_OUT = frozenset({"django_session"})
# Filled by `migrate` in every new database.
_MADE_ANEW = ("auth_permission", "django_content_type")
_AS_TEXT = (datetime, date, time, timedelta, Decimal, UUID)

Model = type[models.Model]


def tables() -> list[Model]:
    """Every table of rows, in an order that a reader understands."""
    found = apps.get_models(include_auto_created=True)
    kept = [m for m in found if m._meta.managed and not m._meta.proxy]
    return sorted(
        (m for m in kept if m._meta.db_table not in _LEFT_OUT), key=lambda m: m._meta.db_table
    )


def migrations() -> list[str]:
    """Which changes of the tables this database has seen."""
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def dump(model: Model, file: IO[bytes]) -> int:
    """Write a table's rows; how many there were."""
    names = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list(*names)
    count = 0
    for row in rows.iterator(chunk_size=_CHUNK):
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_plain)
        file.write(text.encode() + b"\n")
        count += 1
    return count


def clear() -> None:
    """Take away what `migrate` has filled in by itself."""
    for model in tables():
        if model._meta.db_table in _MADE_ANEW:
            model._base_manager.all().delete()


def load(model: Model, lines: Iterable[bytes], loaded: Callable[[int], object]) -> int:
    """Put rows into an empty table, exactly as they were; how many there were."""
    fields = model._meta.concrete_fields
    count = 0
    for chunk in _chunks(lines):
        rows = [_row(model, fields, line) for line in chunk]
        step = max(1, connection.ops.bulk_batch_size(fields, rows))
        for at in range(0, len(rows), step):
            # raw: no field may put today's date in the place of the one that was kept.
            model._base_manager._insert(  # type: ignore[attr-defined]
                rows[at : at + step], fields=fields, raw=True, using=connection.alias
            )
        count += len(rows)
        loaded(len(rows))
    return count


def set_sequences() -> None:
    """Have the next row of each table take the number after the last (PostgreSQL)."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _row(model: Model, fields: Iterable["models.Field[Any, Any]"], line: bytes) -> models.Model:
    values = json.loads(line)
    named = zip(fields, values, strict=True)
    return model(**{field.attname: field.to_python(value) for field, value in named})


def _chunks(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    rest = iter(lines)
    while chunk := list(itertools.islice(rest, _CHUNK)):
        yield chunk


def _plain(value: object) -> str:
    if isinstance(value, _AS_TEXT):
        return str(value)
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(value).decode()
    raise TypeError(f"a backup cannot hold a {type(value).__name__}")
