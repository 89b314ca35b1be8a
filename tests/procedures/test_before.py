"""An answer of an earlier form goes to its question, or is set aside; nothing is thrown away."""

import pytest

from motcua.procedures.before import kept_by, placed, set_aside
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version, in_force, no_longer_asked
from tests import cast
from tests.dossiers import story
from tests.dossiers.newer import newer_law
from tests.procedures.packs import EXTRACT

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> Procedure:
    return story.law()


@pytest.fixture
def new(old: Procedure) -> Procedure:
    return newer_law()


def test_the_first_version_has_lost_nothing(old: Procedure) -> None:
    assert dict(no_longer_asked(old.version_id)) == {}


def test_a_later_law_that_does_not_hold_yet_is_none_before_it(new: Procedure) -> None:
    gone = no_longer_asked(new.version_id)
    assert set(gone) == {"register_office", "register_number", "delivery"}
    assert [one.value for one in gone["delivery"].choices] == ["electronic"]


def test_the_law_of_march_knows_what_was_asked_in_winter(new: Procedure) -> None:
    march = in_force(EXTRACT, cast.AT.date().replace(year=2027, month=3, day=2))
    gone = no_longer_asked(march.version_id)
    assert set(gone) == {"purpose", "written_at"}


def test_answers_find_their_place(old: Procedure, new: Procedure) -> None:
    gone = no_longer_asked(new.version_id)
    raw = {
        "filer_name": " Vàng  Thị Thử ",
        "register_office": " Xã  Cốc San ",
        "register_number": "",
        "delivery": "electronic",
        "never_asked": "x",
    }
    said = placed(new, gone, raw)
    assert said == {
        "filer_name": "Vàng Thị Thử",
        "delivery": "",
        "before:register_office": "Xã Cốc San",
        "before:delivery": "electronic",
    }
    # As it was, whoever sends it, and as often as it is sent.
    assert placed(new, gone, said) == said
    assert placed(new, gone, dict(reversed(said.items()))) == said
    assert set_aside(new, gone, said) == {
        "register_office": "Xã Cốc San",
        "delivery": "electronic",
    }
    assert kept_by(new, said) == {"filer_name": "Vàng Thị Thử", "delivery": ""}


def test_a_chosen_answer_stands_beside_the_one_that_went(new: Procedure) -> None:
    gone = no_longer_asked(new.version_id)
    said = placed(new, gone, {"delivery": "post", "before:delivery": "electronic"})
    assert said == {"delivery": "post", "before:delivery": "electronic"}


def test_what_an_older_page_set_aside_is_the_answer_where_it_is_asked(new: Procedure) -> None:
    gone = no_longer_asked(new.version_id)
    assert placed(new, gone, {"before:purpose": "Làm hộ chiếu"}) == {"purpose": "Làm hộ chiếu"}
    both = {"before:purpose": "Làm hộ chiếu", "purpose": ""}
    assert placed(new, gone, both) == {"purpose": ""}


def test_a_draft_of_the_old_law_tells_what_it_has_without_a_place(
    old: Procedure, new: Procedure
) -> None:
    gone = no_longer_asked(new.version_id)
    answers = {"register_office": "Xã Cốc San", "delivery": "counter", "register_number": ""}
    assert set_aside(new, gone, answers) == {"register_office": "Xã Cốc San"}
    assert set_aside(by_version(old.version_id), no_longer_asked(old.version_id), answers) == {}
