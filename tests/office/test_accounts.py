"""The administrator keeps the accounts: engages, appoints, dismisses, gives passwords."""

import re
from datetime import date

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.people.models import Account, Membership
from tests import cast
from tests.dossiers import story
from tests.office.visits import At, words
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
FORM = {
    "login": "tiepnhan2",
    "name": "Giàng Thị Mới",
    "phone": "",
    "role": "receptionist",
    "title": "Công chức một cửa",
    "since": "03/03/2026",
}


def at_desk() -> At:
    return At(cast.administrator())


def shown_password(page: str) -> str:
    return re.findall(r'<span class="code">([^<]+)</span>', page)[0]


def held(account: Account) -> Membership:
    return Membership.objects.get(account=account)


def test_everybody_is_listed_with_roles_and_what_has_ended_stands_apart() -> None:
    cast.vice_chair()
    gone = cast.second_officer()
    Membership.objects.filter(account=gone).update(until=date(2026, 3, 1))
    cast.stranger_officer()
    page = words(at_desk().get("accounts"))
    serving, ended = page.split("Vai trò đã kết thúc", 1)
    assert "Lê Thị Thay" in serving
    assert "(Phó Chủ tịch)" in serving
    assert "từ 01/07/2025" in serving
    assert "Sần Thị Đối" not in serving
    assert "Sần Thị Đối" in ended
    assert "01/03/2026" in ended
    assert "Cù Văn Ngoài" not in page


def test_looking_at_the_accounts_is_a_line_of_the_journal() -> None:
    desk, officer = at_desk(), cast.officer()
    desk.get("accounts")
    desk.get("account", officer.pk)
    lines = JournalLine.objects.filter(verb="read.accounts").order_by("number")
    whole, one = lines
    assert (whole.why, whole.facts["about"]) == (
        "/desk/accounts",
        [f"account:{officer.pk}", f"account:{cast.administrator().pk}"],
    )
    assert (one.about, one.why) == (f"account:{officer.pk}", f"/desk/accounts/{officer.pk}")


def test_a_new_member_is_shown_their_password_once_and_must_change_it() -> None:
    desk = at_desk()
    answer = desk.post("engage", **FORM)
    password = shown_password(words(answer))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    account = Account.objects.get(login="tiepnhan2")
    assert account.check_password(password)
    for again in (desk.get("accounts"), desk.get("account", account.pk)):
        assert password not in words(again)
    assert "Chưa đổi mật khẩu" in words(desk.get("accounts"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"login": "Tiếp"}, "Tên đăng nhập gồm tối đa 40 chữ"),
        ({"login": "may"}, "Tên đăng nhập này đã có người dùng"),
        ({"name": ""}, "Xin ghi họ và tên như trên giấy tờ."),
        ({"phone": "12"}, "Đây không phải số di động"),
        ({"role": ""}, "Xin chọn vai trò."),
        ({"role": "system"}, "Xin chọn vai trò."),
        ({"since": "mai"}, "Ghi ngày/tháng/năm"),
        ({"since": "02/03/2026"}, "Xin ghi hôm nay hoặc ngày sau"),
    ],
)
def test_what_is_refused_is_said_at_its_field_and_what_was_typed_stays(
    wrong: dict[str, str], said: str
) -> None:
    desk = at_desk()
    before = everything()
    answer = desk.post("engage", **{**FORM, **wrong})
    page = words(answer)
    assert answer.status_code in (409, 422)
    assert said in page
    field = next(iter(wrong))
    assert f'id="{field}-error"' in page
    assert 'value="Công chức một cửa"' in page
    assert everything() == before


def test_a_role_is_given_from_a_day_on() -> None:
    desk, officer = at_desk(), cast.officer()
    form = {"role": "chair", "title": "Phó Chủ tịch", "since": "04/03/2026"}
    answer = desk.post("act", officer.pk, "appoint", **form)
    assert answer["Location"] == f"/desk/accounts/{officer.pk}?did=appoint"
    page = words(desk.get("account", officer.pk, did="appoint"))
    assert "Đã giao vai trò" in page
    assert "từ ngày 04/03/2026 mới bắt đầu" in page


def test_a_role_that_is_held_already_is_refused_with_what_was_typed() -> None:
    desk, officer = at_desk(), cast.officer()
    form = {"role": "officer", "title": "Công chức xã", "since": "03/03/2026"}
    before = everything()
    answer = desk.post("act", officer.pk, "appoint", **form)
    assert answer.status_code == 409
    assert "Người này đã giữ hoặc sắp giữ vai trò đó." in words(answer)
    assert 'value="Công chức xã"' in words(answer)
    assert everything() == before


