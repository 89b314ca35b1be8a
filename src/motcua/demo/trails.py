"""What the people of the demo commune asked for in its last three months: one table, plain data.

A line stands for so many dossiers that went the same way; `walks` draws each of them by lot.
Time is working time in minutes: an officer's day has eight hours of 60.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

EXTRACT, BIRTH, DEATH = "2.000635", "1.001193", "1.000656"
MARITAL, COPY, CORRECTION = "1.004873", "2.000815", "1.004859"
DAY = 8 * 60
# How many working days the tale of the commune goes back.
DAYS = 62

By = Literal["counter", "account", "guest"]
Doors = Mapping[By, int]
Codes = Mapping[str, int]

# Which of them are asked for, and how often: those that are settled on the day, those that take
# days, and all of them. A decided birth or death is that of somebody: see `books`.
QUICK: Codes = {EXTRACT: 6, COPY: 4}
SLOW: Codes = {MARITAL: 7, CORRECTION: 3}
MIXED: Codes = {EXTRACT: 8, COPY: 4, MARITAL: 5, CORRECTION: 2, BIRTH: 2, DEATH: 2}
PAID: Codes = {EXTRACT: 5, COPY: 3, MARITAL: 3}
DOORS: Doors = {"counter": 50, "guest": 32, "account": 18}
HOME: Doors = {"guest": 70, "account": 30}
# Of those with an account the register knows who pays nothing: nobody asks them for a fee.
OWING: Doors = {"counter": 60, "guest": 40}


@dataclass(frozen=True, slots=True)
class Trail:
    """`acts` after the handing-in, as named in `deeds`.

    `ago` is how long ago the youngest and the oldest of them began. `takes` is how long the acts
    of one took, the last visit left out; without it they lie anywhere between then and now.
    """

    count: int
    acts: str
    ago: tuple[int, int]
    takes: tuple[int, int] | None = None
    codes: Codes = field(default_factory=lambda: MIXED)
    doors: Doors = field(default_factory=lambda: DOORS)
    unsure: bool = False  # one question is left for the counter
    draft: bool = False


_TAKEN = "accept begin"
_CHECKED = f"{_TAKEN} take_fee check"
_ISSUED = f"{_CHECKED} sign issue"
_DONE = f"{_ISSUED} hand_over"
_LONG_AGO = DAYS * DAY

# fmt: off
TRAILS: tuple[Trail, ...] = (
    # Settled, signed and handed over: in time, late, with an apology, after a second visit.
    Trail(50, _DONE, (DAY, _LONG_AGO), (50, 200), QUICK),
    Trail(18, _DONE, (5 * DAY, _LONG_AGO), (DAY, 2 * DAY), SLOW),
    Trail(7, _DONE, (6 * DAY, _LONG_AGO), (DAY + 120, 3 * DAY), QUICK),
    Trail(5, f"{_TAKEN} take_fee apologise check sign issue hand_over", (12 * DAY, _LONG_AGO),
          (5 * DAY, 7 * DAY), SLOW),
    Trail(5, f"{_TAKEN} ask_for_more supplement take_fee check sign issue hand_over",
          (9 * DAY, _LONG_AGO), (2 * DAY, 5 * DAY), SLOW, HOME),
    Trail(4, f"{_TAKEN} ask_for_fee take_fee check sign issue hand_over", (4 * DAY, _LONG_AGO),
          (100, DAY), PAID, OWING),
    Trail(3, f"{_CHECKED} send_back check sign issue hand_over", (5 * DAY, _LONG_AGO),
          (DAY, 2 * DAY), SLOW),
    Trail(2, f"{_TAKEN} halt resume take_fee check sign issue hand_over", (12 * DAY, _LONG_AGO),
          (4 * DAY, 8 * DAY), SLOW),
    # Made, and not yet fetched.
    Trail(7, _ISSUED, (DAY, 6 * DAY), (60, 240), QUICK, {"counter": 60, "guest": 40}),
    # Refused: the letter was fetched, or waits. Not taken in. Taken back.
    Trail(12, f"{_TAKEN} refuse conclude hand_over", (5 * DAY, _LONG_AGO), (120, 2 * DAY), SLOW),
    Trail(5, f"{_TAKEN} refuse conclude", (DAY, 4 * DAY), (90, 300), SLOW),
    Trail(24, "refuse_intake", (DAY, _LONG_AGO), (30, 200), doors=HOME),
    Trail(15, "withdraw", (2 * DAY, _LONG_AGO), (30, DAY), doors=HOME),
    Trail(12, f"{_TAKEN} withdraw", (3 * DAY, _LONG_AGO), (90, DAY), SLOW),
    # Begun at home, not handed in.
    Trail(20, "", (30, 9 * DAY), doors=HOME, draft=True),
    # Waiting for the desk; two have waited for longer than they should.
    Trail(5, "", (10, 300), doors=HOME),
    Trail(5, "", (10, 300), doors={"guest": 1}, unsure=True),
    Trail(2, "", (2 * DAY, 3 * DAY), doors=HOME, unsure=True),
    Trail(2, "", (5, 60), doors={"counter": 1}),
    # Accepted, for an officer to take up.
    Trail(10, "accept", (25, 220)),
    # With an officer: due today, due soon, late, with a new date, from a colleague, again.
    Trail(8, _TAKEN, (40, 200)),
    Trail(2, f"{_TAKEN} take_fee", (60, 200), codes=PAID, doors={"counter": 1}),
    Trail(4, _TAKEN, (DAY, 2 * DAY), codes=SLOW),
    Trail(3, _TAKEN, (DAY + 300, 3 * DAY), codes=QUICK),
    Trail(2, f"{_TAKEN} apologise", (5 * DAY, 7 * DAY), codes=SLOW),
    Trail(1, f"{_TAKEN} pass_on", (DAY, 2 * DAY), codes=SLOW),
    Trail(1, f"{_CHECKED} send_back", (140, 240), codes=QUICK),
    # For the chair to read and sign.
    Trail(6, _CHECKED, (120, 260), codes=QUICK),
    Trail(1, _CHECKED, (120, 260), codes={EXTRACT: 1}, doors={"account": 1}),
    Trail(4, _CHECKED, (DAY, 2 * DAY), codes=SLOW),
    Trail(2, _CHECKED, (DAY + 360, 2 * DAY), codes=QUICK),
    # Signed a moment ago: the papers are made when the worker starts.
    Trail(4, f"{_CHECKED} sign", (120, 240), codes=QUICK),
    Trail(2, f"{_CHECKED} sign", (DAY, 2 * DAY), codes=SLOW),
    # Waiting for what the office asked for; brought since; waiting for the fee; stopped.
    Trail(8, "ask_for_more", (120, 4 * DAY), doors=HOME),
    Trail(5, f"{_TAKEN} ask_for_more", (DAY, 6 * DAY), codes=SLOW),
    Trail(1, f"{_TAKEN} ask_for_more", (25 * DAY, 26 * DAY), codes=SLOW),
    Trail(2, f"{_TAKEN} ask_for_more supplement", (2 * DAY, 3 * DAY), codes=SLOW, doors=HOME),
    Trail(9, f"{_TAKEN} ask_for_fee", (60, 3 * DAY), codes=PAID, doors=OWING),
    Trail(6, f"{_TAKEN} halt", (2 * DAY, 8 * DAY), codes=SLOW),
    Trail(3, f"{_TAKEN} refuse", (DAY, 4 * DAY), codes=SLOW),
)
# fmt: on

# A birth or a death that lies in these months was registered so, on the day its book names.
REGISTERED = Trail(0, _DONE, (DAY, _LONG_AGO), (50, 200), doors={"counter": 70, "guest": 30})
