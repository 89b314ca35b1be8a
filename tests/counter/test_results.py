"""The results at the desk: the card, printing again, revoking and replacing in two steps."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.results.actions import outdate
from motcua.results.models import Reprint, Result
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=30)
WRONG = "Ghi sai ngày sinh"


def sent(desk: At, dossier: Dossier, result: Result, verb: str, **form: str) -> HttpResponse:
    """The form of a verb, as its page gives it."""
    page = desk.get(verb, dossier.pk, result.pk).content.decode()
    key = page.split('name="press" value="')[1].split('"')[0]
    revision = Dossier.objects.get(pk=dossier.pk).revision
    return desk.post(
        verb, dossier.pk, result.pk, **{"press": key, "revision": str(revision), **form}
    )


def test_the_card_tells_number_day_state_and_each_printing_with_keys() -> None:
    dossier, result = story.issued(story.law())
    chair = At(cast.chair(), LATER)
    page = words(chair.get("dossier", dossier.pk))
    for said in ("01/TLKS-BS", "còn giá trị", "03/03/2026", "Phạm Văn Ký", "Đã in 1 lần"):
        assert said in page
    for verb, key in (("reprint", "i"), ("replace", "r"), ("revoke", "x")):
        assert f'result/{result.pk}/{verb}" data-key="{key}"' in page
    officer = words(At(cast.officer(), LATER).get("dossier", dossier.pk))
    assert f"result/{result.pk}/reprint" in officer
    assert f"result/{result.pk}/revoke" not in officer


def test_no_card_before_the_decision_or_after_a_refusal() -> None:
    dossier = story.checked(story.law())
    assert 'id="results"' not in words(At(cast.chair(), LATER).get("dossier", dossier.pk))


def test_a_paper_is_printed_again_and_the_same_file_is_at_hand() -> None:
    dossier, result = story.issued(story.law())
    desk = At(cast.receptionist(), LATER)
    answer = sent(desk, dossier, result, "reprint", reason="Người dân làm mất bản in")
    assert answer["Location"] == f"/desk/d/{dossier.pk}?did=reprint#results"
    page = words(desk.get("dossier", dossier.pk, did="reprint"))
    assert "Bản in 2: Người dân làm mất bản in" in page
    assert "Mở bản in 2 để in" in page
    assert "Nông Thị Tiếp" in page
    assert desk.get("document", result.document.pk).content.startswith(b"%PDF-1.4")


def test_a_paper_is_revoked_only_after_the_second_yes() -> None:
    dossier, result = story.issued(story.law())
    chair = At(cast.chair(), LATER)
    before = everything()
    look = sent(chair, dossier, result, "revoke", reason=WRONG)
    assert look.status_code == 200
    page = words(look)
    assert "Việc này không thể hoàn tác" in page
    assert WRONG in page
    assert everything() == before
    done = sent(chair, dossier, result, "revoke", reason=WRONG, sure="yes")
    assert done.status_code == 302
    result.refresh_from_db()
    assert (result.status, result.reason) == ("revoked", WRONG)
    page = words(chair.get("dossier", dossier.pk))
    assert "Bị thu hồi ngày 03/03/2026" in page
    assert f"result/{result.pk}/revoke" not in page


def test_a_paper_from_before_a_correction_says_so_and_offers_no_reprint() -> None:
    dossier, result = story.issued(story.law())
    by = cast.acting(cast.chair())
    outdate(results=[result.pk], reason=WRONG, by=by, at=LATER)
    chair = At(cast.chair(), LATER)
    page = words(chair.get("dossier", dossier.pk))
    assert "Nội dung trong sổ đã được sửa ngày 03/03/2026" in page
    assert WRONG in page
    offered = [f"result/{result.pk}/{verb}" in page for verb in ("reprint", "replace", "revoke")]
    assert offered == [False, True, True]
    page = words(chair.get("reprint", dossier.pk, result.pk))
    assert "Bản sao mới sẽ thay thế giấy này" in page
    assert 'name="press"' not in page
    before = everything()
    form = {"press": str(uuid4()), "revision": str(dossier.revision), "reason": "Mất"}
    answer = chair.post("reprint", dossier.pk, result.pk, **form)
    assert answer.status_code == 422
    assert "giấy cũ không in lại nữa" in words(answer)
    assert everything() == before


@pytest.mark.parametrize("verb", ["reprint", "revoke", "replace"])
def test_a_reason_is_asked_for_in_its_field(verb: str) -> None:
    dossier, result = story.issued(story.law())
    chair = At(cast.chair(), LATER)
    before = everything()
    answer = sent(chair, dossier, result, verb, reason=" ")
    assert answer.status_code == 422
    assert "Xin ghi lý do. Người nộp hồ sơ sẽ đọc lý do này." in words(answer)
    assert everything() == before


def test_the_newer_paper_is_chosen_among_those_of_the_same_person() -> None:
    law = story.law()
    dossier, result = story.issued(law)
    _, newer = story.issued(law)
    chair = At(cast.chair(), LATER)
    page = words(chair.get("replace", dossier.pk, result.pk))
    assert f'value="{newer.pk}"' in page
    assert f'value="{result.pk}"' not in page
    look = sent(chair, dossier, result, "replace", reason=WRONG, newer=str(newer.pk))
    assert "02/TLKS-BS" in words(look)
    sent(chair, dossier, result, "replace", reason=WRONG, newer=str(newer.pk), sure="yes")
    result.refresh_from_db()
    assert (result.status, result.replaced_by) == ("replaced", newer)
    page = words(chair.get("dossier", dossier.pk))
    assert "Được thay thế ngày 03/03/2026 bằng giấy số 02/TLKS-BS" in page


def test_the_newer_paper_is_found_by_its_number_however_it_is_typed() -> None:
    law = story.law()
    dossier, result = story.issued(law)
    _, newer = story.issued(law, answers={"subject_birth": "1991-05-13"})
    chair = At(cast.chair(), LATER)
    assert f'value="{newer.pk}"' not in words(chair.get("replace", dossier.pk, result.pk))
    look = sent(chair, dossier, result, "replace", reason=WRONG, number=" 02/tlks-bs ")
    assert f'name="newer" value="{newer.pk}"' in words(look)
    line = JournalLine.objects.filter(verb="read.result").last()
    assert line is not None
    assert line.about == newer.document.about


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"number": "77/TLKS-BS"}, "Xã không có giấy nào còn giá trị mang số 77/TLKS-BS."),
        ({}, "Hãy chọn giấy mới hơn, hoặc ghi số của giấy đó."),
        ({"newer": "nothing"}, "Hãy chọn giấy mới hơn, hoặc ghi số của giấy đó."),
    ],
)
def test_who_names_no_newer_paper_is_told_so_and_loses_nothing(
    form: dict[str, str], sentence: str
) -> None:
    dossier, result = story.issued(story.law())
    chair = At(cast.chair(), LATER)
    before = everything()
    answer = sent(chair, dossier, result, "replace", reason=WRONG, **form)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert WRONG in words(answer)
    assert everything() == before


def test_two_papers_of_one_number_are_laid_side_by_side() -> None:
    law = story.law()
    dossier, result = story.issued(law)
    both = [story.issued(law)[1] for _ in range(2)]
    for place, one in enumerate(both):
        Result.objects.filter(pk=one.pk).update(number="09/TLKS-BS", year=2025 + place)
    chair = At(cast.chair(), LATER)
    answer = sent(chair, dossier, result, "replace", reason=WRONG, number="09/TLKS-BS")
    assert answer.status_code == 422
    assert "Có nhiều giấy còn giá trị mang số 09/TLKS-BS. Hãy chọn đúng giấy." in words(answer)
    chosen = {"number": "09/TLKS-BS", "newer": str(both[0].pk)}
    look = sent(chair, dossier, result, "replace", reason=WRONG, **chosen)
    assert f'name="newer" value="{both[0].pk}"' in words(look)


def test_a_paper_is_not_replaced_by_itself_and_its_page_says_so() -> None:
    dossier, result = story.issued(story.law())
    chair = At(cast.chair(), LATER)
    form = {"reason": WRONG, "newer": str(result.pk), "sure": "yes"}
    answer = sent(chair, dossier, result, "replace", **form)
    assert answer.status_code == 422
    assert "Không thể thay thế giấy bằng chính nó. Hãy chọn giấy mới hơn." in words(answer)


def test_a_stale_press_is_refused_and_what_was_typed_stays() -> None:
    dossier, result = story.issued(story.law())
    desk = At(cast.receptionist(), LATER)
    answer = desk.post(
        "reprint",
        dossier.pk,
        result.pk,
        press="7d444840-9dc0-11d1-b245-5ffdce74fad2",
        revision=str(dossier.revision - 1),
        reason="Máy in kẹt giấy",
    )
    assert answer.status_code == 409
    assert "Máy in kẹt giấy" in words(answer)
    assert not Reprint.objects.exists()


def test_an_ended_paper_offers_nothing_more() -> None:
    dossier, result = story.issued(story.law())
    chair = At(cast.chair(), LATER)
    sent(chair, dossier, result, "revoke", reason=WRONG, sure="yes")
    assert "Giấy này không còn giá trị" in words(chair.get("reprint", dossier.pk, result.pk))


def test_each_look_leaves_a_line_and_nobody_else_looks() -> None:
    dossier, result = story.issued(story.law())
    At(cast.chair(), LATER).get("revoke", dossier.pk, result.pk)
    line = JournalLine.objects.filter(verb="read.dossier").last()
    assert line is not None
    assert (line.about, line.why) == (f"dossier:{dossier.pk}", "revoke")
    assert At(cast.officer(), LATER).get("revoke", dossier.pk, result.pk).status_code == 403
    stranger = At(cast.stranger_officer(), LATER)
    assert stranger.get("reprint", dossier.pk, result.pk).status_code == 404
    other, _ = story.issued(story.law())
    assert At(cast.chair(), LATER).get("revoke", other.pk, result.pk).status_code == 404
