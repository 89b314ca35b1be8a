"""Whatever the code can write into the journal has its words: for the verb and for the reason."""

import re
from pathlib import Path

import motcua
from motcua.office.reasons import REASONS, reason_shown
from motcua.office.verbs import VERBS

SOURCE = "\n".join(
    path.read_text("utf-8")
    for path in sorted(Path(motcua.__file__).parent.rglob("*.py"))
    if "migrations" not in path.parts
)
# Written by the act itself, which has its words in the table of verbs, or by no act at all.
_NO_LINE = {"read"}


def test_every_verb_that_is_written_has_words() -> None:
    verbs = set(re.findall(r'\bverb="([a-z_.]+)"', SOURCE)) - _NO_LINE
    readings = {f"read.{one}" for one in re.findall(r'\bwhat="([a-z_.]+)"', SOURCE)}
    assert len(verbs) > 8 and len(readings) > 8
    assert sorted((verbs | readings) - VERBS.keys()) == []


def test_every_reason_that_a_page_gives_has_words() -> None:
    given = set(re.findall(r'\bwhy="([^"{]+)"', SOURCE))
    assert len(given) > 8
    assert sorted(given - REASONS.keys()) == []


def test_a_sentence_of_an_officer_stays_and_a_filter_is_called_one() -> None:
    assert reason_shown("Đối chiếu sổ gốc năm 1991") == "Đối chiếu sổ gốc năm 1991"
    assert reason_shown("late=1") == "theo bộ lọc: late=1"
    assert reason_shown("/desk/accounts") == "cho trang /desk/accounts"
    assert reason_shown("replace 02/TLKS-BS") == "để thay giấy số 02/TLKS-BS"
    assert reason_shown("book:birth:2026") == "để xem các trang của một sổ năm 2026"
    assert reason_shown("dossier:0b9c") == "cho một hồ sơ"
