"""Many taken in at once: what is whole, and nothing that somebody has to look at first."""

from datetime import timedelta
from uuid import UUID

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State, Step
from tests import cast
from tests.counter.bulk.many import confirm, form_of, left_out, look, whole_list
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
SOON = cast.AT + timedelta(minutes=1)


def handed_in(number: int) -> list[Dossier]:
    law = story.law()
    made = [story.submitted(law) for _ in range(number)]
    return sorted(made, key=lambda one: one.pk)


def states() -> dict[UUID, tuple[int, str]]:
    return {one.pk: (one.state, one.step) for one in Dossier.objects.all()}


def test_an_officer_takes_up_three_in_one_press_each_by_itself() -> None:
    rows = handed_in(3)
    desk = At(cast.officer(), SOON)
    page = look(desk, "take_up", rows)
    assert words(page).count("Tiếp nhận, anh/chị xử lý luôn; in giấy tiếp nhận") == 3
    assert left_out(page) == []
    assert set(states().values()) == {(State.SUBMITTED, Step.NONE)}
    told = confirm(desk, "take_up", page)
    assert "Đã làm 3/3 hồ sơ" in told
    assert set(states().values()) == {(State.IN_PROGRESS, Step.CHECK)}
    for row in rows:
        assert list(row.events.order_by("id").values_list("verb", flat=True)) == [
            "submit",
            "accept",
            "begin",
        ]
        lines = JournalLine.objects.filter(about=f"dossier:{row.pk}", verb="accept")
        assert [line.actor for line in lines] == [cast.acting(cast.officer()).id]
    assert "không hủy tiếp nhận được: giấy tiếp nhận đã gửi" in told
    assert "Lấy lại" not in told


def test_what_was_accepted_already_is_begun() -> None:
    (row,) = handed_in(1)
    actions.accept(story.press(row, cast.acting(cast.receptionist()), 0))
    desk = At(cast.officer(), SOON)
    page = look(desk, "take_up", [row])
    assert "Anh/chị bắt đầu xử lý" in words(page)
    confirm(desk, "take_up", page)
    assert DossierEvent.objects.filter(verb="accept").count() == 1
    assert states() == {row.pk: (State.IN_PROGRESS, Step.CHECK)}


def test_the_receptionist_accepts_and_may_not_begin() -> None:
    rows = handed_in(2)
    desk = At(cast.receptionist(), SOON)
    assert look(desk, "take_up", rows).status_code == 403
    confirm(desk, "accept", look(desk, "accept", rows))
    assert set(states().values()) == {(State.ACCEPTED, Step.NONE)}


def test_the_looks_of_a_preview_are_one_line_of_the_journal() -> None:
    rows = handed_in(2)
    look(At(cast.officer(), SOON), "take_up", rows)
    line = JournalLine.objects.filter(verb="read.dossier", why="bulk").get()
    assert line.facts["about"] == [f"dossier:{row.pk}" for row in rows]


def test_what_needs_an_eye_is_left_out_with_its_reason() -> None:
    law = story.law()
    blurred = story.submitted(law)
    picture = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d7"
        "63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )
    actions.attach(
        dossier_id=blurred.pk,
        name="identity_card",
        content=picture,
        by=cast.acting(cast.resident()),
        at=cast.AT,
    )
    unsure = story.submitted(law, answers={"copies": ""}, unknown=("copies",))
    held = story.submitted(law)
    actions.hold(dossier_id=held.pk, by=cast.acting(cast.second_officer()), at=cast.AT)
    begun = story.in_progress(law)
    doubtful = story.submitted(law, answers={"filer_identity": "000091000001"})
    desk = At(cast.officer(), SOON)
    page = look(desk, "accept", [blurred, unsure, held, begun, doubtful])
    before = everything()
    assert sorted(left_out(page)) == sorted(
        [
            "Hồ sơ có giấy tờ gửi kèm, cần người xem. Vui lòng mở hồ sơ.",
            "Còn thiếu hoặc chưa đúng 1 điểm. Vui lòng mở hồ sơ, từng chỗ đã được đánh dấu.",
            "Sần Thị Đối đang xử lý hồ sơ này đến 09:10.",
            "Không thể làm việc này khi hồ sơ đang ở bước hiện tại. Hãy mở lại hồ sơ để xem.",
            "Có số định danh không khớp giới tính hoặc ngày sinh. Vui lòng mở hồ sơ để xem.",
        ]
    )
    assert "không có hồ sơ nào làm chung được" in words(page)
    # A form that claims the opposite changes nothing.
    lines = [f"{one.pk}~{one.revision}~accept" for one in Dossier.objects.exclude(pk=begun.pk)]
    key = "6d1f6d7e-6a56-4d3f-8a53-0a3b9f4c2d11"
    answer = desk.post("bulk", "accept", press=key, one=lines)
    told = words(desk.client.get(answer["Location"]))
    assert "Đã làm 0/4 hồ sơ, 4 hồ sơ chưa làm được" in told
    assert {**everything()} == before


