"""motcua verify-log and export-log."""

import base64
import itertools
from collections.abc import Iterator
from pathlib import Path

import click
from django.conf import settings

from motcua.audit import bundle, journal
from motcua.audit.key import journal_key
from motcua.audit.models import JournalLine
from motcua.audit.verify import End, Fault
from motcua.foundation.clock import now
from motcua.project.command.exits import Found
from motcua.project.command.keys import KEY
from motcua.project.command.progress import Progress

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
# Who cut a journal to pieces needs no list of every piece.
_SHOWN = 50


@click.command("verify-log")
@click.option("--bundle", "file", type=_FILE, help="Verify an exported file; no database is read.")
@click.option("--key", type=KEY, help="The installation's public key, which must have signed it.")
@click.option("--attested", type=_FILE, help="A bundle exported earlier, which must be continued.")
def verify_log(file: Path | None, key: bytes | None, attested: Path | None) -> None:
    """Look for lines of the journal that were changed, removed, moved or cut off.

    Ends with 1 and names each such line when there are any.
    """
    if file is None:
        ends = _ends(attested) if attested else {}
        with Progress("journal", JournalLine.objects.count()) as walked:
            _tell(journal.faults(walked.reached, ends), "the journal is whole")
        return
    with file.open("rb") as lines, Progress("bundle", None) as walked:
        faults = bundle.faults(lines, trusted=key, walked=walked.reached)
        _tell(faults, f"the bundle is whole{'' if key else _signed_by(file)}")


@click.command("export-log")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@click.option("--commune", multiple=True, help="Only this commune's chain; may be repeated.")
def export_log(file: Path, commune: tuple[str, ...]) -> None:
    """Write the journal to FILE, signed, for an auditor who has no access to the database."""
    key = journal_key(settings.DATA)
    with file.open("xb") as out, Progress("journal", JournalLine.objects.count()) as walked:
        lines = journal.lines(commune or None)
        made = bundle.write(out, lines, key=key, at=now(), walked=walked.reached)
    public = key.public_key().public_bytes_raw()
    click.echo(f"{made.lines:,} lines in {len(made.ends)} chains")
    click.echo(f"key {base64.b64encode(public).decode()} ({made.key})")


def _tell(faults: Iterator[Fault], whole: str) -> None:
    shown = list(itertools.islice(faults, _SHOWN))
    for fault in shown:
        click.echo(str(fault))
    more = sum(1 for _ in faults)
    if shown:
        raise Found(f"{len(shown) + more:,} faults" + (f", {_SHOWN} shown" if more else ""))
    click.echo(whole)


def _ends(file: Path) -> dict[str, End]:
    with file.open("rb") as lines:
        return dict(bundle.manifest_of(lines).ends)


def _signed_by(file: Path) -> str:
    with file.open("rb") as lines:
        return f"; its key is {bundle.manifest_of(lines).key}: compare it with the installation's"
