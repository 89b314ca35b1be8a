"""Accounts and the roles that they hold."""

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import tidy
from motcua.people.account import Account, Membership
from motcua.people.areas import areas_for, put
from motcua.people.errors import (
    DayPast,
    FullNameMissing,
    LastAdministrator,
    LoginTaken,
    LoginUnfit,
    NotYourPeople,
    RoleHeld,
    RoleOver,
    RoleUnknown,
)
from motcua.people.passwords import made_up
from motcua.people.phone import normal

STAFF = (
    Role.RECEPTIONIST,
    Role.OFFICER,
    Role.CHAIR,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
    Role.VOLUNTEER,
)
_LOGIN = re.compile(r"[a-z][a-z0-9._-]{0,39}")


def open_account(
    *, login: str, name: str, password: str | None, by: Actor, at: datetime, phone: str = ""
) -> Account:
    """An account that may sign in, and is nothing to any commune yet. `phone` is E.164.

    A password that is given here is to be changed at the first sign-in. Refuses NotYourPeople,
    LoginUnfit, FullNameMissing and LoginTaken.
    """
    _must_administer(by)
    if not _LOGIN.fullmatch(login):
        raise LoginUnfit(field="login")
    if not tidy(name):
        raise FullNameMissing(field="name")
    given = password is not None
    try:
        with transaction.atomic():
            account = Account.objects.create_user(
                login, password, name=tidy(name), phone=phone, password_given=given
            )
            facts = {"login": login, "name": account.name}
            _record("open_account", account, by, at, facts)
    except IntegrityError as error:
        raise LoginTaken(field="login") from error
    return account


class Engaged(NamedTuple):
    """A new member of staff, and the first password: told once and kept nowhere."""

    account: Account
    password: str


def engage(
    *,
    login: str,
    name: str,
    phone: str,
    role: str,
    title: str,
    since: date,
    by: Actor,
    at: datetime,
    areas: Collection[str] = (),
) -> Engaged:
    """Open an account for a new member of the actor's commune and give it its first role.

    `phone` is as typed, or "". Refuses what `open_account` and `appoint` refuse, and NotAPhone.
    """
    number, password = normal(phone) if phone.strip() else "", made_up()
    with transaction.atomic():
        account = open_account(
            login=login.strip(), name=name, password=password, by=by, at=at, phone=number
        )
        appoint(
            account=account,
            commune=by.commune or "",
            role=role,
            title=title,
            since=since,
            by=by,
            at=at,
            areas=areas,
        )
    return Engaged(account, password)


def appoint(
    *,
    account: Account,
    commune: str,
    role: str,
    title: str,
    since: date,
    by: Actor,
    at: datetime,
    areas: Collection[str] = (),
) -> Membership:
    """Give an account a role in a commune from a day on, today at the earliest.

    `areas` are the codes of the villages of a volunteer. Refuses NotYourPeople, RoleUnknown,
    DayPast, RoleHeld, AreaMissing and AreaUnknown.
    """
    _must_administer(by, commune)
    if role not in STAFF:
        raise RoleUnknown(field="role")
    _refuse_past(since, by, at, field="since")
    found = areas_for(role, commune, areas, at)
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        _refuse_held(account, commune, role, since)
        # Given and taken away before it began: such a row was never held, and begins now.
        held, _ = Membership.objects.update_or_create(
            account=account,
            commune_id=commune,
            role=role,
            since=since,
            defaults={"title": tidy(title), "until": None},
        )
        facts = {"role": str(role), "title": held.title, "since": since.isoformat()}
        if found is not None:
            put(held, found)
            facts["villages"] = ",".join(one.code for one in found)
        _record("appoint", account, by, at, facts)
    return held


def _refuse_held(account: Account, commune: str, role: str, since: date) -> None:
    same = Membership.objects.filter(account=account, commune_id=commune, role=role)
    lasting = Q(until=None) | Q(until__gt=since) & Q(until__gt=F("since"))
    if same.filter(lasting).exists():
        raise RoleHeld(field="role")


def place(*, membership: Membership, areas: Collection[str], by: Actor, at: datetime) -> Membership:
    """Give a volunteer other villages from now on. Refuses NotYourPeople, AreaMissing, RoleOver."""
    _must_administer(by, membership.commune_id)
    with transaction.atomic():
        row = Membership.objects.select_for_update().get(pk=membership.pk)
        found = areas_for(row.role, row.commune_id, areas, at)
        if found is None or (row.until is not None and row.until <= day_of(at)):
            raise RoleOver
        put(row, found)
        facts = {"villages": ",".join(one.code for one in found)}
        _record("place", row.account, by, at, facts)
    return row


def dismiss(*, membership: Membership, until: date, by: Actor, at: datetime) -> None:
    """End a role: `until` is the first day on which it is no longer held, today at the earliest.

    Refuses NotYourPeople, DayPast, RoleOver and LastAdministrator.
    """
    _must_administer(by, membership.commune_id)
    _refuse_past(until, by, at, field="until")
    with transaction.atomic():
        # All of the commune's administrators at once: two of them may dismiss each other.
        keeping = Membership.objects.select_for_update().filter(
            commune=membership.commune_id, role=Role.ADMINISTRATOR
        )
        others = [one for one in keeping.order_by("pk") if one.pk != membership.pk]
        row = Membership.objects.select_for_update().get(pk=membership.pk)
        if row.until is not None and row.until <= day_of(at):
            raise RoleOver
        if row.role == Role.ADMINISTRATOR and not any(_stays(one, until) for one in others):
            raise LastAdministrator
        row.until = membership.until = until
        row.save(update_fields=["until"])
        facts = {"role": row.role, "until": until.isoformat()}
        _record("dismiss", row.account, by, at, facts)


def _stays(administrator: Membership, day: date) -> bool:
    """Whether somebody is administrator on a day and has no end."""
    return administrator.until is None and administrator.since <= day


def _refuse_past(day: date, by: Actor, at: datetime, *, field: str) -> None:
    # The system takes over who has served for long.
    if day < day_of(at) and not by.has(Role.SYSTEM):
        raise DayPast(field=field)


def _must_administer(by: Actor, commune: str | None = None) -> None:
    if by.has(Role.SYSTEM):
        return
    if not by.has(Role.ADMINISTRATOR) or commune not in (None, by.commune):
        raise NotYourPeople


def _record(verb: str, account: Account, by: Actor, at: datetime, facts: dict[str, str]) -> None:
    about = f"account:{account.pk}"
    record(chain=by.commune or "", by=by, at=at, verb=verb, about=about, facts=facts)
