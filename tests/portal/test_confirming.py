"""A guest shows that the telephone is theirs; until then nothing leaves their hands."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client, override_settings

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation import clock
from motcua.notifications.loop import send_due
from motcua.notifications.models import Message, Rehearsed
from motcua.portal.confirming import CODES_WITHIN, MOST_CODES
from motcua.procedures.pack import Procedure
from tests import cast
from tests.portal.forms import FORM, TYPED, fields_of, hidden, send

pytestmark = pytest.mark.django_db


def digits() -> str:
    """The code in the newest rehearsed message."""
    send_due(clock.now())
    found = re.search(r"\d{6}", Rehearsed.objects.order_by("-id")[0].text)
    assert found
    return found[0]


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def confirmed(guest: Client, **typed: Any) -> Dossier:
    """A guest's dossier, handed in by way of the code."""
    assert send(guest, **typed)["Location"] == "/confirm"
    answer = guest.post("/confirm", {"code": digits()})
    assert answer.status_code == 302
    return Dossier.objects.order_by("-kept_at")[0]


def test_a_guest_hands_in_with_the_code_that_was_sent(guest: Client, law: Procedure) -> None:
    dossier = confirmed(guest)
    assert (dossier.where, dossier.owner) == (State.SUBMITTED, f"phone:{cast.PHONE}")
    assert guest.get(f"/receipt/{dossier.pk}").status_code == 200
    assert guest.get(f"/mine/{dossier.pk}").status_code == 200
    assert TYPED["filer_name"] in guest.get("/mine").content.decode()


def test_before_the_code_nothing_is_handed_in_and_all_is_kept(
    guest: Client, law: Procedure
) -> None:
    send(guest)
    draft = Dossier.objects.get()
    assert (draft.where, draft.number) == (State.DRAFT, None)
    assert draft.owner.startswith("browser:")
    page = guest.get("/confirm").content.decode()
    assert "0990 000 001" in page
    assert "16.000 đ" in page
    assert guest.get(f"/receipt/{draft.pk}")["Location"].startswith("/sign-in")


def test_a_confirmed_telephone_hands_in_the_next_one_at_once(guest: Client, law: Procedure) -> None:
    confirmed(guest)
    assert send(guest, page=f"{FORM}?new=1")["Location"].startswith("/receipt/")


def test_a_wrong_code_is_counted_and_hands_nothing_in(guest: Client, law: Procedure) -> None:
    send(guest)
    code = digits()
    for left in (4, 3, 2, 1, 0):
        answer = guest.post("/confirm", {"code": wrong(code)})
        assert answer.status_code == 422
        assert str(left) in answer.content.decode()
    over = guest.post("/confirm", {"code": code})
    assert over.status_code == 422
    assert Dossier.objects.get().where == State.DRAFT


def test_a_code_of_five_minutes_ago_is_over(guest: Client, law: Procedure) -> None:
    send(guest)
    code = digits()
    with time_machine.travel(clock.now() + timedelta(minutes=5, seconds=1)):
        assert guest.post("/confirm", {"code": code}).status_code == 422
        assert Dossier.objects.get().where == State.DRAFT
        assert guest.post("/confirm/again").status_code == 302
        assert guest.post("/confirm", {"code": digits()}).status_code == 302
    assert Dossier.objects.get().where == State.SUBMITTED


def test_another_code_is_sent_after_a_minute_and_not_before(guest: Client, law: Procedure) -> None:
    send(guest)
    assert guest.post("/confirm/again").status_code == 429
    assert Message.objects.count() == 1
    with time_machine.travel(clock.now() + timedelta(seconds=61)):
        assert guest.post("/confirm/again").status_code == 302
    assert Message.objects.count() == 2


def test_pressing_hand_in_thrice_sends_one_code(guest: Client, law: Procedure) -> None:
    form = {**hidden(guest), **TYPED, "hand_in": "1"}
    for _press in range(3):
        assert guest.post(FORM, form)["Location"] == "/confirm"
    assert Message.objects.count() == 1
    assert Dossier.objects.count() == 1


def test_the_same_sending_after_the_code_leads_to_the_same_receipt(
    guest: Client, law: Procedure
) -> None:
    form = {**hidden(guest), **TYPED, "hand_in": "1"}
    guest.post(FORM, form)
    guest.post("/confirm", {"code": digits()})
    assert guest.post(FORM, form)["Location"] == f"/receipt/{form['id']}"
    assert Dossier.objects.count() == 1


def test_without_a_telephone_the_draft_is_kept_for_the_counter(
    guest: Client, law: Procedure
) -> None:
    answer = send(guest, filer_phone="", unknown=["filer_phone"])
    draft = Dossier.objects.get()
    assert answer.status_code == 422
    code = f"{draft.code[:3]} {draft.code[3:6]} {draft.code[6:]}"
    assert code in answer.content.decode()
    assert "Hồ sơ chưa được nộp" in answer.content.decode()
    assert draft.where == State.DRAFT
    assert Message.objects.count() == 0


def test_a_number_that_receives_no_messages_says_what_to_do(guest: Client, law: Procedure) -> None:
    answer = send(guest, filer_phone="0214 3840 123")
    assert answer.status_code == 422
    assert Dossier.objects.get().where == State.DRAFT


