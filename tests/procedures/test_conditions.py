"""Conditions: a small language that has no side effects and says the same in the browser."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.procedures.conditions import Comparison, Group, exported, fields_of, holds, read

CASES = (
    ({"field": "a", "is": "x"}, {"a": "x"}, True),
    ({"field": "a", "is": "x"}, {"a": "y"}, False),
    ({"field": "a", "is": "x"}, {}, False),
    ({"field": "a", "in": ["x", "y"]}, {"a": "y"}, True),
    ({"field": "a", "in": ["x", "y"]}, {"a": "z"}, False),
    ({"field": "a", "not": "x"}, {"a": "y"}, True),
    ({"field": "a", "not": "x"}, {"a": "x"}, False),
    ({"field": "a", "not": ""}, {}, False),
    ({"field": "a", "not": ["", "x"]}, {"a": "x"}, False),
    ({"all": [{"field": "a", "is": "x"}, {"field": "b", "is": "y"}]}, {"a": "x", "b": "y"}, True),
    ({"all": [{"field": "a", "is": "x"}, {"field": "b", "is": "y"}]}, {"a": "x"}, False),
    ({"any": [{"field": "a", "is": "x"}, {"field": "b", "is": "y"}]}, {"b": "y"}, True),
    ({"any": [{"field": "a", "is": "x"}, {"field": "b", "is": "y"}]}, {}, False),
)


@pytest.mark.parametrize(("raw", "answers", "met"), CASES)
def test_a_condition_is_met_by_its_answers(raw: dict, answers: dict[str, str], met: bool) -> None:
    assert holds(read(raw), answers) is met


def test_no_condition_is_always_met() -> None:
    assert holds(None, {})
    assert fields_of(None) == frozenset()
    assert exported(None) is None


@pytest.mark.parametrize(("raw", "answers", "met"), CASES)
def test_the_page_carries_all_that_it_needs(raw: dict, answers: dict[str, str], met: bool) -> None:
    """What `exported` gives is plain JSON, and read by its own three rules says the same."""
    data = json.loads(json.dumps(exported(read(raw))))

    def met_in_browser(one: dict) -> bool:
        for joined, join in (("all", all), ("any", any)):
            if joined in one:
                return join(met_in_browser(test) for test in one[joined])
        return (answers.get(one["field"], "") in one["values"]) == (one["op"] != "not")

    assert met_in_browser(data) is met


_VALUE = some.sampled_from(["", "x", "y"])
_TEST = some.builds(
    Comparison,
    _VALUE,
    some.sampled_from(["is", "in"]),
    some.tuples(_VALUE) | some.tuples(_VALUE, _VALUE),
)


@given(_TEST, some.dictionaries(_VALUE, _VALUE))
def test_not_is_the_contrary_of_in(test: Comparison, answers: dict[str, str]) -> None:
    contrary = Comparison(test.field, "not", test.values)
    assert holds(contrary, answers) is not holds(test, answers)


@given(some.lists(_TEST, min_size=1, max_size=4), some.dictionaries(_VALUE, _VALUE))
def test_a_group_looks_at_all_its_fields(tests: list[Comparison], answers: dict[str, str]) -> None:
    group = Group("any", tuple(tests))
    assert holds(group, answers) is any(holds(test, answers) for test in tests)
    assert fields_of(group) == {test.field for test in tests}
