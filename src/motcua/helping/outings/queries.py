"""Reading rounds: what a list holds, which telephones have one, what is not in yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.partial_date import PartialDate
from motcua.helping.models import Help
from motcua.helping.outings.errors import NoSuchOuting
from motcua.helping.outings.models import DoorCall, Outing
from motcua.people.areas import areas_of
from motcua.people.models import Household, Resident

MOST = 2000
# So long after its end a list's work still comes in.
GRACE = timedelta(days=3)
# So far back a helper is reminded of how it was at a door.
_REMEMBERED = timedelta(days=90)
_ADULT = 18
PAGE = 30


@dataclass(frozen=True, slots=True)
class Adult:
    """Whom one speaks to at a door. `birth` is a partial date; it goes onto no telephone."""

    name: str
    birth: str
    head: bool


@dataclass(frozen=True, slots=True)
class Home:
    """One household of a list; `before` is how it was when this helper last called, if lately."""

    id: int
    number: int
    address: str
    adults: Sequence[Adult]
    before: DoorCall | None


def households(
    *, commune: str, village: str, first: int | None, last: int | None
) -> QuerySet[Household]:
    """Those of a village, or of a part of its numbers, where somebody lives."""
    living = Resident.objects.filter(household=OuterRef("pk"), died="", left_on=None)
    rows = Household.objects.filter(Exists(living), commune=commune, village=village)
    part = Q()
    if first is not None:
        part &= Q(number__gte=first)
    if last is not None:
        part &= Q(number__lte=last)
    return rows.filter(part)


def homes(one: Outing, *, at: datetime) -> Sequence[Home]:
    """What goes along: the doors in the order of their numbers, with the adults behind each."""
    rows = households(
        commune=one.commune_id, village=one.village_id, first=one.first, last=one.last
    )
    found = list(rows.order_by("number")[:MOST])
    adults = _adults(rows, at)
    before = _before(one, at)
    return [
        Home(row.pk, row.number, row.address, adults.get(row.pk, []), before.get(row.pk))
        for row in found
    ]


def _adults(rows: QuerySet[Household], at: datetime) -> Mapping[int, list[Adult]]:
    found: dict[int, list[Adult]] = {}
    people = Resident.objects.filter(household__in=rows.values("pk"), died="", left_on=None)
    told = people.order_by("-head", "birth", "id")
    today = day_of(at)
    for home, name, birth, head in told.values_list("household", "full_name", "birth", "head"):
        if home is not None and PartialDate.stored(birth).ages(today)[1] >= _ADULT:
            found.setdefault(home, []).append(Adult(name, birth, head))
    return found


def _before(one: Outing, at: datetime) -> Mapping[int, DoorCall]:
    """The last call of this helper's at each door of the village."""
    rows = DoorCall.objects.filter(
        outing__helper=one.helper_id, household__village=one.village_id, at__gte=at - _REMEMBERED
    )
    return {row.household_id: row for row in rows.order_by("at", "id")}


def counts(*, by: Actor, at: datetime) -> Sequence[tuple[str, str, int]]:
    """The actor's villages: code, name, and how many households are written down there."""
    mine = areas_of(by=by, at=at)
    rows = Household.objects.filter(commune=by.commune, village__in=[one.pk for one in mine])
    told = rows.order_by().values_list("village").annotate(n=Count("pk"))
    many = dict(told)
    return [(one.code, one.name, many.get(one.code, 0)) for one in mine]


def own_outing(*, key: UUID, by: Actor) -> Outing:
    """A list that the actor took; NoSuchOuting for another's."""
    rows = Outing.objects.filter(key=key, helper_id=_account(by), commune=by.commune)
    found = rows.select_related("village").first()
    if found is None:
        raise NoSuchOuting
    return found


def own_phones(*, by: Actor) -> Sequence[Outing]:
    """The actor's lists that are out, and those of which something is not in yet."""
    rows = _out(by).filter(helper_id=_account(by)).select_related("village")
    return list(rows.order_by("-pk")[:PAGE])


def phones(*, by: Actor, before: int | None = None) -> tuple[Sequence[Outing], int | None]:
    """The same of the whole commune, the newest first, for its administrator; none for others."""
    if not by.has(Role.ADMINISTRATOR):
        return [], None
    rows = _out(by).select_related("village")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def _out(by: Actor) -> QuerySet[Outing]:
    return Outing.objects.filter(Q(ended_at=None) | Q(unsent__gt=0), commune=by.commune)


def brought(*, help_id: str, account: int, at: datetime) -> Help | None:
    """A help of this account that was given without a line, as long as its work may come in."""
    rows = Help.objects.filter(outing__until__gt=at - GRACE, helper_id=account)
    try:
        return rows.filter(pk=UUID(help_id)).first()
    except ValueError:
        return None


def _account(by: Actor) -> int:
    kind, _colon, key = by.id.partition(":")
    return int(key) if kind == "account" else 0
