"""At the limit a person is told when to go on, and everything typed is kept."""

import io
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.dossiers import limits
from motcua.dossiers.models import CodeTry, Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.dossiers.tries import spend
from motcua.foundation.actor import Actor
from motcua.notifications.models import Message
from motcua.procedures.pack import Procedure
from tests import cast
from tests.dossiers import hostile
from tests.dossiers.test_papers import photograph
from tests.portal.forms import FORM, TYPED, hidden, send
from tests.portal.test_confirming import digits

pytestmark = pytest.mark.django_db
LOCAL = "127.0.0.1"
SAID = (
    "Trong thời gian ngắn đã có nhiều hồ sơ được nộp từ điện thoại, tài khoản hoặc đường truyền "
    "này. "
    "Ông/bà nộp được hồ sơ này từ 10:00 ngày 03/03/2026."
)


@pytest.fixture(autouse=True)
def nine_o_clock() -> Any:
    with time_machine.travel(cast.AT, tick=False):
        yield


def spent(by: Actor | str, minutes_ago: int = 0) -> None:
    """Whoever it is has handed in what an hour allows."""
    at = cast.AT - timedelta(minutes=minutes_ago)
    known = by if isinstance(by, Actor) else Actor(id=by, name="", roles=frozenset())
    spend(limits.submissions(known, origin="198.51.100.1", phone="") * 20, at)


def test_who_is_signed_in_keeps_the_draft_and_learns_when(thu: Client, law: Procedure) -> None:
    spent(cast.acting(cast.resident()))
    answer = send(thu)
    page = answer.content.decode()
    draft = Dossier.objects.get()
    assert answer.status_code == 429
    assert SAID in page
    assert "Không mất gì đã nhập: bản nháp được giữ lại." in page
    assert (draft.where, draft.number) == (State.DRAFT, None)
    assert draft.answers["filer_name"] == TYPED["filer_name"]
    assert not Message.objects.exists()


def test_with_a_paper_the_paper_is_kept_too(thu: Client, law: Procedure) -> None:
    spent(cast.acting(cast.resident()))
    paper = f"paper:{law.papers[0].name}"
    answer = send(thu, **{paper: SimpleUploadedFile("a.jpg", photograph(300, 200))})
    assert answer.status_code == 429
    assert PaperFile.objects.get().paper.dossier == Dossier.objects.get()


def test_a_guest_whose_telephone_was_confirmed_keeps_the_draft(
    guest: Client, law: Procedure
) -> None:
    spent(f"phone:{cast.PHONE}", minutes_ago=30)
    send(guest)
    answer = guest.post("/confirm", {"code": digits()})
    assert answer.status_code == 429
    assert SAID.replace("10:00", "09:30") in answer.content.decode()
    draft = Dossier.objects.get()
    assert (draft.where, draft.owner) == (State.DRAFT, f"phone:{cast.PHONE}")
    with time_machine.travel("2026-03-03T02:31:00Z", tick=False):
        page = f"{FORM}?draft={draft.pk}"
        assert send(guest, page=page)["Location"] == f"/receipt/{draft.pk}"


def test_a_flood_of_drafts_ends_and_the_page_still_holds_what_was_typed(
    guest: Client, law: Procedure
) -> None:
    CodeTry.objects.create(pk=f"draft-from:{LOCAL}", window=cast.AT, tries=300)
    form = {**hidden(guest), **TYPED, "keep": "1"}
    answer = guest.post(FORM, form, headers={"Origin": "http://testserver"})
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "xin gửi lại từ 10:00 ngày 03/03/2026" in page
    assert f'name="filer_name" value="{TYPED["filer_name"]}"' in page
    assert not Dossier.objects.exists()


def test_a_flood_of_files_ends_and_the_form_is_kept(thu: Client, law: Procedure) -> None:
    CodeTry.objects.create(pk=f"file-from:{LOCAL}", window=cast.AT, tries=600)
    paper = f"paper:{law.papers[0].name}"
    answer = send(thu, "keep", **{paper: SimpleUploadedFile("a.jpg", photograph(300, 200))})
    assert answer.status_code == 422
    assert "từ 10:00 ngày 03/03/2026, hoặc mang giấy tờ" in answer.content.decode()
    assert Dossier.objects.get().answers["filer_name"] == TYPED["filer_name"]
    assert not PaperFile.objects.exists()


@pytest.mark.slow
def test_only_files_that_waste_the_machine_are_counted_as_such(thu: Client, law: Procedure) -> None:
    paper, key = f"paper:{law.papers[0].name}", f"given-up-from:{LOCAL}"
    send(thu, "keep", **{paper: SimpleUploadedFile("a.jpg", photograph(300, 200))})
    send(thu, "keep", **{paper: SimpleUploadedFile("a.txt", b"no picture")})
    assert CodeTry.objects.get(pk=key).tries == 0
    send(thu, "keep", **{paper: io.BytesIO(hostile.endless_scans(20_000))})
    assert CodeTry.objects.get(pk=key).tries == 1


def test_codes_by_the_day(guest: Client, law: Procedure) -> None:
    CodeTry.objects.create(pk=f"code-to-phone-day:{LOCAL}", window=cast.AT, tries=150)
    answer = send(guest)
    assert answer.status_code == 429
    assert "từ 09:00 ngày 04/03/2026, hoặc tới ngay quầy" in answer.content.decode()
    assert (Dossier.objects.get().where, Message.objects.count()) == (State.DRAFT, 0)
