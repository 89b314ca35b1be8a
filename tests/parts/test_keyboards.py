"""The keyboard that a telephone shows for each question of every form, and what it leaves alone."""

from collections.abc import Mapping

import pytest
from django.utils import translation

from motcua.parts.asking import question_of, sheets
from motcua.parts.questions import Question, ask
from tests.parts.test_forms import drawn
from tests.procedures.packs import codes, procedure

Said = Mapping[str, str | None]
NOTHING: Said = {}
DIGITS: Said = {"type": "text", "inputmode": "numeric", "spellcheck": "false"}
NAMES: Said = {
    "type": "text",
    "autocapitalize": "words",
    "autocorrect": "off",
    "spellcheck": "false",
    "lang": "vi",
}
# All that is said of a kind beyond what the browser may fill in and how long it is.
KEYBOARDS: Mapping[str, Said] = {
    "text": {"type": "text"},
    "long_text": NOTHING,
    "name": NAMES,
    "place": NAMES,
    "date": DIGITS,
    "partial_date": DIGITS,
    "number": DIGITS,
    "identity_number": DIGITS,
    "time": {"type": "time"},
    "phone": {"type": "tel"},
    "email": {"type": "email", "spellcheck": "false"},
    "code": {
        "type": "text",
        "autocapitalize": "characters",
        "autocorrect": "off",
        "spellcheck": "false",
    },
    "one_time_code": DIGITS,
    "password": {"type": "password"},
    "search": {"type": "search"},
}
ASKED = ("type", "inputmode", "autocapitalize", "autocorrect", "spellcheck", "lang")
OWN = {
    "filer.name": "name",
    "filer.phone": "tel",
    "filer.email": "email",
    "filer.address": "street-address",
}


def said(question: Question) -> Said:
    control = drawn(question).first(question.tag)
    return {name: control[name] for name in ASKED if name in control}


@pytest.mark.parametrize("kind", KEYBOARDS)
def test_each_kind_has_its_keyboard(kind: str) -> None:
    assert said(ask(kind, "x", "X")) == KEYBOARDS[kind]


def test_names_are_vietnamese_in_every_language_and_need_not_say_so_in_vietnamese() -> None:
    question = ask("name", "x", "X")
    with translation.override("hi"):
        assert ' lang="vi"' in question.typing
    with translation.override("vi"):
        assert "lang" not in question.typing


@pytest.mark.parametrize("code", codes())
def test_each_question_of_a_form_has_the_keyboard_of_its_kind(code: str) -> None:
    form = procedure(code).form
    asked = {one.name: one for sheet in sheets(form, {}) for one in sheet.questions}
    for field in form.fields:
        question = asked[field.name]
        if question.tag == "select" or question.shown_as in ("radios", "yes_no", "declaration"):
            continue
        assert said(question) == KEYBOARDS[field.kind], field.name
        control = drawn(question).first(question.tag)
        assert control["autocomplete"] == OWN.get(field.means or "", "off"), field.name


def test_at_the_desk_the_browser_fills_in_nothing() -> None:
    for code in codes():
        for field in procedure(code).form.fields:
            question = question_of(field, "", language="vi", at_desk=True)
            assert question.autocomplete == "off"