def test_without_a_check_the_page_says_so(guest: Client) -> None:
    cast.coc_san()
    assert guest.get("/confirm").status_code == 404
    assert guest.post("/confirm", {"code": "123456"}).status_code == 404


def test_who_handed_in_as_a_guest_comes_back_by_telephone(guest: Client, law: Procedure) -> None:
    dossier = confirmed(guest)
    guest.post("/sign-out")
    other = Client()
    page = f"/mine/{dossier.pk}"
    assert other.get(page)["Location"].startswith("/sign-in?next=")
    with time_machine.travel(clock.now() + timedelta(seconds=61)):
        form = {**fields_of(other.get(f"/phone?next={page}").content.decode())}
        assert other.post("/phone", {**form, "phone": "0990000001"})["Location"] == "/confirm"
        assert other.post("/confirm", {"code": digits()})["Location"] == page
        assert other.get(page).status_code == 200


def test_signing_out_leaves_nothing_for_the_next_person(guest: Client, law: Procedure) -> None:
    dossier = confirmed(guest)
    answer = guest.post("/sign-out")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert guest.get(f"/mine/{dossier.pk}").status_code == 302
    assert TYPED["filer_name"] not in guest.get(FORM).content.decode()


def test_an_account_takes_over_what_waited_in_its_browser(guest: Client, law: Procedure) -> None:
    account = cast.resident()
    account.set_password("mat-khau-thu")
    account.save()
    send(guest)
    draft = Dossier.objects.get()
    answer = guest.post("/sign-in", {"login": "thu", "password": "mat-khau-thu"})
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert draft.owner == f"account:{account.pk}"


def test_one_address_cannot_ring_the_telephones_of_a_whole_commune(law: Procedure) -> None:
    for number in range(MOST_CODES):
        answer = Client().post("/phone", {"phone": f"09120000{number:02}"})
        assert answer["Location"] == "/confirm"
    assert Client().post("/phone", {"phone": "0912000099"}).status_code == 429
    assert Message.objects.count() == MOST_CODES
    with time_machine.travel(clock.now() + CODES_WITHIN + timedelta(seconds=1)):
        assert Client().post("/phone", {"phone": "0912000099"}).status_code == 302


def test_a_link_on_a_strangers_page_neither_signs_out_nor_forgets(
    guest: Client, law: Procedure
) -> None:
    dossier = confirmed(guest)
    assert "Clear-Site-Data" not in guest.get("/sign-out")
    assert guest.get(f"/mine/{dossier.pk}").status_code == 200


def test_the_draft_of_a_browser_that_nobody_knows_is_kept_nowhere_by_the_browser(
    guest: Client, law: Procedure
) -> None:
    assert send(guest, button="keep")["Cache-Control"] == "private, no-store"
    draft = Dossier.objects.get()
    for page in (f"/kept/{draft.pk}", FORM, "/confirm"):
        assert guest.get(page)["Cache-Control"] == "private, no-store", page


def test_another_browser_gets_nothing_of_a_draft_by_its_number(
    guest: Client, law: Procedure
) -> None:
    send(guest)
    draft = Dossier.objects.get()
    stranger = Client()
    for page in (f"/kept/{draft.pk}", f"/d/{draft.pk}", f"{FORM}?draft={draft.pk}"):
        assert TYPED["filer_name"] not in stranger.get(page, follow=True).content.decode()
    form = {**hidden(stranger), **TYPED, "filer_name": "Kẻ Lạ", "id": str(draft.pk), "keep": "1"}
    stranger.post(FORM, form)
    draft.refresh_from_db()
    assert draft.answers["filer_name"] == TYPED["filer_name"]


def test_a_session_of_someone_unknown_ends_within_the_hour(guest: Client, law: Procedure) -> None:
    guest.post("/phone", {"phone": "0990000001"})
    cookie = guest.cookies[settings.SESSION_COOKIE_NAME]
    assert int(cookie["max-age"]) <= 3600
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_the_box_of_codes_is_shut_where_affairs_are_real(guest: Client, law: Procedure) -> None:
    guest.post("/phone", {"phone": "0990000001"})
    digits()
    assert guest.get("/rehearsal/messages").status_code == 200
    with override_settings(REHEARSAL=False):
        assert guest.get("/rehearsal/messages").status_code == 404


def test_a_number_of_ten_thousand_digits_is_kept_and_breaks_nothing(
    guest: Client, law: Procedure
) -> None:
    assert send(guest, copies="9" * 10_000).status_code == 422
    send(guest, copies="2", filer_address="x" * 500_000)
    assert len(Dossier.objects.order_by("-kept_at")[0].answers["filer_address"]) == 20_000


def test_what_is_far_too_long_for_a_list_is_kept_as_typed_and_listed_cut(
    guest: Client, law: Procedure
) -> None:
    odd = {"filer_name": "Vàng " * 100, "filer_phone": "0990 000 001 " * 9, "delivery": "x" * 99}
    send(guest, button="keep", **odd)
    draft = Dossier.objects.get()
    assert draft.answers["filer_name"] == odd["filer_name"].strip()
    assert (len(draft.filer_name), len(draft.filer_phone)) == (200, 20)
    assert draft.delivery == "counter"
