"""What one person and one address may cause, by the hour and by the day.

A person is an account, a telephone that was confirmed, or only a browser. The figures let through a
volunteer whose telephone files for ten neighbours in an evening, and a village of thirty households
that the mobile network shows under one address; a commune has some 1,100 requests a year. What is
entered at the counter is not counted. docs/reference/limits.md tells the figures to an
administrator, `MOTCUA_LIMITS` multiplies them for a day on which a hall full of people files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings

from motcua.dossiers.calling.errors import CallsSpent
from motcua.dossiers.errors import DraftsSpent, FilesSpent, SubmissionsSpent
from motcua.dossiers.tries import Limit
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many in an hour, so many in a day."""

    hour: int
    day: int


# Ten neighbours, twice; each submission takes a number, an officer's time and a message.
SUBMISSIONS = Allowance(hour=20, day=40)
# Thirty people of one address, five each; three such addresses still are fewer than a month's work.
SUBMISSIONS_OF_ADDRESS = Allowance(hour=150, day=300)
# Whoever files: one telephone is not made to ring more often than its own holder could make it.
NAMING_A_PHONE = Allowance(hour=40, day=40)
# A draft costs a row; some are begun twice before one is handed in.
DRAFTS = Allowance(hour=40, day=80)
DRAFTS_OF_ADDRESS = Allowance(hour=300, day=600)
# Ten neighbours with six photographs each, twice; half a second of processor for each.
FILES = Allowance(hour=120, day=240)
FILES_OF_ADDRESS = Allowance(hour=600, day=1_200)
# A photograph is kept at half a megabyte, a scanned PDF as it came: 240 files and room to spare.
MEGABYTES = Allowance(hour=300, day=600)
MEGABYTES_OF_ADDRESS = Allowance(hour=1_500, day=3_000)
# Files on which seconds were wasted (`attachments.FileGivenUp`): two minutes of processor an hour.
GIVEN_UP = Allowance(hour=20, day=60)

# A telephone is called about a few forms a day; an officer's time is what is spent.
CALLS = Allowance(hour=3, day=6)
CALLS_OF_ADDRESS = Allowance(hour=30, day=60)


def submissions(by: Actor, *, origin: str, phone: str) -> Sequence[Limit]:
    """One dossier handed in, by whom, from where, and whose telephone its messages go to."""
    limits = [
        *_limits("submit", by.id, SUBMISSIONS, SubmissionsSpent),
        *_limits("submit-from", origin, SUBMISSIONS_OF_ADDRESS, SubmissionsSpent),
    ]
    if phone:
        limits += _limits("submit-to", phone, NAMING_A_PHONE, SubmissionsSpent)
    return limits


def drafts(by: Actor, *, origin: str) -> Sequence[Limit]:
    """One draft begun."""
    return [
        *_limits("draft", by.id, DRAFTS, DraftsSpent),
        *_limits("draft-from", origin, DRAFTS_OF_ADDRESS, DraftsSpent),
    ]


def files(by: Actor, *, origin: str, size: int) -> Sequence[Limit]:
    """One file of so many bytes."""
    megabytes = -(-size // _MIB)
    return [
        *_limits("file", by.id, FILES, FilesSpent),
        *_limits("file-from", origin, FILES_OF_ADDRESS, FilesSpent),
        *_limits("mb", by.id, MEGABYTES, FilesSpent, each=megabytes),
        *_limits("mb-from", origin, MEGABYTES_OF_ADDRESS, FilesSpent, each=megabytes),
    ]


def arrivals(by: Actor, *, origin: str, size: int) -> Sequence[Limit]:
    """One file of so many bytes that begins to come in pieces: as many as may be handed in."""
    megabytes = -(-size // _MIB)
    return [
        *_limits("arrival", by.id, FILES, FilesSpent),
        *_limits("arrival-from", origin, FILES_OF_ADDRESS, FilesSpent),
        *_limits("arrival-mb", by.id, MEGABYTES, FilesSpent, each=megabytes),
        *_limits("arrival-mb-from", origin, MEGABYTES_OF_ADDRESS, FilesSpent, each=megabytes),
    ]


def calls(phone: str, *, origin: str) -> Sequence[Limit]:
    """One call asked for, to this telephone."""
    return [
        *_limits("call", phone, CALLS, CallsSpent),
        *_limits("call-from", origin, CALLS_OF_ADDRESS, CallsSpent),
    ]


def given_up(*, origin: str) -> Sequence[Limit]:
    """One file that took more than any honest file does; given back for every other."""
    return list(_limits("given-up-from", origin, GIVEN_UP, FilesSpent))


def _limits(
    what: str, whose: str, most: Allowance, refusal: type[Refusal], *, each: int = 1
) -> Iterator[Limit]:
    times = settings.MOTCUA_LIMITS
    yield Limit(f"{what}:{whose}", most.hour * times, HOUR, each, refusal)
    yield Limit(f"{what}-day:{whose}", most.day * times, DAY, each, refusal)
