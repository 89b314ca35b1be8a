"""Answers: tidied, never lost, and all that is wrong said at once in the reader's language."""

import time
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as some

from motcua.procedures.answers import Findings, asked, check, clean, meant, visible
from motcua.procedures.form import Choice, Field, Form, Section
from motcua.procedures.kinds import KINDS
from motcua.procedures.vocabulary import KINDS as NAMES
from motcua.procedures.wording import Words
from tests.procedures.packs import BIRTH, EXTRACT, MARITAL, TODAY, editions, procedure

SAID = {language: Words("Câu hỏi?", "Mục", "Giúp", "Ví dụ") for language in ("vi", "en", "hi")}


def form_with(kind: str, need: str = "must", **more: object) -> Form:
    """A form of one field, `it`."""
    choices = (Choice("yes", {}), Choice("no", {})) if kind == "choice" else ()
    field = Field("it", kind, need, SAID, choices, **more)  # type: ignore[arg-type]
    return Form((Section("s", SAID, (field,)),), (), {"it": field})


def codes(found: Findings) -> tuple[list[str], list[str]]:
    return [f.code for f in found.blocking], [f.code for f in found.advice]


def judged(kind: str, typed: str, **more: object) -> tuple[str, list[str]]:
    """The stored form of what was typed, and the codes of what is wrong with it."""
    form = form_with(kind, **more)
    answers = clean(form, {"it": typed})
    return answers["it"], codes(check(form, answers, on=TODAY))[0]


