"""How far each invented dossier of the demo has walked: one line each, plain data.

`ago` is how many working minutes ago it began; its acts are spread evenly over that time, so that
the last of them lies before now. An officer's day has eight hours of 60 minutes.
"""

from dataclasses import dataclass
from typing import Literal

EXTRACT, BIRTH, DEATH = "2.000635", "1.001193", "1.000656"
MARITAL, COPY, CORRECTION = "1.004873", "2.000815", "1.004859"
DAY = 8 * 60

By = Literal["counter", "account", "guest"]


@dataclass(frozen=True, slots=True)
class Walk:
    """`acts` after the handing-in, as named in `deeds`; `by` says through which door it came."""

    code: str
    by: By
    ago: int
    acts: str = ""
    unsure: bool = False  # one question is left for the counter
    electronic: bool = False
    draft: bool = False


_TAKEN = "accept begin"
_CHECKED = f"{_TAKEN} take_fee check"
_SIGNED = f"{_CHECKED} sign"

WALKS: tuple[Walk, ...] = (
    # Begun at home, not handed in.
    Walk(EXTRACT, "account", 90, draft=True),
    Walk(BIRTH, "account", 3 * DAY, draft=True),
    # Waiting for the desk; the last two have waited for longer than they should.
    Walk(EXTRACT, "guest", 25, unsure=True),
    Walk(EXTRACT, "guest", 50),
    Walk(EXTRACT, "account", 80, electronic=True),
    Walk(MARITAL, "account", 100),
    Walk(BIRTH, "guest", 140, unsure=True),
    Walk(DEATH, "guest", 180),
    Walk(EXTRACT, "guest", 210, unsure=True),
    Walk(COPY, "counter", 40),
    Walk(EXTRACT, "guest", 2 * DAY + 60),
    Walk(CORRECTION, "guest", 3 * DAY, unsure=True),
    # Accepted, for the officer to take up.
    Walk(EXTRACT, "counter", 30, "accept"),
    Walk(EXTRACT, "account", 70, "accept"),
    Walk(COPY, "counter", 45, "accept"),
    Walk(DEATH, "counter", 60, "accept"),
    Walk(CORRECTION, "counter", 120, "accept"),
    Walk(MARITAL, "guest", 200, "accept"),
    Walk(BIRTH, "counter", 90, "accept"),
    # With an officer: due today, due soon, and late.
    Walk(EXTRACT, "guest", 60, _TAKEN),
    Walk(EXTRACT, "counter", 95, _TAKEN),
    Walk(EXTRACT, "account", 130, f"{_TAKEN} take_fee"),
    Walk(BIRTH, "guest", 150, _TAKEN),
    Walk(DEATH, "counter", 110, _TAKEN),
    Walk(COPY, "counter", 75, _TAKEN),
    Walk(MARITAL, "counter", DAY, _TAKEN),
    Walk(MARITAL, "guest", 2 * DAY, _TAKEN),
    Walk(CORRECTION, "counter", 2 * DAY + 200, _TAKEN),
    Walk(CORRECTION, "guest", DAY + 100, f"{_TAKEN} pass_on"),
    Walk(EXTRACT, "guest", DAY + 300, _TAKEN),
    Walk(EXTRACT, "counter", 2 * DAY + 120, _TAKEN),
    Walk(BIRTH, "guest", DAY + 420, _TAKEN),
    Walk(MARITAL, "counter", 5 * DAY, f"{_TAKEN} apologise"),
    Walk(EXTRACT, "counter", 170, f"{_CHECKED} send_back"),
    # For the chair to read and sign.
    Walk(EXTRACT, "counter", 160, _CHECKED),
    Walk(EXTRACT, "account", 190, _CHECKED, electronic=True),
    Walk(EXTRACT, "guest", 220, f"{_TAKEN} check"),
    Walk(EXTRACT, "guest", 250, f"{_TAKEN} check"),
    Walk(MARITAL, "counter", DAY + 60, _CHECKED),
    Walk(MARITAL, "account", 2 * DAY + 30, _CHECKED, electronic=True),
    Walk(EXTRACT, "counter", DAY + 380, _CHECKED),
    Walk(COPY, "counter", 140, _CHECKED),
    # Signed this moment: the papers are made when the worker starts.
    Walk(EXTRACT, "account", 120, _SIGNED, electronic=True),
    Walk(EXTRACT, "counter", 150, _SIGNED),
    Walk(EXTRACT, "guest", 180, f"{_TAKEN} check sign"),
    Walk(MARITAL, "account", DAY, _SIGNED, electronic=True),
    Walk(MARITAL, "counter", DAY + 30, _SIGNED),
    Walk(MARITAL, "guest", 2 * DAY, f"{_TAKEN} check sign"),
    Walk(COPY, "counter", 200, _SIGNED),
    # Waiting for what the office asked for; brought since; waiting for the fee.
    Walk(EXTRACT, "guest", DAY, "ask_for_more"),
    Walk(MARITAL, "guest", 2 * DAY, f"{_TAKEN} ask_for_more"),
    Walk(CORRECTION, "counter", 25 * DAY, f"{_TAKEN} ask_for_more"),
    Walk(BIRTH, "account", 300, "accept ask_for_more"),
    Walk(MARITAL, "guest", 3 * DAY, f"{_TAKEN} ask_for_more supplement"),
    Walk(EXTRACT, "guest", 90, f"{_TAKEN} ask_for_fee"),
    Walk(COPY, "counter", 110, f"{_TAKEN} ask_for_fee"),
    # Stopped, refused, taken back, handed back.
    Walk(CORRECTION, "counter", 4 * DAY, f"{_TAKEN} halt"),
    Walk(MARITAL, "counter", 3 * DAY, f"{_TAKEN} refuse"),
    Walk(CORRECTION, "guest", 6 * DAY, f"{_TAKEN} refuse conclude"),
    Walk(EXTRACT, "counter", 5 * DAY, f"{_TAKEN} take_fee refuse conclude hand_over"),
    Walk(MARITAL, "counter", 8 * DAY, f"{_TAKEN} take_fee refuse conclude hand_over"),
    Walk(EXTRACT, "guest", 2 * DAY, "refuse_intake"),
    Walk(COPY, "guest", 4 * DAY, "refuse_intake"),
    Walk(EXTRACT, "guest", DAY, "withdraw"),
    Walk(MARITAL, "account", 4 * DAY, f"{_TAKEN} withdraw"),
)
