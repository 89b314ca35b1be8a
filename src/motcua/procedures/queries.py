"""Which law is in force, and the law of an old dossier. Versions never change, so they are kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Q

from motcua.foundation.statements import Place, Statement
from motcua.procedures.assembly import assembled
from motcua.procedures.calendar_queries import calendar_of as calendar_of
from motcua.procedures.errors import NoProcedureInForce, NoSuchVersion
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.pack import Field, Procedure

# Asked on every page of a procedure: a statement of its own costs a tenth.
_IN_FORCE = """
SELECT id FROM procedures_version
WHERE code = %s AND valid_from <= %s AND (valid_to IS NULL OR valid_to >= %s)
ORDER BY valid_from DESC, version DESC LIMIT 1
"""
# A draft is let go after two months without a touch: so many versions back is far enough.
_EARLIER = 20


def in_force(code: str, on: date) -> Procedure:
    """The procedure as it is on a day; NoProcedureInForce when it is not offered then.

    Of several that are valid on the day, the one with the later beginning, then the later
    loading: a corrected pack replaces the one that it corrects.
    """
    with connection.cursor() as cursor:
        cursor.execute(_IN_FORCE, [code, on, on])
        row = cursor.fetchone()
    if row is not None:
        return by_version(row[0])
    raise NoProcedureInForce(code=code, day=on.strftime("%d/%m/%Y"))


def content_in_force(code: str, on: date) -> dict[str, Any]:
    """The same as it was kept, to be compared, changed or written as a pack."""
    version_id = in_force(code, on).version_id
    content: dict[str, Any] = ProcedureVersion.objects.values_list("content", flat=True).get(
        pk=version_id
    )
    return content


def catalogue(on: date) -> tuple[Procedure, ...]:
    """Every procedure offered on a day, by code."""
    newest = dict(_VALID.all(on=on))
    return tuple(by_version(version_id) for version_id in newest.values())


@cache
def by_version(version_id: int) -> Procedure:
    """The procedure under which a dossier was filed."""
    row = ProcedureVersion.objects.filter(pk=version_id).first()
    if row is None:
        raise NoSuchVersion(version_id=version_id)
    return assembled(row.content, version=row.version, version_id=row.pk, digest=row.digest)


@cache
def no_longer_asked(version_id: int) -> Mapping[str, Field]:
    """Questions that earlier versions asked and this one does not, by name, as the last of them
    asked; of a question that is still asked, with the choices that are not offered any more."""
    now, gone = by_version(version_id), dict[str, Field]()
    rows = ProcedureVersion.objects.filter(code=now.code, valid_from__lte=now.valid_from)
    for row in rows.exclude(pk=version_id).order_by("-valid_from", "-version")[:_EARLIER]:
        old = assembled(row.content, version=row.version, version_id=row.pk, digest=row.digest)
        for field in old.form.fields:
            _note_lost(field, now.form.by_name.get(field.name), gone)
    return gone


def _note_lost(old: Field, now: Field | None, gone: dict[str, Field]) -> None:
    known = gone.get(old.name)
    here = {one.value for one in (*(now.choices if now else ()), *(known.choices if known else ()))}
    lost = tuple(one for one in old.choices if one.value not in here)
    if known is None and (now is None or lost):
        gone[old.name] = replace(old, choices=lost)
    elif known is not None:
        gone[old.name] = replace(known, choices=(*known.choices, *lost))


# The versions that hold on a day; of several of one code the last replaces the others.
_VALID = Statement(
    lambda: (
        ProcedureVersion.objects.filter(
            Q(valid_to=None) | Q(valid_to__gte=Place("on")), valid_from__lte=Place("on")
        )
        .order_by("code", "valid_from", "version")
        .values_list("code", "id")
    )
)
