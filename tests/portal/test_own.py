"""One's own dossier: what is shown, what may be done, and that it is nobody else's."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from motcua.audit.models import JournalLine
from motcua.consequences.loop import follow_events
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent, PaperFile
from motcua.dossiers.needs import Asked
from motcua.dossiers.states import State
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED, fields_of, hidden, send

pytestmark = pytest.mark.django_db


def photograph(colour: str = "navy", name: str = "IMG_0001.jpg") -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.new("RGB", (320, 200), colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def handed_in(thu: Client, **typed: Any) -> Dossier:
    send(thu, **typed)
    return Dossier.objects.get()


def asked_for_more(dossier: Dossier) -> Dossier:
    asked = [
        Asked("field:subject_birth", "Ngày sinh không khớp sổ."),
        Asked("paper:identity_card", "Ảnh bị mờ."),
    ]
    return actions.ask_for_more(story.press(dossier, cast.acting(cast.receptionist())), asked=asked)


def test_the_page_tells_steps_offices_and_times(thu: Client, law: Procedure) -> None:
    dossier = handed_in(thu)
    actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    follow_events(cast.AT)
    page = thu.get(f"/mine/{dossier.pk}").content.decode()
    for word in ("Được tiếp nhận", "Đã nộp", "bộ phận một cửa", "16.000 đ", "Rút hồ sơ này"):
        assert word in page
    assert "hồ sơ" in page
    assert JournalLine.objects.filter(verb="read.dossier", why="own page").count() == 1


def test_withdrawing_asks_once_and_counts_once(thu: Client, law: Procedure) -> None:
    dossier = handed_in(thu)
    form = fields_of(thu.get(f"/mine/{dossier.pk}/withdraw").content.decode())
    dossier.refresh_from_db()
    assert dossier.where == State.SUBMITTED
    for _press in range(3):
        answer = thu.post(f"/mine/{dossier.pk}/withdraw", {**form, "reason": "Đã tìm thấy giấy."})
        assert answer["Location"] == f"/mine/{dossier.pk}"
    dossier.refresh_from_db()
    assert dossier.where == State.WITHDRAWN
    assert DossierEvent.objects.filter(verb="withdraw").count() == 1


def test_a_stale_withdrawal_changes_nothing_and_keeps_the_reason(
    thu: Client, law: Procedure
) -> None:
    dossier = handed_in(thu)
    form = fields_of(thu.get(f"/mine/{dossier.pk}/withdraw").content.decode())
    actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    answer = thu.post(f"/mine/{dossier.pk}/withdraw", {**form, "reason": "Không cần nữa."})
    assert answer.status_code == 409
    assert "Không cần nữa." in answer.content.decode()
    dossier.refresh_from_db()
    assert dossier.where == State.ACCEPTED


def test_only_what_was_asked_for_is_open_each_with_its_reason(thu: Client, law: Procedure) -> None:
    dossier = asked_for_more(handed_in(thu))
    page = thu.get(f"/mine/{dossier.pk}/supplement").content.decode()
    assert "Ngày sinh không khớp sổ." in page
    assert "Ảnh bị mờ." in page
    assert 'name="subject_birth"' in page
    assert 'name="copies"' not in page
    assert "Thôn Ún Tà, xã Cốc San" in page


def test_the_supplement_is_taken_and_the_rest_stays(thu: Client, law: Procedure) -> None:
    dossier = asked_for_more(handed_in(thu))
    address = f"/mine/{dossier.pk}/supplement"
    form = fields_of(thu.get(address).content.decode())
    sent = {
        **form,
        "subject_birth": "13/05/1991",
        "copies": "9",
        "paper:identity_card": photograph(),
    }
    for _press in range(2):
        sent["paper:identity_card"] = photograph()
        assert thu.post(address, sent)["Location"] == f"/mine/{dossier.pk}"
    dossier.refresh_from_db()
    assert dossier.where == State.ACCEPTED
    assert (dossier.answers["subject_birth"], dossier.answers["copies"]) == ("1991-05-13", "2")
    assert PaperFile.objects.count() == 1
    assert DossierEvent.objects.filter(verb="supplement").count() == 1


def test_an_unreadable_file_is_said_beside_its_paper_and_nothing_moves(
    thu: Client, law: Procedure
) -> None:
    dossier = asked_for_more(handed_in(thu))
    address = f"/mine/{dossier.pk}/supplement"
    form = fields_of(thu.get(address).content.decode())
    bad = SimpleUploadedFile("thẻ.jpg", b"<script>alert(1)</script>")
    answer = thu.post(address, {**form, "subject_birth": "1990", "paper:identity_card": bad})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "thẻ.jpg" in page
    assert 'value="1990"' in page
    dossier.refresh_from_db()
    assert dossier.where == State.AWAITING_SUPPLEMENT


def test_files_of_a_form_with_mistakes_stay_attached(thu: Client, law: Procedure) -> None:
    form = hidden(thu)
    answer = thu.post(
        FORM,
        {**form, **TYPED, "filer_name": "", "paper:identity_card": photograph(), "hand_in": "1"},
    )
    assert answer.status_code == 422
    kept = PaperFile.objects.get()
    page = answer.content.decode()
    assert f'name="remove" value="{kept.pk}"' in page
    assert "IMG_0001" not in page
    again = thu.post(FORM, {**fields_of(page), **TYPED, "hand_in": "1"})
    assert again["Location"].startswith("/receipt/")
    assert Dossier.objects.get().papers.get().files.get() == kept


def test_a_file_can_be_taken_off_a_draft(thu: Client, law: Procedure) -> None:
    form = hidden(thu)
    sent = {**form, **TYPED, "keep": "1"}
    thu.post(FORM, {**sent, "paper:identity_card": [photograph(), photograph("red")]})
    first = PaperFile.objects.order_by("pk")[0]
    thu.post(FORM, {**sent, "remove": first.pk})
    assert PaperFile.objects.count() == 1


def test_a_file_opens_for_its_owner_alone_and_can_do_nothing(
    thu: Client, mau: Client, law: Procedure
) -> None:
    form = hidden(thu)
    thu.post(FORM, {**form, **TYPED, "paper:identity_card": photograph(), "hand_in": "1"})
    kept = PaperFile.objects.get()
    address = f"/mine/{form['id']}/file/{kept.pk}"
    answer = thu.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert mau.get(address).status_code == 404
    other = handed_in_by(mau)
    assert mau.get(f"/mine/{other}/file/{kept.pk}").status_code == 404


def handed_in_by(client: Client) -> str:
    return str(send(client)["Location"]).rsplit("/", 1)[-1]


def test_a_forgotten_paper_may_be_added_while_it_is_under_way(thu: Client, law: Procedure) -> None:
    dossier = handed_in(thu)
    address = f"/mine/{dossier.pk}/attach"
    assert thu.get(address).status_code == 200
    assert thu.post(address, {"paper:identity_card": photograph()}).status_code == 302
    assert PaperFile.objects.count() == 1
    actions.withdraw(story.press(dossier, cast.acting(cast.resident())))
    answer = thu.post(address, {"paper:identity_card": photograph("red")})
    assert answer.status_code == 422
    assert PaperFile.objects.count() == 1


def test_a_paper_that_is_not_there_is_not_there(thu: Client, law: Procedure) -> None:
    dossier = handed_in(thu)
    assert thu.get(f"/mine/{dossier.pk}/paper/{uuid4()}").status_code == 404
    assert thu.get(f"/mine/{uuid4()}").status_code == 404


def test_a_dossier_that_was_not_taken_in_is_put_right_and_owes_nothing(
    thu: Client, law: Procedure
) -> None:
    dossier = handed_in(thu)
    desk = cast.acting(cast.receptionist())
    actions.refuse_intake(story.press(dossier, desk), reason="Nộp sai nơi đăng ký")
    page = thu.get(f"/mine/{dossier.pk}").content.decode()
    assert "Sửa và nộp lại" in page
    assert "chưa nộp" not in page
    form = fields_of(page)
    for _ in range(2):
        answer = thu.post(f"/mine/{dossier.pk}/again", form)
        assert answer.status_code == 302
    draft = Dossier.objects.get(state=State.DRAFT)
    assert (str(draft.pk), draft.answers) == (form["key"], dossier.answers)
    assert 'value="Vàng Thị Thử"' in thu.get(answer["Location"], follow=True).content.decode()


def test_nothing_is_begun_again_while_it_is_under_way(thu: Client, law: Procedure) -> None:
    dossier = handed_in(thu)
    assert "Sửa và nộp lại" not in thu.get(f"/mine/{dossier.pk}").content.decode()
    assert thu.post(f"/mine/{dossier.pk}/again", {"key": str(uuid4())}).status_code == 409
    assert Dossier.objects.count() == 1
