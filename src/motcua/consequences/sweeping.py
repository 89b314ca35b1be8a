"""Files that no row names are taken away; rows whose file is gone are noted for the health page.

A day's round goes through all folders, some each hour, so that no hour has more to do than it can.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

import structlog
from django.apps import apps
from django.conf import settings
from django.db import models

from motcua.consequences.models import LostFile
from motcua.foundation.clock import local
from motcua.foundation.files import FileDigest, folders, missing, sweep
from motcua.foundation.hold import Busy, held

log = structlog.get_logger(__name__)

EVERY = timedelta(hours=1)
_HOURS = 24
_CHUNK = 500

Column = tuple[type[models.Model], str]


def sweep_files(at: datetime) -> None:
    """The folders of this hour; none while a backup copies what they hold."""
    try:
        with held(settings.DATA / "files-lock", alone=True):
            for folder in folders()[local(at).hour :: _HOURS]:
                _sweep(folder, at)
                _look_for(folder, at)
    except Busy:
        log.info("files.sweep_put_off")


def lost_files() -> int:
    """How many kept files were not on the disk when they were last looked for."""
    return LostFile.objects.count()


def columns() -> list[Column]:
    """Every column of the house that names kept files."""
    return [
        (model, field.attname)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileDigest)
    ]


def _sweep(folder: str, at: datetime) -> None:
    gone = sweep(folder, at=at, unnamed=_unnamed)
    if gone:
        log.info("files.swept", folder=folder, count=len(gone))


def _unnamed(digests: Collection[str]) -> Collection[str]:
    left = set(digests)
    for chunk in _chunks(sorted(digests)):
        for model, name in columns():
            left -= _named(model, name, **{f"{name}__in": chunk})
    return left


def _look_for(folder: str, at: datetime) -> None:
    """Look for every file of the folder that a row names; what is back is no longer lost."""
    after = f"{folder}g"
    named: set[str] = set()
    for model, name in columns():
        named |= _named(model, name, **{f"{name}__gte": folder, f"{name}__lt": after})
    lost = missing(named)
    known = LostFile.objects.filter(digest__gte=folder, digest__lt=after)
    known.exclude(digest__in=lost).delete()
    new = [LostFile(digest=one, found_at=at) for one in lost]
    LostFile.objects.bulk_create(new, ignore_conflicts=True)
    if lost:
        log.error("files.lost", folder=folder, count=len(lost))


def _named(model: type[models.Model], name: str, **within: object) -> set[str]:
    """What the column names of these; leaving out the blanks is what the index is made for."""
    rows = model._base_manager.exclude(**{name: ""}).filter(**within)
    return set(rows.values_list(name, flat=True))


def _chunks(digests: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(digests), _CHUNK):
        yield digests[start : start + _CHUNK]
