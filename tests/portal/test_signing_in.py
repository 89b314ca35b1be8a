"""In and out: login or telephone, one sentence for every mistake, rest after five of them."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from motcua.foundation import clock
from motcua.people.models import Account
from motcua.portal.signing_in import MOST_WRONG
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "mat-khau-cua-thu"


@pytest.fixture
def account() -> Account:
    made = cast.resident()
    made.set_password(PASSWORD)
    made.language = "en"
    made.save()
    return made


def test_login_and_telephone_both_open_the_door(account: Account) -> None:
    for typed in ("thu", "0990 000 001", "+84990000001"):
        client = Client()
        answer = client.post("/sign-in", {"login": typed, "password": PASSWORD})
        assert answer["Location"] == "/mine"
        assert client.get("/mine").status_code == 200
        assert answer.cookies["language"].value == "en"


def test_the_way_back_is_kept_and_never_leads_out(account: Account) -> None:
    form = {"login": "thu", "password": PASSWORD}
    inside = Client().post("/sign-in", {**form, "next": "/help"})
    assert inside["Location"] == "/help"
    outside = Client().post("/sign-in", {**form, "next": "https://evil.example/"})
    assert outside["Location"] == "/mine"


def test_a_wrong_password_and_an_unknown_name_sound_the_same(account: Account) -> None:
    pages = [
        Client().post("/sign-in", {"login": login, "password": "sai"}).content.decode()
        for login in ("thu", "khong-ai")
    ]
    assert all("Tên hoặc mật khẩu không đúng" in page for page in pages)
    assert "sai" not in pages[0].split("<main")[1].split('type="password"')[1][:80]


def test_after_five_wrong_tries_even_the_right_one_waits(account: Account) -> None:
    client = Client()
    for _try in range(5):
        client.post("/sign-in", {"login": "thu", "password": "sai"})
    answer = client.post("/sign-in", {"login": "thu", "password": PASSWORD})
    assert answer.status_code == 429
    assert client.get("/mine").status_code == 302
    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        assert client.post("/sign-in", {"login": "thu", "password": PASSWORD}).status_code == 302


def test_staff_go_to_their_desk(account: Account) -> None:
    officer = cast.officer()
    officer.set_password(PASSWORD)
    officer.save()
    answer = Client().post("/sign-in", {"login": "xet", "password": PASSWORD})
    assert answer["Location"] == "/desk/"


def test_signing_out_is_a_press_and_not_a_link(account: Account) -> None:
    client = Client()
    client.post("/sign-in", {"login": "thu", "password": PASSWORD})
    client.get("/sign-out")
    assert client.get("/mine").status_code == 200
    client.post("/sign-out")
    assert client.get("/mine").status_code == 302


def test_one_password_tried_on_every_name_is_stopped_by_the_address() -> None:
    cast.coc_san()
    for number in range(MOST_WRONG):
        wrong = {"login": f"nobody-{number}", "password": "12345678"}
        assert Client().post("/sign-in", wrong).status_code == 422
    answer = Client().post("/sign-in", {"login": "somebody", "password": "12345678"})
    assert answer.status_code == 429
    assert "_auth_user_id" not in answer.client.session


def test_a_name_of_nothing_but_noise_is_only_a_wrong_name() -> None:
    cast.coc_san()
    for noise in ("x" * 100_000, "\u202egnaw"):
        assert Client().post("/sign-in", {"login": noise, "password": "x"}).status_code == 422
    # No text holds the character NUL: such a form is turned away before anybody reads it.
    assert Client().post("/sign-in", {"login": "\0", "password": "x"}).status_code == 400
