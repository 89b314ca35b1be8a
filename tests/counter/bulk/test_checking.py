"""Many sent to be signed at once: where one entry answers for sure, and taken back again."""

from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.people.models import Account
from motcua.registers.actions import Note, write_entry, write_note
from tests import cast
from tests.counter.bulk.many import confirm, form_of, left_out, look, whole_list
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.dossiers.births import in_hand

pytestmark = pytest.mark.django_db
SOON = cast.AT + timedelta(minutes=10)
NOT_SURE = "Sổ không có đúng một mục khớp mọi nội dung. Vui lòng mở hồ sơ và chọn."


def begun(number: int, **changes: object) -> list[Dossier]:
    law = story.law()
    return [story.in_progress(law, **changes) for _ in range(number)]


def steps() -> list[str]:
    return sorted(Dossier.objects.values_list("step", flat=True))


def test_each_sure_match_is_shown_term_by_term_and_goes_to_the_chair() -> None:
    rows, entry = begun(2), story.birth_entry()
    desk = At(cast.officer(), SOON)
    page = look(desk, "check", rows)
    told = words(page)
    assert told.count(f"Thẩm tra theo mục số {entry.reference}, trình ký") == 2
    assert told.count("12/05/1991") == 2
    assert told.count("Lò Thị Mẹ <span") == 2
    assert told.count("(đơn không ghi)") == 2
    assert steps() == [Step.CHECK, Step.CHECK]
    assert "Đã làm 2/2 hồ sơ" in confirm(desk, "check", page)
    assert steps() == [Step.SIGN, Step.SIGN]
    for row in Dossier.objects.all():
        assert (row.entry_id, row.finding["entry"]) == (entry.pk, entry.pk)
        assert row.finding["papers"][0]["data"]["mother.name"] == "Lò Thị Mẹ"
        assert row.holder_id is None
        assert JournalLine.objects.filter(about=f"dossier:{row.pk}", verb="check").count() == 1


def test_what_is_not_sure_or_needs_a_statement_is_left_out() -> None:
    law = story.law()
    story.birth_entry()
    other = story.in_progress(law, answers={"subject_birth": "1991-05-13"})
    birth = in_hand()
    desk = At(cast.officer(), SOON)
    reasons = left_out(look(desk, "check", [other, birth]))
    assert sorted(reasons) == sorted(
        [
            NOT_SURE,
            "Giấy này cần anh/chị ghi nội dung xác nhận. Vui lòng mở hồ sơ và thẩm tra riêng.",
        ]
    )


def test_two_entries_that_fit_are_for_an_eye() -> None:
    (row,) = begun(1)
    story.birth_entry()
    by = cast.acting(cast.officer())
    write_entry(
        commune=cast.COC_SAN, kind="birth", content=story.BIRTH, source="two", by=by, at=cast.AT
    )
    assert left_out(look(At(cast.officer(), SOON), "check", [row])) == [NOT_SURE]


def test_an_officers_own_matter_is_left_out_with_the_way_on() -> None:
    (row,) = begun(1)
    story.birth_entry()
    account = cast.officer()
    Account.objects.filter(pk=account.pk).update(resident=cast.thu())
    (why,) = left_out(look(At(Account.objects.get(pk=account.pk), SOON), "check", [row]))
    assert why.startswith("Đây là việc của chính anh/chị")


def test_a_correction_of_the_entry_since_the_preview_stops_it() -> None:
    (row,), entry = begun(1), story.birth_entry()
    desk = At(cast.officer(), SOON)
    page = look(desk, "check", [row])
    note = Note(
        kind="correction",
        text="Cải chính tên mẹ",
        changes={"mother.name": "Lò Thị Mẹ Hai"},
        reason="Ghi sai",
        basis="01/QĐ-UBND",
        evidence="Giấy khai sinh",
    )
    write_note(entry=entry, note=note, source="test:note", by=cast.acting(cast.chair()), at=SOON)
    told = confirm(desk, "check", page)
    assert "Đã làm 0/1 hồ sơ, 1 hồ sơ chưa làm được" in told
    assert "Nội dung đã thay đổi sau khi anh/chị xem ở đây" in told
    assert steps() == [Step.CHECK]
    assert "Lò Thị Mẹ Hai" in words(look(desk, "check", [row]))


def test_a_forged_entry_is_not_checked_with() -> None:
    (row,), entry = begun(1), story.birth_entry()
    line = f"{row.pk}~{row.revision}~{entry.pk + 1}.000000000000"
    desk = At(cast.officer(), SOON)
    desk.post("bulk", "check", press=str(uuid4()), one=line)
    assert steps() == [Step.CHECK]


def test_only_an_officer_sends_to_be_signed() -> None:
    (row,) = begun(1)
    assert look(At(cast.receptionist(), SOON), "check", [row]).status_code == 403
    assert look(At(cast.chair(), SOON), "check", [row]).status_code == 403


def test_one_is_taken_back_then_all_and_a_signed_one_stays() -> None:
    rows = begun(3)
    story.birth_entry()
    desk = At(cast.officer(), SOON)
    page = look(desk, "check", rows)
    confirm(desk, "check", page)
    key = str(form_of(page)["press"])
    done = desk.get("bulk-done", "check", key)
    # The first form takes all back, then each its own.
    first, second, third = list(Dossier.objects.order_by("number"))
    assert words(done).count('value="') > 0
    one = {"press": str(uuid4()), "one": f"{first.pk}~{first.revision}~"}
    for _ in range(2):
        answer = desk.post("bulk-back", "check", key, **one)
    assert answer.status_code == 302
    assert first.events.filter(verb="recall").count() == 1
    told = words(desk.get("bulk-done", "check", key))
    assert "Đã làm 3/3 hồ sơ, 1 hồ sơ đã lấy lại" in told
    actions.sign(story.press(second, cast.acting(cast.chair()), 12))
    both = [f"{row.pk}~{row.revision}~" for row in (second, third)]
    desk.post("bulk-back", "check", key, press=str(uuid4()), one=both)
    told = words(desk.get("bulk-done", "check", key))
    assert "2 hồ sơ đã lấy lại" in told
    assert "Nội dung đã thay đổi" in told
    now = {row.pk: (row.state, row.step) for row in Dossier.objects.all()}
    assert now == {
        first.pk: (State.IN_PROGRESS, Step.CHECK),
        second.pk: (State.IN_PROGRESS, Step.PRESS),
        third.pk: (State.IN_PROGRESS, Step.CHECK),
    }


def test_a_batch_of_somebody_else_is_not_taken_back() -> None:
    (row,) = begun(1)
    story.birth_entry()
    desk = At(cast.officer(), SOON)
    page = look(desk, "check", [row])
    confirm(desk, "check", page)
    row.refresh_from_db()
    line = f"{row.pk}~{row.revision}~"
    other = At(cast.second_officer(), SOON)
    key = str(form_of(page)["press"])
    assert other.post("bulk-back", "check", key, press=key, one=line).status_code == 404
    assert steps() == [Step.SIGN]


def test_all_that_is_being_checked_is_chosen_in_one_press() -> None:
    begun(2)
    story.submitted(story.law())
    story.birth_entry()
    desk = At(cast.officer(), SOON)
    page = desk.get("bulk", "check", **whole_list(officer="me"))
    assert len(form_of(page)["one"]) == 2  # type: ignore[arg-type]
