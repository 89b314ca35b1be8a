"""Which dossiers were chosen: those that were ticked, or all of the list up to a stated limit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple
from urllib.parse import parse_qsl
from uuid import UUID

from motcua.counter.bulk.table import Bulk
from motcua.counter.work_list import asked
from motcua.dossiers import lists
from motcua.foundation.actor import Actor

# Two pages of the list: more is not read before it is pressed.
MOST = 60


class Chosen(NamedTuple):
    """The keys, and whether more were chosen than are done at once."""

    keys: Sequence[UUID]
    more: bool


def ticked(values: Sequence[str]) -> Chosen:
    """Those whose box was ticked; what is no key chooses nothing."""
    keys = [key for value in dict.fromkeys(values) if (key := _uuid(value)) is not None]
    return Chosen(keys[:MOST], len(keys) > MOST)


def of_the_list(query: str, bulk: Bulk, *, by: Actor, at: datetime) -> Chosen:
    """All that this list shows and the act can be about, what is due first."""
    wanted = asked(dict(parse_qsl(query)), by=by, at=at).filters
    states = wanted.states & bulk.states
    if not states or (bulk.step and wanted.step not in (None, bulk.step)):
        return Chosen([], more=False)
    filters = replace(wanted, states=states, step=bulk.step or wanted.step)
    keys: list[UUID] = []
    after: str | None = ""
    while after is not None and len(keys) <= MOST:
        page = lists.work_list(by=by, filters=filters, after=after or None)
        keys += [row.pk for row in page.rows]
        after = page.after
    return Chosen(keys[:MOST], len(keys) > MOST)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
