"""motcua ministry158 check: whether the ministry's civil-status software would take a file."""

from pathlib import Path

import click

from motcua.project.command.exits import Found
from motcua.sheets.ministry158.checking import check as look_at


@click.group()
def ministry158() -> None:
    """Files for the ministry's civil-status software (hộ tịch 158)."""


@ministry158.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Say every row and column that would be refused, why, and the cure; 1 when there are any."""
    found = look_at(file)
    for fault in found.faults:
        click.echo(
            f"row {fault.row}, column {fault.place} {fault.column}: {fault.reason} {fault.cure}"
        )
    if found.faults:
        more = " and more" if found.more else ""
        raise Found(f"{len(found.faults)}{more} to put right")
    click.echo(f"{found.kind}: {found.rows} rows, in order")
