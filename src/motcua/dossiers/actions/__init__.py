"""One function for one verb: one transaction that writes row, history and journal together."""

from motcua.dossiers.actions.again import begin_again, may_begin_again
from motcua.dossiers.actions.copying import ask_copy, may_ask_copy
from motcua.dossiers.actions.decision import (
    begin,
    check,
    conclude,
    extend,
    halt,
    issue,
    recall,
    refuse,
    resume,
    return_to_sign,
    send_back,
    sign,
)
from motcua.dossiers.actions.desk import (
    accept,
    apologise,
    ask_for_fee,
    ask_for_more,
    exempt,
    hand_over,
    hold,
    pass_on,
    refuse_intake,
    release,
    take_fee,
    withdraw,
)
from motcua.dossiers.actions.inquiring import inquire, note_reply
from motcua.dossiers.actions.intake import Intake, complete, keep, submit, supplement
from motcua.dossiers.actions.issued import replace, reprint, revoke
from motcua.dossiers.actions.owning import claim, open_to_help, take_back
from motcua.dossiers.actions.papers import attach, detach, mark_paper

__all__ = [
    "Intake",
    "accept",
    "apologise",
    "ask_copy",
    "ask_for_fee",
    "ask_for_more",
    "attach",
    "begin",
    "begin_again",
    "check",
    "claim",
    "complete",
    "conclude",
    "detach",
    "exempt",
    "extend",
    "halt",
    "hand_over",
    "hold",
    "inquire",
    "issue",
    "keep",
    "mark_paper",
    "may_ask_copy",
    "may_begin_again",
    "note_reply",
    "open_to_help",
    "pass_on",
    "recall",
    "refuse",
    "refuse_intake",
    "release",
    "replace",
    "reprint",
    "resume",
    "return_to_sign",
    "revoke",
    "send_back",
    "sign",
    "submit",
    "supplement",
    "take_back",
    "take_fee",
    "withdraw",
]
