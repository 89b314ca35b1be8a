"""How a command ends when it does not end well. Click itself ends with 2 for a wrong call."""

import click


class Found(click.ClickException):
    """Problems were found: what the command looked at is not as it should be."""

    exit_code = 1


class Unready(click.ClickException):
    """Something around the command is missing or in the way."""

    exit_code = 3
