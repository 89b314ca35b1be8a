"""Accounts and the roles that they hold."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.names import tidy
from motcua.people.account import Account, Membership
from motcua.people.errors import LoginTaken, NotYourPeople


def open_account(
    *, login: str, name: str, password: str | None, by: Actor, at: datetime, phone: str = ""
) -> Account:
    """An account that may sign in, and is nothing to any commune yet. `phone` is E.164.

    Refuses NotYourPeople and LoginTaken.
    """
    _must_administer(by)
    try:
        with transaction.atomic():
            account = Account.objects.create_user(login, password, name=tidy(name), phone=phone)
            facts = {"login": login, "name": account.name}
            _record("open_account", account, by, at, facts)
    except IntegrityError as error:
        raise LoginTaken(field="login") from error
    return account


def appoint(
    *, account: Account, commune: str, role: Role, title: str, since: date, by: Actor, at: datetime
) -> Membership:
    """Give an account a role in a commune from a day on. Refuses NotYourPeople."""
    _must_administer(by, commune)
    with transaction.atomic():
        held = Membership.objects.create(
            account=account, commune_id=commune, role=role.value, title=tidy(title), since=since
        )
        facts = {"role": role.value, "title": held.title, "since": since.isoformat()}
        _record("appoint", account, by, at, facts)
    return held


def dismiss(*, membership: Membership, until: date, by: Actor, at: datetime) -> None:
    """End a role: `until` is the first day on which it is no longer held. Refuses NotYourPeople."""
    _must_administer(by, membership.commune_id)
    with transaction.atomic():
        membership.until = until
        membership.save(update_fields=["until"])
        facts = {"role": membership.role, "until": until.isoformat()}
        _record("dismiss", membership.account, by, at, facts)


def _must_administer(by: Actor, commune: str | None = None) -> None:
    if by.has(Role.SYSTEM):
        return
    if not by.has(Role.ADMINISTRATOR) or commune not in (None, by.commune):
        raise NotYourPeople


def _record(verb: str, account: Account, by: Actor, at: datetime, facts: dict[str, str]) -> None:
    about = f"account:{account.pk}"
    record(chain=by.commune or "", by=by, at=at, verb=verb, about=about, facts=facts)
