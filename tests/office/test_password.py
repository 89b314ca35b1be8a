"""Everybody changes their own password; whoever was given one begins with that."""

import pytest
from django.test import Client

from motcua.audit.models import JournalLine
from motcua.people.models import Account
from tests import cast
from tests.office.visits import At, words
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
OLD, GOOD = "trâu ăn cỏ non", "mưa rơi trên mái ngói"
TYPED = {"present": OLD, "chosen": GOOD, "again": GOOD}


def known(account: Account, *, given: bool = False) -> Account:
    account.set_password(OLD)
    account.password_given = given
    account.save(update_fields=["password", "password_given"])
    return account


def test_a_first_sign_in_leads_to_ones_own_password_and_then_where_one_was_going() -> None:
    known(cast.officer(), given=True)
    browser = Client()
    browser.post("/sign-in", {"login": "xet", "password": OLD})
    way = browser.get("/desk?late=1")["Location"]
    assert way == "/desk/password?next=%2Fdesk%3Flate%3D1"
    page = words(browser.get(way))
    assert "Đặt mật khẩu của riêng mình" in page
    assert 'name="next" value="/desk?late=1"' in page
    assert 'href="/desk/reception"' not in page
    answer = browser.post("/desk/password", {**TYPED, "next": "/desk?late=1"})
    assert answer["Location"] == "/desk/password?done=1&next=%2Fdesk%3Flate%3D1"
    done = words(browser.get(answer["Location"]))
    assert "Đã đổi mật khẩu" in done
    assert 'href="/desk?late=1"' in done
    assert browser.get("/desk?late=1").status_code == 200


def test_ones_own_session_goes_on_and_every_other_one_ends() -> None:
    officer = known(cast.officer())
    here, there = At(officer), At(officer)
    here.post("password", **TYPED)
    assert here.client.get("/desk").status_code == 200
    assert there.client.get("/desk")["Location"] == "/sign-in?next=%2Fdesk"
    assert JournalLine.objects.filter(verb="change_password").count() == 1


@pytest.mark.parametrize(
    ("wrong", "status", "said", "field"),
    [
        ({"present": "sai"}, 422, "Mật khẩu hiện tại chưa đúng.", "present"),
        ({"chosen": "ngắn"}, 422, "cần ít nhất 10 ký tự", "chosen"),
        ({"chosen": "matkhau123"}, 422, "Mật khẩu dễ đoán quá", "chosen"),
        ({"chosen": "hoàng văn xét"}, 422, "không được chứa họ tên", "chosen"),
        ({"chosen": OLD, "again": OLD}, 422, "Đây là mật khẩu đang dùng.", "chosen"),
        ({"again": "khác"}, 422, "Hai lần nhập mật khẩu mới không giống nhau.", "again"),
    ],
)
def test_each_refusal_stands_at_its_field_and_no_password_comes_back_on_the_page(
    wrong: dict[str, str], status: int, said: str, field: str
) -> None:
    desk = At(known(cast.officer()))
    before = everything()
    answer = desk.post("password", **{**TYPED, **wrong})
    page = words(answer)
    assert answer.status_code == status
    assert said in page
    assert f'id="{field}-error"' in page
    for typed in {**TYPED, **wrong}.values():
        assert f'value="{typed}"' not in page
    assert everything() == before


def test_five_wrong_ones_and_it_rests_whatever_is_typed_then() -> None:
    officer = known(cast.officer())
    desk = At(officer)
    for _ in range(5):
        assert desk.post("password", **{**TYPED, "present": "sai"}).status_code == 422
    answer = desk.post("password", **TYPED)
    assert answer.status_code == 429
    assert "09:15 ngày 03/03/2026" in words(answer)
    officer.refresh_from_db()
    assert officer.check_password(OLD)


def test_what_is_only_unfit_costs_no_try() -> None:
    desk = At(known(cast.officer()))
    for _ in range(7):
        assert desk.post("password", **{**TYPED, "chosen": "ngắn"}).status_code == 422
    assert desk.post("password", **TYPED).status_code == 302


def test_a_resident_with_an_account_changes_theirs_too_and_goes_home() -> None:
    desk = At(known(cast.resident()))
    page = words(desk.get("password"))
    assert "Mật khẩu hiện tại" in page
    assert 'href="/desk/"' not in page
    assert desk.post("password", **TYPED)["Location"] == "/desk/password?done=1&next=%2F"


def test_no_address_elsewhere_is_gone_on_to() -> None:
    desk = At(known(cast.officer()))
    answer = desk.post("password", **TYPED, next="https://evil.example/")
    assert answer["Location"] == "/desk/password?done=1&next=%2Fdesk%2F"


def test_nobody_without_an_account_is_asked() -> None:
    assert At(None).get("password")["Location"] == "/sign-in?next=%2Fdesk%2Fpassword"
    assert At(None).post("password", **TYPED).status_code == 403
