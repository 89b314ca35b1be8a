"""Who may open what, and what happens to those who may not: nothing typed is lost."""

import pytest
from django.test import Client, RequestFactory

from motcua.foundation import actor as acting
from motcua.foundation.actor import Actor, Role
from motcua.parts.doors import ARRIVING, KNOWN, PUBLIC, SIGNED_IN, admits, remember_guest
from tests import cast
from tests.parts import routes

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.parts.routes")]
STAFF = frozenset({Role.OFFICER})
OURS = {"Sec-Fetch-Site": "same-origin"}


def test_a_route_says_who_may_open_it() -> None:
    assert routes.anyone.opens_to is PUBLIC  # type: ignore[attr-defined]
    assert routes.desk.opens_to == {Role.OFFICER, Role.CHAIR}  # type: ignore[attr-defined]


def test_doors_admit_those_they_name_and_no_others() -> None:
    resident = Actor("account:1", "Thử", frozenset({Role.RESIDENT}))
    officer = Actor("account:2", "Xét", frozenset({Role.RESIDENT, Role.OFFICER}), "02746")
    guest = Actor("phone:+84990000001", "", frozenset({Role.GUEST}))
    doors = (PUBLIC, KNOWN, SIGNED_IN, ARRIVING, STAFF)
    assert [admits(door, acting.PUBLIC) for door in doors] == [True, False, False, False, False]
    assert [admits(door, guest) for door in doors] == [True, True, False, False, False]
    assert [admits(door, resident) for door in doors] == [True, True, True, True, False]
    assert [admits(door, officer) for door in doors] == [True, True, True, True, True]


def test_a_guest_is_not_let_in_by_a_role_of_the_public() -> None:
    assert not admits({Role.GUEST}, acting.PUBLIC)


def test_the_public_costs_no_question_to_the_database(
    client: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert client.get("/anyone").content.startswith(b"public 20")


def test_an_officer_opens_the_desk_of_their_commune(client: Client) -> None:
    client.force_login(cast.officer())
    assert client.get("/desk").content == cast.COC_SAN.encode()


def test_a_password_that_somebody_else_gave_opens_nothing_but_the_way_to_ones_own(
    client: Client,
) -> None:
    officer = cast.officer()
    officer.password_given = True
    officer.save(update_fields=["password_given"])
    client.force_login(officer)
    way = "/desk/password?next=%2Fdesk%3Flate%3D1"
    assert client.get("/desk?late=1")["Location"] == way
    assert client.get("/known")["Location"] == "/desk/password?next=%2Fknown"
    assert client.get("/signed-in").status_code == 302
    assert client.post("/desk", {"a": "b"})["Location"] == "/desk/password"
    fragment = client.get("/desk", headers={"HX-Request": "true"})
    assert (fragment.status_code, fragment["HX-Redirect"]) == (200, "/desk/password")
    own = f"account:{officer.pk}".encode()
    assert client.get("/arriving").content == own
    assert client.get("/anyone").content.startswith(own)


def test_a_resident_at_the_desk_meets_a_designed_no(client: Client) -> None:
    client.force_login(cast.resident())
    answer = client.get("/desk")
    assert answer.status_code == 403
    assert "door.closed" in answer.content.decode()


def test_a_page_leads_to_sign_in_and_back(client: Client) -> None:
    answer = client.get("/desk?late=1")
    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in?next=%2Fdesk%3Flate%3D1"


def test_a_fragment_takes_the_whole_page_to_sign_in(client: Client) -> None:
    answer = client.get("/desk", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (200, "/sign-in")


def test_a_guest_is_known_for_the_visit(client: Client) -> None:
    request = RequestFactory().get("/")
    request.session = client.session
    remember_guest(request, cast.guest())
    request.session.save()
    client.cookies["sessionid"] = request.session.session_key or ""
    assert client.get("/known").content == f"phone:{cast.PHONE}".encode()
    assert client.get("/signed-in").status_code == 302


def test_a_form_posted_after_the_session_ended_is_kept_to_be_sent_again(client: Client) -> None:
    typed = {"name": "Vàng Thị Thử", "reason": '"><b>', "kind": ["a", "b"], "password": "mật khẩu"}
    answer = client.post("/desk?x=1", typed, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert 'action="/desk?x=1"' in page
    assert '<input type="hidden" name="name" value="Vàng Thị Thử">' in page
    assert 'value="&#34;&gt;&lt;b&gt;"' in page
    assert page.count('name="kind"') == 2
    assert "mật khẩu" not in page
    assert 'target="_blank"' in page


def test_a_form_from_another_site_is_not_offered_for_sending(client: Client) -> None:
    typed = {"name": "Kẻ lạ"}
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        page = client.post("/desk", typed, headers=headers).content.decode()
        assert "Kẻ lạ" not in page


def test_an_older_browser_is_believed_by_its_origin(client: Client) -> None:
    page = client.post("/desk", {"name": "Thử"}, headers={"Origin": "http://testserver"})
    assert 'value="Thử"' in page.content.decode()


def test_a_fragment_posted_too_late_leaves_the_page_as_it_stands(client: Client) -> None:
    answer = client.post("/desk", {"a": "b"}, headers={**OURS, "HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"]) == (403, "#notices")
    assert "<html" not in answer.content.decode()


def test_a_page_that_stood_open_over_a_sign_in_keeps_what_was_typed() -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/anyone", {"name": "Thử"}, headers=OURS)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "house.unsealed" in page
    assert '<input type="hidden" name="name" value="Thử">' in page
    assert 'name="csrfmiddlewaretoken"' in page


def test_what_is_sent_again_with_the_new_seal_is_taken() -> None:
    strict = Client(enforce_csrf_checks=True)
    page = strict.post("/anyone", {"name": "Thử"}, headers=OURS).content.decode()
    seal = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    again = {"name": "Thử", "csrfmiddlewaretoken": seal}
    assert strict.post("/anyone", again, headers=OURS).status_code == 200
