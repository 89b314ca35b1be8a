"""Life events: a few questions lead each person to what they need, and nowhere to nothing."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from motcua.parts.icons import NAMES
from motcua.procedures.checking.guide import check_guide
from motcua.procedures.conditions import Comparison, Group
from motcua.procedures.guide import LifeEvent
from motcua.procedures.guide.choosing import (
    every_way,
    filled,
    given,
    next_question,
    settled,
    wanted,
)
from motcua.procedures.guide.reading import guide
from motcua.procedures.problems import Problem, Report
from tests.procedures.guide_faults import GUIDE_FAULTS
from tests.procedures.packs import PACKS, contents

EVENTS = list(guide().events.values())


def problems(folder: Path) -> list[Problem]:
    report = Report("vn/events")
    check_guide(folder, contents(), report)  # type: ignore[arg-type]
    return report.problems


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the events, to be spoiled."""
    return Path(shutil.copytree(PACKS / "vn" / "events", tmp_path / "events"))


def needs(name: str, **answers: str) -> list[tuple[str, str]]:
    """What an event needs with these answers, and how."""
    event = guide().events[name]
    kept = given(event, answers)
    assert next_question(event, kept) is None
    return [(one.code or one.elsewhere, one.how) for one in wanted(event, kept)]


def test_the_events_of_the_product_are_sound(folder: Path) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "key"),
    GUIDE_FAULTS,
    ids=[f"{one[3]}-{number}" for number, one in enumerate(GUIDE_FAULTS)],
)
def test_each_fault_is_named_with_its_place_and_cure(
    folder: Path, file: str, old: str, new: str, code: str, key: str
) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems(folder)
    named = [one for one in found if one.code == code and key in one.key]
    assert named, found
    assert all(one.wrong and one.cure and one.file.endswith(file) for one in named)


@pytest.mark.parametrize("language", ["vi", "en", "hi"])
def test_a_missing_language_is_named(folder: Path, language: str) -> None:
    (folder / f"{language}.toml").unlink()
    assert {one.code for one in problems(folder)} >= {"missing_file"}


@pytest.mark.parametrize("event", EVENTS, ids=lambda one: one.name)
def test_every_way_through_an_event_ends_with_something_to_do(event: LifeEvent) -> None:
    assert event.sign in NAMES
    for answers in every_way(event):
        assert len(answers) <= 3
        assert next_question(event, answers) is None
        assert any(one.how == "must" for one in wanted(event, answers))


def test_a_child_of_married_parents_is_filed_once_for_all() -> None:
    found = needs("birth", parents="married", born="recent", notice="electronic")
    assert found == [
        ("3.000722", "must"),
        ("1.001193", "instead"),
        ("1.003583", "instead"),
        ("permanent_residence", "perhaps"),
    ]


def test_an_adult_without_a_birth_paper_is_asked_for_no_notice_of_birth() -> None:
    assert needs("birth", parents="married", born="grown") == [("1.004772", "must")]


@pytest.mark.parametrize(
    ("name", "answers", "first"),
    [
        ("birth", {"parents": "unmarried", "born": "later", "notice": "witness"}, "1.000689"),
        ("birth", {"parents": "foreign", "born": "recent", "notice": "notice"}, "2.000528"),
        ("birth", {"parents": "mother", "born": "older", "notice": "notice"}, "1.001193"),
        ("death", {"notice": "none", "died": "later", "benefit": "none"}, "3.000725"),
        ("land", {"deal": "mortgage", "thing": "land", "farm": "yes"}, "2.001035"),
        ("land", {"deal": "will"}, "2.001019"),
        ("land", {"deal": "inherit"}, "2.001406"),
        ("lost", {"paper": "birth", "book": "kept"}, "2.000635"),
        ("lost", {"paper": "birth", "book": "lost"}, "1.004884"),
        ("lost", {"paper": "other"}, "2.000908"),
        ("wrong", {"paper": "birth", "wrong": "mistake", "foreign": "no"}, "1.004859"),
        ("wrong", {"paper": "birth", "wrong": "parent"}, "1.001022"),
        ("care", {"how": "adopt"}, "adoption"),
        ("abroad", {"what": "divorce"}, "2.000554"),
        ("work", {"aim": "abroad", "paper": "copies"}, "2.000815"),
    ],
)
def test_what_must_be_done_first(name: str, answers: dict[str, str], first: str) -> None:
    must = [key for key, how in needs(name, **answers) if how == "must"]
    assert must[0] == first


def test_answers_that_no_question_offers_do_not_count() -> None:
    event = guide().events["lost"]
    assert given(event, {"paper": "ship", "book": "kept"}) == {}
    assert given(event, {"paper": "deed", "book": "kept", "x": "y"}) == {"paper": "deed"}
    # What comes after an open question waits until that is answered.
    assert given(event, {"book": "kept"}) == {}
    question = next_question(event, {"paper": "birth"})
    assert question is not None
    assert question.name == "book"


def test_the_answers_fill_in_the_form() -> None:
    event = guide().events["land"]
    answers = given(event, {"deal": "sell", "thing": "house"})
    need = next(one for one in wanted(event, answers) if one.code == "2.001035")
    assert filled(need, answers) == {"deal": "transfer", "property_kind": "house"}


A, B = Comparison("a", "is", ("x",)), Comparison("b", "not", ("y",))


@pytest.mark.parametrize(
    ("condition", "answers", "told"),
    [
        (None, {}, True),
        (A, {}, None),
        (A, {"a": "x"}, True),
        (A, {"a": "z"}, False),
        (Group("all", (A, B)), {"a": "z"}, False),
        (Group("all", (A, B)), {"a": "x"}, None),
        (Group("all", (A, B)), {"a": "x", "b": "n"}, True),
        (Group("any", (A, B)), {"a": "x"}, True),
        (Group("any", (A, B)), {"a": "z"}, None),
        (Group("any", (A, B)), {"a": "z", "b": "y"}, False),
    ],
)
def test_a_condition_is_settled_as_far_as_the_answers_tell(
    condition: Comparison | Group | None, answers: Mapping[str, str], told: bool | None
) -> None:
    assert settled(condition, answers) is told
