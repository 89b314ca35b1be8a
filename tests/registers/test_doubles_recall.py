"""Of entries that were written twice, with the mistakes that people make, nearly all are found,
and hardly any that were not.

Planted in the books of the demo's population, by a rule of mistakes that the search does not know.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from bench.books.mistakes import misspelt
from motcua.demo.books import entries
from motcua.demo.population import populate
from motcua.foundation.clock import day_of
from motcua.registers.actions import Draft, compare_waiting, import_entries
from motcua.registers.kinds import book
from motcua.registers.models import Double
from motcua.registers.sameness import LIKELY
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PLANTED = 300


def planted(drafts: list[Draft], chance: Random) -> list[Draft]:
    """Written again some days or years later; one name is mistyped, and in half a date is wrong,
    vaguer, or the family left out."""
    whole = [one for one in drafts if one.registered_on.year < 2020]
    return [_again(one, chance) for one in chance.sample(whole, PLANTED)]


def _again(draft: Draft, chance: Random) -> Draft:
    told = {key: said for key, said in draft.content.items() if not key.endswith(".identity")}
    twice = book(draft.kind).twice
    assert twice is not None
    who = chance.choice(twice.people)
    told[f"{who}.name"] = misspelt(told[f"{who}.name"], chance)
    _spoil(told, who, chance)
    day = draft.registered_on + timedelta(days=chance.randint(1, 2000))
    return replace(draft, content=told, source=f"twice:{draft.source}", registered_on=day)


def _spoil(told: dict[str, str], who: str, chance: Random) -> None:
    """In half of them something else is wrong, too."""
    key, way = f"{who}.birth", chance.randrange(6)
    if way == 0 and "mother.name" in told:
        told["mother.name"] = misspelt(told["mother.name"], chance)
    elif way == 1:
        told[key] = told[key][:4]
    elif way == 2 and len(told[key]) == len("1954-03-21"):
        day = date.fromisoformat(told[key]) + timedelta(days=chance.choice((-1, 1)))
        told[key] = day.isoformat()


def pairs() -> Mapping[frozenset[str], Double]:
    rows = Double.objects.select_related("first", "second")
    return {frozenset((row.first.source, row.second.source)): row for row in rows}


def test_of_three_hundred_planted_nearly_all_are_found_and_hardly_any_other() -> None:
    cast.coc_san()
    today = day_of(cast.AT)
    villages = {number: f"Thôn số {number}" for number in range(1, 10)}
    drafts = entries(populate(2746, today), villages, 2746, today)
    again = planted(drafts, Random(7))
    by = cast.acting(cast.officer())
    import_entries(commune=cast.COC_SAN, drafts=[*drafts, *again], by=by, at=cast.AT)
    while compare_waiting(at=cast.AT, limit=1000):
        pass
    meant = {frozenset((one.source, one.source.removeprefix("twice:"))) for one in again}
    found = pairs()
    likely = {key for key, row in found.items() if row.weight == LIKELY}
    recall, false = len(meant & set(found)), len(set(found) - meant)
    assert recall >= PLANTED * 0.99, f"{recall} of {PLANTED} found, {false} others"
    assert len(meant & likely) >= PLANTED * 0.9
    assert false <= PLANTED * 0.02, f"{false} others"
