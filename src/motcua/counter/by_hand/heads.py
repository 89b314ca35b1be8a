"""Naming the head of a household: who may be, and the verb."""

from django.utils.translation import gettext as _

from motcua.counter.by_hand.typed import Asked, Typed, on, reason
from motcua.counter.matching import day_shown
from motcua.foundation.typed_number import typed_number
from motcua.people import by_hand
from motcua.people.by_hand import Hand
from motcua.people.by_hand.errors import LivesElsewhere
from motcua.people.standings import Home, Member


def asks_head(home: Home, typed: Typed) -> Asked:
    """The members who do not head it, to choose from."""
    members = [one for one in home.members if not one.holds["head"]]
    choices = [(str(one.resident.pk), _named(one)) for one in members]
    alone = choices[0][0] if len(choices) == 1 else ""
    who = typed.ask("choice", "resident", _("The new head"), alone, choices=choices)
    return Asked(
        _("Name the head of the household"),
        _("Whoever headed it until then heads it no longer."),
        [who, on(typed), reason(typed)] if choices else [],
    )


def named_head(home: Home, typed: Typed, hand: Hand) -> None:
    """Refuses what `by_hand.name_head` refuses."""
    key = typed_number(typed.text("resident"))
    chosen = next((one.resident for one in home.members if one.resident.pk == key), None)
    if chosen is None:
        raise LivesElsewhere(field="resident")
    by_hand.name_head(household=home.household, resident=chosen, on=typed.day("on"), hand=hand)


def _named(member: Member) -> str:
    return f"{member.holds.text('full_name')} · {day_shown(member.holds.text('birth'))}"
