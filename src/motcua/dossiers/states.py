"""The words of the lifecycle: states, steps, verbs, who may act, the clock, what is needed.

The ten states and their codes are those of the national exchange; 0 is our draft, which the
exchange never sees.
"""

from enum import IntEnum, StrEnum


class State(IntEnum):
    """Trạng thái hồ sơ."""

    DRAFT = 0
    SUBMITTED = 1  # Mới đăng ký
    ACCEPTED = 2  # Được tiếp nhận
    NOT_ACCEPTED = 3  # Không được tiếp nhận
    IN_PROGRESS = 4  # Đang xử lý
    AWAITING_SUPPLEMENT = 5  # Yêu cầu bổ sung giấy tờ
    AWAITING_FEE = 6  # Yêu cầu thực hiện nghĩa vụ tài chính
    WITHDRAWN = 7  # Công dân yêu cầu rút hồ sơ
    HALTED = 8  # Dừng xử lý
    DONE = 9  # Đã xử lý xong
    HANDED_OVER = 10  # Đã trả kết quả


OPEN = frozenset(
    {
        State.SUBMITTED,
        State.ACCEPTED,
        State.IN_PROGRESS,
        State.AWAITING_SUPPLEMENT,
        State.AWAITING_FEE,
        State.HALTED,
    }
)
CLOSED = frozenset({State.NOT_ACCEPTED, State.WITHDRAWN, State.HANDED_OVER})


class Step(StrEnum):
    """Whose turn it is while a dossier is in progress, in the order of the procedure's route."""

    NONE = ""
    CHECK = "check"  # the officer checks against the register
    SIGN = "sign"  # the chair reads and signs
    PRESS = "press"  # signed; the paper is being typeset and sealed


class Channel(IntEnum):
    """Kênh thực hiện, with the codes of the exchange."""

    COUNTER = 1
    ONLINE = 2
    POST = 3


class Delivery(StrEnum):
    """How the person wants the result."""

    COUNTER = "counter"
    ELECTRONIC = "electronic"
    POST = "post"


class Part(StrEnum):
    """The five people around a dossier, kept apart from the first day."""

    SUBJECT = "subject"
    FILER = "filer"
    REPRESENTATIVE = "representative"
    HELPER = "helper"
    OFFICER = "officer"


class Who(StrEnum):
    """Who may act: a role in the commune's office, or the one who handed the dossier in."""

    FILER = "filer"
    HELPER = "helper"
    RECEPTIONIST = "receptionist"
    OFFICER = "officer"
    CHAIR = "chair"
    SYSTEM = "system"


class Verb(StrEnum):
    """What can be done to a dossier. The same word names action, address, event, text and test."""

    KEEP = "keep"
    SUBMIT = "submit"
    COMPLETE = "complete"
    ACCEPT = "accept"
    REFUSE_INTAKE = "refuse_intake"
    BEGIN = "begin"
    ASK_FOR_MORE = "ask_for_more"
    SUPPLEMENT = "supplement"
    ASK_FOR_FEE = "ask_for_fee"
    TAKE_FEE = "take_fee"
    EXEMPT = "exempt"
    CHECK = "check"
    SIGN = "sign"
    ISSUE = "issue"
    RETURN_TO_SIGN = "return_to_sign"
    SEND_BACK = "send_back"
    RECALL = "recall"
    HALT = "halt"
    RESUME = "resume"
    REFUSE = "refuse"
    CONCLUDE = "conclude"
    WITHDRAW = "withdraw"
    APOLOGISE = "apologise"
    EXTEND = "extend"
    INQUIRE = "inquire"
    NOTE_REPLY = "note_reply"
    PASS_ON = "pass_on"  # noqa: S105 - a verb
    HAND_OVER = "hand_over"
    REPRINT = "reprint"
    REVOKE = "revoke"
    REPLACE = "replace"


class Clock(StrEnum):
    """What a verb does to the legal deadline."""

    RUNS = "runs"  # nothing changes
    ACKNOWLEDGE = "acknowledge"  # the office owes its first answer
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"  # later by the length of the pause
    RESTART = "restart"  # counted anew from when the dossier was made whole
    REAPPOINT = "reappoint"
    EXTEND = "extend"  # the longer term of the procedure, counted from the same reception
    STOP = "stop"


class Need(StrEnum):
    """What must be there before a verb may be done; each has a refusal of its own."""

    ANSWERS = "answers"  # what the law demands at the door
    FULL_ANSWERS = "full_answers"  # all that a decision rests on
    VERIFIED = "verified"  # the filer signed in or showed that the telephone is theirs
    REASON = "reason"
    LIST = "list"  # what is missing, with a reason for each
    FIRST_LIST = "first_list"
    ASKED = "asked"  # everything that was asked for was put right or brought
    OVERDUE_SUPPLEMENT = "overdue_supplement"
    AMOUNT = "amount"
    GROUNDS = "grounds"  # a ground that frees from the fee, with the paper that shows it
    UNPAID = "unpaid"
    FEE_PAID = "fee_paid"
    PAPERS = "papers"  # every paper that the law demands was seen, or found in the data
    FINDING = "finding"  # the entry of the register that the result rests on
    PAPER = "paper"  # the signed file
    REFUSED = "refused"  # a refusal with its letter
    LATER_DATE = "later_date"
    FIRST_APOLOGY = "first_apology"
    LONGER_TERM = "longer_term"  # the procedure has one for some reason
    FIRST_EXTENSION = "first_extension"
    IN_TIME = "in_time"
    OFFICE = "office"  # which other office is asked
    INQUIRY = "inquiry"  # one that still waits for its answer
    OUTCOME = "outcome"  # what the other office answered
    COLLEAGUE = "colleague"
    RECEIVER = "receiver"
