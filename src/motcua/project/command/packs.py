"""motcua packs new | check | load | export."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click
from django.conf import settings

from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import day_of, now
from motcua.procedures import actions, loader, starting, vocabulary
from motcua.procedures.actions import LoadReport
from motcua.procedures.errors import PackHasProblems
from motcua.procedures.queries import content_in_force
from motcua.procedures.writing import archive_of
from motcua.project.command.exits import Found

_PLACE = click.Path(exists=True, file_okay=False, path_type=Path)
_FOLDER = click.argument("folder", type=_PLACE, required=False)
_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


def _one_of(words: frozenset[str]) -> click.Choice[str]:
    return click.Choice(sorted(words))


@click.group()
def packs() -> None:
    """The law as data: procedures, forms, fees, deadlines."""


@packs.command()
@click.argument("code")
@click.option("--title", help="Its name in Vietnamese.")
@click.option("--field", type=_one_of(vocabulary.FIELDS_OF_LAW), help="Its field of law.")
@click.option("--from", "day", type=_DAY, help="The day from which it holds.")
@click.option("--route", default="check,sign", show_default=True, help="Who works on it.")
@click.option("--book", type=_one_of(vocabulary.BOOKS), help="The book that its decision enters.")
@click.option("--result", type=_one_of(vocabulary.TEMPLATES), help="The layout of its paper.")
@click.option("--like", default="", help="Code of a procedure that is made alike.")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help="Where it goes.")
def new(
    code: str,
    title: str | None,
    field: str | None,
    day: datetime | None,
    route: str,
    book: str | None,
    result: str | None,
    like: str,
    folder: Path | None,
) -> None:
    """Begin the pack CODE, and say what is left to write in it. Asks for what was not given."""
    wish = starting.Wish(
        code=code,
        title=_asked(title, "Its name in Vietnamese", ""),
        field=field or "civil_status"
        if like
        else _asked(field, "Its field of law", "civil_status"),
        day=day.date() if day else _day_asked(),
        route=_stations(route),
        book=book or "" if like else _asked(book, "The book that its decision enters", ""),
        result=result or "" if like else _asked(result, "The layout of its paper", ""),
    )
    where = folder or settings.PACKS
    for file in starting.begin(where, wish, like=like):
        click.echo(str(file))
    left = [one for one in loader.check(where) if f"/{code}/" in one.file]
    click.echo(f"\nLeft to write: {len(left)}" if left else "\npacks: in order")
    for problem in left:
        click.echo(str(problem))


def _asked(given: str | None, question: str, otherwise: str) -> str:
    """What was given; else what is typed, where somebody sits there."""
    if given is not None or not sys.stdin.isatty():
        return given or otherwise
    return str(click.prompt(question, default=otherwise, show_default=bool(otherwise)))


def _day_asked() -> date:
    if not sys.stdin.isatty():
        return _today()
    given: datetime = click.prompt("The day from which it holds", type=_DAY, default=f"{_today()}")
    return given.date()


def _today() -> date:
    return day_of(now())


def _stations(route: str) -> tuple[str, ...]:
    steps = tuple(step.strip() for step in route.split(","))
    if not vocabulary.STEPS.issuperset(steps):
        raise click.BadParameter(
            f"Use {', '.join(sorted(vocabulary.STEPS))}.", param_hint="--route"
        )
    return steps


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
    click.echo("\n".join(made.made) or "packs: nothing new")
    for line in said_of(made):
        click.echo(line)


@packs.command()
@click.argument("code")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--on", "day", type=_DAY, help="A day on which it is in force; today.")
def export(code: str, file: Path | None, day: datetime | None) -> None:
    """Write the procedure CODE, with all that was changed in it, as a pack: a ZIP of its files."""
    content = content_in_force(code, day.date() if day else _today())
    target = file or Path(f"{code}.zip")
    target.write_bytes(archive_of(content))
    click.echo(str(target))


def load_packs(folder: Path, province: str | None = None) -> LoadReport:
    """Load the packs of a folder."""
    return actions.load(folder, by=SYSTEM, at=now(), province=province)


def load_changed_packs(folder: Path) -> LoadReport:
    """The same at a start: a folder that was loaded as it is now is not read and checked again."""
    return LoadReport((), ()) if actions.is_loaded(folder) else load_packs(folder)


def said_of(report: LoadReport) -> Iterator[str]:
    """What an administrator should know of a loading: changes of theirs that the packs touch."""
    becomes = {
        "touched": "the change stays; ask for another one to follow the pack",
        "ended": "the change ends there",
        "gone": "there is nothing left to change",
    }
    for one in report.touched:
        yield (
            f"{one.amendment.code} {one.change.place}: changed by {one.amendment.by_name} from "
            f"{one.change.before!r} to {one.change.after!r}; the pack from {one.edition} on says "
            f"{one.pack!r}: {becomes[one.fate]}"
        )
