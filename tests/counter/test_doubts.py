"""What is not verified is said at the desk beside the rule that is applied."""

from datetime import timedelta

import pytest

from motcua.counter.papers_shown import doubted, papers_of
from motcua.procedures.queries import by_version
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.births import ANSWERS, BIRTH

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=5)
MOBILE = "1.003583"
VISIT = {
    "visit_place": "Nhà ông Páo, thôn Ún Tà, xã Cốc San",
    "visit_reason": "Mẹ ốm nặng, nhà ở xa",
}
MEMORY = "Theo trí nhớ, cần xã xác nhận"
UNSURE = "Chưa chắc chắn, cần xã xác nhận"


def test_the_dossier_says_what_of_its_term_and_papers_is_from_memory() -> None:
    dossier = story.walked_in(story.law(MOBILE), answers={**ANSWERS, **VISIT}, plain=True)
    page = words(At(cast.officer(), LATER).get("dossier", dossier.pk))
    clock = page.split('id="clock-title"')[1].split("</section>")[0]
    papers = page.split('id="papers-title"')[1].split("</section>")[0]
    assert clock.count(MEMORY) == 1
    assert papers.count(MEMORY) == 1
    assert UNSURE not in page


def test_what_is_verified_is_not_spoken_of() -> None:
    dossier = story.submitted(story.law())
    page = words(At(cast.officer(), LATER).get("dossier", dossier.pk))
    assert MEMORY not in page
    assert UNSURE not in page


def test_the_papers_that_differ_from_the_rest_are_named() -> None:
    dossier = story.walked_in(story.law(BIRTH), answers=ANSWERS, plain=True)
    procedure = by_version(dossier.procedure_id)
    shown = papers_of(dossier, procedure, "vi", ())
    marks = {one.label: one.mark for one in shown}
    assert set(marks.values()) == {"verified", "memory"}
    names = "; ".join(label for label, mark in marks.items() if mark == "memory")
    assert doubted(shown, procedure) == [("memory", names)]


def test_the_walk_in_form_names_the_parts_that_are_to_be_confirmed() -> None:
    story.law(MOBILE)
    desk = At(cast.receptionist(), LATER)
    page = words(desk.get("intake", MOBILE))
    said = "cần xã xác nhận: thời hạn, phí, lệ phí, giấy tờ, mức độ làm trực tuyến"
    assert said in page
    assert "cần xã xác nhận: giấy tờ</p>" in words(desk.get("intake", "2.000635"))
