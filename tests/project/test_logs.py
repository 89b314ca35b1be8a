"""A log tells of the program and of no person."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from motcua.project.logs import without_people


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Iterator[list[str]]:
    """What the root handler writes, line by line, after the test has logged."""
    handler = logging.getLogger().handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    before, said = handler.stream, []

    class Kept:
        def write(self, text: str) -> None:
            said.append(text)

        def flush(self) -> None:
            pass

    handler.setStream(Kept())  # type: ignore[type-var]
    yield said
    handler.setStream(before)


def last(lines: list[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads("".join(lines).strip().splitlines()[-1])
    return found


def test_a_line_is_json_with_its_level_and_time(lines: list[str]) -> None:
    structlog.get_logger("motcua.test").info("loop.round", done=3)
    said = last(lines)
    assert (said["event"], said["done"], said["level"]) == ("loop.round", 3, "info")
    assert str(said["timestamp"]).endswith("Z")


def test_what_names_a_person_is_left_out(lines: list[str]) -> None:
    structlog.get_logger("motcua.test").warning("x", name="Đỗ Thị Thử", phone="0990000001")
    assert (last(lines)["name"], last(lines)["phone"]) == ("[left out]", "[left out]")


@pytest.mark.parametrize(
    "number", ["0990000001", "+84990000001", "099 000 0001", "000123456789", "0990.000.001"]
)
def test_long_numbers_are_masked_in_any_text(lines: list[str], number: str) -> None:
    logging.getLogger("motcua.test").warning("refused for %s today", number)
    assert last(lines)["event"] == "refused for [number] today"


def test_an_exception_is_told_without_its_numbers(lines: list[str]) -> None:
    try:
        raise ValueError("bad 000123456789")
    except ValueError:
        logging.getLogger("motcua.test").exception("broken")
    assert "ValueError: bad [number]" in str(last(lines)["exception"])


@pytest.mark.parametrize("kept", ["2026-11-24", "status 500", "port 8000", "a1234567890b"])
def test_what_is_no_personal_number_stays(kept: str) -> None:
    assert without_people(None, "", {"event": kept}) == {"event": kept}


def test_the_row_that_a_database_refused_is_left_out() -> None:
    said = "null value\nDETAIL:  Failing row contains (7, Vàng Thị Thử, Ún Tà).\n"
    kept = without_people(None, "", {"exception": said})["exception"]
    assert "Thử" not in kept
    assert "null value" in kept
