"""Whether the journal can be trusted: a bounded check, and a bundle for whoever checks alone."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.conf import settings

from motcua.audit import bundle, journal, queries
from motcua.audit.actions import record
from motcua.audit.errors import JournalNotYours
from motcua.audit.key import journal_key
from motcua.audit.queries import Wanted
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.office.days import day_typed, evening, morning
from motcua.office.errors import PeriodEmpty, PeriodTooLong, PeriodUnreadable

# So many lines are walked while somebody waits for the page; the command walks all.
CHECKED = 2_000
EXPORTED = 100_000
_TOLD = 20


@dataclass(frozen=True, slots=True)
class LastCheck:
    """What the last check made from this page looked at and found, as the journal has it."""

    at: datetime
    by: str
    first: int
    last: int
    faults: tuple[str, ...]


def last_check(*, by: Actor) -> LastCheck | None:
    """The last check of the newest lines; None when nobody has made one."""
    found = queries.page(by=by, wanted=Wanted(verb="verify_log"), limit=1).lines
    if not found:
        return None
    facts = found[0].facts
    faults = tuple(str(one) for one in facts["faults"])
    return LastCheck(found[0].at, found[0].actor_name, facts["first"], facts["last"], faults)


def check_newest(*, by: Actor, at: datetime) -> None:
    """Walk the newest lines of the commune's chain; what was found is itself a line of it."""
    if not by.has(Role.AUDITOR):
        raise JournalNotYours
    commune = by.commune or ""
    found = journal.newest(commune, CHECKED)
    facts = {
        "first": found.stretch.first,
        "last": found.stretch.last,
        "faults": [str(fault) for fault in found.faults[:_TOLD]],
    }
    record(chain=commune, by=by, at=at, verb="verify_log", about=f"journal:{commune}", facts=facts)


@dataclass(frozen=True, slots=True)
class Exported:
    """A bundle, ready to be sent."""

    name: str
    file: IO[bytes]


def export(words: Mapping[str, str], *, by: Actor, at: datetime) -> Exported:
    """The signed bundle of a period; that it was made stands in the journal.

    Refuses PeriodUnreadable, PeriodEmpty, PeriodTooLong, and `audit.not_yours` for no auditor.
    """
    if not by.has(Role.AUDITOR):
        raise JournalNotYours
    since, until = (day_typed(words.get(name, "")) for name in ("first", "last"))
    if since is None or until is None or until < since:
        raise PeriodUnreadable(field="first")
    commune = by.commune or ""
    stretch = journal.period(commune, morning(since), evening(until))
    if not stretch.count:
        raise PeriodEmpty(field="first")
    if stretch.count > EXPORTED:
        raise PeriodTooLong(field="first", lines=stretch.count, most=EXPORTED)
    # Open until it has been sent, and gone then.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    key = journal_key(settings.DATA)
    bundle.write(file, journal.lines_of(stretch), key=key, at=at, walked=lambda _count: None)
    facts = {"first": stretch.first, "last": stretch.last, "until": until.isoformat()}
    record(chain=commune, by=by, at=at, verb="export_log", about=f"journal:{commune}", facts=facts)
    file.seek(0)
    return Exported(f"journal-{commune}-{since:%Y%m%d}-{until:%Y%m%d}-{day_of(at):%Y%m%d}", file)
