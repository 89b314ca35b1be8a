"""The process, as one table. It draws the buttons and it guards the acts.

Codes of states: national exchange. Transitions: those seen in running one-stop systems, the rest
inferred from the one-stop decrees (61/2018, now 118/2025); each row names its article.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from motcua.dossiers.errors import NEED_REFUSALS, OWN_REFUSALS, NotNow, NotYours
from motcua.dossiers.law import Article, Basis, decree, law, one_stop
from motcua.dossiers.states import Clock, Need, State, Step, Verb, Who

S, W, N = State, Who, Need


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: this verb, by these people, from these states, leads there."""

    verb: Verb
    who: frozenset[Who]
    before: frozenset[State]
    after: State | None  # None: the state stays
    clock: Clock = Clock.RUNS
    needs: tuple[Need, ...] = ()
    article: Basis = ()
    at_steps: frozenset[Step] | None = None  # None: any
    next_step: Step | None = None  # None: as it was, or none outside IN_PROGRESS
    received: bool | None = None  # only for a dossier that was (not) yet accepted
    not_own: bool = False  # not by those who handed it in or whom it is about


def _row(
    verb: Verb,
    who: Iterable[Who],
    before: Iterable[State],
    after: State | None,
    **rest: object,
) -> Rule:
    return Rule(verb, frozenset(who), frozenset(before), after, **rest)  # type: ignore[arg-type]


_DESK = (W.RECEPTIONIST, W.OFFICER)
# The person, or for half an hour and with their consent whoever helps them.
_FILING = (W.FILER, W.HELPER)
_CHECK = frozenset({Step.CHECK})
_SIGN = frozenset({Step.SIGN})
_PRESS = frozenset({Step.PRESS})
_ISSUED = (S.DONE, S.HANDED_OVER)
_TAKEN_BACK = (law("60/2014", Article(70)), decree("30/2020", Article(18)))
_VERIFIED = (law("60/2014", Article(5)), decree("123/2015", Article(22, 3)))
_BEFORE_PRESS = frozenset({Step.NONE, Step.CHECK, Step.SIGN})

