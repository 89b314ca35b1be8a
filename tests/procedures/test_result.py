"""From answers to papers and entries, as data of the pack alone."""

from motcua.procedures.assembly import assembled
from motcua.procedures.result import (
    book_to_pick,
    deadline_for,
    entries_of,
    note_of,
    number_of,
    paperwork,
    printed,
)
from tests.procedures.packs import BIRTH, CHANGE, EXTRACT, contents_of, procedure


def test_the_extract_shows_the_entry_that_was_picked() -> None:
    one = procedure(EXTRACT)
    answers = {"event": "death", "copies": "2"}
    ((paper, copies),) = paperwork(one, answers)
    assert (paper.template, copies) == ("extract_death", 2)
    entry = {"deceased.name": "Lù Văn Cụ", "deceased.sex": "male"}
    facts = {"register.number": "8", "register.date": "2019-05-02", "office": "Xã Cốc San"}
    assert printed(paper, one, answers, entry=entry, facts=facts) == {
        "deceased.name": "Lù Văn Cụ",
        "deceased.sex": "male",
        "register.number": "8",
        "register.date": "2019-05-02",
    }


def test_the_answer_says_in_which_book_to_look() -> None:
    one = procedure(EXTRACT)
    assert book_to_pick(one, {"event": "marriage"}) == "marriage"
    assert book_to_pick(one, {}) is None
    assert book_to_pick(procedure(BIRTH), {}) is None


def test_a_number_has_its_place_in_the_pattern() -> None:
    one = procedure(EXTRACT)
    assert number_of(one.result.papers[0], n=12, year=2026) == "12/TLKS-BS"
    assert number_of(procedure(BIRTH).result.papers[0], n=12, year=2026) == "12/2026"


def test_no_copies_asked_for_means_no_copies_made() -> None:
    papers = paperwork(procedure(BIRTH), {"extra_copies": "0"})
    assert [(paper.template, copies) for paper, copies in papers] == [("birth_certificate", 1)]


def test_a_registration_writes_codes_and_a_procedure_without_a_book_writes_nothing() -> None:
    (entry,) = entries_of(
        procedure(BIRTH),
        {"child_name": "Lù Thị Bé", "child_sex": "female", "child_ethnic": "25", "filer_name": "A"},
        {"office": "Ủy ban nhân dân xã Cốc San"},
    )
    assert entry.book == "birth"
    assert entry.content == {
        "child.name": "Lù Thị Bé",
        "child.sex": "female",
        "child.ethnic": "25",
        "declarant.name": "A",
        "place": "Ủy ban nhân dân xã Cốc San",
    }
    assert entries_of(procedure(EXTRACT), {"event": "birth"}) == ()


def test_what_a_hidden_question_was_answered_is_not_written() -> None:
    answers = {"parents": "mother", "father_name": "Lù Văn Cha", "declarant": "grandparent"}
    (entry,) = entries_of(procedure(BIRTH), answers)
    assert entry.content == {"declarant.relation": "Ông hoặc bà"}


def test_a_supplement_is_due_the_same_day_and_a_change_in_three() -> None:
    one = procedure(CHANGE)
    supplement = deadline_for(one, {"kind": "supplement"})
    assert (supplement.unit, supplement.amount) == ("same_day", 0)
    change = deadline_for(one, {"kind": "change"})
    assert (change.unit, change.amount) == ("working_days", 3)
    assert change.extended is not None
    assert (change.extended.total, change.extended.reason["vi"]) == (6, "Cần xác minh")


def test_a_correction_notes_what_the_book_says_from_now_on() -> None:
    answers = {"paper_kind": "birth", "kind": "correction", "of_birth": "child", "item": "sex"}
    note = note_of(procedure(CHANGE), {**answers, "before": "Nam", "after_sex": "female"})
    assert note is not None
    assert note.text == "Cải chính hộ tịch: Giới tính từ “Nam” thành “Nữ”"
    assert note.changes == {"child.sex": "female"}


def test_a_note_in_the_marriage_book_says_whose_item_it_is() -> None:
    answers = {"paper_kind": "marriage", "kind": "change", "after": "Lù Thị Mới"}
    of_her = {**answers, "of_marriage": "wife", "item_adult": "name"}
    note = note_of(procedure(CHANGE), of_her)
    assert note is not None
    assert note.text == "Thay đổi hộ tịch: Họ, chữ đệm, tên của vợ thành “Lù Thị Mới”"
    assert note.changes == {"wife.name": "Lù Thị Mới"}


def test_a_note_is_text_alone_where_the_book_has_no_term() -> None:
    answers = {"paper_kind": "marriage", "kind": "change", "of_marriage": "husband"}
    other = {"item_adult": "other", "item_other": "Nghề nghiệp", "after": "Làm ruộng"}
    note = note_of(procedure(CHANGE), {**answers, **other})
    assert note is not None
    assert note.text == "Thay đổi hộ tịch: Mục khác Nghề nghiệp của chồng thành “Làm ruộng”"
    assert note.changes == {}


def test_a_procedure_that_corrects_nothing_writes_no_note() -> None:
    assert note_of(procedure(EXTRACT), {"event": "birth"}) is None


def test_a_version_loaded_when_a_decision_wrote_one_entry_at_most_still_writes_it() -> None:
    (content,) = (one for one in contents_of(BIRTH) if one["valid_from"] < "2027")
    (row,) = content["result"]["writes"]
    old = {**content, "result": {**content["result"], "writes": row}}
    told = {"version": 1, "version_id": 1, "digest": ""}
    assert assembled(old, **told).result == assembled(content, **told).result


def test_a_version_loaded_before_notes_had_kinds_notes_a_correction() -> None:
    (content,) = (one for one in contents_of(CHANGE) if one["valid_from"] < "2027")
    notes = {key: content["result"]["notes"][key] for key in ("text", "changes", "whose")}
    old = {**content, "result": {**content["result"], "notes": notes}}
    one = assembled(old, version=1, version_id=1, digest="")
    answers = {"paper_kind": "birth", "kind": "correction", "of_birth": "child", "item": "sex"}
    note = note_of(one, {**answers, "reason": "Chép nhầm", "after_sex": "female"})
    assert note is not None
    assert (note.kind, note.reason, note.changes) == (
        "correction",
        "Chép nhầm",
        {"child.sex": "female"},
    )
