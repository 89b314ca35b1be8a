"""motcua backup and restore."""

from pathlib import Path

import click
from django.conf import settings
from django.db import transaction

from motcua.audit import journal
from motcua.audit.actions import record
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.places.models import Commune
from motcua.project import prepare
from motcua.project.archive import pack as packing
from motcua.project.archive import rows, unpack
from motcua.project.archive.manifest import Damaged
from motcua.project.command.exits import Found, Unready
from motcua.project.command.progress import Progress

_NEW = click.Path(dir_okay=False, writable=True, path_type=Path)
_THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=_NEW)
def backup(file: Path) -> None:
    """Write everything to FILE (.tar, or .tar.gz to compress): rows, papers, keys.

    The doors stay open meanwhile. FILE holds the secrets of the installation: keep it so.
    """
    files = sum(1 for _ in packing.files_of(settings.DATA))
    with Progress("backup", files + len(rows.tables())) as told:
        made = packing.pack(file, settings.DATA, at=now(), told=lambda _: told.added(1))
    file.chmod(0o600)
    _trace(rows=sum(made.rows.values()), files=files)
    click.echo(f"{sum(made.rows.values()):,} rows and {files:,} files in {file}")


@click.command()
@click.argument("file", type=_THERE)
@click.option("--check", is_flag=True, help="Only verify FILE; restore nothing.")
def restore(file: Path, check: bool) -> None:
    """Put a backup into an empty data directory and database.

    Every byte of FILE is verified first. Ends with 1 when FILE is damaged or does not fit this
    version, and with 3 when there is something already; nothing was changed then.
    """
    try:
        with Progress("verify", None) as verified:
            manifest = unpack.verify(file, verified.added)
        if check:
            click.echo(f"the backup of {manifest.made_at} is whole")
            return
        unpack.refuse_unless_empty(settings.DATA)
        prepare.migrate(click.echo)
        with Progress("rows", sum(manifest.rows.values())) as loaded:
            unpack.fill(file, manifest, settings.DATA, loaded.added)
    except Damaged as fault:
        raise Found(str(fault)) from fault
    except unpack.NotEmpty as fault:
        raise Unready(f"{fault}: a backup is restored into an empty place") from fault
    _tell_of_the_journal()
    click.echo(f"restored: the installation as it was at {manifest.made_at}")


def _trace(**facts: int) -> None:
    """Whoever takes everything along has read everything: each commune's auditor sees it, and
    each administrator how old the last one is."""
    at = now()
    with transaction.atomic():
        for commune in Commune.objects.order_by("code").values_list("code", flat=True):
            about = f"backup:{commune}"
            record(chain=commune, by=SYSTEM, at=at, verb="backup", about=about, facts=facts)


def _tell_of_the_journal() -> None:
    with Progress("journal", None) as walked:
        faults = list(journal.faults(walked.reached, {}))
    for fault in faults:
        click.echo(str(fault))
    if faults:
        raise Found("restored as it was, but the journal was already damaged")
