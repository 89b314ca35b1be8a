"""Many papers in one file: each as often as there are originals; a further copy is counted."""

import io
from datetime import timedelta

import pikepdf
import pytest

from motcua.audit.models import JournalLine
from motcua.consequences import loop
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.results.models import Document, Reprint
from motcua.results.press import produce
from tests import cast
from tests.counter.bulk.many import confirm, form_of, left_out, look
from tests.counter.visits import At, words
from tests.dossiers import story

pytestmark = pytest.mark.django_db
SOON = cast.AT + timedelta(minutes=10)
NONE = "Hồ sơ chưa có giấy này, hoặc giấy chưa in xong hay không còn hiệu lực."


def pages(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages)


def test_signed_papers_are_in_one_file_each_as_often_as_there_are_originals() -> None:
    three, result = story.issued(story.law(), answers={"copies": "3"})
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "results", [three])
    assert f"Số {result.number}, 3 bản" in words(page)
    told = confirm(desk, "results", page)
    assert "Mở tệp để in" in told
    answer = desk.get("bulk-file", "results", str(form_of(page)["press"]))
    assert answer["Content-Type"] == "application/pdf"
    assert pages(answer.content) == 3
    line = JournalLine.objects.get(verb="read.document")
    assert (line.actor, line.about) == (
        cast.acting(cast.receptionist()).id,
        f"dossier:{three.pk}",
    )
    # The first printing is copy 1, which was counted when the paper was issued.
    assert Reprint.objects.count() == 0


def test_printed_again_with_a_reason_is_one_more_copy_and_is_counted_once() -> None:
    one, result = story.issued(story.law(), answers={"copies": "3"})
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "results", [one])
    for _ in range(2):
        confirm(desk, "results", page, reason="Máy in kẹt giấy")
    copy = Reprint.objects.get()
    assert (copy.result_id, copy.copy, copy.reason) == (result.pk, 2, "Máy in kẹt giấy")
    assert DossierEvent.objects.filter(verb="reprint").count() == 1
    content = desk.get("bulk-file", "results", str(form_of(page)["press"])).content
    assert pages(content) == 1


def test_what_was_handed_over_revoked_or_is_not_signed_is_left_out() -> None:
    law = story.law()
    given, _paper = story.issued(law)
    desk = At(cast.receptionist(), SOON)
    person = cast.acting(cast.receptionist())
    actions.hand_over(story.press(given, person, 7), receiver="Vàng Thị Thử", proof="code")
    begun = story.in_progress(law)
    assert sorted(left_out(look(desk, "results", [given, begun]))) == [
        NONE,
        "Kết quả đã trả. Muốn in lại, vui lòng mở hồ sơ và ghi lý do.",
    ]


def test_a_revoked_paper_is_not_printed() -> None:
    one, result = story.issued(story.law())
    by = cast.acting(cast.chair())
    actions.revoke(story.press(one, by, 7), result=result.pk, reason="Cấp sai")
    assert left_out(look(At(cast.receptionist(), SOON), "results", [one])) == [NONE]


def test_receipts_are_printed_together_when_the_press_has_made_them() -> None:
    law = story.law()
    rows = [story.in_progress(law) for _ in range(2)]
    desk = At(cast.receptionist(), SOON)
    assert left_out(look(desk, "receipts", rows)) == [NONE, NONE]
    while loop.round_once(SOON):
        pass
    for paper in Document.objects.filter(state=Document.State.ASKED):
        produce(paper.pk, SOON)
    page = look(desk, "receipts", rows)
    assert words(page).count("Giấy tiếp nhận, 1 bản") == 2
    confirm(desk, "receipts", page)
    content = desk.get("bulk-file", "receipts", str(form_of(page)["press"])).content
    assert pages(content) >= 2
    assert {row.revision for row in Dossier.objects.all()} == {row.revision for row in rows}


def test_the_file_of_a_batch_is_its_makers_alone() -> None:
    one, _result = story.issued(story.law())
    desk = At(cast.receptionist(), SOON)
    page = look(desk, "results", [one])
    confirm(desk, "results", page)
    key = str(form_of(page)["press"])
    assert At(cast.officer(), SOON).get("bulk-file", "results", key).status_code == 404
    assert desk.get("bulk-file", "hand_over", key).status_code == 404
