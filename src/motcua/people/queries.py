"""Reading about people: always scoped by the actor's commune, and traced."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from motcua.audit.actions import record_reading, record_search
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.rows import by_key
from motcua.foundation.statements import Place, Statement
from motcua.people.account import Account, Membership
from motcua.people.errors import NameMissing, NotYourPeople, UnknownAccount, UnknownResident
from motcua.people.exemption import by_age
from motcua.people.models import Exemption, Resident
from motcua.people.search import NAMES
from motcua.places.models import Village
from motcua.places.queries import commune as commune_of

# The administrator keeps the machine and the auditor reads the journal: neither reads the people.
READERS = (Role.RECEPTIONIST, Role.OFFICER, Role.CHAIR)


def actor_for(account: Account, *, at: datetime, commune: str | None = None) -> Actor:
    """What an account may be at this moment, towards one commune.

    Without `commune` the commune is meant that the account serves, else the one it lives in.
    """
    held, home = _stands(account, at)
    place = commune or (held[0][1] if held else home)
    roles = {Role(role) for role, where in held if where == place}
    return Actor(
        id=f"account:{account.pk}",
        name=account.name,
        roles=frozenset({Role.RESIDENT} | roles),
        commune=place,
    )


def find(
    *, by: Actor, name: str, at: datetime, why: str, birth: str = "", limit: int = 20
) -> list[Resident]:
    """Residents of the actor's commune who bear these words, whole words first. Traced.

    Words may be cut short and need no diacritics; `birth` is a year or date in the stored form.
    Refuses NotYourPeople and NameMissing. `why` is the dossier or the errand that it is for.
    """
    commune = _serving(by)
    if len(folded(name)) < 2:
        raise NameMissing(field="name")
    keys = NAMES.best(name, exact={"commune_id": commune}, begins=birth, limit=limit)
    rows = _whole().in_bulk(keys)
    return _found([rows[key] for key in keys], "resident.search", name, by, at, why)


def by_identity(*, by: Actor, number: str, at: datetime, why: str) -> list[Resident]:
    """Residents of the actor's commune with that identity number; more than one is a mistake
    in the data that the officer must see. Traced."""
    commune = _serving(by)
    rows = _whole().filter(commune=commune, identity_number=number.replace(" ", ""))
    found = list(rows.order_by("pk")[:20]) if number.strip() else []
    return _found(found, "resident.identity", number.replace(" ", ""), by, at, why)


def known_by_identity(*, commune: str, numbers: Sequence[str]) -> dict[str, int]:
    """Which of these identity numbers one resident of a commune has, and who: nothing is read but
    the key, for a link. A number that several have leads nowhere."""
    wanted = sorted({number for number in numbers if number})
    if not wanted:
        return {}
    found = Resident.objects.filter(commune=commune, identity_number__in=wanted)
    rows = list(found.values_list("identity_number", "pk"))
    counted = Counter(number for number, _ in rows)
    return {number: key for number, key in rows if counted[number] == 1}


def resident(*, by: Actor, resident_id: int, at: datetime, why: str) -> Resident:
    """One resident: of the commune that the actor serves, or the actor themselves. Traced.

    Refuses UnknownResident also when there is one elsewhere: who may not see it learns nothing.
    """
    row = _ONE.first(resident=resident_id)
    if row is None or not (_serves(by, row.commune_id) or _is(by, row)):
        raise UnknownResident
    return _read([row], "resident", by, at, why)[0]


def myself(*, by: Actor, at: datetime, account: Account | None = None) -> Resident | None:
    """The resident that the actor's own account is bound to, for filling in forms; or nobody.

    `account` is the actor's, where the door has it at hand.
    """
    own = account or by_key(Account, _account_id(by))
    row = _bound(own) if own else None
    if row is None:
        return None
    row.commune = commune_of(row.commune_id)
    row.village = by_key(Village, row.village_id) or row.village
    return _read([row], "myself", by, at, "own form")[0]


def household(*, by: Actor, household_id: int, at: datetime, why: str) -> list[Resident]:
    """Those who live in a household of the actor's commune, the eldest first. Traced."""
    commune = _serving(by)
    living = Q(died="", left_on=None)
    rows = _whole().filter(living, commune=commune, household=household_id)
    return _read(list(rows.order_by("birth", "pk")), "household", by, at, why)


def grounds(resident: Resident, on: date) -> frozenset[str]:
    """On which grounds a resident pays no fee on a day: those on record and those of age.

    Asked of a resident who was read already, and so was traced already.
    """
    return _grounds(resident.pk, resident.birth, on)


def grounds_of_account(account_id: int, on: date) -> frozenset[str]:
    """The same for the resident that an account is bound to; for the fee of what they hand in."""
    bound = _BIRTH.first(account=account_id)
    return _grounds(*bound, on) if bound else frozenset()


def _grounds(resident: int, birth: str, on: date) -> frozenset[str]:
    recorded = frozenset(ground for (ground,) in _GROUNDS.all(resident=resident, on=on))
    return recorded | by_age(PartialDate.stored(birth), on)


_BIRTH = Statement(
    lambda: Account.objects.filter(pk=Place("account"), resident__isnull=False).values_list(
        "resident_id", "resident__birth"
    )
)


