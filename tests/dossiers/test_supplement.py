"""What was asked for has to come: a field changed, a paper brought, or the office is satisfied."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import Actor
from tests import cast
from tests.dossiers import story
from tests.dossiers.test_papers import photograph
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

NUMBER = Asked("field:register_number", "Cần số đăng ký")
BIRTH = Asked("field:subject_birth", "Ngày sinh khác với sổ")
CARD = Asked("paper:identity_card", "Ảnh mờ")


def officer() -> Actor:
    return cast.acting(cast.officer())


def person() -> Actor:
    return cast.acting(cast.resident())


def asked(*items: Asked) -> Dossier:
    dossier = story.in_progress(story.law())
    return actions.ask_for_more(story.press(dossier, officer()), asked=items)


def later(dossier: Dossier, by: Actor) -> Press:
    return Press(dossier.pk, uuid4(), by, cast.AT + timedelta(hours=1), dossier.revision)


def problems_of(caught: pytest.ExceptionInfo[errors.AnswersMissing]) -> list[tuple[str, str]]:
    found = caught.value.facts["problems"]
    assert isinstance(found, list)
    return [(one.field, one.code) for one in found]


def test_sending_nothing_of_what_was_asked_for_is_refused_with_the_whole_list() -> None:
    dossier = asked(NUMBER, CARD)
    with refused(errors.AnswersMissing) as caught:
        actions.supplement(later(dossier, person()), answers={}, unknown=[])
    assert problems_of(caught) == [
        ("register_number", "answer.asked"),
        ("paper:identity_card", "paper.not_brought"),
    ]


def test_an_answer_that_stays_as_it_was_is_no_answer_from_home() -> None:
    dossier = asked(BIRTH)
    same = {"subject_birth": "1991-05-12"}
    with refused(errors.AnswersMissing) as caught:
        actions.supplement(later(dossier, person()), answers=same, unknown=[])
    assert problems_of(caught) == [("subject_birth", "answer.as_before")]
    other = {"subject_birth": "1991-05-21"}
    done = actions.supplement(later(dossier, person()), answers=other, unknown=[])
    assert (done.where, done.at_step, done.asked) == (State.IN_PROGRESS, Step.CHECK, [])


def test_the_office_with_the_person_before_it_may_find_the_answer_right() -> None:
    dossier = asked(BIRTH)
    same = {"subject_birth": "1991-05-12"}
    done = actions.supplement(later(dossier, officer()), answers=same, unknown=[])
    assert (done.where, done.answer_by) == (State.IN_PROGRESS, None)


def test_a_paper_counts_only_when_it_came_after_it_was_asked_for() -> None:
    dossier = story.in_progress(story.law())
    photo = {"dossier_id": dossier.pk, "name": "identity_card", "by": person()}
    actions.attach(**photo, content=photograph(300, 200), at=cast.AT)
    dossier = actions.ask_for_more(story.press(dossier, officer()), asked=[CARD])
    with refused(errors.AnswersMissing) as caught:
        actions.supplement(later(dossier, person()), answers={}, unknown=[])
    assert problems_of(caught) == [("paper:identity_card", "paper.not_brought")]
    actions.attach(**photo, content=photograph(400, 300), at=cast.AT + timedelta(minutes=30))
    assert actions.supplement(later(dossier, person()), answers={}, unknown=[]).asked == []


def test_a_paper_that_was_shown_before_has_to_be_shown_again() -> None:
    dossier = story.in_progress(story.law())
    shown = {"dossier_id": dossier.pk, "name": "identity_card", "source": "shown", "note": ""}
    actions.mark_paper(**shown, by=officer(), at=cast.AT)
    dossier = actions.ask_for_more(story.press(dossier, officer()), asked=[CARD])
    with refused(errors.AnswersMissing):
        actions.supplement(later(dossier, officer()), answers={}, unknown=[])
    actions.mark_paper(**shown, by=officer(), at=cast.AT + timedelta(minutes=30))
    assert actions.supplement(later(dossier, officer()), answers={}, unknown=[]).asked == []


def test_a_question_that_no_longer_counts_is_not_waited_for() -> None:
    dossier = asked(Asked("field:spouse_name", "Ghi tên vợ"), NUMBER)
    done = actions.supplement(
        later(dossier, person()), answers={"register_number": "7"}, unknown=[]
    )
    assert done.asked == []
