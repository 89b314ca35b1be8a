"""The desk by the keyboard alone in a real browser; axe, sizes and sideways scrolling."""

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.people.models import Account
from motcua.results.actions import ask_for_document
from tests import cast
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.chromium import Visit
from tests.dossiers import story
from tests.dossiers.births import in_hand
from tests.results.samples_post import POST

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


def opened(visit: Visit, live_server: LiveServer, who: Account, path: str, width: int) -> Page:
    """A page of the desk as somebody who is signed in already."""
    client = Client()
    client.force_login(who, backend="motcua.people.backends.AccountBackend")
    page = visit("/robots.txt", width=width, height=900)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(live_server.url + path)
    return page


def test_the_officer_decides_two_extracts_with_three_keys_each(
    visit: Visit, live_server: LiveServer
) -> None:
    law = story.law()
    # Of two that are due at one moment the list shows the lower key first.
    first, second = sorted((story.submitted(law), story.submitted(law)), key=lambda one: one.pk)
    story.birth_entry()
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/d/**")
    page.keyboard.press("t")
    expect(page.locator("[data-key='c']")).to_be_visible()
    page.keyboard.press("c")
    page.wait_for_url(f"**/desk/d/{second.pk}**")
    first.refresh_from_db()
    assert first.at_step == Step.SIGN
    page.keyboard.press("t")
    expect(page.locator("[data-key='c']")).to_be_visible()
    page.keyboard.press("c")
    page.wait_for_url("**/desk")
    second.refresh_from_db()
    assert second.at_step == Step.SIGN


def test_the_chair_reads_each_and_signs_all_by_keys(visit: Visit, live_server: LiveServer) -> None:
    one = story.checked(story.law())
    page = opened(visit, live_server, cast.chair(), "/desk/sign", 1280)
    page.keyboard.press("n")
    page.wait_for_url("**?open=**")
    expect(page.get_by_text("Lò Thị Mẹ").first).to_be_visible()
    page.keyboard.press("s")
    page.wait_for_url("**/desk/sign/batch/**")
    one.refresh_from_db()
    assert one.at_step == Step.PRESS


def test_a_reason_is_typed_and_refused_without_it(visit: Visit, live_server: LiveServer) -> None:
    dossier = story.submitted(story.law())
    path = f"/desk/d/{dossier.pk}"
    page = opened(visit, live_server, cast.receptionist(), path, 1280)
    page.keyboard.press("x")
    field = page.locator("#refuse_intake-reason")
    expect(field).to_be_focused()
    field.fill("Không thuộc thẩm quyền của xã")
    page.locator("#do-refuse_intake button[type=submit]").press("Enter")
    page.wait_for_url("**did=refuse_intake**")
    assert Dossier.objects.get().where == State.NOT_ACCEPTED


@pytest.mark.parametrize("width", [360, 1280])
def test_a_registration_is_corrected_with_a_reason(
    visit: Visit, live_server: LiveServer, complaints: list[str], width: int
) -> None:
    dossier = in_hand()
    page = opened(visit, live_server, cast.officer(), f"/desk/d/{dossier.pk}", width)
    page.locator("#otherwise summary").click()
    page.locator("[name='stated-child_name']").fill("Lù Thị Đào Mai")
    page.locator("#register [data-key='c']").click()
    expect(page.locator("[name='stated-child_name']")).to_have_value("Lù Thị Đào Mai")
    assert (faults(page), page.evaluate(SIDEWAYS)) == ([], 0)
    page.locator("[name='check-reason']").fill("Theo Giấy chứng sinh")
    page.locator("#register [data-key='c']").click()
    expect(page.locator("#register [data-key='c']")).to_have_count(0)
    dossier.refresh_from_db()
    assert dossier.finding["corrections"][0]["why"] == "Theo Giấy chứng sinh"
    complaints.clear()  # the browser reports the 422


def test_the_slips_of_a_dossier_are_seen_on_the_screen(
    visit: Visit, live_server: LiveServer
) -> None:
    dossier = story.submitted(story.law())
    ask_for_document(
        commune=cast.COC_SAN,
        kind="slip",
        template="post_list",
        data=POST,
        about=f"dossier:{dossier.pk}",
        key="test:slip",
        by=cast.acting(cast.officer()),
        at=cast.AT,
    )
    page = opened(visit, live_server, cast.officer(), f"/desk/d/{dossier.pk}", 1280)
    expect(page.locator("#documents li")).to_be_visible()


PAGES = {
    "list": (cast.officer, "/desk"),
    "dossier": (cast.officer, "/desk/d/{}"),
    "many": (cast.officer, "/desk/bulk/take_up?all=1"),
    "none of many": (cast.officer, "/desk/bulk/check?pick={}"),
    "handing many": (cast.receptionist, "/desk/bulk/hand_over?pick={2}"),
    "search": (cast.officer, "/desk/search?q=vang+th"),
    "sign": (cast.chair, "/desk/sign?open={}"),
    "reception": (cast.receptionist, "/desk/reception"),
    "services": (cast.receptionist, "/desk/intake"),
    "intake": (cast.receptionist, "/desk/intake/2.000635"),
    "register": (cast.receptionist, "/desk/register"),
    "books": (cast.officer, "/desk/books?year=2026"),
    "book": (cast.officer, "/desk/books/birth/2026"),
    "entry": (cast.officer, "/desk/books/entry/{1}"),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_the_desk_are_fit_for_everybody(
    visit: Visit, live_server: LiveServer, name: str
) -> None:
    who, path = PAGES[name]
    dossier = story.checked(story.law())
    story.submitted(story.law())
    paid = story.submitted(story.law())
    Dossier.objects.filter(pk=paid.pk).update(state=State.DONE, fee_due=0)
    address = path.format(dossier.pk, dossier.entry_id, paid.pk)
    page = opened(visit, live_server, who(), address, 1280)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == [], width
        assert page.evaluate(SMALL_TEXT) == [], width
        assert page.evaluate(SMALL_TARGETS) == [], width
        assert page.evaluate(SIDEWAYS) <= 0, width
