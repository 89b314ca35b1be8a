"""The buttons that the table allows, each with its key, its article and what it has to be told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from motcua.counter.choices import officers
from motcua.counter.inquiring import inquiry_asked, reply_asked
from motcua.counter.law_cited import cited
from motcua.counter.words import KEYS, TAKE_UP, VERBS, Words
from motcua.dossiers.clockwork import longer_term
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import buttons
from motcua.dossiers.states import State, Verb
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.parts.grounds import GROUNDS
from motcua.parts.questions import Question, ask
from motcua.procedures.deadline_words import term_in_words
from motcua.procedures.deadlines import Rule, Unit
from motcua.procedures.fees import exempting
from motcua.procedures.queries import by_version, calendar_of

# These have a place of their own on the page.
_ELSEWHERE = frozenset(
    {
        Verb.KEEP,
        Verb.SUBMIT,
        Verb.COMPLETE,
        Verb.SUPPLEMENT,
        Verb.CHECK,
        Verb.ISSUE,
        Verb.REPRINT,
        Verb.REVOKE,
        Verb.REPLACE,
    }
)
_GRAVE = frozenset({Verb.REFUSE, Verb.REFUSE_INTAKE, Verb.WITHDRAW})
# The one strong button is the first of these that is allowed.
_STRONG = (TAKE_UP, Verb.ACCEPT, Verb.BEGIN, Verb.SIGN, Verb.HAND_OVER, Verb.CONCLUDE, Verb.RESUME)


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that was refused: which, why, and what had been typed for it."""

    verb: str
    refusal: Refusal
    typed: Mapping[str, str]

    @property
    def kept(self) -> list[str]:
        """What there is to read of it, when its form is no longer on the page."""
        hidden = ("press", "revision", "csrfmiddlewaretoken", "list", "hand_over-drawn")
        return [text for name, text in self.typed.items() if text.strip() and name not in hidden]


class Box(NamedTuple):
    """One of several that may be ticked together."""

    value: str
    word: Words
    ticked: bool


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One button with what it asks for; without questions it is pressed at once."""

    verb: str
    word: Words
    key: str
    kind: str
    article: str
    questions: Sequence[Question] = field(default=())
    listed: bool = False
    boxes: Sequence[Box] = ()
    signature: bool = False
    refusal: str = ""

    @property
    def at_once(self) -> bool:
        """Whether a press is all it takes."""
        return not self.questions and not self.listed and not self.boxes


@dataclass(frozen=True, slots=True)
class Case:
    dossier: Dossier
    by: Actor
    at: datetime
    typed: Mapping[str, str]

    def told(self, name: str, otherwise: str = "") -> str:
        return self.typed.get(name, otherwise)


def verb_forms(
    dossier: Dossier, *, by: Actor, at: datetime, refused: Refused | None
) -> list[VerbForm]:
    """What may be pressed now, the strongest first."""
    rules = {rule.verb: cited(rule.article) for rule in buttons(dossier, by=by)}
    articles: dict[str, str] = {str(verb): article for verb, article in rules.items()}
    if Verb.ACCEPT in rules and by.has(Role.OFFICER):
        articles = {TAKE_UP: rules[Verb.ACCEPT], **articles}
    shown = [name for name in articles if name not in _ELSEWHERE]
    longer = longer_term(dossier)
    if longer is not None and Verb.EXTEND in articles:
        # The table names every law that knows a longer term; the procedure has one of them.
        articles[Verb.EXTEND] = longer.basis.shown
    names = [name for name in shown if _has_sense(name, dossier, by=by, at=at)]
    strong = _strongest(names, dossier)
    both = TAKE_UP in names
    forms = [
        _form(name, articles[name], name == strong, both, _case(dossier, by, at, name, refused))
        for name in names
    ]
    return sorted(forms, key=lambda one: (one.kind != "", one.kind == "grave"))


def _strongest(names: Sequence[str], dossier: Dossier) -> str:
    """The one that is to be done next; nothing is handed over before its fee is paid."""
    if dossier.where == State.DONE and Verb.TAKE_FEE in names:
        return str(Verb.TAKE_FEE)
    return next((str(name) for name in _STRONG if name in names), "")


def _case(
    dossier: Dossier, by: Actor, at: datetime, name: str, refused: Refused | None
) -> tuple[Case, str]:
    mine = refused if refused is not None and refused.verb == name else None
    return Case(dossier, by, at, mine.typed if mine else {}), str(mine.refusal) if mine else ""


def _has_sense(name: str, dossier: Dossier, *, by: Actor, at: datetime) -> bool:
    """Where the table's needs cannot be met, whatever is typed, there is no button."""
    if name == Verb.EXTEND:
        in_time = dossier.due_at is not None and at <= dossier.due_at
        return in_time and dossier.extended_at is None and longer_term(dossier) is not None
    owing = dossier.fee_due > dossier.fee_paid
    senses = {
        Verb.TAKE_FEE: owing,
        Verb.ASK_FOR_FEE: owing,
        Verb.EXEMPT: bool(dossier.fee_due) and not dossier.fee_paid,
        Verb.CONCLUDE: dossier.refused,
        Verb.REFUSE_INTAKE: dossier.answer_by is None or at > dossier.answer_by,
        Verb.ASK_FOR_MORE: not dossier.times_asked or by.has(Role.CHAIR),
        Verb.APOLOGISE: dossier.apologised_at is None,
        Verb.NOTE_REPLY: any(not one.outcome for one in dossier.inquiries.all()),
    }
    return senses.get(Verb(name), True) if name != TAKE_UP else True


