"""The staff of a commune as its administrator sees them: who may do what, from when until when."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.audit.actions import record_reading
from motcua.dossiers.promised import in_hands_of
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.office.roles import ROLES
from motcua.parts.formats import day
from motcua.people.areas import areas_in
from motcua.people.models import Account, Membership
from motcua.people.queries import staff, staff_member
from motcua.places.queries import villages


class Held(NamedTuple):
    """A role in words; `tone` and `shape` say whether it is held now, will be, or has ended."""

    membership: Membership
    role: str
    title: str
    word: str
    tone: str
    shape: str
    last: bool
    areas: Sequence[tuple[str, str]] = ()


class Person(NamedTuple):
    """An account with the roles that it holds or will hold, and those that have ended."""

    account: Account
    lasting: Sequence[Held]
    ended: Sequence[Held]


class Listed(NamedTuple):
    """Who serves the commune, and apart from them each role that has ended."""

    serving: Sequence[Person]
    ended: Sequence[tuple[Account, Held]]


class Opened(NamedTuple):
    """One person's page: whether it is the reader's own, and the open dossiers in their hands."""

    person: Person
    own: bool
    in_hands: int


def listed(*, by: Actor, at: datetime) -> Listed:
    """Everybody, by name; that they were looked at is a line of the journal."""
    accounts = staff(by=by)
    _read(accounts, by, at, reverse("office:accounts"))
    people = [_person(account, day_of(at)) for account in accounts]
    ended = [(one.account, held) for one in people for held in one.ended]
    ended.sort(key=lambda pair: pair[1].membership.until or date.min, reverse=True)
    return Listed([one for one in people if one.lasting], ended)


def opened(account_id: int, *, by: Actor, at: datetime) -> Opened:
    """One of them; refuses UnknownAccount."""
    account = staff_member(by=by, account_id=account_id)
    _read([account], by, at, reverse("office:account", args=[account.pk]))
    own = by.id == f"account:{account.pk}"
    return Opened(_person(account, day_of(at)), own, in_hands_of(account.pk, by=by))


def role_choices() -> list[tuple[str, str]]:
    """The roles of the staff, to choose from."""
    return [(role.value, str(words)) for role, words in ROLES.items()]


def area_choices(*, by: Actor, at: datetime) -> list[tuple[str, str]]:
    """The villages of the commune, to give to a volunteer."""
    return [(one.code, one.name) for one in villages(by.commune or "", day_of(at))]


def _person(account: Account, today: date) -> Person:
    rows: Sequence[Membership] = account.held  # type: ignore[attr-defined]
    held = [_held(row, today) for row in rows]
    return Person(account, [one for one in held if not one.last], [one for one in held if one.last])


def _held(row: Membership, today: date) -> Held:
    role = str(ROLES[Role(row.role)])
    word, tone, shape, last = _standing(row, today)
    areas = tuple((one.village_id, one.village.name) for one in areas_in(row))
    return Held(row, role, row.title, word, tone, shape, last, areas)


def _standing(row: Membership, today: date) -> tuple[str, str, str, bool]:
    words: Mapping[str, str] = {"since": day(row.since), "until": day(row.until or row.since)}
    if row.until is not None and row.until <= max(today, row.since):
        return _("ended on %(until)s") % words, "quiet", "stop", True
    if row.since > today:
        return _("begins on %(since)s") % words, "warn", "clock", False
    if row.until is not None:
        return _("ends on %(until)s") % words, "warn", "half", False
    return _("since %(since)s") % words, "ok", "done", False


def _read(accounts: Sequence[Account], by: Actor, at: datetime, why: str) -> None:
    about = [f"account:{one.pk}" for one in accounts]
    record_reading(chain=by.commune or "", by=by, at=at, what="accounts", about=about, why=why)
