"""A condition in words, where no script hides the question that is not asked."""

import pytest
from django.utils.translation import override

from motcua.parts.asking import sheets
from motcua.parts.only_if import only_if
from motcua.procedures.conditions import read
from tests.procedures.packs import EXTRACT, procedure


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"field": "event", "is": "birth"}, "Only if “Kind of civil-status event” is: Birth."),
        ({"field": "copies", "not": ""}, "Only if “Number of copies” is answered."),
    ],
)
def test_one_test(raw: dict[str, object], said: str) -> None:
    with override("en"):
        assert only_if(procedure(EXTRACT).form, read(raw), "en") == said


def test_several_tests_are_joined_and_no_condition_says_nothing() -> None:
    form = procedure(EXTRACT).form
    both = {"all": [{"field": "event", "not": "death"}, {"field": "relation", "is": "self"}]}
    with override("vi"):
        said = only_if(form, read(both), "vi")
        assert said.startswith("Chỉ trả lời nếu “")
        assert said.count("“") == 2 and " và “" in said and "không phải: " in said
        assert only_if(form, None, "vi") == ""


def test_the_sheets_of_a_form_carry_it_for_every_conditional_question() -> None:
    form = procedure(EXTRACT).form
    with override("vi"):
        asked = [one for sheet in sheets(form, {}) for one in sheet.questions]
    assert [one.name for one in asked if one.only_if] == [f.name for f in form.fields if f.when]
