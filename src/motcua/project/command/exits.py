"""How a command ends when it does not end well. Click itself ends with 2 for a wrong call."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.db.utils import OperationalError, ProgrammingError

from motcua.foundation.refusal import Refusal


class Found(click.ClickException):
    """Problems were found: what the command looked at is not as it should be."""

    exit_code = 1


class Unready(click.ClickException):
    """Something around the command is missing or in the way."""

    exit_code = 3


@contextmanager
def told() -> Iterator[None]:
    """What the surroundings or the house refuse becomes a sentence and an exit code."""
    try:
        yield
    except Refusal as refusal:
        raise Found(str(refusal)) from refusal
    except OperationalError as fault:
        raise Unready(f"the database does not answer: {fault}") from fault
    except ProgrammingError as fault:
        raise Unready(f"the database is not as it should be: {fault} (motcua migrate)") from fault
    except OSError as fault:
        raise Unready(str(fault)) from fault