_GROUNDS = Statement(
    lambda: Exemption.objects.filter(
        Q(valid_to=None) | Q(valid_to__gt=Place("on")),
        valid_from__lte=Place("on"),
        resident=Place("resident"),
    ).values_list("ground")
)


def _whole() -> QuerySet[Resident]:
    return Resident.objects.select_related(
        "village", "household", "commune__province", "mother", "father", "spouse"
    )


_ONE = Statement(lambda: _whole().filter(pk=Place("resident")))


def _serving(by: Actor) -> str:
    if by.commune is None or not _serves(by, by.commune):
        raise NotYourPeople
    return by.commune


def _serves(by: Actor, commune: str) -> bool:
    return by.commune == commune and by.has(*READERS)


def _is(by: Actor, row: Resident) -> bool:
    return Account.objects.filter(pk=_account_id(by), resident=row).exists()


def _account_id(by: Actor) -> int:
    """The key of the actor's account; 0, which none has, for a guest or the system."""
    kind, _, key = by.id.partition(":")
    return int(key) if kind == "account" else 0


def _read(rows: Sequence[Resident], what: str, by: Actor, at: datetime, why: str) -> list[Resident]:
    chain = rows[0].commune_id if rows else by.commune or ""
    about = [f"resident:{row.pk}" for row in rows]
    record_reading(chain=chain, by=by, at=at, what=what, about=about, why=why)
    return list(rows)


def _found(
    rows: list[Resident], what: str, words: str, by: Actor, at: datetime, why: str
) -> list[Resident]:
    shown = [f"resident:{row.pk}" for row in rows]
    chain = by.commune or ""
    record_search(chain=chain, by=by, at=at, what=what, words=words, shown=shown, why=why)
    return rows


def colleagues(*, by: Actor, role: Role, at: datetime) -> list[tuple[int, str]]:
    """Who holds a role in the actor's commune now: account and name, by name."""
    told = _COLLEAGUES.all(commune=by.commune, role=role, on=day_of(at))
    return list(dict(told).items())


_COLLEAGUES = Statement(
    lambda: (
        Membership.objects.filter(
            Q(until=None) | Q(until__gt=Place("on")),
            since__lte=Place("on"),
            commune_id=Place("commune"),
            role=Place("role"),
        )
        .order_by("account__name", "pk")
        .values_list("account_id", "account__name")
    )
)


def staff(*, by: Actor) -> list[Account]:
    """Who serves or served the actor's commune, by name, with their roles in it.

    For those who keep the accounts and those who read the journal; refuses NotYourPeople.
    """
    if not by.has(Role.ADMINISTRATOR, Role.AUDITOR):
        raise NotYourPeople
    here = Membership.objects.filter(commune_id=by.commune).order_by("since", "pk")
    rows = Account.objects.filter(memberships__commune_id=by.commune).distinct()
    shown = Prefetch("memberships", here, to_attr="held")
    return list(rows.prefetch_related(shown).order_by("name", "pk"))


def staff_member(*, by: Actor, account_id: int) -> Account:
    """One of `staff`, with their roles here as `held`; refuses UnknownAccount as well."""
    found = next((one for one in staff(by=by) if one.pk == account_id), None)
    if found is None:
        raise UnknownAccount
    return found


def title_of(*, by: Actor, role: Role, at: datetime) -> str:
    """How the actor signs in a role: "Phó Chủ tịch"; empty when nobody wrote it down."""
    account = int(by.id.removeprefix("account:"))
    rows = Membership.objects.filter(_in_force(at), account=account, commune_id=by.commune)
    return rows.filter(role=role).values_list("title", flat=True).first() or ""


def head_of(*, commune: str, at: datetime) -> Membership | None:
    """The chair of a commune on that day, with the account: the first appointed, not a vice-chair.

    Who is vice-chair shows in the title alone; None where nobody is chair.
    """
    rows = Membership.objects.select_related("account").filter(
        _in_force(at), commune_id=commune, role=Role.CHAIR
    )
    titled = rows.exclude(title="").order_by("since", "id")
    return next((row for row in titled if not folded(row.title).startswith("pho ")), None)


# Asked on every page of everybody who is signed in: roles, and the commune that one lives in.
_STANDS = """
SELECT m.role, m.commune_id, r.commune_id FROM people_account a
LEFT JOIN people_membership m
    ON m.account_id = a.id AND m.since <= %s AND (m.until IS NULL OR m.until > %s)
LEFT JOIN people_resident r ON r.id = a.resident_id
WHERE a.id = %s ORDER BY m.id
"""


def _stands(account: Account, at: datetime) -> tuple[list[tuple[str, str]], str | None]:
    """The roles held, each with its commune, the first first; and the commune of residence."""
    day = day_of(at)
    with connection.cursor() as cursor:
        cursor.execute(_STANDS, [day, day, account.pk])
        rows = cursor.fetchall()
    return [(role, where) for role, where, _ in rows if role], rows[0][2] if rows else None


def _in_force(at: datetime) -> Q:
    day = day_of(at)
    return Q(since__lte=day) & (Q(until=None) | Q(until__gt=day))


def _bound(account: Account) -> Resident | None:
    """The account's resident, read once for the life of the row in hand."""
    if account.resident_id and not Account.resident.is_cached(account):
        account.resident = by_key(Resident, account.resident_id)
    return account.resident if account.resident_id else None