def _form(
    name: str, article: str, strong: bool, officers_too: bool, asked: tuple[Case, str]
) -> VerbForm:
    case, refusal = asked
    key = "t" if name == Verb.ACCEPT and not officers_too else KEYS[name]
    return VerbForm(
        verb=name,
        word=VERBS[name],
        key=key,
        kind="" if strong else ("grave" if name in _GRAVE else "plain"),
        article=article,
        questions=_QUESTIONS[name](case) if name in _QUESTIONS else (),
        listed=name == Verb.ASK_FOR_MORE,
        boxes=_grounds(case) if name == Verb.EXEMPT else (),
        signature=name == Verb.HAND_OVER,
        refusal=refusal,
    )


def _reason(verb: str, need: str = "must") -> Callable[[Case], Sequence[Question]]:
    name = f"{verb}-reason"

    def asked(case: Case) -> Sequence[Question]:
        label, told = _("Reason, as the person will read it"), case.told(name)
        return (ask("long_text", name, label, value=told, need=need, rows=3),)

    return asked


def _fee(case: Case) -> Sequence[Question]:
    left = str(case.dossier.fee_due - case.dossier.fee_paid)
    value = case.told("take_fee-amount", left)
    return (ask("number", "take_fee-amount", _("Amount in đồng"), value=value),)


def _new_date(case: Case) -> Sequence[Question]:
    calendar = calendar_of(case.dossier.commune_id)
    latest = max(day_of(case.at), day_of(case.dossier.due_at or case.at))
    next_day = calendar.working_day_after(latest)
    value = case.told("apologise-until", f"{next_day:%d/%m/%Y}")
    return (
        *_reason("apologise")(case),
        ask("date", "apologise-until", _("New date, once only"), value=value),
    )


def _longer(case: Case) -> Sequence[Question]:
    """Begins with the reason that the pack gives, in Vietnamese: the slip prints it."""
    longer = longer_term(case.dossier)
    if longer is None:
        return ()
    facts = {
        "term": term_in_words(Rule(Unit(longer.unit), longer.total)),
        "basis": longer.basis.shown,
    }
    return (
        ask(
            "long_text",
            "extend-reason",
            _("Why, and which office is asked; the person will read it"),
            value=case.told("extend-reason", longer.reason["vi"]),
            help=_("%(term)s in all, once: %(basis)s") % facts,
            rows=3,
        ),
    )


def _colleague(case: Case) -> Sequence[Question]:
    others = [one for one in officers(by=case.by, at=case.at) if f"account:{one[0]}" != case.by.id]
    value = case.told("pass_on-colleague", others[0][0] if len(others) == 1 else "")
    return (ask("select", "pass_on-colleague", _("To whom"), choices=others, value=value),)


def _receiver(case: Case) -> Sequence[Question]:
    proofs = (("signature", _("Signature")), ("code", _("The code of the dossier")))
    name = case.told("hand_over-receiver", case.dossier.filer_name)
    return (
        ask("name", "hand_over-receiver", _("Who receives it"), value=name, autocomplete="off"),
        ask(
            "choice",
            "hand_over-proof",
            _("Shown by"),
            choices=proofs,
            value=case.told("hand_over-proof", "code"),
        ),
        ask(
            "code",
            "hand_over-code",
            _("The code, as the person says it"),
            value=case.told("hand_over-code"),
            need="optional",
        ),
    )


def _grounds(case: Case) -> Sequence[Box]:
    """The grounds that free from a fee of this procedure; those that are known are ticked."""
    named = exempting(by_version(case.dossier.procedure_id))
    return [Box(name, GROUNDS[name], name in case.dossier.grounds) for name in named]


def _evidence(case: Case) -> Sequence[Question]:
    label, told = _("Paper that was shown"), case.told("exempt-reason")
    return (ask("text", "exempt-reason", label, value=told, maxlength=300),)


_QUESTIONS: Mapping[str, Callable[[Case], Sequence[Question]]] = {
    Verb.REFUSE_INTAKE: _reason("refuse_intake"),
    Verb.SEND_BACK: _reason("send_back"),
    Verb.HALT: _reason("halt"),
    Verb.REFUSE: _reason("refuse"),
    Verb.WITHDRAW: _reason("withdraw", "optional"),
    Verb.TAKE_FEE: _fee,
    Verb.EXEMPT: _evidence,
    Verb.APOLOGISE: _new_date,
    Verb.EXTEND: _longer,
    Verb.INQUIRE: inquiry_asked,
    Verb.NOTE_REPLY: reply_asked,
    Verb.PASS_ON: _colleague,
    Verb.HAND_OVER: _receiver,
}
