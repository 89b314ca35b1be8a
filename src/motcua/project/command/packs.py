"""motcua packs check | load."""

from pathlib import Path

import click
from django.conf import settings

from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.procedures import actions, loader
from motcua.procedures.errors import PackHasProblems
from motcua.project.command.exits import Found

_FOLDER = click.argument(
    "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=False
)


@click.group()
def packs() -> None:
    """The law as data: procedures, forms, fees, deadlines."""


@packs.command()
@_FOLDER
def check(folder: Path | None) -> None:
    """Say every problem of the packs with its file, key and cure; 1 when there are any."""
    problems = loader.check(folder or settings.PACKS)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        raise Found(f"{len(problems)} problems")
    click.echo("packs: in order")


@packs.command()
@_FOLDER
@click.option("--province", help="Folder of the province whose own fees apply.")
def load(folder: Path | None, province: str | None) -> None:
    """Make a version of each procedure that is new or has changed."""
    try:
        made = load_packs(folder or settings.PACKS, province)
    except PackHasProblems as refusal:
        for problem in refusal.facts["problems"]:  # type: ignore[attr-defined]
            click.echo(str(problem))
        raise Found(str(refusal)) from refusal
    click.echo("\n".join(made) or "packs: nothing new")


def load_packs(folder: Path, province: str | None = None) -> tuple[str, ...]:
    """The versions that were made."""
    return actions.load(folder, by=SYSTEM, at=now(), province=province).made


def load_changed_packs(folder: Path) -> tuple[str, ...]:
    """The same at a start: a folder that was loaded as it is now is not read and checked again."""
    return () if actions.is_loaded(folder) else load_packs(folder)
