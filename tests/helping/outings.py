"""A round as the cast makes it."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from motcua.helping.consent import Beside, Given, Person
from motcua.helping.models import Help, Outing
from motcua.helping.outings.actions import Round, take
from motcua.helping.outings.bringing import Away, bring
from motcua.helping.outings.times import Clock
from motcua.people.models import Account
from tests import cast
from tests.helping.helps import HOME, SPOKEN, THU

PHONE = UUID(int=7)
# In Cốc San it is 09:00 on the third of March: to the end of the fourth.
UNTIL = datetime.fromisoformat("2026-03-05T00:00:00+07:00")


def out(
    by: Account,
    *,
    at: datetime = cast.AT,
    key: UUID | None = None,
    phone: UUID = PHONE,
    where: Round | None = None,
) -> Outing:
    """Somebody takes a list along."""
    where = where or Round(HOME)
    return take(key=key or uuid4(), phone=phone, where=where, by=cast.acting(by, at), at=at)


def home(
    by: Account,
    one: Outing,
    *,
    began: datetime = cast.AT + timedelta(hours=2),
    at: datetime = cast.AT + timedelta(hours=10),
    theirs: datetime | None = None,
    key: UUID | None = None,
    person: Person = THU,
    given: Given = SPOKEN,
    follows: UUID | None = None,
) -> Help:
    """A help of ten minutes that was given without a line comes home in the evening."""
    return bring(
        help_id=key or uuid4(),
        person=person,
        given=given,
        beside=Beside(),
        away=Away(one.key, began, began + timedelta(minutes=10), "handed_over"),
        clock=Clock(theirs=theirs or at, ours=at),
        by=cast.acting(by, at),
        at=at,
        follows=follows,
    )