# fmt: off
TABLE: tuple[Rule, ...] = (
    _row(Verb.KEEP, (*_FILING, *_DESK), (S.DRAFT,), None),
    _row(
        Verb.SUBMIT, (*_FILING, *_DESK), (S.DRAFT,), S.SUBMITTED,
        clock=Clock.ACKNOWLEDGE, needs=(N.ANSWERS, N.VERIFIED),
        article=one_stop(Article(16)),
    ),
    _row(Verb.COMPLETE, _DESK, (S.SUBMITTED,), None, article=one_stop(Article(17))),
    _row(
        Verb.ACCEPT, _DESK, (S.SUBMITTED,), S.ACCEPTED,
        clock=Clock.START, needs=(N.FULL_ANSWERS,), article=one_stop(Article(17)),
    ),
    _row(
        Verb.REFUSE_INTAKE, _DESK, (S.SUBMITTED,), S.NOT_ACCEPTED,
        clock=Clock.STOP, needs=(N.REASON,), article=one_stop(Article(17)),
    ),
    _row(
        Verb.REFUSE_INTAKE, _DESK, (S.AWAITING_SUPPLEMENT,), S.NOT_ACCEPTED,
        clock=Clock.STOP, needs=(N.REASON, N.OVERDUE_SUPPLEMENT),
        article=one_stop(Article(17)),
    ),
    _row(
        Verb.BEGIN, (W.OFFICER,), (S.ACCEPTED,), S.IN_PROGRESS,
        next_step=Step.CHECK, article=one_stop(Article(18)),
    ),
    _row(
        Verb.ASK_FOR_MORE, _DESK, (S.SUBMITTED, S.ACCEPTED), S.AWAITING_SUPPLEMENT,
        clock=Clock.PAUSE, needs=(N.LIST, N.FIRST_LIST),
        article=one_stop(Article(15, 3), Article(17)),
    ),
    _row(
        Verb.ASK_FOR_MORE, (W.OFFICER, W.CHAIR), (S.IN_PROGRESS,), S.AWAITING_SUPPLEMENT,
        clock=Clock.PAUSE, needs=(N.LIST, N.FIRST_LIST), at_steps=_CHECK, next_step=Step.CHECK,
        article=one_stop(Article(19, 4)),
    ),
    _row(
        Verb.SUPPLEMENT, (*_FILING, *_DESK), (S.AWAITING_SUPPLEMENT,), S.IN_PROGRESS,
        clock=Clock.RESTART, needs=(N.ASKED, N.FULL_ANSWERS), next_step=Step.CHECK, received=True,
        article=one_stop(Article(19, 4)),
    ),
    _row(
        Verb.SUPPLEMENT, (*_FILING, *_DESK), (S.AWAITING_SUPPLEMENT,), S.ACCEPTED,
        clock=Clock.START, needs=(N.ASKED, N.FULL_ANSWERS), received=False,
        article=one_stop(Article(17)),
    ),
    _row(
        Verb.ASK_FOR_FEE, (W.OFFICER,), (S.IN_PROGRESS,), S.AWAITING_FEE,
        clock=Clock.PAUSE, needs=(N.AMOUNT,), at_steps=_CHECK, article=one_stop(),
    ),
    _row(
        Verb.TAKE_FEE, _DESK, (S.AWAITING_FEE,), S.IN_PROGRESS,
        clock=Clock.RESUME, needs=(N.AMOUNT,), next_step=Step.CHECK, article=(decree("362/2025"),),
    ),
    _row(
        Verb.TAKE_FEE, _DESK, (S.ACCEPTED, S.IN_PROGRESS, S.DONE), None,
        needs=(N.AMOUNT,), article=(decree("362/2025"),),
    ),
    _row(
        Verb.EXEMPT, _DESK,
        (S.SUBMITTED, S.ACCEPTED, S.IN_PROGRESS, S.AWAITING_SUPPLEMENT, S.DONE), None,
        needs=(N.UNPAID, N.GROUNDS), article=(law("60/2014", Article(11)),),
    ),
    _row(
        Verb.CHECK, (W.OFFICER,), (S.IN_PROGRESS,), None,
        needs=(N.FULL_ANSWERS, N.PAPERS, N.FINDING), at_steps=_CHECK, next_step=Step.SIGN,
        not_own=True,
        article=(law("60/2014"), decree("123/2015")),
    ),
    _row(
        Verb.SEND_BACK, (W.CHAIR,), (S.IN_PROGRESS,), None,
        needs=(N.REASON,), at_steps=_SIGN, next_step=Step.CHECK, article=one_stop(),
    ),
    _row(
        Verb.RECALL, (W.OFFICER,), (S.IN_PROGRESS,), None,
        at_steps=_SIGN, next_step=Step.CHECK, article=one_stop(),
    ),
    _row(
        Verb.RECALL, (W.OFFICER,), (S.AWAITING_FEE,), S.IN_PROGRESS,
        clock=Clock.RESUME, next_step=Step.CHECK, article=one_stop(),
    ),
    _row(
        Verb.SIGN, (W.CHAIR,), (S.IN_PROGRESS,), None,
        at_steps=_SIGN, next_step=Step.PRESS, not_own=True,
        article=(law("60/2014", Article(7)), decree("30/2020")),
    ),
    _row(
        Verb.ISSUE, (W.SYSTEM,), (S.IN_PROGRESS,), S.DONE,
        clock=Clock.STOP, needs=(N.PAPER,), at_steps=_PRESS, article=one_stop(Article(20)),
    ),
    _row(
        Verb.RETURN_TO_SIGN, (W.SYSTEM,), (S.IN_PROGRESS,), None,
        needs=(N.REASON,), at_steps=_PRESS, next_step=Step.SIGN,
    ),
    _row(
        Verb.HALT, (W.OFFICER, W.CHAIR), (S.IN_PROGRESS, S.AWAITING_FEE), S.HALTED,
        clock=Clock.PAUSE, needs=(N.REASON,), at_steps=_BEFORE_PRESS,
        article=one_stop(Article(19)),
    ),
    _row(
        Verb.RESUME, (W.OFFICER, W.CHAIR), (S.HALTED,), S.IN_PROGRESS,
        clock=Clock.RESUME, next_step=Step.CHECK, article=one_stop(Article(19)),
    ),
    _row(
        Verb.REFUSE, (W.OFFICER, W.CHAIR), (S.IN_PROGRESS,), S.HALTED,
        clock=Clock.STOP, needs=(N.REASON,), at_steps=_BEFORE_PRESS,
        article=one_stop(Article(19, 8)),
    ),
    _row(
        Verb.CONCLUDE, (*_DESK, W.CHAIR), (S.HALTED,), S.DONE,
        clock=Clock.STOP, needs=(N.REFUSED,), article=one_stop(Article(19, 8)),
    ),
    _row(
        Verb.WITHDRAW, (W.FILER, *_DESK),
        (S.SUBMITTED, S.ACCEPTED, S.IN_PROGRESS, S.AWAITING_SUPPLEMENT, S.AWAITING_FEE),
        S.WITHDRAWN, clock=Clock.STOP, at_steps=_BEFORE_PRESS, article=one_stop(),
    ),
    _row(
        Verb.APOLOGISE, (*_DESK, W.CHAIR), (S.ACCEPTED, S.IN_PROGRESS), None,
        clock=Clock.REAPPOINT, needs=(N.REASON, N.LATER_DATE, N.FIRST_APOLOGY),
        article=one_stop(Article(19, 9)),
    ),
    _row(
        Verb.EXTEND, (W.OFFICER,), (S.IN_PROGRESS,), None,
        clock=Clock.EXTEND, needs=(N.REASON, N.LONGER_TERM, N.FIRST_EXTENSION, N.IN_TIME),
        at_steps=_CHECK, article=(law("60/2014"), decree("123/2015"), decree("23/2015")),
    ),
    # Another office is asked what its books hold (xác minh). It has a term of its own; that of the
    # dossier runs on, and is lengthened by `extend` where the procedure has a longer one.
    _row(
        Verb.INQUIRE, (W.OFFICER,), (S.IN_PROGRESS,), None,
        needs=(N.OFFICE, N.REASON), at_steps=_CHECK, article=_VERIFIED,
    ),
    _row(
        Verb.NOTE_REPLY, (W.OFFICER, W.RECEPTIONIST),
        (S.IN_PROGRESS, S.AWAITING_FEE, S.AWAITING_SUPPLEMENT, S.HALTED), None,
        needs=(N.INQUIRY, N.OUTCOME), article=_VERIFIED,
    ),
    _row(
        Verb.PASS_ON, (W.OFFICER, W.CHAIR),
        (S.ACCEPTED, S.IN_PROGRESS, S.AWAITING_SUPPLEMENT, S.AWAITING_FEE, S.HALTED), None,
        needs=(N.COLLEAGUE,), article=one_stop(Article(18)),
    ),
    _row(
        Verb.HAND_OVER, (*_DESK, W.SYSTEM), (S.DONE,), S.HANDED_OVER,
        needs=(N.FEE_PAID, N.RECEIVER), article=one_stop(Article(20)),
    ),
    # What becomes of the signed paper. The desk prints the same file again. To take its force away
    # is the act of the body that signed it, so only the chair or a vice-chair may: where the law
    # has a higher office decide, its decision is the reason (articles from memory).
    _row(
        Verb.REPRINT, (*_DESK, W.CHAIR), _ISSUED, None,
        needs=(N.REASON, N.FEE_PAID), article=one_stop(Article(20)),
    ),
    _row(Verb.REVOKE, (W.CHAIR,), _ISSUED, None, needs=(N.REASON,), article=_TAKEN_BACK),
    _row(Verb.REPLACE, (W.CHAIR,), _ISSUED, None, needs=(N.REASON,), article=_TAKEN_BACK),
)
# fmt: on


