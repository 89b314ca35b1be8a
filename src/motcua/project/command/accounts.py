"""motcua createuser and give-password."""

import click
from django.db import transaction

from motcua.foundation.actor import SYSTEM, Role
from motcua.foundation.clock import day_of, now
from motcua.people import actions
from motcua.people.actions.staff import appoint, open_account
from motcua.people.models import Account
from motcua.people.passwords import made_up
from motcua.places.models import Commune
from motcua.project.command.exits import Found

# A volunteer has villages, which the administrator chooses on the page of the accounts.
_NOT_HERE = (Role.GUEST, Role.RESIDENT, Role.SYSTEM, Role.VOLUNTEER)
_STAFF = [role.value for role in Role if role not in _NOT_HERE]


@click.command()
@click.argument("login")
@click.option("--name", required=True, help="The person's name, as it stands on papers.")
@click.option("--commune", required=True, help="Code of the commune.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(_STAFF))
@click.option("--title", default="", help='How the person signs, such as "Phó Chủ tịch".')
@click.option("--password", envvar="MOTCUA_PASSWORD", help="Made up and shown when not given.")
def createuser(
    login: str, name: str, commune: str, roles: tuple[str, ...], title: str, password: str | None
) -> None:
    """Make an account for a member of staff of a commune."""
    if not Commune.objects.filter(code=commune).exists():
        raise Found(f"there is no commune {commune}")
    at, given = now(), password or made_up()
    with transaction.atomic():
        account = open_account(login=login, name=name, password=given, by=SYSTEM, at=at)
        for role in roles:
            appoint(
                account=account,
                commune=commune,
                role=Role(role),
                title=title,
                since=day_of(at),
                by=SYSTEM,
                at=at,
            )
    click.echo(f"{login}: {', '.join(roles)} of {commune}")
    if not password:
        click.echo(f"password: {given}")


@click.command("give-password")
@click.argument("login")
def give_password(login: str) -> None:
    """Give LOGIN a new password, shown once: for the administrator who has lost theirs."""
    account = Account.objects.filter(login=login).first()
    if account is None:
        raise Found(f"nobody signs in as {login}")
    click.echo(f"password: {actions.give_password(account=account, by=SYSTEM, at=now())}")
