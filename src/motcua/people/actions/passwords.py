"""Passwords: one that is given, to be used once, and the one that a person chooses."""

from datetime import datetime
from typing import NamedTuple

from axes.models import AccessAttempt
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Q

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.people.account import Account, Membership
from motcua.people.errors import (
    NoSuchResidentAccount,
    NotAPhone,
    NotYourPeople,
    OwnPassword,
    PaperNotNamed,
    PasswordSame,
    PasswordsDiffer,
    ServesElsewhere,
    WrongPassword,
)
from motcua.people.passwords import made_up, refuse_unfit
from motcua.people.phone import normal


def give_password(*, account: Account, by: Actor, at: datetime) -> str:
    """A new password for somebody who lost theirs; it is told once and kept nowhere.

    Their open sessions end, and who was kept waiting for wrong tries need not wait. Refuses
    NotYourPeople, OwnPassword, ServesElsewhere.
    """
    if not by.has(Role.ADMINISTRATOR, Role.SYSTEM):
        raise NotYourPeople
    if by.id == _about(account):
        raise OwnPassword
    given = made_up()
    # Hashing takes as long as ten acts: not while others wait for the transaction to end.
    digest = make_password(given)
    with transaction.atomic():
        row = Account.objects.select_for_update().get(pk=account.pk)
        if not by.has(Role.SYSTEM) and not _serves_only(row, by.commune, at):
            raise ServesElsewhere
        _put(row, digest)
        _record("give_password", row, by, at)
    return given


class Given(NamedTuple):
    """Whose password is new, and what it is: told once and kept nowhere."""

    account: Account
    password: str


def give_resident_password(*, login: str, shown: str, by: Actor, at: datetime) -> Given:
    """A new password for a resident who stands at the counter and has lost theirs.

    `login` is the sign-in name or the mobile number, `shown` the paper by which the person was
    known: it is the reason in the journal. Their open sessions end. Refuses NotYourPeople,
    PaperNotNamed, NoSuchResidentAccount, OwnPassword.
    """
    if not by.has(Role.RECEPTIONIST, Role.OFFICER) or by.commune is None:
        raise NotYourPeople
    if not tidy(shown):
        raise PaperNotNamed(field="shown")
    account = _resident_account(tidy(login), by.commune)
    if by.id == _about(account):
        raise OwnPassword
    given = made_up()
    digest = make_password(given)
    with transaction.atomic():
        row = Account.objects.select_for_update().get(pk=account.pk)
        _put(row, digest)
        _record("give_password", row, by, at, why=tidy(shown))
    return Given(row, given)


def _resident_account(typed: str, commune: str) -> Account:
    """The one account of a resident of the commune; whoever has or had a role is not meant."""
    rows = Account.objects.filter(
        _signs_in(typed), resident__commune_id=commune, memberships=None, is_active=True
    )
    found = list(rows[:2])
    if len(found) != 1:
        raise NoSuchResidentAccount(field="login")
    return found[0]


def _signs_in(typed: str) -> Q:
    try:
        return Q(login=typed) | Q(phone=normal(typed))
    except NotAPhone:
        return Q(login=typed)


def change_password(
    *, account: Account, present: str, chosen: str, again: str, by: Actor, at: datetime
) -> None:
    """Put a person's own password in the place of the present one.

    Refuses NotYourPeople, WrongPassword, PasswordsDiffer, PasswordSame and what
    `passwords.refuse_unfit` refuses. Other open sessions of the account end.
    """
    if by.id != _about(account):
        raise NotYourPeople
    if not account.check_password(present):
        raise WrongPassword(field="present")
    refuse_unfit(chosen, account=account)
    if chosen != again:
        raise PasswordsDiffer(field="again")
    if chosen == present:
        raise PasswordSame(field="chosen")
    digest = make_password(chosen)
    with transaction.atomic():
        account.password, account.password_given = digest, False
        account.save(update_fields=["password", "password_given"])
        _record("change_password", account, by, at)


def _serves_only(account: Account, commune: str | None, at: datetime) -> bool:
    """Whether every role that has not ended is one of this commune, and there is one."""
    lasting = Q(until=None) | Q(until__gt=day_of(at))
    held = Membership.objects.filter(lasting, account=account)
    return set(held.values_list("commune_id", flat=True)) == {commune}


def _put(row: Account, digest: str) -> None:
    """A given password: the next sign-in leads to another, and nobody waits for wrong tries."""
    row.password, row.password_given = digest, True
    row.save(update_fields=["password", "password_given"])
    AccessAttempt.objects.filter(username=row.login).delete()


def _about(account: Account) -> str:
    return f"account:{account.pk}"


def _record(verb: str, account: Account, by: Actor, at: datetime, why: str = "") -> None:
    about, facts = _about(account), {"login": account.login}
    record(chain=by.commune or "", by=by, at=at, verb=verb, about=about, why=why, facts=facts)
