"""The code and a second fact: where it is, and a draft on another telephone."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation import clock
from motcua.procedures.pack import Procedure
from tests import cast
from tests.portal.forms import FORM, fields_of, send
from tests.portal.test_confirming import digits

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(thu: Client, law: Procedure) -> str:
    """The code of what Thử handed in."""
    send(thu)
    return Dossier.objects.get().code


def test_code_and_telephone_show_the_state_and_nothing_of_the_person(
    guest: Client, code: str
) -> None:
    for fact in ("0001", "12/05/1991"):
        answer = guest.post("/track", {"code": code, "fact": fact})
        page = answer.content.decode()
        assert answer.status_code == 200
        assert f"{code[:3]} {code[3:6]} {code[6:]}" in page
        assert "Mới đăng ký" in page
        assert "Vàng Thị Thử" not in page
        assert "Ún Tà, xã" not in page.split("<footer")[0]


def test_a_wrong_fact_and_an_unknown_code_look_the_same(guest: Client, code: str) -> None:
    wrong = guest.post("/track", {"code": code, "fact": "9999"})
    unknown = guest.post("/track", {"code": "123456782", "fact": "9999"})
    assert (wrong.status_code, unknown.status_code) == (404, 404)
    assert "Mới đăng ký" not in wrong.content.decode()
    assert f'value="{code}"' in wrong.content.decode()


def test_the_sixth_try_has_to_wait_even_with_the_right_fact(guest: Client, code: str) -> None:
    for _try in range(5):
        assert guest.post("/track", {"code": code, "fact": "9999"}).status_code == 404
    answer = guest.post("/track", {"code": code, "fact": "0001"})
    assert answer.status_code == 429
    assert "Mới đăng ký" not in answer.content.decode()


def test_a_code_in_the_address_only_fills_in_the_box(guest: Client, code: str) -> None:
    answer = guest.get(f"/track?code={code}&fact=0001")
    assert f'value="{code}"' in answer.content.decode()
    assert "Mới đăng ký" not in answer.content.decode()
    assert "noindex" in answer["X-Robots-Tag"]
    assert "Disallow: /track" in guest.get("/robots.txt").content.decode()


def test_a_browsers_draft_goes_on_in_another_browser(guest: Client, law: Procedure) -> None:
    send(guest, button="keep", copies="7")
    draft = Dossier.objects.get()
    other = Client()
    answer = other.post("/d", {"code": draft.code, "fact": "0001"})
    assert answer["Location"] == "/confirm"
    draft.refresh_from_db()
    assert draft.owner.startswith("browser:")
    assert other.post("/confirm", {"code": "000000"}).status_code == 422
    assert other.get(f"/d/{draft.pk}")["Location"] == "/d"
    answer = other.post("/confirm", {"code": digits()})
    assert answer["Location"] == f"/d/{draft.pk}"
    page = other.get(answer["Location"], follow=True).content.decode()
    assert fields_of(page)["id"] == str(draft.pk)
    assert 'value="7"' in page
    assert fields_of(guest.get(FORM).content.decode())["id"] != str(draft.pk)


def test_another_code_opens_it_too_and_so_does_a_telephone_that_was_confirmed(
    guest: Client, law: Procedure
) -> None:
    send(guest, button="keep")
    draft = Dossier.objects.get()
    other = Client()
    other.post("/d", {"code": draft.code, "fact": "0001"})
    with time_machine.travel(clock.now() + timedelta(seconds=61)):
        other.post("/confirm/again")
        answer = other.post("/confirm", {"code": digits()})
    assert answer["Location"] == f"/d/{draft.pk}"
    draft.refresh_from_db()
    assert draft.owner == "phone:+84990000001"
    send(other, button="keep", page=f"{FORM}?new=1")
    assert other.post("/d", {"code": draft.code, "fact": "0001"})["Location"] == f"/d/{draft.pk}"


def test_a_draft_without_a_telephone_opens_by_the_birth_date(guest: Client, law: Procedure) -> None:
    send(guest, button="keep", filer_phone="")
    draft = Dossier.objects.get()
    answer = Client().post("/d", {"code": draft.code, "fact": "12.05.1991"})
    assert answer["Location"] == f"/d/{draft.pk}"


def test_an_accounts_draft_wants_the_account(thu: Client, guest: Client, law: Procedure) -> None:
    send(thu, button="keep")
    draft = Dossier.objects.get()
    answer = guest.post("/d", {"code": draft.code, "fact": "0001"})
    assert answer["Location"] == f"/sign-in?next=%2Fd%2F{draft.pk}"
    draft.refresh_from_db()
    assert draft.owner == cast.acting(cast.resident()).id


def test_what_was_handed_in_is_tracked_and_not_opened(guest: Client, code: str) -> None:
    answer = guest.post("/d", {"code": code, "fact": "0001"})
    assert answer.status_code == 200
    assert "/track?code=" in answer.content.decode()
    assert Dossier.objects.get().where == State.SUBMITTED


def test_a_draft_that_is_nobodys_here_leads_to_the_code(guest: Client, law: Procedure) -> None:
    send(guest, button="keep")
    draft = Dossier.objects.get()
    assert Client().get(f"/d/{draft.pk}")["Location"] == "/d"
    assert Client().get(f"/kept/{draft.pk}").status_code == 404
