"""The next of kin of a resident, as the register of residents links them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.db.models import Q

from motcua.audit.actions import record_reading
from motcua.foundation.actor import Actor
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.statements import Place, Statement
from motcua.people.account import Account
from motcua.people.exemption import by_age
from motcua.people.models import Resident
from motcua.people.queries import resident

How = Literal["self", "spouse", "child", "mother", "father", "other"]
_WHOLE = ("village", "commune__province", "mother", "father", "spouse")
# Nobody has more; a list that is longer is a mistake in the register.
_MOST = 20
_CHILDREN = Statement(
    lambda: (
        Resident.objects.filter(Q(mother=Place("parent")) | Q(father=Place("parent")))
        .select_related(*_WHOLE)
        .order_by("birth", "pk")[:_MOST]
    )
)


@dataclass(frozen=True, slots=True)
class Kin:
    """A resident, and what they are to the one who asked: that one's `child`, `mother`, …; `other`
    where the register knows of no tie.

    `nth` tells several children apart, the eldest is 1.
    """

    how: How
    resident: Resident
    nth: int = 1

    @property
    def key(self) -> str:
        """``child-2``: names nobody, so it may stand in an address."""
        return f"{self.how}-{self.nth}" if self.how == "child" else self.how


def kin_of(*, by: Actor, resident_id: int, at: datetime, why: str) -> list[Kin]:
    """The resident, the spouse, the children from the eldest on, mother and father. Traced.

    Whom the actor may not read (`people.queries.resident`) has no kin to be read either.
    """
    of = resident(by=by, resident_id=resident_id, at=at, why=why)
    found = [Kin("self", of)]
    found += [Kin("spouse", of.spouse)] if of.spouse else []
    eldest = _CHILDREN.all(parent=of.pk)
    found += [Kin("child", one, nth) for nth, one in enumerate(eldest, 1)]
    found += [Kin("mother", of.mother)] if of.mother else []
    found += [Kin("father", of.father)] if of.father else []
    about = [f"resident:{one.resident.pk}" for one in found[1:]]
    if about:
        record_reading(chain=of.commune_id, by=by, at=at, what="resident", about=about, why=why)
    return found


def head_of_home(of: Resident, *, by: Actor, at: datetime, why: str) -> Resident | None:
    """Who heads the household of a resident whom the actor has read already; None where none does,
    or the register names several. Traced."""
    if of.household_id is None or of.head:
        return of if of.head else None
    living = Resident.objects.filter(household=of.household_id, head=True, died="", left_on=None)
    heads = list(living.select_related(*_WHOLE).order_by("pk")[:2])
    if len(heads) != 1:
        return None
    about = [f"resident:{heads[0].pk}"]
    record_reading(chain=of.commune_id, by=by, at=at, what="resident", about=about, why=why)
    return heads[0]


def telephone_of(person: Resident) -> str:
    """The telephone of the account that is bound to a resident; "" where there is none."""
    rows = Account.objects.filter(resident=person).exclude(phone="").order_by("pk")
    return rows.values_list("phone", flat=True).first() or ""


def is_minor(person: Resident, on: date) -> bool:
    """Whether parents act for them without being asked: under 16 for certain."""
    return "child" in by_age(PartialDate.stored(person.birth), on)
