"""What follows from each act, as one table. The loop does it; the act itself never waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.dossiers.states import Verb


@dataclass(frozen=True, slots=True)
class Follows:
    """The message to the person, the slip to print, the draft for the chair, whether a result
    that was asked for electronically is handed over at once, and whether what was written into the
    books is told to the register of residents."""

    message: bool = False
    slip: str = ""
    draft: bool = False
    deliver: bool = False
    residents: bool = False


NOTHING = Follows()

TABLE: Mapping[Verb, Follows] = {
    Verb.SUBMIT: Follows(message=True),
    Verb.ACCEPT: Follows(message=True, slip="slip_receipt"),
    Verb.REFUSE_INTAKE: Follows(message=True, slip="slip_refusal"),
    Verb.ASK_FOR_MORE: Follows(message=True, slip="slip_supplement"),
    Verb.SUPPLEMENT: Follows(message=True, slip="slip_receipt"),
    Verb.ASK_FOR_FEE: Follows(message=True),
    # A result that only waited for its fee goes out with the fee.
    Verb.TAKE_FEE: Follows(message=True, slip="cash_receipt", deliver=True),
    Verb.EXEMPT: Follows(deliver=True),
    Verb.CHECK: Follows(draft=True),
    Verb.SIGN: Follows(residents=True),
    Verb.HALT: Follows(message=True),
    Verb.RESUME: Follows(message=True),
    Verb.REFUSE: Follows(message=True, slip="slip_refusal"),
    Verb.WITHDRAW: Follows(message=True),
    Verb.APOLOGISE: Follows(message=True, slip="slip_apology"),
    Verb.EXTEND: Follows(message=True, slip="slip_receipt"),
    # Printed, signed and sent by the office itself.
    Verb.INQUIRE: Follows(slip="letter_inquiry"),
    Verb.ISSUE: Follows(message=True, slip="slip_control", deliver=True),
    Verb.HAND_OVER: Follows(message=True),
    Verb.REVOKE: Follows(message=True),
    Verb.REPLACE: Follows(message=True),
}
