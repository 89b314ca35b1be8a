"""`motcua`: the one command. A subcommand's module is imported when it is called."""

import importlib
import os

import click
import django
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation

from motcua.foundation.loading import many_modules
from motcua.project.command.exits import Unready, told

COMMANDS = {
    "serve": "motcua.project.command.serve:serve",
    "worker": "motcua.project.command.worker:worker",
    "migrate": "motcua.project.command.migrate:migrate",
    "packs": "motcua.project.command.packs:packs",
    "ministry158": "motcua.project.command.ministry:ministry158",
    "places": "motcua.project.command.places:places",
    "demo": "motcua.project.command.demo:demo",
    "backup": "motcua.project.command.archive:backup",
    "restore": "motcua.project.command.archive:restore",
    "createuser": "motcua.project.command.accounts:createuser",
    "give-password": "motcua.project.command.accounts:give_password",
    "verify-log": "motcua.project.command.journal:verify_log",
    "export-log": "motcua.project.command.journal:export_log",
    "verify-qr": "motcua.project.command.papers:verify_qr",
    "qr-key": "motcua.project.command.papers:qr_key",
}
_HELP = """Runs the one door of a commune.

Exit codes: 0 done, 1 problems were found, 2 the command was called wrongly, 3 something around it
is missing or in the way (port, database, data directory).
"""


class Commands(click.Group):
    """Subcommands by their dotted paths, with the settings read before their modules are."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        wake()
        module, _, name = COMMANDS[cmd_name].partition(":")
        with many_modules():
            command: click.Command = getattr(importlib.import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the subcommand; what the surroundings or the house refuse becomes an exit code."""
        wake()
        with translation.override("en"), told():
            return super().invoke(ctx)


def wake() -> None:
    """Bring up the settings and the rooms; Unready when the environment does not allow it."""
    if apps.ready:
        return
    # The database, the papers and every backup are for the account that runs the product alone.
    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
    try:
        with many_modules():
            django.setup()
    except (OSError, ValueError, ImproperlyConfigured) as fault:
        raise Unready(str(fault)) from fault


@click.command(cls=Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="motcua", prog_name="motcua")
def main() -> None:
    pass
