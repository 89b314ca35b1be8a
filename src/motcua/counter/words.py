"""What the desk calls channels, parts and verbs; the keys of the verbs."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.states import Channel, State, Step, Verb
from motcua.dossiers.words import STATES, STEPS

Words = str | Promise

CHANNELS: Mapping[Channel, Words] = {
    Channel.COUNTER: _("At the counter"),
    Channel.ONLINE: _("Online"),
    Channel.POST: _("By post"),
}
DELIVERIES: Mapping[str, Words] = {
    "counter": _("At the counter"),
    "electronic": _("Electronic copy"),
    "post": _("By post"),
}
PARTS: Mapping[str, Words] = {
    "subject": _("About"),
    "filer": _("Handed in by"),
    "representative": _("Represented by"),
    "helper": _("Typed by"),
    "officer": _("Officer"),
}
RIGHTS: Mapping[str, Words] = {
    "self": _("the person"),
    "counter": _("at the counter"),
    "helper": _("helping, with the person's consent"),
}
# What somebody of the family is to the one who asks.
KIN: Mapping[str, Words] = {
    "spouse": _("Spouse"),
    "child": _("Son or daughter"),
    "mother": _("Mother"),
    "father": _("Father"),
}
SEXES: Mapping[str, Words] = {
    "male": _("Male"),
    "female": _("Female"),
    "undetermined": _("Not determined"),
}
# Two acts in one press: an officer who takes a request in begins with it.
TAKE_UP = "take_up"
VERBS: Mapping[str, Words] = {
    TAKE_UP: _("Take in and begin"),
    Verb.ACCEPT: _("Accept"),
    Verb.BEGIN: _("Begin"),
    Verb.COMPLETE: _("Finish with the person"),
    Verb.SUPPLEMENT: _("Enter what was brought"),
    Verb.REFUSE_INTAKE: _("Do not accept"),
    Verb.ASK_FOR_MORE: _("Ask for more"),
    Verb.ASK_FOR_FEE: _("Wait for the fee"),
    Verb.TAKE_FEE: _("Take the fee"),
    Verb.EXEMPT: _("Free of the fee"),
    Verb.CHECK: _("Check"),
    Verb.SEND_BACK: _("Send back"),
    Verb.RECALL: _("Take back"),
    Verb.SIGN: _("Sign"),
    Verb.HALT: _("Halt"),
    Verb.RESUME: _("Go on"),
    Verb.REFUSE: _("Refuse"),
    Verb.CONCLUDE: _("Conclude the refusal"),
    Verb.WITHDRAW: _("The person withdraws"),
    Verb.APOLOGISE: _("Apologise, new date"),
    Verb.EXTEND: _("Extend the term"),
    Verb.INQUIRE: _("Ask another office"),
    Verb.NOTE_REPLY: _("Note its answer"),
    Verb.PASS_ON: _("Pass on"),
    Verb.HAND_OVER: _("Hand over"),
    Verb.REPRINT: _("Print again"),
    Verb.REVOKE: _("Revoke"),
    Verb.REPLACE: _("Replace"),
}
KEYS: Mapping[str, str] = {
    TAKE_UP: "t",
    Verb.ACCEPT: "n",
    Verb.BEGIN: "b",
    Verb.COMPLETE: "e",
    Verb.SUPPLEMENT: "e",
    Verb.REFUSE_INTAKE: "x",
    Verb.ASK_FOR_MORE: "m",
    Verb.ASK_FOR_FEE: "p",
    Verb.TAKE_FEE: "f",
    Verb.EXEMPT: "k",
    Verb.CHECK: "c",
    Verb.SEND_BACK: "z",
    Verb.RECALL: "u",
    Verb.SIGN: "s",
    Verb.HALT: "h",
    Verb.RESUME: "r",
    Verb.REFUSE: "x",
    Verb.CONCLUDE: "o",
    Verb.WITHDRAW: "w",
    Verb.APOLOGISE: "a",
    Verb.EXTEND: "q",
    Verb.INQUIRE: "l",
    Verb.NOTE_REPLY: "y",
    Verb.PASS_ON: "g",
    Verb.HAND_OVER: "d",
    Verb.REPRINT: "i",
    Verb.REVOKE: "x",
    Verb.REPLACE: "r",
}
# What the history says was done; the sign beside it.
DONE: Mapping[str, tuple[str, Words]] = {
    TAKE_UP: ("check", _("Accepted and begun")),
    Verb.KEEP: ("draft", _("Draft kept")),
    Verb.SUBMIT: ("circle", _("Handed in")),
    Verb.COMPLETE: ("check", _("Finished with the person")),
    Verb.ACCEPT: ("check", _("Accepted")),
    Verb.REFUSE_INTAKE: ("stop", _("Not accepted")),
    Verb.BEGIN: ("half", _("Begun")),
    Verb.ASK_FOR_MORE: ("triangle", _("More was asked for")),
    Verb.SUPPLEMENT: ("check", _("What was missing was brought")),
    Verb.ASK_FOR_FEE: ("coin", _("The fee was asked for")),
    Verb.TAKE_FEE: ("coin", _("The fee was paid")),
    Verb.EXEMPT: ("coin", _("Freed of the fee")),
    Verb.CHECK: ("check", _("Checked, waits for the signature")),
    Verb.SIGN: ("done", _("Signed")),
    Verb.ISSUE: ("print", _("The paper is ready")),
    Verb.RETURN_TO_SIGN: ("back", _("Back to the chair: the paper could not be made")),
    Verb.SEND_BACK: ("back", _("Sent back to be checked again")),
    Verb.RECALL: ("back", _("Taken back")),
    Verb.HALT: ("pause", _("Halted")),
    Verb.RESUME: ("half", _("Gone on with")),
    Verb.REFUSE: ("stop", _("Refused")),
    Verb.CONCLUDE: ("done", _("The letter of refusal is ready")),
    Verb.WITHDRAW: ("back", _("Withdrawn by the person")),
    Verb.APOLOGISE: ("clock", _("Apologised, with a new date")),
    Verb.EXTEND: ("clock", _("The term was extended")),
    Verb.INQUIRE: ("clock", _("Another office was asked")),
    Verb.NOTE_REPLY: ("check", _("The other office answered")),
    Verb.PASS_ON: ("person", _("Passed on")),
    Verb.HAND_OVER: ("door", _("Handed over")),
    Verb.REPRINT: ("print", _("The paper was printed again")),
    Verb.REVOKE: ("stop", _("The paper was revoked")),
    Verb.REPLACE: ("triangle", _("The paper was replaced")),
}


def standing(state: int, step: str) -> Words:
    """Where a dossier stands, in one word of the desk: the step while it is in progress."""
    if state == State.IN_PROGRESS and step:
        return STEPS[Step(step)]
    return STATES[State(state)]
