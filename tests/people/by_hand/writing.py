"""An officer with a form, and two households of Cốc San."""

from datetime import datetime
from uuid import uuid4

from motcua.foundation.actor import Actor
from motcua.people.by_hand import Hand
from motcua.people.models import Household, Resident
from motcua.places.models import Village
from tests import cast


def hand(
    reason: str = "Theo đơn của chủ hộ",
    by: Actor | None = None,
    press: str = "",
    at: datetime = cast.AT,
) -> Hand:
    """One form, sent once."""
    actor = by or cast.acting(cast.officer())
    return Hand(by=actor, at=at, reason=reason, press=press or str(uuid4()))


def household(number: int = 50) -> Household:
    """An empty one in the other village."""
    cast.coc_san()
    place = Village.objects.get(code="02746-02")
    return Household.objects.create(commune_id=cast.COC_SAN, village=place, number=number)


def fresh(row: Resident) -> Resident:
    return Resident.objects.get(pk=row.pk)
