"""A procedure of the packs on the page: in the reader's words, with what was answered and found."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from motcua.foundation.actor import SYSTEM
from motcua.parts.asking import sheets
from motcua.parts.questions import Question
from motcua.parts.rendering import common
from motcua.procedures.actions import keep
from motcua.procedures.answers import check, clean
from motcua.procedures.pack import Form
from motcua.procedures.queries import in_force
from tests.procedures.packs import contents_of

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 3)
TYPED = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": "0990 000 001",
    "subject_birth": "12051991",
    "register_day": "31/02/1991",
}


@pytest.fixture
def form() -> Form:
    keep(contents_of("2.000635"), by=SYSTEM, at=datetime(2026, 3, 3, 2, 0, tzinfo=UTC))
    return in_force("2.000635", ON).form


def asked(form: Form, **rest: object) -> dict[str, Question]:
    made = sheets(form, clean(form, TYPED), **rest)  # type: ignore[arg-type]
    return {question.name: question for sheet in made for question in sheet.questions}


def test_every_question_of_the_pack_is_on_the_page_in_order(form: Form) -> None:
    assert list(asked(form)) == list(form.by_name)


def test_answers_come_back_as_people_write_them(form: Form) -> None:
    questions = asked(form)
    assert questions["filer_phone"].value == "0990000001"
    assert questions["subject_birth"].value == "12/05/1991"
    assert questions["register_day"].value == "31/02/1991"


def test_the_words_are_those_of_the_reader_and_at_the_desk_those_of_the_law(form: Form) -> None:
    with translation.override("en"):
        plain, law = asked(form)["event"], asked(form, at_desk=True)["event"]
    assert plain.label == "Which paper do you need a copy of?"
    assert law.label == "Kind of civil-status event"
    assert (bool(plain.help), law.help) == (True, "")


def test_findings_stand_at_their_fields(form: Form) -> None:
    findings = check(form, clean(form, TYPED), on=ON)
    questions = asked(form, findings=findings)
    stopped = {finding.field for finding in findings.blocking}
    assert {name for name, question in questions.items() if question.error} == stopped
    assert questions["event"].error


def test_not_knowing_is_offered_where_it_may_be(form: Form) -> None:
    questions = asked(form, unknown=frozenset({"subject_birth"}))
    assert questions["subject_birth"].unknown is True
    assert questions["event"].unknown is False
    assert all(q.unknown is None for q in questions.values() if q.need == "optional")
    assert all(q.unknown is None for q in asked(form, helped=False).values())


def test_a_browser_fills_in_only_what_is_the_persons_own(form: Form) -> None:
    questions = asked(form)
    assert questions["filer_name"].autocomplete == "name"
    assert questions["filer_phone"].autocomplete == "tel"
    assert questions["subject_name"].autocomplete == "off"
    assert asked(form, at_desk=True)["filer_name"].autocomplete == "off"


def test_the_whole_form_is_drawn(form: Form) -> None:
    page = engines["jinja2"].env.get_template("parts/design_form.html")  # type: ignore[attr-defined]
    names = {**common(RequestFactory().get("/")), "sheets": sheets(form, clean(form, TYPED))}
    html = page.render(names)
    assert html.count('id="filer_name"') == 1
    assert "data-when=" in html
    assert "&#34;op&#34;: &#34;not&#34;" in html
