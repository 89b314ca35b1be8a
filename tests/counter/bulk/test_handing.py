"""Many handed over at once: to one person with one proof, or to the post with a list."""

from datetime import timedelta

import pytest

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State
from motcua.results.models import Document
from motcua.results.press import produce
from tests import cast
from tests.counter.bulk.many import confirm, form_of, left_out, look
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
SOON = cast.AT + timedelta(minutes=10)
THU = {"hand_over-receiver": "Vàng Thị Thử", "hand_over-proof": "code"}


def states() -> list[int]:
    return sorted(Dossier.objects.values_list("state", flat=True))


def done(number: int, **changes: object) -> list[Dossier]:
    law = story.law()
    entry = story.birth_entry()
    made = [_issued(law, entry.pk, **changes) for _ in range(number)]
    return sorted(made, key=lambda one: (one.due_at, one.pk))


def _issued(law: object, entry: int, **changes: object) -> Dossier:
    officer, chair = cast.acting(cast.officer()), cast.acting(cast.chair())
    one = story.in_progress(law, **changes)  # type: ignore[arg-type]
    one = actions.check(story.press(one, officer), entry=entry)
    if one.fee_due:
        desk = cast.acting(cast.receptionist())
        one = actions.take_fee(story.press(one, desk), amount=one.fee_due)  # type: ignore[arg-type]
    one = actions.sign(story.press(one, chair))
    for paper in Document.objects.filter(about=f"dossier:{one.pk}", kind="result"):
        produce(paper.pk, cast.AT + timedelta(minutes=6))
    return actions.issue(story.press(one, story.SYSTEM, 6))


def test_two_papers_of_one_person_go_with_the_code_of_one() -> None:
    first, second = done(2)
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "hand_over", [first, second])
    assert words(page).count("Trả cho Vàng Thị Thử") == 2
    told = confirm(desk, "hand_over", page, **THU, **{"hand_over-code": second.code})
    assert "Đã làm 2/2 hồ sơ" in told
    assert "Kết quả đã trao không lấy lại ở đây được" in told
    assert states() == [State.HANDED_OVER] * 2
    facts = DossierEvent.objects.filter(verb="hand_over").values_list("facts", flat=True)
    assert [(one["receiver"], one["proof"]) for one in facts] == [("Vàng Thị Thử", "code")] * 2


def test_a_wrong_code_and_no_receiver_change_nothing_and_keep_what_was_typed() -> None:
    rows = done(2)
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "hand_over", rows)
    before = everything()
    wrong = {**THU, "hand_over-receiver": "Lù Thị Mời", "hand_over-code": "111111111"}
    answer = desk.post("bulk", "hand_over", **form_of(page), **wrong)
    assert answer.status_code == 422
    told = words(answer)
    assert "Mã này không phải của hồ sơ. Xin hỏi lại người dân." in told
    assert 'value="Lù Thị Mời"' in told and 'value="111111111"' in told
    assert form_of(answer)["press"] == form_of(page)["press"]
    nobody = {**THU, "hand_over-receiver": " ", "hand_over-code": rows[0].code}
    assert desk.post("bulk", "hand_over", **form_of(page), **nobody).status_code == 422
    unsigned = {**THU, "hand_over-proof": "signature"}
    assert desk.post("bulk", "hand_over", **form_of(page), **unsigned).status_code == 422
    assert everything() == before


def test_papers_of_another_person_and_unpaid_ones_are_left_out() -> None:
    mine, theirs, unpaid = done(3)
    Dossier.objects.filter(pk=theirs.pk).update(filer_phone="+84990000002")
    Dossier.objects.filter(pk=unpaid.pk).update(fee_due=8000, fee_paid=0)
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "hand_over", [mine, theirs, unpaid])
    assert form_of(page)["one"] == [f"{mine.pk}~{mine.revision}~"]
    assert left_out(page) == [
        "Người nộp khác với người nộp hồ sơ đầu danh sách. Vui lòng trả riêng hồ sơ này.",
        "Lệ phí chưa được nộp.",
    ]
    # The code of the other one does not open mine.
    lines = [f"{one.pk}~{one.revision}~" for one in (mine, theirs)]
    form = {"press": str(form_of(page)["press"]), "one": lines, **THU}
    answer = desk.post("bulk", "hand_over", **form, **{"hand_over-code": theirs.code})
    assert answer.status_code == 422
    assert states() == [State.DONE] * 3


def test_what_goes_by_post_is_given_with_a_list_of_addresses() -> None:
    address = {"filer_address": "Thôn Ún Tà, xã Cốc San"}
    by_post, fetched, lost = done(3, answers=address)
    Dossier.objects.exclude(pk=fetched.pk).update(delivery="post")
    said = {**lost.answers, "filer_address": ""}
    Dossier.objects.filter(pk=lost.pk).update(answers=said)
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "post", [by_post, fetched, lost])
    assert "Gửi bưu chính cho Vàng Thị Thử, Thôn Ún Tà, xã Cốc San" in words(page)
    assert left_out(page) == [
        "Người nộp không đăng ký nhận qua bưu chính.",
        "Hồ sơ không có địa chỉ để gửi. Vui lòng mở hồ sơ và hỏi người nộp.",
    ]
    assert desk.post("bulk", "post", **form_of(page)).status_code == 422
    for _ in range(2):
        told = confirm(desk, "post", page, **{"post-receiver": "Lò Văn Bưu"})
    assert "Đã làm 1/1 hồ sơ" in told
    event = DossierEvent.objects.get(verb="hand_over")
    assert (event.facts["receiver"], event.facts["proof"]) == ("Bưu điện: Lò Văn Bưu", "post")
    paper = Document.objects.get(template="post_list")
    assert paper.data["receiver.name"] == "Lò Văn Bưu"
    (parcel,) = paper.data["parcels"]
    assert (parcel["number"], parcel["address"]) == (by_post.number, address["filer_address"])
    assert parcel["papers"] == by_post.result.number
    produce(paper.pk, SOON)
    key = str(form_of(page)["press"])
    assert "Danh sách gửi bưu chính, để ký nhận" in words(desk.get("bulk-done", "post", key))
