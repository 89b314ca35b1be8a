"""The dossier at the desk: opened, held, acted on by keys, refused without loss."""

from datetime import timedelta

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State, Step
from motcua.people.models import Account
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=5)


def test_the_extract_goes_from_the_list_to_the_chair_in_three_presses() -> None:
    dossier, other = story.submitted(story.law()), story.submitted(story.law())
    entry = story.birth_entry()
    desk = At(cast.officer(), LATER)
    assert dossier.number in words(desk.get("desk"))
    page = words(desk.get("dossier", dossier.pk))
    assert 'data-key="t"' in page
    assert desk.press(dossier, "take_up").status_code == 302
    dossier.refresh_from_db()
    assert (dossier.where, dossier.at_step) == (State.IN_PROGRESS, Step.CHECK)
    page = words(desk.get("dossier", dossier.pk))
    assert f'name="entry" value="{entry.pk}"' in page
    assert 'data-key="c"' in page
    answer = desk.press(dossier, "check", entry=entry.pk)
    dossier.refresh_from_db()
    assert dossier.at_step == Step.SIGN
    assert str(other.pk) in answer["Location"]


def test_the_same_press_three_times_is_one_act() -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.officer(), LATER)
    key, revision = "7d444840-9dc0-11d1-b245-5ffdce74fad2", dossier.revision
    for _ in range(3):
        answer = desk.post("act", dossier.pk, "take_up", press=key, revision=revision)
        assert answer.status_code == 302
    verbs = list(DossierEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["submit", "accept", "begin"]


def test_a_stale_act_is_refused_and_what_was_typed_stays_beside_the_new_state() -> None:
    dossier = story.submitted(story.law())
    seen = dossier.revision
    first, second = At(cast.officer(), LATER), At(cast.receptionist(), LATER)
    actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    answer = second.post(
        "act",
        dossier.pk,
        "refuse_intake",
        press="7d444840-9dc0-11d1-b245-5ffdce74fad2",
        revision=seen,
        **{"refuse_intake-reason": "Không đúng nơi nộp hồ sơ"},
    )
    assert answer.status_code == 409
    assert "Không đúng nơi nộp hồ sơ" in words(answer)
    assert Dossier.objects.get().where == State.ACCEPTED
    assert first.get("dossier", dossier.pk).status_code == 200


def test_the_second_officer_sees_who_has_it_and_is_refused_until_it_is_let_go() -> None:
    dossier = story.submitted(story.law())
    At(cast.officer(), LATER).get("dossier", dossier.pk)
    second = At(cast.second_officer(), LATER)
    assert "Hoàng Văn Xét" in words(second.get("dossier", dossier.pk))
    answer = second.press(dossier, "take_up")
    assert answer.status_code == 409
    assert Dossier.objects.get().where == State.SUBMITTED
    much_later = At(cast.second_officer(), LATER + timedelta(minutes=11))
    assert much_later.press(dossier, "take_up").status_code == 302


def test_more_is_asked_for_with_a_reason_for_each() -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.receptionist(), LATER)
    page = words(desk.get("dossier", dossier.pk))
    assert "more-field:subject_birth" in page
    answer = desk.press(dossier, "ask_for_more")
    assert answer.status_code == 422
    answer = desk.press(dossier, "ask_for_more", **{"more-field:register_day": "Thiếu ngày"})
    assert answer.status_code == 302
    dossier.refresh_from_db()
    assert dossier.asked == [{"about": "field:register_day", "reason": "Thiếu ngày"}]


def test_each_look_at_a_dossier_leaves_a_line() -> None:
    dossier = story.submitted(story.law())
    At(cast.officer(), LATER).get("dossier", dossier.pk)
    line = JournalLine.objects.get(verb="read.dossier")
    assert (line.about, line.actor_name) == (f"dossier:{dossier.pk}", "Hoàng Văn Xét")


def test_another_communes_officer_finds_nothing() -> None:
    dossier = story.submitted(story.law())
    stranger = At(cast.stranger_officer(), LATER)
    assert stranger.get("dossier", dossier.pk).status_code == 404
    assert dossier.number not in words(stranger.get("desk"))
    assert stranger.get("search", q=dossier.number).status_code == 200


def test_the_law_under_a_verb_is_cited_in_the_readers_language() -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.receptionist(), LATER)
    page = words(desk.get("dossier", dossier.pk))
    assert "Căn cứ: Nghị định 118/2025 (Điều 17 Nghị định 61/2018)" in page
    assert "Art. " not in page


def test_a_filter_that_is_not_set_says_all() -> None:
    desk = At(cast.officer(), LATER)
    assert words(desk.get("desk")).count('<option value="">Tất cả</option>') == 3


def test_an_own_matter_has_no_button_to_check_it_and_says_who_may() -> None:
    dossier = story.in_progress(story.law())
    entry = story.birth_entry()
    account = cast.officer()
    Account.objects.filter(pk=account.pk).update(resident=cast.thu())
    desk = At(Account.objects.get(pk=account.pk), LATER)
    page = words(desk.get("dossier", dossier.pk))
    assert "Việc tiếp theo phải do người khác làm" in page
    assert "Hãy chuyển cho đồng nghiệp thẩm tra." in page
    assert 'data-key="c"' not in page
    assert 'data-key="g"' in page
    assert desk.press(dossier, "check", entry=entry.pk).status_code == 409
    assert Dossier.objects.get().at_step == Step.CHECK


@pytest.mark.parametrize("typed", ["0990 000 001", "+84990000001", "84 990.000.001"])
def test_the_box_finds_people_by_their_telephone(typed: str) -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.officer(), LATER)
    page = words(desk.get("search", q=typed))
    assert dossier.number in page
    assert "0990 000 001" in page
    assert dossier.number not in words(At(cast.stranger_officer(), LATER).get("search", q=typed))
    none = words(desk.get("search", q="0990 000 099"))
    assert "Không ai có số điện thoại này nộp hồ sơ ở đây." in none
