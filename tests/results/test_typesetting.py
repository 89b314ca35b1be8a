"""Typesetting: every Vietnamese letter, no text that turns into code, and the marks of a draft."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from typst import TypstError

from motcua.results.press import produce
from motcua.results.queries import content
from motcua.results.templates import shapes, template
from motcua.results.typesetting import typeset
from tests import cast
from tests.results.paperwork import RESULTS, result, said, slip
from tests.results.samples import BIRTH, SAMPLES, register

pytestmark = pytest.mark.django_db

_MARKS = ["̀", "́", "̃", "̉", "̣"]
_BARE = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
# 29 letters, 12 vowels with 5 tones each, small and capital: what the law calls Vietnamese.
LETTERS = [
    unicodedata.normalize("NFC", letter)
    for bare in (_BARE, _BARE.upper())
    for base in bare
    for letter in (base, *(base + mark for mark in _MARKS if base.lower() in "aăâeêioôơuưy"))
]
# What people have typed into forms elsewhere, and what Typst would do with it if it were source.
POISONS = (
    "#panic(1)",
    '#include "/etc/passwd"',
    '")); #panic()',
    "\\u{48}\\u{49}",
    "$x^2$ *b* _i_ `r`",
    "= Head",
    "// gone",
    "@ref <seal> <placed>",
    "[#import]",
)


def test_the_letters_are_all_there() -> None:
    assert len(LETTERS) == 2 * (29 + 12 * 5) == 178
    assert len({letter for letter in LETTERS if not letter.isascii()}) == 134


def _text(pdf: bytes, folder: Path) -> str:
    paper = folder / "paper.pdf"
    paper.write_bytes(pdf)
    # A long value is broken over lines where the page ends.
    return " ".join(said("pdftotext", "-enc", "UTF-8", "-layout", paper, "-").split())


def test_every_vietnamese_letter_is_printed_and_read_back(tmp_path: Path) -> None:
    groups = [" ".join(LETTERS[start : start + 22]) for start in range(0, len(LETTERS), 22)]
    changes = [{"what": group, "after": group} for group in groups]
    sample = {"changes": changes}
    made = produce(_change(**sample), cast.AT)
    text = "".join(_text(content(made), tmp_path).split())
    assert unicodedata.is_normalized("NFC", text)
    assert [letter for letter in LETTERS if letter not in text] == []
    fonts = said("pdffonts", tmp_path / "paper.pdf").splitlines()[2:]
    assert fonts
    # emb, sub and uni stand before the object number.
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def _change(**more: object) -> object:
    from_the_sample = result("change_extract")
    document = from_the_sample.document
    document.data = {**document.data, **more}
    document.save()
    return document.pk


def _texts(code: str) -> Iterator[str]:
    """The names and texts that a result is told, those in its lists too."""
    for name, field in template(code).fields.items():
        value = SAMPLES[code].get(name)
        if field.many:
            kinds = shapes()[field.kind]
            yield from (row[k] for row in value or () for k in row if kinds[k].kind == "text")
        elif field.kind == "text" and value and not name.startswith("register."):
            yield value


@pytest.mark.parametrize("code", RESULTS)
def test_each_result_gives_its_texts_back_letter_for_letter(code: str, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(content(produce(result(code).document_id, cast.AT)))
    # In the order in which they were set: two people stand side by side on some papers.
    read = "".join(said("pdftotext", "-enc", "UTF-8", "-raw", paper, "-").split())
    for text in _texts(code):
        bare = "".join(text.split())
        assert bare in read or bare.upper() in read, text


@pytest.mark.parametrize("code", RESULTS)
def test_the_longest_names_keep_a_result_on_one_page(code: str) -> None:
    """A birth names three people and what they are: its paper may turn the page."""
    long = "Công Huyền Tôn Nữ Thị Nguyễn Phước Hoàng Ngọc Phương Thảo"
    data = {name: long if name.endswith(".name") else it for name, it in SAMPLES[code].items()}
    most = 2 if code in ("birth_certificate", "extract_birth") else 1
    assert produce(result(code, data=data).document_id, cast.AT).pages <= most


@pytest.mark.parametrize("poison", POISONS)
def test_what_a_person_typed_is_printed_and_never_run(poison: str, tmp_path: Path) -> None:
    made = produce(slip(**{"filer.name": poison, "procedure": poison}).pk, cast.AT)
    assert " ".join(poison.split()) in _text(content(made), tmp_path)


def test_a_sheet_without_its_facts_is_a_fault_and_no_empty_page() -> None:
    with pytest.raises(TypstError, match="does not contain key"):
        typeset("slip_receipt.typ", {"data": {}}, at=cast.AT)


def test_a_draft_says_so_and_bears_no_number_and_no_signature(tmp_path: Path) -> None:
    draft = produce(slip("extract_birth", kind="draft").pk, cast.AT)
    text = _text(content(draft), tmp_path)
    assert "BẢN DỰ THẢO" in text
    assert "Số: ……" in text
    assert b"/ByteRange" not in content(draft)


def test_a_result_in_rehearsal_says_so(tmp_path: Path) -> None:
    text = _text(content(produce(result().document_id, cast.AT)), tmp_path)
    assert "BẢN DIỄN TẬP (REHEARSAL) – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" in text
    assert "BẢN DỰ THẢO" not in text
    assert "PAdES B-LT" in text


def test_an_official_paper_is_dated_and_headed_as_the_decree_says(tmp_path: Path) -> None:
    text = _text(content(produce(result().document_id, cast.AT)), tmp_path)
    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập – Tự do – Hạnh phúc",
        "ỦY BAN NHÂN DÂN",
        "XÃ CỐC SAN",
        "Số: 01/TLKS-BS",
        "Cốc San, ngày 03 tháng 3 năm 2026",
        "CHỦ TỊCH",
        "Thời gian ký: 03-03-2026 09:00:00",
    ):
        assert words in text


def test_the_holder_comes_back_letter_for_letter(tmp_path: Path) -> None:
    text = _text(content(produce(result().document_id, cast.AT)), tmp_path)
    for name in (BIRTH["child.name"].upper(), BIRTH["mother.name"].upper(), BIRTH["place"]):
        assert name in text
    assert "ngày mười lăm, tháng tư, năm hai nghìn không trăm mười chín" in text


def test_a_long_register_repeats_its_head_on_each_page(tmp_path: Path) -> None:
    made = produce(slip("register_of_dossiers", **register(70)).pk, cast.AT)
    assert made.pages >= 3
    assert _text(content(made), tmp_path).count("Tên thủ tục hành chính") == made.pages
    sizes = said("pdfinfo", tmp_path / "paper.pdf")
    assert "841.89 x 595.276 pts (A4)" in sizes


def test_a_month_of_a_book_is_headed_as_one_and_a_volume_by_its_number(tmp_path: Path) -> None:
    whole = _text(content(produce(slip("register_volume").pk, cast.AT)), tmp_path)
    assert "Năm 2026 · Quyển số 1 · 30 mục" in whole
    month = slip("register_volume", key="month", volume="", month=10)
    text = _text(content(produce(month.pk, cast.AT)), tmp_path)
    assert "Năm 2026 · Tháng 10 · 30 mục" in text
    assert "Quyển số" not in text


def test_slips_are_a5(tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").write_bytes(content(produce(slip().pk, cast.AT)))
    assert "419.528 x 595.276 pts" in said("pdfinfo", tmp_path / "slip.pdf")
