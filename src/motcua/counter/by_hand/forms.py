"""Which forms there are for a resident: what each asks, and the verb that it is, as one table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.counter.by_hand.typed import Typed, on, reason
from motcua.counter.matching import day_shown
from motcua.counter.words import SEXES, Words
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.parts.questions import Question
from motcua.people import by_hand, queries
from motcua.people.by_hand import Hand
from motcua.people.by_hand.errors import SpouseMissing
from motcua.people.errors import UnknownHousehold
from motcua.people.models import Household, Resident
from motcua.places.models import Village
from motcua.places.queries import villages


@dataclass(frozen=True, slots=True)
class Form:
    """One verb: its words, what it does in a sentence, what it asks, and for whom it is offered."""

    word: Words
    told: Words
    asks: Callable[[Resident, Typed], Sequence[Question]]
    does: Callable[[Resident, Typed, Hand], object]
    fits: Callable[[Resident], bool]


def _asks_settle(row: Resident, typed: Typed) -> Sequence[Question]:
    household = typed.ask("number", "household", _("Number of the household"))
    head = typed.ask("yes_no", "head", _("Is the new head of that household"), "no")
    return household, on(typed), head, reason(typed)


def _settle(row: Resident, typed: Typed, hand: Hand) -> object:
    number = typed_number(typed.text("household")) or 0
    home = Household.objects.filter(commune=row.commune_id, number=number).first()
    if home is None:
        raise UnknownHousehold(field="household")
    head = typed.text("head") == "yes"
    return by_hand.settle(resident=row, household=home, on=typed.day("on"), head=head, hand=hand)


def _asks_found(row: Resident, typed: Typed) -> Sequence[Question]:
    places = [(one.code, one.name) for one in villages(row.commune_id, day_of(typed.at))]
    village = typed.ask("select", "village", _("Village"), row.village_id, choices=places)
    address = typed.ask("text", "address", _("Address"), need="optional", maxlength=200)
    return village, address, on(typed), reason(typed)


def _found(row: Resident, typed: Typed, hand: Hand) -> object:
    place = Village.objects.filter(code=typed.text("village"), commune=row.commune_id).first()
    if place is None:
        raise UnknownHousehold(field="village")
    address, day = typed.text("address"), typed.day("on")
    return by_hand.settle_anew(resident=row, village=place, address=address, on=day, hand=hand)


def _asks_leave(row: Resident, typed: Typed) -> Sequence[Question]:
    day = typed.ask("date", "on", _("Since when"))
    return day, reason(typed)


def _leave(row: Resident, typed: Typed, hand: Hand) -> object:
    return by_hand.leave(resident=row, on=typed.day("on"), hand=hand)


def _asks_wed(row: Resident, typed: Typed) -> Sequence[Question]:
    told = _("The identity number of a resident of this commune, or the name of somebody else.")
    spouse = typed.ask("text", "spouse", _("Married to whom"), help=told, maxlength=120)
    return spouse, on(typed), reason(typed)


def _wed(row: Resident, typed: Typed, hand: Hand) -> object:
    said, day = typed.text("spouse"), typed.day("on")
    spouse = _resident(said, hand.by, hand.at) if said.replace(" ", "").isdecimal() else None
    return by_hand.wed(resident=row, spouse=spouse, name=said, on=day, hand=hand)


def _resident(number: str, by: Actor, at: datetime) -> Resident:
    """The one resident of that number; SpouseMissing for none or several."""
    found = queries.by_identity(by=by, number=number, at=at, why="by_hand")
    if len(found) != 1:
        raise SpouseMissing(field="spouse")
    return found[0]


def _asks_day(row: Resident, typed: Typed) -> Sequence[Question]:
    return on(typed), reason(typed)


def _part(row: Resident, typed: Typed, hand: Hand) -> object:
    return by_hand.part(resident=row, on=typed.day("on"), hand=hand)


def _die(row: Resident, typed: Typed, hand: Hand) -> object:
    return by_hand.die(resident=row, on=typed.day("on"), hand=hand)


def _asks_correct(row: Resident, typed: Typed) -> Sequence[Question]:
    sexes = [(code, str(word)) for code, word in SEXES.items()]
    return (
        typed.ask("name", "full_name", _("Full name"), row.full_name, autocomplete="off"),
        typed.ask("partial_date", "birth", _("Born"), day_shown(row.birth)),
        typed.ask("choice", "sex", _("Sex"), row.sex, choices=sexes),
        typed.ask("ethnic", "ethnic", _("Ethnic group"), row.ethnic),
        typed.ask("nationality", "nationality", _("Nationality"), row.nationality),
        typed.ask("identity_number", "identity_number", _("Identity number"), row.identity_number),
        typed.ask("text", "birth_place", _("Place of birth"), row.birth_place, maxlength=200),
        typed.ask("text", "home_place", _("Home place"), row.home_place, maxlength=200),
        reason(typed),
    )


def _correct(row: Resident, typed: Typed, hand: Hand) -> object:
    names = ("full_name", "sex", "ethnic", "nationality", "identity_number")
    facts = {name: typed.text(name) for name in (*names, "birth_place", "home_place")}
    facts = {name: said for name, said in facts.items() if name in typed.said}
    if "birth" in typed.said:
        facts["birth"] = typed.day("birth")
    return by_hand.correct(resident=row, facts=facts, hand=hand)


def _spouse_lives(row: Resident) -> bool:
    return row.spouse is not None and not row.spouse.died


def _lives(row: Resident) -> bool:
    return not row.died


def _stays(row: Resident) -> bool:
    return not row.died and row.left_on is None


FORMS: Mapping[str, Form] = {
    "settle": Form(
        gettext_lazy("Move to another household"),
        gettext_lazy("The person lives in another household of this commune from a day on."),
        _asks_settle,
        _settle,
        _lives,
    ),
    "found": Form(
        gettext_lazy("Move to a new household"),
        gettext_lazy("A household is founded in a village, and the person heads it."),
        _asks_found,
        _found,
        _lives,
    ),
    "leave": Form(
        gettext_lazy("Leaves the commune"),
        gettext_lazy("The person belongs to no household of this commune from a day on."),
        _asks_leave,
        _leave,
        _stays,
    ),
    "wed": Form(
        gettext_lazy("Write down a marriage"),
        gettext_lazy("One that no book of this commune tells of. Nobody moves by it."),
        _asks_wed,
        _wed,
        lambda row: not _spouse_lives(row),
    ),
    "part": Form(
        gettext_lazy("Write down a divorce"),
        gettext_lazy("It ends the marriage that is known, for both."),
        _asks_day,
        _part,
        # A husband or wife from elsewhere is known by the history alone.
        lambda row: row.spouse is None or _spouse_lives(row),
    ),
    "die": Form(
        gettext_lazy("Write down a death"),
        gettext_lazy("One that no book of this commune tells of, such as a death abroad."),
        _asks_day,
        _die,
        _lives,
    ),
    "correct": Form(
        gettext_lazy("Correct facts"),
        gettext_lazy("What was written wrongly from the first. What was believed stays readable."),
        _asks_correct,
        _correct,
        lambda row: True,
    ),
}
