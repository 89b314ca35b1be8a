"""What a paper must be told, and how it says it."""

import re
from typing import Any

import pytest

from motcua.results.errors import PaperIncomplete, PaperUnreadable, UnknownTemplate
from motcua.results.paper import complete, shown
from motcua.results.templates import codes, folder, template
from tests.results.samples import BIRTH, CASH, SAMPLES, SUPPLEMENT


def test_every_paper_of_the_pack_has_a_sample_and_a_file() -> None:
    assert set(codes()) == set(SAMPLES)
    for code in codes():
        assert (folder() / template(code).file).is_file()
        assert complete(code, SAMPLES[code]) == SAMPLES[code]


def _laid_out_by(file: str) -> str:
    """A layout with all that it imports."""
    text = (folder() / file).read_text(encoding="utf-8")
    return text + "".join(map(_laid_out_by, re.findall(r'#import "(.+)"', text)))


@pytest.mark.parametrize("code", codes())
def test_a_paper_prints_every_field_that_it_asks_for(code: str) -> None:
    text = _laid_out_by(template(code).file)
    for field, kind in template(code).fields.items():
        family, _, last = field.rpartition(".")
        composed = family and f'key + ".{last}"' in text and re.search(f'"{family}"[,)]', text)
        printed = composed or f'"{field}"' in text
        assert printed or kind.kind == "unprinted", f"{code} asks for {field} to no purpose"


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
@pytest.mark.parametrize("code", codes())
def test_no_two_lines_of_a_paper_are_called_alike(code: str, language: str) -> None:
    called = [words[language] for words in template(code).called.values()]
    assert len({*called}) == len(called)


def test_all_that_is_missing_is_said_at_once() -> None:
    data = {**BIRTH, "child.name": "", "register.date": None}
    with pytest.raises(PaperIncomplete) as refusal:
        complete("extract_birth", data)
    assert refusal.value.facts == {"missing": "child.name, register.date"}


def test_a_row_that_lacks_something_is_named_by_its_place() -> None:
    lacks = [{"what": "Tờ khai", "why": "Thiếu chữ ký"}, {"what": "Căn cước"}]
    with pytest.raises(PaperIncomplete) as refusal:
        complete("slip_supplement", {**SUPPLEMENT, "lacks": lacks})
    assert refusal.value.facts == {"missing": "lacks.2.why"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("child.birth", "15/04/2019"),
        ("child.birth", "2019-02-30"),
        ("child.sex", "nữ"),
        ("child.ethnic", "57"),
        ("child.nationality", "Việt Nam"),
        ("child.name", 7),
        ("child.nickname", "Đào"),
    ],
)
def test_what_is_not_of_its_kind_is_refused(field: str, value: Any) -> None:
    with pytest.raises(PaperUnreadable) as refusal:
        complete("extract_birth", {**BIRTH, field: value})
    assert refusal.value.field == field


@pytest.mark.parametrize("amount", [True, "24000", -1, 24000.0])
def test_money_is_whole_dong(amount: Any) -> None:
    with pytest.raises(PaperUnreadable):
        complete("cash_receipt", {**CASH, "amount": amount})


def test_a_moment_without_its_offset_is_refused() -> None:
    with pytest.raises(PaperUnreadable):
        complete("cash_receipt", {**CASH, "paid": "2026-03-03T15:22:00"})


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(UnknownTemplate):
        complete("laissez_passer", {})


def test_codes_and_dates_are_written_as_the_paper_writes_them() -> None:
    face = shown("extract_birth", BIRTH)
    assert face["child.sex"] == "Nữ"
    assert face["child.ethnic"] == "Giáy"
    assert face["child.nationality"] == "Việt Nam"
    assert face["mother.birth"]["shown"] == "1996"
    assert face["child.birth"] == {
        "shown": "15/04/2019",
        "said": "ngày 15/04/2019",
        "words": "ngày mười lăm, tháng tư, năm hai nghìn không trăm mười chín",
    }


def test_what_a_paper_does_not_show_does_not_reach_it() -> None:
    face = shown("extract_birth", BIRTH)
    assert "000196000002" in BIRTH.values()
    assert not any("000196000002" in str(value) for value in face.values())


def test_a_moment_is_told_on_the_clock_of_the_office() -> None:
    face = shown("cash_receipt", {**CASH, "paid": "2026-03-03T17:05:00+00:00"})
    assert (face["paid"]["time"], face["paid"]["shown"]) == ("00 giờ 05 phút", "04/03/2026")
    assert face["amount"] == {"shown": "24.000 đ", "words": "Hai mươi tư nghìn đồng"}
