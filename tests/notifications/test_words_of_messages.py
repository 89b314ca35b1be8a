"""What messages say, in every language, and how many SMS that takes."""

import re
from datetime import datetime

import pytest
from django.utils import translation

from motcua.notifications.sms import Length, length
from motcua.notifications.texts import KINDS, written
from tests.notifications.shown import DUE, FACTS, PAGE, page


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_said_in_every_language(kind: str) -> None:
    texts = {language: written(kind, FACTS, language) for language in ("vi", "en", "hi")}
    assert len(set(texts.values())) == 3
    assert all(text.startswith("Xã Cốc San") for text in texts.values())
    assert re.search(r"[\u0900-\u097f]", texts["hi"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_a_message_takes_three_sms_at_most_and_holds_no_link(kind: str, language: str) -> None:
    text = written(kind, FACTS, language)
    assert length(text).parts <= 3 + (kind == "apologise")
    assert "http" not in text
    assert "www" not in text


def test_the_language_of_the_reader_counts_not_that_of_the_officer() -> None:
    with translation.override("en"):
        text = written("withdraw", FACTS, "vi")
    assert text == "Xã Cốc San: hồ sơ 482 177 306 đã được rút theo yêu cầu của ông/bà."


def test_one_thing_and_two_things() -> None:
    one, two = (written("ask_for_more", {**FACTS, "count": n}, "en") for n in (1, 2))
    assert "needs 1 thing more" in one
    assert "needs 2 things more" in two


def test_moments_are_written_by_the_clock_of_the_office() -> None:
    utc = DUE.astimezone(datetime.fromisoformat("2026-01-01T00:00:00+00:00").tzinfo)
    assert "17:00 25/11/2026" in written("accept", {**FACTS, "due": utc}, "en")
    assert "25/11/2026." in written("hand_over", FACTS, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Length("GSM-7", 0, 1)),
        ("a" * 160, Length("GSM-7", 160, 1)),
        ("a" * 161, Length("GSM-7", 161, 2)),
        ("a" * 306, Length("GSM-7", 306, 2)),
        ("a" * 307, Length("GSM-7", 307, 3)),
        # Two septets for the sign of the euro.
        ("€" * 80, Length("GSM-7", 160, 1)),
        ("€" * 81, Length("GSM-7", 162, 2)),
        # 152 letters and an escape that would be torn: it goes to the next part.
        ("a" * 152 + "€" + "a" * 152, Length("GSM-7", 306, 3)),
        ("à è é ì ò ù", Length("GSM-7", 11, 1)),
        ("đ", Length("UCS-2", 1, 1)),
        ("ế" * 70, Length("UCS-2", 70, 1)),
        ("ế" * 71, Length("UCS-2", 71, 2)),
        ("ế" * 134, Length("UCS-2", 134, 2)),
        ("ế" * 135, Length("UCS-2", 135, 3)),
        ("क" * 70, Length("UCS-2", 70, 1)),
        ("😀" * 35, Length("UCS-2", 70, 1)),
        ("😀" * 36, Length("UCS-2", 72, 2)),
        # 66 words and a pair that would be torn.
        ("ế" * 66 + "😀" + "ế" * 66, Length("UCS-2", 134, 3)),
    ],
)
def test_the_parts_of_a_text(text: str, expected: Length) -> None:
    assert length(text) == expected


def test_the_page_shows_what_people_are_told() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.notifications.shown"
