"""“Have someone call me” at the residents' door and on the desk, also without scripts."""

from uuid import uuid4

import pytest
from django.test import Client

from motcua.dossiers.calling.models import Call
from motcua.dossiers.models import Dossier
from motcua.procedures.pack import Procedure
from tests import cast
from tests.portal.forms import FORM, TYPED

pytestmark = pytest.mark.django_db


def stopped(client: Client) -> str:
    """The form posted without scripts with the button; where it leads."""
    typed = {**TYPED, "id": str(uuid4()), "call": "register_office"}
    return str(client.post(FORM, typed)["Location"])


def desk() -> Client:
    client = Client()
    client.force_login(cast.receptionist())
    return client


def test_the_draft_is_kept_and_the_page_asks_where_and_when(guest: Client, law: Procedure) -> None:
    where = stopped(guest)
    draft = Dossier.objects.get()
    assert where == f"/call/{draft.pk}?question=register_office"
    page = guest.get(where).content.decode()
    # The telephone that was typed stands there already.
    assert 'value="0990 000 001"' in page
    assert "Ông/bà dừng ở câu: “Trước đây đăng ký ở ủy ban nào?”" in page
    said = {"phone": "0990 000 001", "convenient": "afternoon", "question": "register_office"}
    again = guest.post(f"/call/{draft.pk}", said)
    assert (again.status_code, again["Location"]) == (302, f"/call/{draft.pk}")
    page = guest.get(f"/call/{draft.pk}").content.decode()
    assert "Sẽ có người gọi cho ông/bà" in page
    assert "0990 000 001" in page


def test_a_number_that_is_none_is_said_beside_it(guest: Client, law: Procedure) -> None:
    stopped(guest)
    draft = Dossier.objects.get()
    answer = guest.post(f"/call/{draft.pk}", {"phone": "12", "convenient": "any"})
    assert answer.status_code == 422
    assert 'id="phone-error"' in answer.content.decode()
    assert not Call.objects.exists()


def test_nobody_else_opens_the_page(guest: Client, mau: Client, law: Procedure) -> None:
    stopped(guest)
    draft = Dossier.objects.get()
    for other in (Client(), mau):
        assert other.get(f"/call/{draft.pk}").status_code == 404
        assert other.post(f"/call/{draft.pk}", {"phone": "0990000001"}).status_code == 404
    assert not Call.objects.exists()


def test_the_desk_sees_it_opens_the_draft_and_notes_what_came_of_it(
    guest: Client, law: Procedure
) -> None:
    stopped(guest)
    draft = Dossier.objects.get()
    guest.post(f"/call/{draft.pk}", {"phone": "0990000001", "question": "register_office"})
    call, officer = Call.objects.get(), desk()
    page = officer.get("/desk/calls").content.decode()
    assert "0990 000 001" in page
    assert "Vàng Thị Thử" in page
    assert f"/desk/draft/{draft.pk}" in page
    noted = officer.post(f"/desk/calls/{call.pk}", {"outcome": "no_answer", "seen": "0"})
    assert noted.status_code == 302
    page = officer.get(noted["Location"]).content.decode()
    assert "Không nghe máy, gọi lại sau (Nông Thị Tiếp)" in page
    stale = officer.post(f"/desk/calls/{call.pk}", {"outcome": "done", "seen": "0"})
    assert stale.status_code == 409
    officer.post(f"/desk/calls/{call.pk}", {"outcome": "done", "seen": "1"})
    assert "Không có ai chờ gọi." in officer.get("/desk/calls").content.decode()


def test_the_list_asks_the_database_little_however_long_it_is(
    guest: Client, law: Procedure, django_assert_max_num_queries: object
) -> None:
    officer = desk()
    officer.get("/desk/calls")
    for number in range(4):
        guest = Client()
        stopped(guest)
        draft = Dossier.objects.latest("kept_at")
        guest.post(f"/call/{draft.pk}", {"phone": f"099000000{number}"})
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        officer.get("/desk/calls")
