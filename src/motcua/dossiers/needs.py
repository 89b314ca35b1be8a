"""Which needs are met: one small question for each, asked only where the table asks."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.clockwork import longer_term
from motcua.dossiers.completeness import problems, still_asked, unseen
from motcua.dossiers.errors import AnswersMissing
from motcua.dossiers.models import Dossier, Inquiry
from motcua.dossiers.states import Need, Who
from motcua.foundation.clock import day_of
from motcua.procedures.fees import exempting
from motcua.procedures.queries import by_version, calendar_of


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is missing or wrong: ``field:<name>`` or ``paper:<name>``, and why."""

    about: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who acts has put in, beside the press itself."""

    reason: str = ""
    asked: Sequence[Asked] = ()
    amount: int = 0
    grounds: Collection[str] = ()
    until: datetime | None = None
    receiver: str = ""
    colleague: int | None = None
    verified: bool = False
    paper: bool = False
    office: str = ""
    inquiry: int | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class _Case:
    dossier: Dossier
    given: Given
    who: frozenset[Who]
    at: datetime


def met(
    needs: Collection[Need],
    dossier: Dossier,
    given: Given,
    *,
    who: frozenset[Who],
    at: datetime,
) -> frozenset[Need]:
    """The needs among these that are met; AnswersMissing carries every finding at once."""
    case = _Case(dossier, given, who, at)
    return frozenset(need for need in needs if _TESTS[need](case))


def _answers(case: _Case) -> bool:
    return _none(problems(case.dossier, on=day_of(case.at), at_decision=False))


def _full_answers(case: _Case) -> bool:
    return _none(problems(case.dossier, on=day_of(case.at), at_decision=True))


def _asked(case: _Case) -> bool:
    return _none(still_asked(case.dossier, at_desk=not case.who & {Who.FILER, Who.HELPER}))


def _none(found: Sequence[object]) -> bool:
    if found:
        raise AnswersMissing(problems=found)
    return True


def _list(case: _Case) -> bool:
    asked = case.given.asked
    return bool(asked) and all(item.about and item.reason.strip() for item in asked)


def _overdue_supplement(case: _Case) -> bool:
    by = case.dossier.answer_by
    return by is not None and case.at > by


def _amount(case: _Case) -> bool:
    left = case.dossier.fee_due - case.dossier.fee_paid
    return case.given.amount > 0 and case.given.amount == left


def _grounds(case: _Case) -> bool:
    known = exempting(by_version(case.dossier.procedure_id))
    return bool(case.given.grounds) and set(case.given.grounds) <= set(known)


def _finding(case: _Case) -> bool:
    return bool(case.dossier.finding)


def _later_date(case: _Case) -> bool:
    until, due = case.given.until, case.dossier.due_at
    if until is None or due is None or until <= due or until <= case.at:
        return False
    return calendar_of(case.dossier.commune_id).works(day_of(until))


def _inquiry(case: _Case) -> bool:
    return case.dossier.inquiries.filter(pk=case.given.inquiry or 0, outcome="").exists()


def _outcome(case: _Case) -> bool:
    """An answer in words, or silence once the term of the other office is over."""
    outcome = case.given.outcome
    if outcome != Inquiry.Outcome.SILENT:
        return outcome in Inquiry.Outcome.values and bool(case.given.reason.strip())
    return case.dossier.inquiries.filter(pk=case.given.inquiry or 0, due_at__lt=case.at).exists()


_TESTS: dict[Need, Callable[[_Case], bool]] = {
    Need.ANSWERS: _answers,
    Need.FULL_ANSWERS: _full_answers,
    Need.VERIFIED: lambda case: case.given.verified,
    Need.REASON: lambda case: bool(case.given.reason.strip()),
    Need.LIST: _list,
    # One complete list, once; a second asks for the chair's own decision.
    Need.FIRST_LIST: lambda case: case.dossier.times_asked == 0 or Who.CHAIR in case.who,
    Need.ASKED: _asked,
    Need.PAPERS: lambda case: _none(unseen(case.dossier)),
    Need.OVERDUE_SUPPLEMENT: _overdue_supplement,
    Need.AMOUNT: _amount,
    Need.GROUNDS: lambda case: _grounds(case) and bool(case.given.reason.strip()),
    Need.UNPAID: lambda case: case.dossier.fee_paid == 0,
    # A refusal is handed over with the originals, whatever the result would have cost.
    Need.FEE_PAID: lambda case: (
        case.dossier.refused or case.dossier.fee_paid >= case.dossier.fee_due
    ),
    Need.FINDING: _finding,
    Need.PAPER: lambda case: case.given.paper,
    Need.REFUSED: lambda case: case.dossier.refused,
    Need.LATER_DATE: _later_date,
    Need.FIRST_APOLOGY: lambda case: case.dossier.apologised_at is None,
    Need.LONGER_TERM: lambda case: longer_term(case.dossier) is not None,
    Need.FIRST_EXTENSION: lambda case: case.dossier.extended_at is None,
    # What is late stays late: a longer term taken afterwards would hide it.
    Need.IN_TIME: lambda case: case.dossier.due_at is not None and case.at <= case.dossier.due_at,
    Need.COLLEAGUE: lambda case: case.given.colleague is not None,
    Need.RECEIVER: lambda case: bool(case.given.receiver.strip()),
    Need.OFFICE: lambda case: bool(case.given.office.strip()),
    Need.INQUIRY: _inquiry,
    Need.OUTCOME: _outcome,
}