def test_every_kind_of_the_vocabulary_is_known() -> None:
    assert set(KINDS) == NAMES


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("text", "  hai   chữ ", "hai chữ"),
        ("name", "Vàng  Thị\tMẩy", "Vàng Thị Mẩy"),
        ("long_text", " một\n hai  ba \n", "một\nhai ba"),
        ("date", "5/11/2026", "2026-11-05"),
        ("date", "2026-11-05", "2026-11-05"),
        ("partial_date", "03/1954", "1954-03"),
        ("partial_date", "1954", "1954"),
        ("time", "4 giờ 5", "04:05"),
        ("time", "14h30", "14:30"),
        ("number", "007", "7"),
        ("choice", "yes", "yes"),
        ("yes_no", "no", "no"),
        ("declaration", "yes", "yes"),
        ("ethnic", "25", "25"),
        ("nationality", "VN", "VN"),
        ("identity_number", "000 191.000-001", "000191000001"),
        ("phone", "0990 000 001", "+84990000001"),
        ("phone", "+84 990 000 001", "+84990000001"),
        ("phone", "02143 123 456", "+842143123456"),
        ("email", " ten@example.vn ", "ten@example.vn"),
        ("place", "Thôn Ún Tà,  xã Cốc San", "Thôn Ún Tà, xã Cốc San"),
    ],
)
def test_what_is_typed_is_stored_in_one_form(kind: str, typed: str, stored: str) -> None:
    assert judged(kind, typed) == (stored, [])


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("name", "Vàng 2", "answer.not_a_name"),
        ("date", "31/02/2026", "answer.not_a_date"),
        ("date", "hôm qua", "answer.not_a_date"),
        ("date", "1954", "answer.date_not_whole"),
        ("partial_date", "13/1954", "answer.not_a_date"),
        ("partial_date", "1066", "answer.date_too_old"),
        ("time", "25:00", "answer.not_a_time"),
        ("number", "hai", "answer.not_a_number"),
        ("number", "-1", "answer.not_a_number"),
        ("number", "2.5", "answer.not_a_number"),
        ("number", "99999999999", "answer.not_a_number"),
        ("choice", "maybe", "answer.not_offered"),
        ("yes_no", "1", "answer.not_offered"),
        ("ethnic", "57", "answer.not_offered"),
        ("nationality", "ZZ", "answer.not_offered"),
        ("identity_number", "12345678901", "answer.not_an_identity_number"),
        ("identity_number", "0001910000012", "answer.not_an_identity_number"),
        ("phone", "12345", "answer.not_a_phone"),
        ("email", "ten.example.vn", "answer.not_an_email"),
        ("text", "x" * 201, "answer.too_long"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays(kind: str, typed: str, code: str) -> None:
    assert judged(kind, typed) == (typed, [code])


def test_a_number_keeps_within_its_bounds() -> None:
    assert judged("number", "0", least=1, most=50) == ("0", ["answer.too_small"])
    assert judged("number", "1", least=1, most=50) == ("1", [])
    assert judged("number", "50", least=1, most=50) == ("50", [])
    assert judged("number", "51", least=1, most=50) == ("51", ["answer.too_large"])


@pytest.mark.parametrize(
    ("need", "unknown", "at_decision", "blocking", "advice"),
    [
        ("must", False, False, ["answer.blank"], []),
        ("must", True, False, [], []),
        ("must", False, True, ["answer.undecided"], []),
        ("must", True, True, ["answer.undecided"], []),
        ("advised", False, False, [], ["answer.blank"]),
        ("advised", True, False, [], []),
        ("advised", False, True, [], ["answer.undecided"]),
        ("optional", False, False, [], []),
        ("optional", False, True, [], []),
    ],
)
def test_a_blank_stops_only_where_the_law_demands_the_answer(
    need: str, unknown: bool, at_decision: bool, blocking: list[str], advice: list[str]
) -> None:
    found = check(
        form_with("text", need),
        {},
        on=TODAY,
        unknown=frozenset({"it"} if unknown else ()),
        at_decision=at_decision,
    )
    assert codes(found) == (blocking, advice)


def test_an_unreadable_advised_answer_warns_at_the_door_and_stops_the_decision() -> None:
    form, answers = form_with("date", "advised"), {"it": "hôm qua"}
    assert codes(check(form, answers, on=TODAY)) == ([], ["answer.not_a_date"])
    decided = check(form, answers, on=TODAY, at_decision=True)
    assert codes(decided) == (["answer.not_a_date"], [])


def test_an_odd_identity_number_that_is_only_advised_never_stops() -> None:
    found = check(
        form_with("identity_number", "advised"), {"it": "123456789"}, on=TODAY, at_decision=True
    )
    assert codes(found) == ([], ["answer.not_an_identity_number"])


def test_an_unticked_declaration_asks_to_be_ticked() -> None:
    form = form_with("declaration")
    assert codes(check(form, {"it": ""}, on=TODAY)) == (["answer.not_declared"], [])
    assert codes(check(form, {"it": "no"}, on=TODAY)) == (["answer.not_declared"], [])


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("vi", "“31/02/2026” không phải là ngày tháng. Xin viết ngày/tháng/năm, ví dụ 21/03/1954."),
        ("en", "“31/02/2026” is not a date. Please write day/month/year, such as 21/03/1954."),
        ("hi", "“31/02/2026” कोई तिथि नहीं है। कृपया दिन/महीना/साल लिखें, जैसे 21/03/1954।"),
    ],
)
def test_the_sentence_is_in_the_language_of_the_reader(language: str, sentence: str) -> None:
    form = form_with("date")
    (finding,) = check(form, {"it": "31/02/2026"}, on=TODAY).blocking
    with override(language):
        assert str(finding.sentence) == sentence


def test_a_sentence_calls_the_field_by_its_term_in_that_language() -> None:
    (finding,) = [
        f for f in check(procedure(EXTRACT), {}, on=TODAY).blocking if f.field == "copies"
    ]
    with override("en"):
        assert "“Number of copies” is still empty" in str(finding.sentence)
    with override("vi"):
        assert "“Số lượng bản sao” còn trống" in str(finding.sentence)


def test_a_hidden_answer_is_kept_but_does_not_count() -> None:
    form = procedure(MARITAL).form
    answers = clean(form, {"relation": "self", "subject_name": "Lù A Mẫu", "status": "never"})
    assert answers["subject_name"] == "Lù A Mẫu"
    assert "subject_name" not in asked(form, answers)
    assert "subject_name" not in {field.name for field in visible(form, answers)}


def test_a_question_behind_a_hidden_one_is_hidden_too() -> None:
    """Who marries nobody is not asked where, even with an old answer still there."""
    form = procedure("1.004859").form
    answers = {"kind": "ethnicity", "item": "other"}
    names = {field.name for field in visible(form, answers)}
    assert "item" not in names
    assert "item_other" not in names