def test_a_paper_left_for_the_counter_is_for_the_counter() -> None:
    row = story.submitted(story.law(), unknown=("paper:identity_card",))
    page = look(At(cast.officer(), SOON), "accept", [row])
    assert left_out(page) == [
        "Hồ sơ còn nội dung để hoàn thiện tại quầy cùng người nộp. Vui lòng mở hồ sơ."
    ]


def test_pressed_three_times_is_one_act_each() -> None:
    rows = handed_in(2)
    desk = At(cast.officer(), SOON)
    page = look(desk, "take_up", rows)
    told = [confirm(desk, "take_up", page) for _ in range(3)]
    assert all("Đã làm 2/2 hồ sơ" in one for one in told)
    assert DossierEvent.objects.filter(verb="accept").count() == 2
    assert DossierEvent.objects.filter(verb="begin").count() == 2


def test_what_changed_since_the_preview_is_not_done() -> None:
    first, second = handed_in(2)
    desk = At(cast.officer(), SOON)
    page = look(desk, "accept", [first, second])
    actions.exempt(
        story.press(second, cast.acting(cast.receptionist()), 1),
        grounds=["poor"],
        reason="Giấy chứng nhận hộ nghèo",
    )
    told = confirm(desk, "accept", page)
    assert "Đã làm 1/2 hồ sơ, 1 hồ sơ chưa làm được" in told
    assert "Nội dung đã thay đổi sau khi anh/chị xem ở đây. Vui lòng xem lại." in told
    assert states() == {
        first.pk: (State.ACCEPTED, Step.NONE),
        second.pk: (State.SUBMITTED, Step.NONE),
    }
    # The way on: look at those that were not done, which are as they are now.
    again = look(desk, "accept", [second])
    assert len(form_of(again)["one"]) == 1  # type: ignore[arg-type]


def test_of_two_officers_the_second_is_told_and_nothing_is_done_twice() -> None:
    rows = handed_in(2)
    first, second = At(cast.officer(), SOON), At(cast.second_officer(), SOON)
    mine, theirs = look(first, "take_up", rows), look(second, "take_up", rows)
    confirm(first, "take_up", mine)
    told = confirm(second, "take_up", theirs)
    assert "Đã làm 0/2 hồ sơ, 2 hồ sơ chưa làm được" in told
    assert DossierEvent.objects.filter(verb="begin").count() == 2
    assert {row.officer_id for row in Dossier.objects.all()} == {cast.officer().pk}


def test_all_of_a_list_goes_up_to_the_limit_and_says_so() -> None:
    handed_in(62)
    desk = At(cast.officer(), SOON)
    page = desk.get("bulk", "take_up", **whole_list())
    assert len(form_of(page)["one"]) == 60  # type: ignore[arg-type]
    assert "Mỗi lượt làm nhiều nhất 60 hồ sơ" in words(page)
    few = desk.get("bulk", "take_up", **whole_list(channel="1"))
    assert "không có hồ sơ nào làm chung được" in words(few)


def test_all_of_a_list_is_only_what_the_act_can_be_about() -> None:
    law = story.law()
    new, begun = story.submitted(law), story.in_progress(law)
    desk = At(cast.officer(), SOON)
    lines = form_of(desk.get("bulk", "take_up", **whole_list()))["one"]
    assert lines == [f"{new.pk}~{new.revision}~take_up"]
    none = desk.get("bulk", "take_up", **whole_list(state="4", step="check"))
    assert form_of(none)["one"] == []
    assert begun.at_step == Step.CHECK


def test_a_preview_costs_the_same_few_queries_however_many(
    django_assert_max_num_queries: object,
) -> None:
    rows = handed_in(30)
    desk = At(cast.officer(), SOON)
    look(desk, "take_up", rows)
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        assert len(form_of(look(desk, "take_up", rows))["one"]) == 30  # type: ignore[arg-type]


def test_nobodys_batch_and_no_form_of_ours() -> None:
    (row,) = handed_in(1)
    desk = At(cast.officer(), SOON)
    key = "6d1f6d7e-6a56-4d3f-8a53-0a3b9f4c2d11"
    assert "không còn lưu lượt xử lý đó" in words(desk.get("bulk-done", "accept", key))
    assert desk.post("bulk", "accept", one=f"{row.pk}~1~").status_code == 400
    assert desk.post("bulk", "accept", press=key, one="nonsense").status_code == 400
    assert desk.post("bulk-back", "accept", key, press=key).status_code == 404
    assert desk.get("bulk", "sign").status_code == 404
    assert states() == {row.pk: (State.SUBMITTED, Step.NONE)}


def test_another_communes_dossier_is_neither_shown_nor_touched() -> None:
    (row,) = handed_in(1)
    desk = At(cast.stranger_officer(), SOON)
    page = look(desk, "accept", [row])
    assert row.number not in words(page)
    key = "6d1f6d7e-6a56-4d3f-8a53-0a3b9f4c2d11"
    desk.post("bulk", "accept", press=key, one=f"{row.pk}~{row.revision}~accept")
    assert states() == {row.pk: (State.SUBMITTED, Step.NONE)}
