"""The receptionist gives a resident who lost their password a new one, told once."""

import re

import pytest
from django.test import Client

from motcua.people.models import Account
from tests import cast
from tests.counter.visits import At, words
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
FORM = {"login": "0990000001", "shown": "thẻ căn cước"}


def test_the_resident_signs_in_with_it_and_has_to_choose_another() -> None:
    cast.resident()
    desk = At(cast.receptionist())
    assert 'href="/desk/resident-password"' in words(desk.get("reception"))
    answer = desk.post("give-password", **FORM)
    assert answer["Cache-Control"] == "private, no-store"
    password = re.findall(r'<span class="code">([^<]+)</span>', words(answer))[0]
    assert password not in words(desk.get("give-password"))
    at_home = Client()
    at_home.post("/sign-in", {"login": "thu", "password": password})
    assert at_home.get("/mine")["Location"] == "/desk/password?next=%2Fmine"


@pytest.mark.parametrize(
    ("wrong", "status", "said"),
    [
        ({"login": "ai đó"}, 404, "Không có người dân nào của xã đăng nhập bằng tên hoặc số này."),
        ({"shown": ""}, 422, "Xin ghi đã xem giấy tờ nào của người đó."),
    ],
)
def test_a_refusal_stands_at_its_field_and_what_was_typed_stays(
    wrong: dict[str, str], status: int, said: str
) -> None:
    cast.resident()
    desk = At(cast.receptionist())
    before = everything()
    answer = desk.post("give-password", **{**FORM, **wrong})
    page = words(answer)
    assert answer.status_code == status
    assert said in page
    assert f'id="{next(iter(wrong))}-error"' in page
    kept = {**FORM, **wrong}
    assert all(f'value="{text}"' in page for text in kept.values() if text)
    assert everything() == before


def test_nobody_but_the_counter_gives_one() -> None:
    account = cast.resident()
    for who in (cast.chair, cast.administrator, cast.auditor):
        assert At(who()).post("give-password", **FORM).status_code == 403
    assert Account.objects.get(pk=account.pk).password_given is False
