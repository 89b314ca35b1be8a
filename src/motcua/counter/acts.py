"""From a verb's form to its action: what the desk can press, as one table."""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.db import transaction

from motcua.counter.deciding import stated
from motcua.counter.errors import DayUnreadable
from motcua.counter.handing import handed
from motcua.counter.presses import following
from motcua.counter.signing import signing_role
from motcua.counter.words import TAKE_UP
from motcua.dossiers import actions
from motcua.dossiers.errors import AmountMissing, NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.dossiers.states import Verb
from motcua.foundation.actor import Role
from motcua.foundation.money import Dong
from motcua.foundation.partial_date import PartialDate
from motcua.foundation.typed_number import typed_number
from motcua.people.queries import title_of
from motcua.procedures.queries import by_version, calendar_of

Form = Mapping[str, str]
Act = Callable[[Press, Form], Dossier]


def take_up(press: Press, form: Form) -> Dossier:
    """Accept and begin: two acts, one press; both or neither."""
    with transaction.atomic():
        accepted = actions.accept(press)
        return actions.begin(following(press, Verb.BEGIN, accepted.revision))


def _reason(verb: str, form: Form) -> str:
    return form.get(f"{verb}-reason", "")


def _ask_for_more(press: Press, form: Form) -> Dossier:
    """Each line that has a reason is asked for; the others are not."""
    asked = [
        Asked(name.removeprefix("more-"), reason.strip())
        for name, reason in form.items()
        if name.startswith("more-") and reason.strip()
    ]
    return actions.ask_for_more(press, asked=asked)


def _take_fee(press: Press, form: Form) -> Dossier:
    typed = form.get("take_fee-amount", "").replace(".", "").replace(" ", "")
    amount = typed_number(typed)
    if amount is None:
        raise AmountMissing("take_fee-amount")
    return actions.take_fee(press, amount=Dong(amount))


def _exempt(press: Press, form: Form) -> Dossier:
    ticked = [name.removeprefix("ground-") for name in form if name.startswith("ground-")]
    return actions.exempt(press, grounds=ticked, reason=_reason("exempt", form))


def _apologise(press: Press, form: Form) -> Dossier:
    until = _closing(form.get("apologise-until", ""), press)
    role = next((role for role in (Role.CHAIR, Role.OFFICER) if press.by.has(role)), None)
    title = title_of(by=press.by, role=role or Role.RECEPTIONIST, at=press.at)
    return actions.apologise(press, reason=_reason("apologise", form), until=until, title=title)


def _closing(typed: str, press: Press) -> datetime:
    """The end of the office's day on the day that was typed."""
    try:
        day = PartialDate.typed(typed).whole
    except ValueError:
        day = None
    if day is None:
        raise DayUnreadable("apologise-until")
    calendar = calendar_of(press.by.commune or "")
    return calendar.closing(calendar.working_day_from(day))


def _pass_on(press: Press, form: Form) -> Dossier:
    colleague = typed_number(form.get("pass_on-colleague", ""))
    return actions.pass_on(press, colleague=colleague or 0)


def _note_reply(press: Press, form: Form) -> Dossier:
    return actions.note_reply(
        press,
        inquiry=typed_number(form.get("note_reply-inquiry", "")) or 0,
        outcome=form.get("note_reply-outcome", ""),
        reply=_reason("note_reply", form),
    )


def _check(press: Press, form: Form) -> Dossier:
    """By the entry that was picked, or by what the officer states for the paper."""
    rows = Dossier.objects.filter(pk=press.dossier, commune_id=press.by.commune)
    dossier = rows.only("answers", "procedure_id").first()
    if dossier is None:
        raise NotFound
    return actions.check(
        press,
        entry=typed_number(form.get("entry", "")),
        stated=stated(by_version(dossier.procedure_id), dossier, form),
        reason=_reason("check", form),
    )


def _sign(press: Press, form: Form) -> Dossier:
    return actions.sign(press, role=signing_role(by=press.by, at=press.at))


ACTS: Mapping[str, Act] = {
    TAKE_UP: take_up,
    Verb.ACCEPT: lambda press, form: actions.accept(press),
    Verb.BEGIN: lambda press, form: actions.begin(press),
    Verb.REFUSE_INTAKE: lambda press, form: actions.refuse_intake(
        press, reason=_reason("refuse_intake", form)
    ),
    Verb.ASK_FOR_MORE: _ask_for_more,
    Verb.ASK_FOR_FEE: lambda press, form: actions.ask_for_fee(press),
    Verb.TAKE_FEE: _take_fee,
    Verb.EXEMPT: _exempt,
    Verb.CHECK: _check,
    Verb.SEND_BACK: lambda press, form: actions.send_back(press, reason=_reason("send_back", form)),
    Verb.RECALL: lambda press, form: actions.recall(press),
    Verb.SIGN: _sign,
    Verb.HALT: lambda press, form: actions.halt(press, reason=_reason("halt", form)),
    Verb.RESUME: lambda press, form: actions.resume(press),
    Verb.REFUSE: lambda press, form: actions.refuse(press, reason=_reason("refuse", form)),
    Verb.CONCLUDE: lambda press, form: actions.conclude(press),
    Verb.WITHDRAW: lambda press, form: actions.withdraw(press, reason=_reason("withdraw", form)),
    Verb.APOLOGISE: _apologise,
    Verb.EXTEND: lambda press, form: actions.extend(press, reason=_reason("extend", form)),
    Verb.INQUIRE: lambda press, form: actions.inquire(
        press, office=form.get("inquire-office", ""), question=_reason("inquire", form)
    ),
    Verb.NOTE_REPLY: _note_reply,
    Verb.PASS_ON: _pass_on,
    Verb.HAND_OVER: handed,
}
