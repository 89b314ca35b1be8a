"""What goes wrong in each case and when: seeded, every fault in turn."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bench.kill.people import TYPED


class Fault(StrEnum):
    """What is taken away from a person who is at a form."""

    LINE = "the line breaks"
    REQUEST = "the line breaks while the form goes up"
    UNHEARD = "the line breaks before the answer"
    ANSWER = "the line breaks while the answer comes down"
    SILENT = "the line falls silent"
    TAB = "the page's process dies"
    BROWSER = "the browser is killed"
    SERVER = "the commune's server is killed"
    FULL = "the phone has no room left"
    CLOCK = "the phone's clock is a day off"


_NAMES = ("An", "Bình", "Chi", "Dung", "Giang", "Hoa", "Khánh", "Lan", "Mai", "Nga")
# These befall a sending and nothing else.
SENDING_ONLY = (Fault.REQUEST, Fault.UNHEARD, Fault.ANSWER)
# A third of the others befall it too.
_SENDING = 1 / 3


@dataclass(frozen=True, slots=True)
class Case:
    """One person and one fault.

    `after`: so many fields were filled in when it comes, all of them when it befalls the sending;
    `wait`: so many seconds later; `lasts`: so long until it is over. `place` is where in the bytes
    of a form or an answer the line breaks, as a share of a kilobyte or two.
    """

    number: int
    fault: Fault
    sending: bool
    after: int
    wait: float
    lasts: float
    place: float

    @property
    def guest(self) -> bool:
        """Every second person has no account: their key lies in the vault alone. With each turn of
        the faults it is the other half."""
        return (self.number + _turn(self.number)) % 2 == 0

    @property
    def photograph(self) -> bool:
        """Every fifth photographs a paper; with each turn of the faults others do."""
        return (self.number + _turn(self.number)) % 5 == 0

    @property
    def phone(self) -> str:
        """The telephone that this person types; a guest's is theirs alone, and confirmed."""
        return f"0991 {self.number:06}" if self.guest else TYPED["filer_phone"]

    @property
    def typed(self) -> dict[str, str]:
        """What this person types, unlike all others."""
        return {
            **{name: value for name, value in TYPED.items() if name != "hand_in"},
            "filer_name": f"Vàng {' '.join(_NAMES[int(one)] for one in f'{self.number:03}')} Thử",
            "filer_phone": self.phone,
            "register_office": f"Xã Thử số {self.number:04}",
            "copies": str(1 + self.number % 5),
        }


def _turn(number: int) -> int:
    return (number - 1) // len(Fault)


def cases(count: int, seed: int) -> Iterator[Case]:
    """The faults in turn, each at a moment of its own."""
    chance, faults = random.Random(seed), list(Fault)
    fields = len(TYPED) - 1
    for number in range(1, count + 1):
        fault = faults[(number - 1) % len(faults)]
        sending = fault in SENDING_ONLY or chance.random() < _SENDING
        yield Case(
            number,
            fault,
            sending,
            fields if sending else chance.randint(1, fields),
            chance.uniform(0, 0.8),
            chance.uniform(0.3, 3.0),
            chance.random(),
        )
