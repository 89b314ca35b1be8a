"""A list comes in, and somebody says what its columns are. Nothing of the commune is changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.files import keep
from motcua.foundation.names import tidy
from motcua.foundation.refusal import Refusal, refuse_all
from motcua.sheets.access import must_take
from motcua.sheets.errors import ColumnMissing, ColumnTwice, KindMissing, ListElsewhere, UnknownList
from motcua.sheets.fields import bare, fields_of, is_kind
from motcua.sheets.looking import look
from motcua.sheets.models import BroughtList, ChosenColumns, Stage


def bring(
    *, press: UUID, commune: str, kind: str, path: Path, name: str, by: Actor, at: datetime
) -> BroughtList:
    """Keep a file and guess what its columns are; the same press again gives the list it made.

    Refuses NotYourLists, KindMissing, HeadingsMissing and what `reading.opened` does.
    """
    must_take(by, commune)
    known = BroughtList.objects.filter(pk=press).first()
    if known is not None:
        return seen(known.pk, by=by, commune=commune)
    if not is_kind(kind):
        raise KindMissing(field="kind")
    digest = keep(path.read_bytes())
    found = look(digest, commune=commune, kind=kind)
    with transaction.atomic():
        made = BroughtList.objects.create(
            pk=press,
            commune_id=commune,
            kind=kind,
            file=digest,
            file_name=tidy(name)[:200],
            told=dict(found.told),
            heading_row=found.heading_row,
            columns=list(found.columns),
            brought_by=by.id,
            brought_by_name=by.name,
            brought_at=at,
        )
        facts = {"kind": kind, "file": digest}
        record(chain=commune, by=by, at=at, verb="bring_list", about=f"list:{made.pk}", facts=facts)
    return made


def seen(key: UUID, *, by: Actor, commune: str) -> BroughtList:
    """One list of the commune; refuses NotYourLists and UnknownList."""
    must_take(by, commune)
    found = BroughtList.objects.filter(pk=key, commune_id=commune).first()
    if found is None:
        raise UnknownList
    return found


def map_columns(
    *,
    brought: BroughtList,
    heading_row: int,
    columns: Sequence[str],
    by: Actor,
    at: datetime,
) -> None:
    """Say what the columns are, and have the worker look at every row; the choice is remembered.

    Refuses NotYourLists, ColumnMissing, ColumnTwice and ListElsewhere.
    """
    must_take(by, brought.commune_id)
    refuse_all(_unfit(brought.kind, columns))
    found = look(
        brought.file, commune=brought.commune_id, kind=brought.kind, heading_row=heading_row
    )
    with transaction.atomic():
        rows = BroughtList.objects.select_for_update().filter(pk=brought.pk)
        if not rows.filter(stage__in=(Stage.MAPPING, Stage.CHECKED, Stage.FAILED)).exists():
            raise ListElsewhere
        rows.update(
            heading_row=heading_row,
            columns=list(columns),
            stage=Stage.CHECKING,
            rows_done=0,
            rows_total=0,
            found={},
            fault="",
        )
        _remember(brought, found.headings, columns)
        about, facts = f"list:{brought.pk}", {"columns": [one for one in columns if one]}
        chain = brought.commune_id
        record(chain=chain, by=by, at=at, verb="map_columns", about=about, facts=facts)


def _unfit(kind: str, columns: Sequence[str]) -> Iterator[Refusal]:
    for field in fields_of(kind):
        if list(columns).count(field.name) > 1:
            yield ColumnTwice(field="columns", name=field.label)
    lacking = [str(one.label) for one in fields_of(kind) if one.must and one.name not in columns]
    if lacking:
        yield ColumnMissing(field="columns", names=", ".join(lacking))


def _remember(brought: BroughtList, headings: Sequence[str], columns: Sequence[str]) -> None:
    row, _ = ChosenColumns.objects.get_or_create(commune_id=brought.commune_id, kind=brought.kind)
    said = dict(zip((bare(one) for one in headings), columns, strict=False))
    row.columns = {**row.columns, **{flat: name for flat, name in said.items() if flat}}
    row.save(update_fields=["columns"])