def test_who_asks_for_themselves_is_the_subject() -> None:
    form = procedure(MARITAL).form
    answers = {"filer_name": "Vàng Thị Thử", "relation": "self", "filer_identity": "000191000001"}
    assert meant(form, answers)["subject.name"] == "Vàng Thị Thử"
    assert "subject.name" not in meant(form, {**answers, "relation": "parent"})


def test_a_mother_who_registers_her_child_is_the_mother() -> None:
    form = procedure(BIRTH).form
    answers = {"filer_name": "Vàng Thị Thử", "declarant": "mother", "parents": "mother"}
    assert meant(form, answers)["mother.name"] == "Vàng Thị Thử"
    assert "father.name" not in meant(form, answers)


@given(some.data())
def test_nothing_typed_is_lost_and_nothing_typed_breaks_the_check(data: some.DataObject) -> None:
    one = data.draw(some.sampled_from(editions()))
    raw = data.draw(
        some.dictionaries(some.sampled_from(sorted(one.form.by_name)), some.text(max_size=40))
    )
    answers = clean(one, raw)
    assert answers.keys() == raw.keys()
    for name, typed in raw.items():
        letters = [c for c in typed if c.isalpha()]
        assert bool(answers[name]) or not letters
    found = check(one, answers, on=TODAY)
    for finding in (*found.blocking, *found.advice):
        assert str(finding.sentence)
        assert finding.field in one.form.by_name


def test_a_last_line_of_signs_that_no_one_sees_is_no_line() -> None:
    assert KINDS["long_text"].clean("\u00ad\r0\r\ud7fc") == "0"


@given(some.data())
def test_tidying_twice_is_tidying_once(data: some.DataObject) -> None:
    kind = data.draw(some.sampled_from(sorted(KINDS)))
    typed = data.draw(some.text(max_size=30) | some.dates().map(lambda d: f"{d:%d/%m/%Y}"))
    once = KINDS[kind].clean(typed)
    assert KINDS[kind].clean(once) == once


def test_checking_the_longest_form_is_far_below_half_a_millisecond() -> None:
    one = procedure(BIRTH)
    assert len(one.form.by_name) >= 30
    example = one.examples[0]
    answers = clean(one, example.answers)
    check(one, answers, on=example.on)
    begun = time.process_time()
    for _ in range(200):
        check(one, answers, on=example.on)
    assert (time.process_time() - begun) / 200 < 0.0005


def test_a_birth_on_the_day_itself_is_not_in_the_future() -> None:
    one = procedure(BIRTH)
    answers = clean(one, {**one.examples[0].answers, "child_birth": "24/11/2026"})
    answers["notice_day"] = "2026-11-24"
    assert check(one, answers, on=date(2026, 11, 24)).blocking == ()
    late = check(one, answers, on=date(2026, 11, 23)).blocking
    assert [f.code for f in late] == ["answer.in_future", "answer.in_future"]


@pytest.mark.parametrize(
    ("number", "sex", "birth", "doubts"),
    [
        ("001199000123", "female", "1999-01-02", []),
        ("001199000123", "male", "1999-01-02", ["identity.sex"]),
        ("001199000123", "male", "1970", ["identity.sex", "identity.year"]),
        ("063123456", "female", "1970", ["identity.old_number"]),
        ("000191000001", "female", "1991-05-12", []),
    ],
)
def test_an_identity_number_that_does_not_agree_is_advised_and_stops_nothing(
    number: str, sex: str, birth: str, doubts: list[str]
) -> None:
    law = procedure(MARITAL)
    answers = {
        **dict(law.examples[0].answers),
        "relation": "other",
        "subject_identity": number,
        "subject_sex": sex,
        "subject_birth": birth,
    }
    found = check(law, clean(law, answers), on=TODAY)
    said = [one.code for one in found.advice if one.code.startswith("identity.")]
    assert said == doubts
    own = {**answers, "relation": "self", "filer_identity": number}
    advice = check(law, clean(law, own), on=TODAY).advice
    about = [(one.field, one.code) for one in advice if one.code.startswith("identity.")]
    assert about == [("filer_identity", code) for code in doubts]
    assert not [one for one in found.blocking if one.field == "subject_identity"]
