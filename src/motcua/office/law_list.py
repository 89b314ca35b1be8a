"""The law of today as a list: each procedure, what waits for it, where a pack says otherwise."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.procedures.amending.laying import amended_codes
from motcua.procedures.amending.overlay import touched
from motcua.procedures.amending.queries import waiting_codes, waiting_count
from motcua.procedures.finding import found, shelved
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import catalogue

Tab = tuple[str, str, int | None]


class Row(NamedTuple):
    """A procedure of today: `changed` here, `waiting` changes of it, `differs` from the pack."""

    code: str
    title: str
    address: str
    changed: bool
    waiting: int
    differs: bool


class Listing(NamedTuple):
    """The procedures that fit what was typed, by their field of law."""

    typed: str
    shelves: Sequence[tuple[str | Promise, Sequence[Row]]]


def law_list(typed: str, *, by: Actor, at: datetime) -> Listing:
    """Every procedure of today that fits."""
    language = get_language() or "vi"
    changed, waiting = amended_codes(), waiting_codes(by=by)
    fitting = found(catalogue(day_of(at)), typed, language)
    rows = {one.code: _row(one, language, changed, waiting) for one in fitting}
    shelves = shelved(fitting)
    return Listing(typed, [(name, [rows[one.code] for one in held]) for name, held in shelves])


def law_tabs(by: Actor) -> list[Tab]:
    """The pages about the law, with how many changes wait."""
    return [
        (_("Procedures"), reverse("office:laws"), None),
        (_("Law to come"), reverse("office:law"), None),
        (_("Changes"), reverse("office:changes"), waiting_count(by=by)),
    ]


def _row(one: Procedure, language: str, changed: set[str], waiting: dict[str, int]) -> Row:
    ours = one.code in changed
    differs = ours and any(told.fate == "touched" for told in touched(one.code))
    address = reverse("office:seen", args=[one.code])
    return Row(one.code, one.title(language), address, ours, waiting.get(one.code, 0), differs)
