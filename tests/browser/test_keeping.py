"""A bad line: what is typed stays, what is handed in arrives once."""

import pytest
from django.urls import reverse
from playwright.sync_api import Route, expect

from bench.cuts.phone import FILLED
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser.phone import (
    again,
    away,
    fill,
    house,
    kept,
    lines,
    on_a_phone_of,
    opened,
    signed_in,
)
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def test_what_is_typed_is_there_again_after_the_tab_was_closed(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    kept(page, "register_office", "Xã Cốc San")
    other, home = again(page), page.url
    other.goto(home)
    ask = other.locator("[data-found]")
    # A guest's phone may be anybody's: nothing is shown before somebody says that it is theirs.
    expect(ask).to_be_visible()
    assert other.input_value("#filer_name") == ""
    other.get_by_role("button", name="It is mine, go on").click()
    assert other.input_value("#filer_name") == "Vàng Thị Thử"
    assert other.input_value("#register_office") == "Xã Cốc San"


@pytest.mark.usefixtures("broken")
def test_a_form_from_a_phone_that_can_keep_nothing_waits_for_the_line(visit: Visit) -> None:
    page = on_a_phone_of(4_000_000, visit, "/sign-in")
    page = signed_in(lambda *_path, **_rest: page)
    away(page)
    page.goto(page.url)
    page.wait_for_selector("form[data-ready]")
    assert not page.locator("[name=csrfmiddlewaretoken]").count()
    page.evaluate(FILLED)
    fill(page)
    # Until it has seen that there is no line, this press would itself use one that comes back.
    line = reverse("portal:line")
    with page.expect_event("requestfailed", lambda tried: tried.url.endswith(line)):
        page.get_by_role("button", name="Hand in").click()
    page.wait_for_selector("[data-kept][data-state=unkept]")
    assert page.input_value("#register_office") == TYPED["register_office"]
    page.context.set_offline(False)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.get().answers["register_office"] == TYPED["register_office"]


@pytest.mark.usefixtures("broken")
def test_a_form_whose_line_broke_at_once_is_kept_when_it_is_back(visit: Visit) -> None:
    page = opened(visit)
    away(page)
    # As if it had broken before the worker came to fetch the form.
    page.evaluate("caches.delete('motcua-pages')")
    page.context.set_offline(False)
    away(page)
    page.reload()
    page.wait_for_selector("form[data-ready]")
    assert page.locator("#filer_name").is_visible()


@pytest.mark.usefixtures("broken")
def test_a_keeping_that_comes_late_takes_nothing_back(visit: Visit) -> None:
    page, late = opened(visit), []

    def hold(route: Route) -> None:
        if late:
            route.continue_()
        else:
            late.append(route.request)
            route.abort()

    page.route("**/send/*", hold)
    with page.expect_request("**/send/*"):
        kept(page, "filer_name", "Vàng Thị")
    kept(page, "filer_name", "Vàng Thị Thử")
    page.wait_for_selector("[data-kept][data-state=there]")
    old = late[0]
    answer = page.request.post(old.url, headers=old.headers, data=old.post_data_buffer)
    assert answer.json()["state"] == "kept"
    assert Dossier.objects.get().answers["filer_name"] == "Vàng Thị Thử"


def test_with_a_line_the_commune_keeps_it_as_well_as_one_draft(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    page.wait_for_selector("[data-kept][data-state=there]")
    kept(page, "register_office", "Xã Cốc San")
    page.wait_for_selector("[data-kept][data-state=there]")
    draft = Dossier.objects.get()
    assert draft.state == State.DRAFT
    assert draft.answers["filer_name"] == "Vàng Thị Thử"
    assert draft.answers["register_office"] == "Xã Cốc San"


@pytest.mark.usefixtures("broken")
def test_handed_in_without_a_line_it_waits_and_arrives_once(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)
    away(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert "Kept on this phone, not sent yet" in lines(page)[0]
    assert not Dossier.objects.exclude(state=State.DRAFT).exists()
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    dossier = Dossier.objects.get()
    assert dossier.state == State.SUBMITTED
    assert dossier.number in lines(page)[0]


@pytest.mark.usefixtures("broken")
def test_what_waits_can_be_changed_and_goes_as_it_was_changed(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)
    away(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    page.get_by_role("link", name="Change something").click()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#register_office") == TYPED["register_office"]
    kept(page, "copies", "5")
    page.context.set_offline(False)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    dossier = Dossier.objects.get()
    assert (dossier.state, dossier.answers["copies"]) == (State.SUBMITTED, "5")


@pytest.mark.usefixtures("broken")
def test_an_answer_that_is_lost_on_the_way_makes_no_second_dossier(visit: Visit) -> None:
    page, lost = signed_in(visit), []

    def lose(route: Route) -> None:
        if not lost and "hand_in" in (route.request.post_data or ""):
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/send/*", lose)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert Dossier.objects.get().state == State.SUBMITTED
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert (lost, Dossier.objects.count()) == ([200], 1)


def test_what_the_commune_refuses_becomes_a_draft_with_the_reasons_beside_it(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page, filer_name="")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**judge=1")
    expect(page.locator("#filer_name-error")).to_be_visible()
    assert page.input_value("#register_office") == TYPED["register_office"]
    page.goto(page.url.split("/apply")[0] + "/outbox")
    assert "Needs your eye" in lines(page)[0]
    assert Dossier.objects.get().state == State.DRAFT
    # Whoever opens the form anew meets what they typed, and makes no second one.
    page.goto(page.url.replace("/outbox", f"{FORM}?for=none"))
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#register_office") == TYPED["register_office"]
    assert page.input_value("[name=id]") == str(Dossier.objects.get().pk)


@pytest.mark.usefixtures("broken")
def test_a_bad_item_does_not_stand_before_a_good_one(visit: Visit) -> None:
    page = signed_in(visit)
    away(page)
    fill(page, filer_name="")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    page.goto(page.url.replace("/outbox", f"{FORM}?new=1"))
    page.wait_for_selector("form[data-ready]")
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert len(lines(page)) == 2
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    expect(page.get_by_text("Needs your eye")).to_be_visible()
    assert sorted(Dossier.objects.values_list("state", flat=True)) == [
        State.DRAFT,
        State.SUBMITTED,
    ]
