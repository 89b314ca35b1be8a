"""motcua places: units that are renamed or merged, from a day on."""

from datetime import datetime

import click

from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.places import actions
from motcua.places.models import Level

_LEVELS = click.Choice([level.value for level in Level])
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group()
def places() -> None:
    """Provinces, communes and villages: a new name, or one that becomes part of another."""


@places.command()
@click.argument("level", type=_LEVELS)
@click.argument("code")
@click.argument("name")
@click.option("--on", type=_DAY, required=True, help="The first day of the new name, 2026-07-01.")
@click.option("--basis", required=True, help="The resolution that says so.")
def rename(level: str, code: str, name: str, on: datetime, basis: str) -> None:
    """From a day on the unit bears NAME; papers of before keep the old one."""
    day = on.date()
    actions.rename(level=level, unit=code, name=name, on=day, basis=basis, by=SYSTEM, at=now())
    click.echo(f"{level} {code}: {name} from {day}")


@places.command()
@click.argument("level", type=_LEVELS)
@click.argument("codes", nargs=-1, required=True)
@click.option("--into", required=True, help="Code of the unit that they become part of.")
@click.option("--on", type=_DAY, required=True, help="The first day of the merger, 2025-07-01.")
@click.option("--basis", required=True, help="The resolution that says so.")
def merge(level: str, codes: tuple[str, ...], into: str, on: datetime, basis: str) -> None:
    """From a day on the units CODES are part of another; what names them keeps naming them."""
    if into in codes:
        raise click.BadParameter("a unit does not become part of itself", param_hint="--into")
    day = on.date()
    actions.merge(level=level, units=codes, into=into, on=day, basis=basis, by=SYSTEM, at=now())
    click.echo(f"{level} {', '.join(codes)}: part of {into} from {day}")
