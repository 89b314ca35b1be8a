"""The product that is measured beside ours is asked the same questions, in the same words."""

import pytest

from bench.beside.questions import Asked, by_groups, definition, one_by_one
from motcua.procedures.conditions import holds
from tests.portal.forms import TYPED
from tests.procedures.packs import EXTRACT, procedure

FORM = procedure(EXTRACT).form
OURS = [field.name for field in FORM.fields if holds(field.when, TYPED)]


@pytest.mark.parametrize("pages", [one_by_one(FORM), by_groups(FORM)])
def test_each_question_that_ours_asks_is_on_one_page_of_the_other(pages: tuple[Asked, ...]) -> None:
    assert [field.name for page in pages for field in page.fields] == OURS
    told = [part for page in definition("x", pages)["pages"][:-1] for part in page["components"]]
    labels = {field.name: field.words["vi"].label for field in FORM.fields}
    assert [part["title"] for part in told] == [labels[name] for name in OURS]


def test_a_page_a_question_or_a_page_a_group() -> None:
    assert len(one_by_one(FORM)) == len(OURS) == 14
    assert [page.path for page in by_groups(FORM)] == [
        "/filer",
        "/request",
        "/subject",
        "/register",
        "/delivery",
    ]


def test_what_is_typed_is_what_is_typed_into_ours() -> None:
    typed = {name: value for page in by_groups(FORM) for name, value in page.typed().items()}
    born = [typed.pop(f"subjectbirth__{part}") for part in ("day", "month", "year")]
    assert "/".join(born) == TYPED["subject_birth"]
    same = {name.replace("_", ""): value for name, value in TYPED.items()}
    assert same.keys() - typed.keys() == {"subjectbirth"}
    assert {name for name in typed if typed[name] != same[name]} == {"filerphone"}


def test_a_choice_names_its_list_and_a_name_holds_letters_alone() -> None:
    form = definition("x", one_by_one(FORM))
    parts = [part for page in form["pages"][:-1] for part in page["components"]]
    assert {part["list"] for part in parts if "list" in part} == {
        one["id"] for one in form["lists"]
    }
    assert all(part["name"].isalpha() for part in parts)
    assert len({part["id"] for part in parts}) == len(parts)
