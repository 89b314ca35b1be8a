"""The product's own packs: sound, complete, and in step with the books and the papers."""

import re
import tomllib

import pytest

from motcua.procedures import loader
from motcua.procedures.kinds import KINDS
from motcua.procedures.pack import Example, Field, Procedure
from motcua.procedures.vocabulary import BOOKS, LANGUAGES
from motcua.registers.kinds import book, books
from tests.procedures.packs import PACKS, codes, editions, procedure

OF_KINDS = {
    "date": "Ví dụ: 05/11/2026",
    "partial_date": "Ví dụ: 21/03/1954, hoặc 1954",
    "time": "Ví dụ: 14:30",
    "identity_number": "Ví dụ: 000 123 456 789",
    "phone": "Ví dụ: 0912 345 678",
}


def test_the_packs_have_no_problem() -> None:
    assert list(map(str, loader.check(PACKS))) == []


def test_the_catalogue_has_the_thirty_nine_procedures_of_a_commune() -> None:
    fields = [procedure(code).field for code in codes()]
    assert (fields.count("civil_status"), fields.count("certification")) == (27, 12)


@pytest.mark.parametrize("code", codes())
def test_each_procedure_is_offered_before_and_after_the_law_changes(code: str) -> None:
    mine = [one for one in editions() if one.code == code]
    assert all(one.examples for one in mine)
    assert all(set(one.words) == set(LANGUAGES) for one in mine)
    assert mine[-1].valid_to is None
    # The law of 2027 is that of civil status; certification goes on as it is.
    assert len(mine) == (2 if mine[0].field == "civil_status" else 1)


@pytest.mark.parametrize("code", codes())
def test_each_procedure_has_a_case_that_runs_through_and_one_that_does_not(code: str) -> None:
    cases = procedure(code).examples
    assert any(not case.blocking for case in cases)
    assert any(case.blocking for case in cases)


@pytest.mark.parametrize("code", codes())
def test_each_exemption_has_a_case_that_pays_nothing_for_it(code: str) -> None:
    one = procedure(code)
    free = [case for case in one.examples if case.fee == 0]
    for exemption in one.fees.exemptions:
        assert any(
            case.grounds & exemption.grounds if exemption.grounds else True for case in free
        ), exemption.name


EXAMPLES = [
    pytest.param(one, example, id=f"{one.code} {example.name}")
    for one in editions()
    for example in one.examples
    if one.valid_from.year == 2025
]


@pytest.mark.parametrize(("one", "example"), EXAMPLES)
def test_each_example_expects_something(one: Procedure, example: Example) -> None:
    """What it expects is checked with the pack; one that expects nothing would prove nothing."""
    assert example.answers
    assert example.blocking or example.fee is not None or example.hidden


WRITTEN = [(one, row) for one in editions() for row in one.result.writes]


def test_registrations_write_what_the_books_ask_for() -> None:
    for _one, row in WRITTEN:
        terms = book(row.book).terms
        assert row.content.keys() <= terms.keys()
        assert {key for key, term in terms.items() if term.must} <= row.content.keys()


def test_every_book_is_written_by_a_procedure_and_no_other_is() -> None:
    assert {row.book for _one, row in WRITTEN} == books().keys() == BOOKS


def test_what_a_civil_status_book_must_have_the_form_demands() -> None:
    for one, row in WRITTEN:
        if row.book not in ("birth", "death", "marriage"):
            continue
        must = {key for key, term in book(row.book).terms.items() if term.must}
        for key in must:
            source = row.content[key]
            # A person who may be the one who files has no question there that all must answer;
            # what stands in for it is asked of the filer.
            asked = {f.name: f for f in one.form.fields if source.key in (f.name, f.means)}
            assert asked, key
            if source.kind == "means":
                asked["filer"] = _of_the_filer(one, source.key)
            assert {field.need for field in asked.values()} == {"must"}, key


def _of_the_filer(one: Procedure, means: str) -> Field:
    what = means.partition(".")[2]
    return next(field for field in one.form.fields if field.means == f"filer.{what}")


def test_facts_from_memory_carry_their_mark() -> None:
    for one in editions():
        bases = [*one.legal_basis, one.deadline.basis, *(rule.basis for rule in one.fees.rules)]
        assert all(basis.mark in ("verified", "memory", "unsure") for basis in bases)
        assert {"online", "form", "papers", "deadline", "result"} <= one.marks.keys()


def test_the_province_is_unsure_and_says_so() -> None:
    file = PACKS / "laocai" / "fees.toml"
    for fee in tomllib.loads(file.read_text(encoding="utf-8"))["fees"]:
        assert fee["basis"]["mark"] == "unsure"
        assert all(fee[language]["note"] for language in LANGUAGES)


@pytest.mark.parametrize("code", codes())
def test_every_question_is_a_question_with_help_and_an_example(code: str) -> None:
    for field in procedure(code).form.fields:
        for language in LANGUAGES:
            words = field.words[language]
            assert words.label.endswith("?") or field.kind == "declaration"
            assert words.help
            assert words.example


READ = ("date", "partial_date", "time", "number", "identity_number", "phone", "email", "name")


@pytest.mark.parametrize("code", codes())
def test_what_stands_as_an_example_could_be_typed(code: str) -> None:
    for field in (one for one in procedure(code).form.fields if one.kind in READ):
        for language in LANGUAGES:
            _head, _colon, told = field.words[language].example.partition(": ")
            for way in re.split(r", (?:hoặc|or|या) ", told):
                wrong = KINDS[field.kind].wrong(field, KINDS[field.kind].clean(way))
                assert wrong is None, (field.name, language, way)


def test_a_kind_has_one_example_in_every_form() -> None:
    """Where one is enough: what nobody else's form would teach says its own."""
    own = {
        (field.kind, field.name)
        for one in editions()
        for field in one.form.fields
        if field.kind in ("date", "partial_date", "time", "identity_number", "phone")
        and field.words["vi"].example != OF_KINDS[field.kind]
    }
    periods = {("partial_date", "period_from"), ("partial_date", "period_until")}
    assert own == {("date", "visit_day"), *periods}


def test_notes_change_only_terms_of_the_books() -> None:
    known = {key for kind in books().values() for key in kind.terms}
    for one in editions():
        notes = one.result.notes
        if notes is not None:
            choices = [c.value for name in notes.whose for c in one.form.by_name[name].choices]
            for _, terms in notes.changes:
                for term in terms:
                    who, dot, what = term.partition(".")
                    meant = [f"{one}{dot}{what}" for one in choices] if who == "whose" else [term]
                    assert known & set(meant), term
