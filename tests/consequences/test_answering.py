"""Of several who may be meant an officer says which, with a reason, and it is done then."""

from collections.abc import Mapping

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences.errors import (
    Answered,
    ChoiceMissing,
    ChoiceUnexplained,
    NotYourQuestion,
    UnknownQuestion,
)
from motcua.consequences.following import answer
from motcua.consequences.models import Followed
from motcua.consequences.queries import question, questions
from motcua.foundation.actor import Actor
from motcua.people.models import Move, Resident
from tests import cast
from tests.consequences.written import CHILD, DEAD, follows, living
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

WHY = "Đối chiếu giấy tờ của người thân"


def officer() -> Actor:
    return cast.acting(cast.officer())


@pytest.fixture
def two() -> tuple[Resident, Resident]:
    return cast.mau(), living(full_name="Lù A Mẫu", birth="1968-05-01", identity_number="")


@pytest.fixture
def asked(two: tuple[Resident, Resident]) -> Followed:
    return follows("death", {**DEAD, "deceased.identity": ""})


def say(
    row: Followed, chosen: Mapping[str, int | None], by: Actor | None = None, reason: str = WHY
) -> Followed:
    return answer(question=row.pk, chosen=chosen, reason=reason, by=by or officer(), at=cast.AT)


def test_the_one_whom_the_officer_means_has_died_and_the_other_lives(
    two: tuple[Resident, Resident], asked: Followed
) -> None:
    mau, other = two
    assert [row.pk for row in questions(by=officer())] == [asked.pk]
    row = say(asked, {"deceased": other.pk})
    assert (row.word, row.asked, row.chosen) == ("died", {}, {"deceased": other.pk})
    assert (row.reason, row.decided_by_name, row.decided_at) == (WHY, "Hoàng Văn Xét", cast.AT)
    mau.refresh_from_db()
    other.refresh_from_db()
    assert (mau.died, other.died) == ("", "2026-03-01")
    assert Move.objects.get(kind="died").known_by_name == "Hoàng Văn Xét"
    line = JournalLine.objects.get(verb="say_who_is_meant")
    assert line.facts["chosen"] == {"deceased": other.pk}
    assert questions(by=officer()) == []


def test_it_may_be_nobody_of_this_commune(two: tuple[Resident, Resident], asked: Followed) -> None:
    row = say(asked, {"deceased": None})
    assert (row.word, row.told["residents"]) == ("stranger", [])
    assert not Resident.objects.exclude(died="").exists()


def test_a_mother_who_was_not_sure_takes_the_child_in() -> None:
    thu = cast.thu()
    row = follows("birth", {**CHILD, "mother.name": "Vàng Thị Thủ"})
    assert row.asked == {"mother": [thu.pk]}
    assert say(row, {"mother": thu.pk}).word == "joined"
    assert Resident.objects.get(full_name="Lù Thị Bé").mother == thu


def test_an_answer_is_one_of_those_shown_or_nobody(asked: Followed) -> None:
    by = officer()
    for chosen in ({}, {"deceased": cast.thu().pk}):
        with refused(ChoiceMissing) as caught:
            say(asked, chosen, by)
        assert caught.value.field == "deceased"


def test_an_answer_needs_a_reason(two: tuple[Resident, Resident], asked: Followed) -> None:
    by = officer()
    with refused(ChoiceUnexplained):
        say(asked, {"deceased": two[0].pk}, by, reason="  ")


def test_a_question_is_answered_once(two: tuple[Resident, Resident], asked: Followed) -> None:
    say(asked, {"deceased": two[0].pk})
    by = officer()
    with refused(Answered):
        say(asked, {"deceased": two[1].pk}, by)


def test_only_officer_and_chair_of_the_commune_answer(asked: Followed) -> None:
    desk, stranger = cast.acting(cast.receptionist()), cast.acting(cast.stranger_officer())
    with refused(NotYourQuestion):
        say(asked, {"deceased": None}, desk)
    with refused(UnknownQuestion):
        say(asked, {"deceased": None}, stranger)
    with refused(UnknownQuestion):
        question(by=stranger, question_id=asked.pk, at=cast.AT)
    assert questions(by=stranger) == []


def test_a_question_shows_who_may_be_meant(two: tuple[Resident, Resident], asked: Followed) -> None:
    found = question(by=officer(), question_id=asked.pk, at=cast.AT)
    assert found.maybe == {"deceased": list(two)}
    line = JournalLine.objects.latest("pk")
    assert (line.verb, line.why) == ("read.resident", f"question:{asked.pk}")
