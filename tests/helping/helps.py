"""Beginning to help as the cast does it."""

from datetime import datetime
from uuid import UUID, uuid4

from motcua.helping.actions import begin
from motcua.helping.consent import Beside, Given, Person
from motcua.helping.models import Help
from motcua.people.models import Account
from tests import cast

HOME = f"{cast.COC_SAN}-01"
THU = Person("Vàng Thị Thử", "12/05/1991", "0990 000 001", HOME)
SPOKEN = Given("spoken", witness="Lò Thị Chứng")


def begun(
    by: Account,
    *,
    person: Person = THU,
    given: Given = SPOKEN,
    at: datetime = cast.AT,
    key: UUID | None = None,
    **rest: object,
) -> Help:
    """A help of somebody of the cast."""
    return begin(
        help_id=key or uuid4(),
        person=person,
        given=given,
        by=cast.acting(by, at),
        at=at,
        beside=rest.pop("beside", Beside()),  # type: ignore[arg-type]
        **rest,  # type: ignore[arg-type]
    )
