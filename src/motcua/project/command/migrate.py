"""motcua migrate."""

import click

from motcua.project import prepare


@click.command()
def migrate() -> None:
    """Bring the database up to date with this version."""
    if not prepare.migrate(click.echo):
        click.echo("database: up to date")
