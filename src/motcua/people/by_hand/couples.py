"""Marriages and deaths of which no book of this commune tells."""

from motcua.foundation.names import tidy
from motcua.people.actions.moves import must_keep
from motcua.people.by_hand.errors import BoundAlready, DiedAlready, NotBound, SpouseMissing
from motcua.people.by_hand.hand import Hand, done, within_life, write
from motcua.people.history import Value, standing
from motcua.people.models import Kind, Move, Resident
from motcua.people.said import Said, dying


def wed(
    *, resident: Resident, spouse: Resident | None, name: str, on: str, hand: Hand
) -> list[Move]:
    """Two are married from a day on; `spouse` is None for somebody from elsewhere, of that name.

    Refuses SpouseMissing and BoundAlready besides.
    """
    must_keep(hand.by, resident.commune_id)
    if done(hand):
        return done(hand)
    if spouse == resident or (spouse is None and not tidy(name)):
        raise SpouseMissing(field="spouse")
    both = [resident, spouse] if spouse else [resident]
    for one in both:
        within_life(one, on, hand.at)
        bound = bound_to(one)
        if bound:
            raise BoundAlready(field="spouse", spouse=bound)
    if spouse is None:
        bond: dict[str, Value] = {"spouse": None, "partner": tidy(name)}
        return write([Said(resident, Kind.MARRIED, on, bond)], hand)
    said = [
        Said(one, Kind.MARRIED, on, {"spouse": other.pk, "partner": ""})
        for one, other in ((resident, spouse), (spouse, resident))
    ]
    return write(said, hand)


def part(*, resident: Resident, on: str, hand: Hand) -> list[Move]:
    """A marriage ends by divorce, for both of whom it is known; refuses NotBound."""
    must_keep(hand.by, resident.commune_id)
    if done(hand):
        return done(hand)
    if not bound_to(resident):
        raise NotBound
    within_life(resident, on, hand.at)
    other = resident.spouse
    mutual = other is not None and other.spouse_id == resident.pk
    over: dict[str, Value] = {"spouse": None, "partner": ""}
    both = [resident, other] if mutual and other else [resident]
    return write([Said(one, Kind.PARTED, on, over) for one in both], hand)


def die(*, resident: Resident, on: str, hand: Hand) -> list[Move]:
    """A death that no book of this commune tells of; refuses DiedAlready."""
    must_keep(hand.by, resident.commune_id)
    if done(hand):
        return done(hand)
    if resident.died:
        raise DiedAlready
    within_life(resident, on, hand.at)
    return write([Said(resident, Kind.DIED, on, dying(on))], hand)


def bound_to(one: Resident) -> str:
    """To whom somebody is known to be married, "" for nobody who lives."""
    if one.spouse is not None and not one.spouse.died:
        return one.spouse.full_name
    return standing(Move.objects.filter(resident=one)).text("partner")
