"""What an officer writes down about residents by hand: a row of its own each time, with a reason.

The books tell most of what happens (`consequences`). The rest comes by hand: who heads a household,
who moved, and what was written wrongly.
"""

from motcua.people.by_hand.couples import bound_to, die, part, wed
from motcua.people.by_hand.hand import Hand
from motcua.people.by_hand.homes import leave, name_head, settle, settle_anew
from motcua.people.by_hand.wrongs import correct, may_withdraw, withdraw

__all__ = [
    "Hand",
    "bound_to",
    "correct",
    "die",
    "leave",
    "may_withdraw",
    "name_head",
    "part",
    "settle",
    "settle_anew",
    "wed",
    "withdraw",
]