def test_whoever_is_dismissed_can_do_nothing_more_at_once_though_signed_in() -> None:
    desk, officer = at_desk(), cast.officer()
    story.submitted(story.law())
    session = At(officer)
    with_role = session.client.get("/desk")
    assert with_role.status_code == 200
    until = {"membership": held(officer).pk, f"until-{held(officer).pk}": "03/03/2026"}
    answer = desk.post("act", officer.pk, "dismiss", **until)
    assert answer["Location"] == f"/desk/accounts/{officer.pk}?did=dismiss"
    key = Dossier.objects.get().pk
    for address in ("/desk", f"/desk/d/{key}", "/desk/search?q=thu"):
        assert session.client.get(address).status_code == 403, address
    refused = session.client.post(f"/desk/d/{key}/do/accept", {"press": "x", "revision": 1})
    assert refused.status_code == 403
    # What is left is a person without a role: their own pages answer and show nothing.
    assert session.client.get("/mine").status_code == 200
    assert "Đã kết thúc" not in words(desk.get("accounts")).split("Vai trò đã kết thúc")[0]


def test_the_page_tells_how_many_dossiers_are_in_their_hands() -> None:
    desk, officer = at_desk(), cast.officer()
    story.submitted(story.law())
    assert "hồ sơ chưa xong" not in words(desk.get("account", officer.pk))
    Dossier.objects.update(officer=officer)
    assert "Người này đang giữ 1 hồ sơ chưa xong." in words(desk.get("account", officer.pk))


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("hôm nào đó", "Ghi ngày/tháng/năm"),
        ("02/03/2026", "Xin ghi hôm nay hoặc ngày sau"),
        ("03/03/2026", "Xã sẽ không còn quản trị viên nào."),
    ],
)
def test_the_last_administrator_does_not_dismiss_themselves(until: str, said: str) -> None:
    own = cast.administrator()
    desk, before = at_desk(), everything()
    form = {"membership": held(own).pk, f"until-{held(own).pk}": until}
    answer = desk.post("act", own.pk, "dismiss", **form)
    assert answer.status_code in (409, 422)
    assert said in words(answer)
    assert f'value="{until}"' in words(answer)
    assert everything() == before


def test_a_new_password_ends_the_open_session_of_whoever_lost_theirs() -> None:
    desk, officer = at_desk(), cast.officer()
    session = At(officer)
    assert session.client.get("/desk").status_code == 200
    answer = desk.post("act", officer.pk, "give_password")
    assert answer["Cache-Control"] == "private, no-store"
    password = shown_password(words(answer))
    assert session.client.get("/desk")["Location"] == "/sign-in?next=%2Fdesk"
    session.client.post("/sign-in", {"login": "xet", "password": password})
    assert session.client.get("/desk")["Location"] == "/desk/password?next=%2Fdesk"


def test_ones_own_password_is_not_given_but_changed() -> None:
    own, desk = cast.administrator(), at_desk()
    assert 'action="/desk/accounts/' + f'{own.pk}/give_password"' not in words(
        desk.get("account", own.pk)
    )
    answer = desk.post("act", own.pk, "give_password")
    assert answer.status_code == 409
    assert "Mật khẩu của mình thì anh/chị tự đổi" in words(answer)


def test_the_staff_of_another_commune_is_not_there() -> None:
    desk, stranger = at_desk(), cast.stranger_officer()
    before = everything()
    assert desk.get("account", stranger.pk).status_code == 404
    for verb in ("appoint", "dismiss", "give_password"):
        form = {"role": "chair", "since": "03/03/2026", "membership": held(stranger).pk}
        assert desk.post("act", stranger.pk, verb, **form).status_code == 404
    assert everything() == before


def test_another_persons_role_is_not_ended_through_a_colleagues_page() -> None:
    desk, officer, chair = at_desk(), cast.officer(), cast.chair()
    before = everything()
    form = {"membership": held(chair).pk, f"until-{held(chair).pk}": "03/03/2026"}
    assert desk.post("act", officer.pk, "dismiss", **form).status_code == 409
    assert desk.post("act", officer.pk, "promote").status_code == 404
    assert everything() == before


def test_thirty_people_cost_as_many_questions_as_three(
    django_assert_max_num_queries: object,
) -> None:
    desk = at_desk()
    for number in range(30):
        account = Account.objects.create(login=f"n{number}", name=f"Người {number}")
        Membership.objects.create(
            account=account, commune_id=cast.COC_SAN, role="officer", since=cast.AT
        )
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert words(desk.get("accounts")).count("<tr data-row>") == 31


def test_the_administrator_begins_the_day_with_their_own_pages() -> None:
    desk = at_desk()
    home = desk.client.get("/desk/")
    assert home.status_code == 302
    page = words(desk.client.get(home["Location"]))
    assert 'href="/desk/accounts"' in page
    assert 'href="/desk/journal"' not in page
