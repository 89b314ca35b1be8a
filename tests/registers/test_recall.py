"""Of names mistyped by a rule that the search does not know, nearly all are found.

A sample of `bench.books`, in the books of the demo's population.
"""

from collections.abc import Sequence
from random import Random

import pytest

from bench.books.mistakes import misspelt
from motcua.demo.books import entries
from motcua.demo.population import populate
from motcua.foundation.clock import day_of
from motcua.registers.actions import import_entries
from motcua.registers.born import Born
from motcua.registers.finding import Wanted, search
from motcua.registers.models import EntryName
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SAMPLE = 200


@pytest.fixture
def children() -> Sequence[EntryName]:
    """Two hundred of the children in the demo's books."""
    cast.coc_san()
    today = day_of(cast.AT)
    villages = {number: f"Thôn số {number}" for number in range(1, 10)}
    drafts = entries(populate(2746, today), villages, 2746, today)
    import_entries(commune=cast.COC_SAN, drafts=drafts, by=cast.acting(cast.officer()), at=cast.AT)
    everybody = EntryName.objects.filter(kind="birth", who="child").order_by("pk")
    return Random(1).sample(list(everybody), SAMPLE)


def places(children: Sequence[EntryName], *, with_year: bool) -> list[int]:
    """Where on the first page each is found by a mistyped name; those who are not are left out."""
    chance, by, found = Random(5), cast.acting(cast.officer()), list[int]()
    for child in children:
        born = Born.typed(child.birth[:4]) if with_year else None
        wanted = Wanted(name=misspelt(child.name, chance), born=born)
        page = search(by=by, commune=cast.COC_SAN, wanted=wanted, at=cast.AT, why="books")
        found += [at for at, hit in enumerate(page.hits, 1) if hit.entry.pk == child.entry_id]
    return found


@pytest.mark.parametrize("with_year", [True, False])
def test_of_mistyped_names_the_right_entry_is_on_the_first_page(
    children: Sequence[EntryName], with_year: bool
) -> None:
    found = places(children, with_year=with_year)
    assert len(found) >= SAMPLE * 0.99
    assert sum(found) / len(found) <= 2.5
