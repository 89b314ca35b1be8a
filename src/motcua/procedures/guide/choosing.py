"""The few questions of a life event, and what its answers leave to be done. Pure."""

from collections.abc import Iterator, Mapping
from itertools import product

from motcua.procedures.conditions import Comparison, Condition, holds
from motcua.procedures.guide import Asked, LifeEvent, Wanted

Answers = Mapping[str, str]
MOST_QUESTIONS = 3


def given(event: LifeEvent, raw: Answers) -> dict[str, str]:
    """The answers that count: up to the first question that is asked and not answered.

    What is no answer to a question, or answers one that is not asked, is left out.
    """
    kept: dict[str, str] = {}
    for one in event.questions:
        if not holds(one.when, kept):
            continue
        value = raw.get(one.name, "")
        if value not in {choice.value for choice in one.choices}:
            break
        kept[one.name] = value
    return kept


def next_question(event: LifeEvent, answers: Answers) -> Asked | None:
    """What is still to be asked; None when the answers suffice."""
    asked = (one for one in event.questions if holds(one.when, answers))
    return next((one for one in asked if one.name not in answers), None)


def wanted(event: LifeEvent, answers: Answers) -> tuple[Wanted, ...]:
    """What must be done, in the order of doing it."""
    return tuple(one for one in event.needs if holds(one.when, answers))


def filled(need: Wanted, answers: Answers) -> dict[str, str]:
    """What the answers say for the form of the procedure."""
    return {one.field: one.value for one in need.fills if holds(one.when, answers)}


def every_way(event: LifeEvent) -> Iterator[dict[str, str]]:
    """Each set of answers that a person can give."""
    offered = [[choice.value for choice in one.choices] for one in event.questions]
    names = [one.name for one in event.questions]
    seen: set[tuple[tuple[str, str], ...]] = set()
    for values in product(*offered):
        answers = given(event, dict(zip(names, values, strict=True)))
        key = tuple(answers.items())
        if key not in seen:
            seen.add(key)
            yield answers


def settled(condition: Condition | None, answers: Answers) -> bool | None:
    """Whether it holds, as far as the answers tell; None where one is missing that decides."""
    if condition is None:
        return True
    if isinstance(condition, Comparison):
        return holds(condition, answers) if condition.field in answers else None
    told = [settled(test, answers) for test in condition.tests]
    deciding = condition.joined == "any"
    if deciding in told:
        return deciding
    return None if None in told else not deciding
