"""Where somebody lives, and who heads the household."""

from django.db import transaction

from motcua.foundation.partial_date import PartialDate
from motcua.people.actions.moves import must_keep
from motcua.people.actions.residents import enter_household
from motcua.people.by_hand.errors import HeadsAlready, LeftAlready, LivesElsewhere, LivesThere
from motcua.people.by_hand.hand import Hand, done, within_life, write
from motcua.people.errors import FactImpossible, UnknownHousehold
from motcua.people.models import Household, Kind, Move, Resident
from motcua.people.said import Said, leaving, settling
from motcua.places.models import Village


def settle(
    *, resident: Resident, household: Household, on: str, head: bool, hand: Hand
) -> list[Move]:
    """Somebody lives in a household from a day on, also after having left the commune.

    Refuses NotYourPeople, UnknownHousehold, LivesThere, OutsideLife and Unexplained.
    """
    must_keep(hand.by, resident.commune_id)
    if household.commune_id != resident.commune_id:
        raise UnknownHousehold(field="household")
    if done(hand):
        return done(hand)
    if resident.household_id == household.pk:
        raise LivesThere(field="household")
    within_life(resident, on, hand.at)
    said = [Said(resident, Kind.SETTLED, on, settling(household, head=head))]
    if head:
        said += _no_longer_head(household, resident, on)
    return write(said, hand)


def settle_anew(
    *, resident: Resident, village: Village, address: str, on: str, hand: Hand
) -> list[Move]:
    """Somebody founds a household of a village and heads it; refuses as `settle`."""
    must_keep(hand.by, resident.commune_id)
    if village.commune_id != resident.commune_id:
        raise UnknownHousehold(field="village")
    with transaction.atomic():
        # Locked first, so that the same form sent twice founds one household.
        list(Resident.objects.select_for_update().filter(pk=resident.pk))
        if done(hand):
            return done(hand)
        home = enter_household(village=village, address=address, by=hand.by, at=hand.at)
        return settle(resident=resident, household=home, on=on, head=True, hand=hand)


def leave(*, resident: Resident, on: str, hand: Hand) -> list[Move]:
    """Somebody leaves the commune on a whole day; refuses LeftAlready besides."""
    must_keep(hand.by, resident.commune_id)
    if done(hand):
        return done(hand)
    if resident.left_on is not None:
        raise LeftAlready
    within_life(resident, on, hand.at)
    day = PartialDate.stored(on).whole
    if day is None:
        raise FactImpossible(field="on")
    return write([Said(resident, Kind.LEFT, on, leaving(day))], hand)


def name_head(*, household: Household, resident: Resident, on: str, hand: Hand) -> list[Move]:
    """A member heads the household from a day on, and nobody else; refuses LivesElsewhere."""
    must_keep(hand.by, household.commune_id)
    if done(hand):
        return done(hand)
    if resident.household_id != household.pk:
        raise LivesElsewhere(field="resident")
    if resident.head:
        raise HeadsAlready(field="resident")
    within_life(resident, on, hand.at)
    said = [Said(resident, Kind.HEADED, on, {"head": True})]
    return write([*said, *_no_longer_head(household, resident, on)], hand)


def _no_longer_head(household: Household, but: Resident, on: str) -> list[Said]:
    rows = Resident.objects.filter(household=household, head=True).exclude(pk=but.pk)
    return [Said(one, Kind.HEADED, on, {"head": False}) for one in rows.order_by("pk")]
