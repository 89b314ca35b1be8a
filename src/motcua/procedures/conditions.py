"""When a field is asked, a paper needed or a fee due: a test of answers, without side effects.

The same small language runs in the browser: `exported` gives the JSON that the page carries in a
data attribute, and a test on both sides reads the same examples.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field against one or more values; `not` holds when the answer is none of them.

    A blank answer is the value ``""``: `{field = "x", not = ""}` holds once x is answered.
    """

    field: str
    op: Literal["is", "in", "not"]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """All, or any, of some tests; groups hold no groups."""

    joined: Literal["all", "any"]
    tests: tuple[Comparison, ...]


Condition = Comparison | Group


def holds(condition: Condition | None, answers: Mapping[str, str]) -> bool:
    """Whether a condition is met; no condition is always met."""
    if condition is None:
        return True
    if isinstance(condition, Comparison):
        return (answers.get(condition.field, "") in condition.values) is (condition.op != "not")
    join = all if condition.joined == "all" else any
    return join(holds(test, answers) for test in condition.tests)


def fields_of(condition: Condition | None) -> frozenset[str]:
    """The fields that a condition looks at."""
    if condition is None:
        return frozenset()
    tests = (condition,) if isinstance(condition, Comparison) else condition.tests
    return frozenset(test.field for test in tests)


def read(raw: Mapping[str, Any]) -> Condition:
    """From the pack's table; the loader has checked its shape before."""
    for joined in ("all", "any"):
        if joined in raw:
            return Group("all" if joined == "all" else "any", tuple(_test(t) for t in raw[joined]))
    return _test(raw)


def exported(condition: Condition | None) -> dict[str, Any] | None:
    """As JSON for the page: ``{"field": …, "op": …, "values": […]}`` or ``{"all": [… ]}``."""
    if condition is None:
        return None
    if isinstance(condition, Comparison):
        return {"field": condition.field, "op": condition.op, "values": list(condition.values)}
    return {condition.joined: [exported(test) for test in condition.tests]}


def _test(raw: Mapping[str, Any]) -> Comparison:
    if "in" in raw:
        return Comparison(str(raw["field"]), "in", tuple(raw["in"]))
    if "is" in raw:
        return Comparison(str(raw["field"]), "is", (str(raw["is"]),))
    value = raw["not"]
    return Comparison(
        str(raw["field"]), "not", tuple(value) if isinstance(value, list) else (value,)
    )
