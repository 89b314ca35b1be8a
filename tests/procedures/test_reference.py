"""The reference of the pack format names every key and every word of it."""

import re
from pathlib import Path

import pytest

from motcua.procedures import vocabulary
from motcua.procedures.checking.keys import SHAPES, WORDS
from tests.procedures.faults import FAULTS
from tests.procedures.guide_faults import GUIDE_FAULTS
from tests.procedures.packs import codes, procedure
from tests.procedures.rule_faults import RULE_FAULTS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "packs.md"
TEXT = PAGE.read_text(encoding="utf-8")
NAMED = set(re.findall(r"[\w.]+", TEXT)) | set(re.findall(r"\w+", TEXT))


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_key_is_explained(shape: str) -> None:
    assert SHAPES[shape].keys() - NAMED == set()


@pytest.mark.parametrize("group", sorted(WORDS))
def test_every_sentence_is_explained(group: str) -> None:
    must, may = WORDS[group]
    assert (must | may) - NAMED == set()


LISTS = (
    "ACCEPTS BOOKS CHANNELS FACTS FIELDS_OF_LAW GROUNDS HOW_NEEDED KINDS MARKS NEEDS OFFICES "
    "ONLINE PAUSES PER RULES SOURCES STEPS STEP_ROLES TEMPLATES UNITS"
)


@pytest.mark.parametrize("words", LISTS.split())
def test_every_word_is_explained(words: str) -> None:
    assert getattr(vocabulary, words) - NAMED == set()


def test_every_meaning_is_explained() -> None:
    for meaning in vocabulary.MEANS:
        _, dot, what = meaning.partition(".")
        assert meaning in NAMED or (dot and f".{what}" in NAMED), meaning


def test_every_problem_is_explained() -> None:
    assert {fault[3] for fault in (*FAULTS, *RULE_FAULTS, *GUIDE_FAULTS)} - NAMED == set()


def test_the_catalogue_page_names_every_procedure_as_its_pack_does() -> None:
    page = (PAGE.parent / "catalogue.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"(?m)^\| (\d\.\d{6})\S* (.+) \|$", page))
    assert set(rows) == set(codes())
    for code, row in rows.items():
        one = procedure(code)
        assert f"| {one.words['en'].title}<br>{one.words['vi'].title} | {one.online}" in row
        assert all(f"`{paper.template}`" in row for paper in one.result.papers)
