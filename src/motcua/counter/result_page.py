"""A result printed again, revoked or replaced: one page each, asked twice where it is final."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from motcua.counter.results_shown import ResultCard, card_of
from motcua.counter.words import VERBS
from motcua.dossiers import actions, queries
from motcua.dossiers.errors import ReasonMissing
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.same_person import others_of
from motcua.dossiers.states import Verb
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusal
from motcua.parts.doors import Visit
from motcua.parts.formats import day
from motcua.parts.questions import Question, ask
from motcua.results.errors import NewerMissing, NumberUnknown, SeveralOfThisNumber
from motcua.results.models import Result
from motcua.results.queries import in_force, newer_result

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed for an act, and what was said of it."""

    form: Form = field(default_factory=dict)
    refusal: Refusal | None = None
    sure: bool = False

    def told(self, name: str) -> str:
        """What was typed in a field."""
        return self.form.get(name, "").strip()

    @property
    def several(self) -> Sequence[Result]:
        """The results of the number that was typed, when there is more than one."""
        found = self.refusal.found if isinstance(self.refusal, SeveralOfThisNumber) else ()
        return [one for one in found if isinstance(one, Result)]

    def error(self, name: str) -> str:
        """What is said of a field."""
        wrong = self.refusal
        return str(wrong) if wrong is not None and wrong.field == name else ""


def result_page(
    request: Visit, dossier_id: UUID, result_id: UUID, verb: Verb, asked: Asked
) -> dict[str, Any]:
    """The names that the page needs; that it was opened stands in the journal."""
    by, at = request.actor, request.at
    dossier = queries.open_for(dossier_id=dossier_id, by=by, at=at, why=verb)
    card = card_of(dossier, result_id, by=by)
    return {
        "dossier": dossier,
        "card": card,
        "verb": verb,
        "word": VERBS[verb],
        "route": f"counter:{verb}",
        "press": asked.told("press") or uuid4(),
        "asked": asked,
        "offered": any(one.verb is verb for one in card.verbs),
        "newer": _last_look(card, verb, asked, by, at),
        "questions": [] if asked.sure else _questions(dossier, card, verb, asked, by, at),
    }


def act(press: Press, result_id: UUID, verb: Verb, form: Form) -> Dossier:
    """What the form says is done; refusals come from below."""
    reason = form.get("reason", "")
    if verb is Verb.REPRINT:
        return actions.reprint(press, result=result_id, reason=reason)
    if verb is Verb.REVOKE:
        return actions.revoke(press, result=result_id, reason=reason)
    newer = UUID(form["newer"])
    return actions.replace(press, result=result_id, newer=newer, reason=reason)


def weighed(verb: Verb, form: Form, *, by: Actor, at: datetime) -> dict[str, str]:
    """The form with all that the act needs, as a final one is shown once more before it is done.

    Refuses ReasonMissing, NewerMissing, NumberUnknown, SeveralOfThisNumber.
    """
    if not form.get("reason", "").strip():
        raise ReasonMissing("reason")
    if verb is Verb.REPLACE:
        return {**form, "newer": _newer(form, by, at)}
    return dict(form)


def _newer(form: Form, by: Actor, at: datetime) -> str:
    """The key of the newer result: chosen from the list, or the one that has the number."""
    number = form.get("number", "").strip().upper()
    chosen = form.get("newer", "")
    if not number:
        if not _key(chosen):
            raise NewerMissing("newer")
        return chosen
    found = in_force(by=by, at=at, why="replace", number=number)
    if not found:
        raise NumberUnknown("number", number=number)
    if chosen in {str(one.pk) for one in found}:
        return chosen
    if len(found) > 1:
        raise SeveralOfThisNumber("newer", number=number, found=found)
    return str(found[0].pk)


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _last_look(
    card: ResultCard, verb: Verb, asked: Asked, by: Actor, at: datetime
) -> Result | None:
    """The newer result, shown once more before it replaces this one."""
    key = _key(asked.told("newer"))
    if not asked.sure or verb is not Verb.REPLACE or key is None:
        return None
    return newer_result(key, by=by, at=at, why=f"replace {card.result.number}")


def _questions(
    dossier: Dossier, card: ResultCard, verb: Verb, asked: Asked, by: Actor, at: datetime
) -> list[Question]:
    label = _("Why is it printed again?") if verb is Verb.REPRINT else _("Reason, as it is read")
    error, told = asked.error("reason"), asked.told("reason")
    first = verb is not Verb.REPLACE
    reason = ask("long_text", "reason", label, value=told, rows=3, error=error, autofocus=first)
    if verb is not Verb.REPLACE:
        return [reason]
    others = asked.several or others_of(dossier, card.result, by=by, at=at)
    return [*_which(others, asked), reason]


def _which(others: Sequence[Result], asked: Asked) -> list[Question]:
    """The newer result: one of a list, or by its number."""
    number = ask(
        "text",
        "number",
        _("Number of the newer result"),
        value=asked.told("number"),
        need="optional" if others else "must",
        example=_("For example: 12/TLKS-BS"),
        error=asked.error("number") or ("" if others else asked.error("newer")),
        autocomplete="off",
        maxlength=40,
    )
    if not others:
        return [number]
    choices = [(str(one.pk), _shown(one)) for one in others]
    label = _("Which one of this number?") if asked.several else _("The newer result")
    chosen = asked.told("newer")
    error = asked.error("newer")
    return [ask("choice", "newer", label, choices=choices, value=chosen, error=error), number]


def _shown(result: Result) -> str:
    return f"{result.title} · {result.number} · {day(result.issued_at)} · {result.holder}"
