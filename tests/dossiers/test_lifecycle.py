"""The table of the process: what it allows, what it refuses, that it is whole."""

import pytest

from motcua.dossiers.errors import NEED_REFUSALS, NotNow, NotYours
from motcua.dossiers.lifecycle import TABLE, allowed, demand, take
from motcua.dossiers.states import CLOSED, Need, State, Step, Verb, Who

EVERYBODY = frozenset(Who)
# What the exchange's map of states allows (domain: seen in running systems, or inferred there);
# 0 is our draft, and 1 → 7 lets a person take back what nobody has touched yet.
LEGAL = {
    (0, 1),
    (1, 2),
    (1, 3),
    (1, 5),
    (1, 7),
    (2, 4),
    (2, 5),
    (2, 7),
    (4, 5),
    (4, 6),
    (4, 7),
    (4, 8),
    (4, 9),
    (5, 2),
    (5, 3),
    (5, 4),
    (5, 7),
    (6, 4),
    (6, 7),
    (6, 8),
    (8, 4),
    (8, 9),
    (9, 10),
}


def test_the_table_holds_the_legal_transitions_and_no_other() -> None:
    found = {
        (int(before), int(rule.after))
        for rule in TABLE
        for before in rule.before
        if rule.after is not None
    }
    assert found == LEGAL


def test_every_verb_has_a_row_and_every_need_a_refusal_of_its_own() -> None:
    assert {rule.verb for rule in TABLE} == set(Verb)
    assert set(NEED_REFUSALS) == set(Need)


def test_nothing_leaves_a_closed_state() -> None:
    for state in CLOSED - {State.HANDED_OVER}:
        assert allowed(state=state, step=Step.NONE, received=True, who=EVERYBODY) == ()
    rules = allowed(state=State.HANDED_OVER, step=Step.NONE, received=True, who=EVERYBODY)
    assert {rule.verb: rule.after for rule in rules} == {
        Verb.REPRINT: None,
        Verb.REVOKE: None,
        Verb.REPLACE: None,
    }


@pytest.mark.parametrize("verb", [Verb.REVOKE, Verb.REPLACE])
@pytest.mark.parametrize("who", sorted(EVERYBODY - {Who.CHAIR}))
def test_only_the_chair_takes_the_force_of_a_paper_away(verb: Verb, who: Who) -> None:
    with pytest.raises(NotYours):
        take(verb, state=State.DONE, step=Step.NONE, received=True, who={who})


def test_every_state_but_the_closed_ones_has_a_way_on() -> None:
    for state in set(State) - CLOSED:
        step = Step.CHECK if state is State.IN_PROGRESS else Step.NONE
        rules = allowed(state=state, step=step, received=True, who=EVERYBODY)
        assert any(rule.after not in (None, state) for rule in rules), state


def test_one_place_and_one_person_have_at_most_one_row_for_a_verb() -> None:
    """Otherwise the order of the table would decide what the law means."""
    for state in State:
        for step in Step:
            for received in (True, False):
                for who in Who:
                    rules = allowed(state=state, step=step, received=received, who={who})
                    verbs = [rule.verb for rule in rules]
                    assert len(verbs) == len(set(verbs)), (state, step, who, verbs)


@pytest.mark.parametrize("who", sorted(EVERYBODY - {Who.CHAIR}))
def test_only_the_chair_signs(who: Who) -> None:
    with pytest.raises(NotYours):
        take(Verb.SIGN, state=State.IN_PROGRESS, step=Step.SIGN, received=True, who={who})


def test_the_chair_signs_nothing_that_was_not_checked() -> None:
    with pytest.raises(NotNow):
        take(Verb.SIGN, state=State.IN_PROGRESS, step=Step.CHECK, received=True, who={Who.CHAIR})


def test_a_signed_dossier_is_not_withdrawn_halted_or_refused_while_the_paper_is_made() -> None:
    for verb in (Verb.WITHDRAW, Verb.HALT, Verb.REFUSE, Verb.SEND_BACK, Verb.RECALL):
        with pytest.raises(NotNow):
            take(verb, state=State.IN_PROGRESS, step=Step.PRESS, received=True, who=EVERYBODY)


def test_a_supplement_leads_back_to_work_only_where_the_dossier_was_accepted_before() -> None:
    state, step, who = State.AWAITING_SUPPLEMENT, Step.NONE, {Who.FILER}
    after = {
        received: take(Verb.SUPPLEMENT, state=state, step=step, received=received, who=who).after
        for received in (True, False)
    }
    assert after == {True: State.IN_PROGRESS, False: State.ACCEPTED}


def test_the_first_need_that_is_not_met_is_refused_by_its_own_name() -> None:
    rule = take(
        Verb.APOLOGISE, state=State.ACCEPTED, step=Step.NONE, received=True, who={Who.OFFICER}
    )
    with pytest.raises(NEED_REFUSALS[Need.LATER_DATE]):
        demand(rule, {Need.REASON, Need.FIRST_APOLOGY})
    demand(rule, {Need.REASON, Need.LATER_DATE, Need.FIRST_APOLOGY})
