"""motcua createuser."""

import secrets

import click
from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import SYSTEM, Role
from motcua.foundation.clock import day_of, now
from motcua.foundation.names import tidy
from motcua.people.models import Account, Membership
from motcua.places.models import Commune
from motcua.project.command.exits import Found

_STAFF = [role.value for role in Role if role not in (Role.GUEST, Role.RESIDENT, Role.SYSTEM)]


@click.command()
@click.argument("login")
@click.option("--name", required=True, help="The person's name, as it stands on papers.")
@click.option("--commune", required=True, help="Code of the commune.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice(_STAFF))
@click.option("--title", default="", help='How the person signs, such as "Phó Chủ tịch".')
@click.option("--password", envvar="MOTCUA_PASSWORD", help="Asked for or made up when not given.")
def createuser(
    login: str, name: str, commune: str, roles: tuple[str, ...], title: str, password: str | None
) -> None:
    """Make an account for a member of staff of a commune."""
    if not Commune.objects.filter(code=commune).exists():
        raise Found(f"there is no commune {commune}")
    if Account.objects.filter(login=login).exists():
        raise Found(f"there is an account {login} already")
    given = password or secrets.token_urlsafe(9)
    _enrol(login, tidy(name), commune, roles, title, given)
    click.echo(f"{login}: {', '.join(roles)} of {commune}")
    if not password:
        click.echo(f"password: {given}")


def _enrol(
    login: str, name: str, commune: str, roles: tuple[str, ...], title: str, password: str
) -> None:
    at = now()
    with transaction.atomic():
        account = Account.objects.create_user(login, password, name=name)
        for role in roles:
            Membership.objects.create(
                account=account, commune_id=commune, role=role, title=title, since=day_of(at)
            )
        record(
            chain=commune,
            by=SYSTEM,
            at=at,
            verb="create_account",
            about=f"account:{account.pk}",
            facts={"login": login, "roles": list(roles)},
        )
