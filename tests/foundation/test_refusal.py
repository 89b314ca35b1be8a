"""One refusal, and several that are said at once."""

from typing import ClassVar

import pytest

from motcua.foundation.refusal import Refusal, Refusals, refuse_all


class NameMissing(Refusal):
    code = "test.name_missing"
    sentence: ClassVar[str] = "Write %(what)s."


class DayMissing(Refusal):
    code = "test.day_missing"
    sentence: ClassVar[str] = "Write the day."


def test_one_speaks_of_its_own_field_alone() -> None:
    one = NameMissing(field="name", what="a name")
    assert (one.about("name"), one.about("day")) == ("Write a name.", "")
    assert NameMissing(what="a name").about("name") == ""


def test_nothing_found_is_no_refusal_and_one_is_itself() -> None:
    refuse_all([])
    one = DayMissing(field="day")
    with pytest.raises(DayMissing) as caught:
        refuse_all([one])
    assert caught.value is one


def test_several_are_said_at_once_and_each_at_its_field() -> None:
    with pytest.raises(Refusals) as caught:
        refuse_all([NameMissing(field="name", what="a name"), DayMissing(field="day")])
    said = caught.value
    assert (str(said), said.status, said.code) == (
        "Write a name. Write the day.",
        422,
        "refused.several",
    )
    assert said.field == "name"
    assert [said.about(one) for one in ("name", "day", "other")] == [
        "Write a name.",
        "Write the day.",
        "",
    ]
