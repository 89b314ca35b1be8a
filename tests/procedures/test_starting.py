"""A pack is begun: what is left is what a person must write, and nothing is written over."""

from datetime import date
from pathlib import Path

import pytest

from motcua.foundation.refusal import Refusal
from motcua.procedures.errors import CodeUnreadable, PackExists, PackUnknown
from motcua.procedures.loader import check, read
from motcua.procedures.starting import Wish, begin
from tests.procedures.packs import PACKS, SIX, codes

CODE = "2.009901"
DAY = date(2027, 1, 1)
# What only a person can know: sentences, the law, where a term of the book comes from.
LEFT = {"amount", "blank", "missing_words"}


def files(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_blank_pack_lacks_only_what_a_person_must_write(tmp_path: Path) -> None:
    wish = Wish(CODE, DAY, "Thử", "certification", book="signature", result="certified_signature")
    made = begin(tmp_path, wish)
    assert [one.name for one in made] == [
        "procedure.toml",
        "examples.toml",
        "vi.toml",
        "en.toml",
        "hi.toml",
    ]
    left = check(tmp_path)
    assert {one.code for one in left} == LEFT
    assert all(one.file and one.key and one.cure for one in left)
    keys = {one.key for one in left}
    assert "result.writes.signature.content.document.name" in keys
    assert "procedure.title" in keys
    assert ("vn/procedures/2.009901/vi.toml", "procedure.title") not in {
        (one.file, one.key) for one in left
    }


def test_without_a_paper_the_check_names_those_that_there_are(tmp_path: Path) -> None:
    begin(tmp_path, Wish(CODE, DAY))
    (missing,) = (one for one in check(tmp_path) if one.code == "unknown_word")
    assert missing.key == "result.papers.1.template"
    assert "birth_certificate" in missing.cure


@pytest.mark.parametrize("like", [*SIX, "1.001022", "2.001035"])
def test_like_another_it_lacks_its_name_and_its_law(tmp_path: Path, like: str) -> None:
    begin(tmp_path, Wish(CODE, DAY, "Thử"), like=like)
    left = check(tmp_path)
    assert {one.code for one in left} <= {"blank", "missing_words"}
    assert {one.key for one in left if one.code == "missing_words"} == {
        "procedure.title",
        "procedure.short",
        "procedure.summary",
    }
    (made,) = read(tmp_path).contents
    assert (made["code"], made["valid_from"], made.get("valid_to")) == (CODE, "2027-01-01", None)
    assert "'verified'" not in str(made)


@pytest.mark.parametrize(
    ("code", "like", "refusal"),
    [("x", "", CodeUnreadable), (CODE, "9.999999", PackUnknown), (codes()[0], "", PackExists)],
)
def test_it_is_refused_and_nothing_is_written(
    tmp_path: Path, code: str, like: str, refusal: type[Refusal]
) -> None:
    (tmp_path / "vn" / "procedures" / codes()[0]).mkdir(parents=True)
    before = files(tmp_path)
    with pytest.raises(refusal) as refused:
        begin(tmp_path, Wish(code, DAY), like=like)
    assert str(refused.value)
    assert files(tmp_path) == before


def test_the_product_itself_is_left_as_it_is(tmp_path: Path) -> None:
    before = files(PACKS)
    begin(tmp_path, Wish(CODE, DAY), like=codes()[0])
    assert files(PACKS) == before