# Where it matters whose own matter a dossier is.
OWN_STEPS = frozenset(
    step for rule in TABLE if rule.not_own and rule.at_steps for step in rule.at_steps
)


def take(
    verb: Verb,
    *,
    state: State,
    step: Step,
    received: bool,
    who: Collection[Who],
    own: bool = False,
) -> Rule:
    """The row under which these people may do the verb now.

    `own` says that it is the actor's own matter. Raises NotNow, NotYours, OwnMatter, OwnSignature.
    """
    rows = [rule for rule in TABLE if rule.verb is verb and _fits(rule, state, step, received)]
    if not rows:
        raise NotNow(verb=verb, state=state)
    for rule in rows:
        if not rule.who.isdisjoint(who):
            if own and rule.not_own:
                raise OWN_REFUSALS[verb](verb=verb)
            return rule
    raise NotYours(verb=verb)


def allowed(
    *, state: State, step: Step, received: bool, who: Collection[Who], own: bool = False
) -> tuple[Rule, ...]:
    """The rows that these people may take now, in the table's order: the buttons."""
    return tuple(
        rule
        for rule in TABLE
        if _fits(rule, state, step, received)
        and not rule.who.isdisjoint(who)
        and not (own and rule.not_own)
    )


def demand(rule: Rule, met: Collection[Need]) -> None:
    """Raise the refusal of the first need that is not met."""
    for need in rule.needs:
        if need not in met:
            raise NEED_REFUSALS[need](verb=rule.verb)


def _fits(rule: Rule, state: State, step: Step, received: bool) -> bool:
    return (
        state in rule.before
        and (rule.at_steps is None or step in rule.at_steps)
        and (rule.received is None or rule.received is received)
    )
