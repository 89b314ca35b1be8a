"""Which buttons the list has for many at once: by role, and by where its dossiers stand."""

import pytest

from motcua.counter.bulk.table import offered
from motcua.dossiers.states import State
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story

pytestmark = pytest.mark.django_db
NEW, CHECKING, DONE = (State.SUBMITTED, ""), (State.IN_PROGRESS, "check"), (State.DONE, "")


def test_each_role_has_its_buttons_and_no_key_twice() -> None:
    officer, desk = cast.acting(cast.officer()), cast.acting(cast.receptionist())
    found = {row.name: row.key for row in offered([NEW, CHECKING, DONE], by=officer)}
    assert found == {
        "take_up": "t",
        "accept": "n",
        "check": "c",
        "receipts": "p",
        "results": "i",
        "hand_over": "d",
        "post": "o",
    }
    assert {row.name: row.key for row in offered([NEW, CHECKING], by=desk)} == {
        "accept": "t",
        "receipts": "p",
    }
    assert [row.name for row in offered([CHECKING], by=officer)] == ["check", "receipts"]
    assert offered([(State.HALTED, "")], by=officer) == []
    assert offered([NEW, CHECKING, DONE], by=cast.acting(cast.chair())) == []


def test_the_list_has_boxes_for_those_who_may_choose() -> None:
    story.submitted(story.law())
    assert 'name="pick"' in words(At(cast.receptionist()).get("desk"))
    assert 'name="pick"' not in words(At(cast.chair()).get("desk"))
