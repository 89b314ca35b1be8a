"""The words in which a resident reads what a state means, acts and parts of a dossier."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.states import Channel, Delivery, Part, State, Verb

Word = Promise | str

# What a state means for the person, in one sentence.
MEANING: Mapping[State, Word] = {
    State.DRAFT: _("You have not handed it in yet. What you typed is kept."),
    State.SUBMITTED: _("The office has it and will tell you when it is accepted."),
    State.ACCEPTED: _("The office has accepted it and will begin."),
    State.NOT_ACCEPTED: _("The office did not take it in. The reason is written below."),
    State.IN_PROGRESS: _("The office is working on it. You need do nothing."),
    State.AWAITING_SUPPLEMENT: _("The office waits for you: something is missing."),
    State.AWAITING_FEE: _("The office waits for the fee. It is paid at the counter."),
    State.WITHDRAWN: _("You took it back. Nothing more is done with it."),
    State.HALTED: _("Work on it has stopped for now. The reason is written below."),
    State.DONE: _("The result is ready."),
    State.HANDED_OVER: _("You have received the result."),
}
ACTS: Mapping[str, Word] = {
    Verb.SUBMIT: _("Handed in"),
    Verb.COMPLETE: _("Completed together at the counter"),
    Verb.ACCEPT: _("Accepted"),
    Verb.REFUSE_INTAKE: _("Not accepted"),
    Verb.BEGIN: _("An officer has begun"),
    Verb.ASK_FOR_MORE: _("More was asked for"),
    Verb.SUPPLEMENT: _("You sent what was asked for"),
    Verb.ASK_FOR_FEE: _("The fee was asked for"),
    Verb.TAKE_FEE: _("The fee was received"),
    Verb.EXEMPT: _("Freed of the fee"),
    Verb.CHECK: _("Checked"),
    Verb.SIGN: _("Signed"),
    Verb.ISSUE: _("The result is ready"),
    Verb.RETURN_TO_SIGN: _("Back for signing"),
    Verb.SEND_BACK: _("Sent back to be checked again"),
    Verb.RECALL: _("Taken back to be checked again"),
    Verb.HALT: _("Work has stopped for now"),
    Verb.RESUME: _("Work goes on"),
    Verb.REFUSE: _("Refused, with a reason"),
    Verb.CONCLUDE: _("The letter of refusal is ready"),
    Verb.WITHDRAW: _("Withdrawn"),
    Verb.APOLOGISE: _("The office apologised and named a new date"),
    Verb.EXTEND: _("The office takes the longer time that the law gives"),
    Verb.INQUIRE: _("Another office is asked what its books hold"),
    Verb.NOTE_REPLY: _("The other office has answered"),
    Verb.PASS_ON: _("Given to another officer"),
    Verb.HAND_OVER: _("Handed over"),
    Verb.REPRINT: _("The paper was printed again"),
    Verb.REVOKE: _("The paper was revoked"),
    Verb.REPLACE: _("The paper was replaced by a newer one"),
}
OFFICES: Mapping[str, Word] = {
    "filer": _("you"),
    "receptionist": _("one-stop counter"),
    "officer": _("civil-status officer"),
    "chair": _("chair of the commune"),
    "system": _("the office"),
}
CHANNELS: Mapping[Channel, Word] = {
    Channel.COUNTER: _("at the counter"),
    Channel.ONLINE: _("online"),
    Channel.POST: _("by post"),
}
DELIVERIES: Mapping[Delivery, Word] = {
    Delivery.COUNTER: _("at the counter"),
    Delivery.ELECTRONIC: _("on your own page, as a signed file"),
    Delivery.POST: _("by post"),
}
PARTS: Mapping[Part, Word] = {
    Part.SUBJECT: _("The paper is about"),
    Part.FILER: _("Handed in by"),
    Part.REPRESENTATIVE: _("Represented by"),
    Part.HELPER: _("Typed by"),
    Part.OFFICER: _("Officer"),
}
