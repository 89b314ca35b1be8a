"""An old draft meets a newer form, with a line and without one: nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser.looking import unfit
from tests.browser.phone import away, fill, house, kept, lines, opened, signed_in
from tests.chromium import Visit
from tests.dossiers.newer import PURPOSE, newer_law
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BEFORE = {"register_office": "Xã Cốc San", "register_number": "12", "delivery": "electronic"}
# The phone's copy of the form is a day old at most; here it is fetched anew at once.
RENEWED = """async (form) => {
  const pages = await caches.open("motcua-pages");
  await pages.put(form, await fetch(`${form}?shell=1`));
}"""
FIELDS = """async () => {
  const { items } = await import("/static/portal/keeping.js");
  return Object.fromEntries((await items())[0].fields.filter(([_name, value]) => value));
}"""


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def typed(page: Page) -> None:
    fill(page, **BEFORE)
    kept(page, "register_number", "12")


def shows_before(page: Page) -> None:
    """In words, as it was asked and answered."""
    box = page.locator("[data-aside]")
    expect(box).to_be_visible()
    said = " ".join(box.inner_text().split())
    for words in ("registered?", "Xã Cốc San", "12", "How would you like to get the result?"):
        assert words in said, (words, said)
    assert page.locator("[name=id]").count() == 1


def carries(page: Page) -> None:
    said = page.evaluate(FIELDS)
    for name, value in BEFORE.items():
        assert said[f"before:{name}"] == value
    assert said["filer_name"] == TYPED["filer_name"]


def answered(page: Page) -> None:
    """What the newer form asks more, the one of it by what stood there before."""
    page.fill("#written_at", BEFORE["register_office"])
    page.check("input[name=delivery][value=counter]")
    page.check("input[name=unknown][value='paper:old_copy']")
    kept(page, "purpose", "Làm hộ chiếu")


def one_dossier_under(version: int) -> None:
    dossier = Dossier.objects.get()
    assert (dossier.state, dossier.procedure_id) == (State.SUBMITTED, version)
    assert dossier.answers["written_at"] == "Xã Cốc San"
    assert not [name for name in dossier.answers if name.startswith("before:")]


@pytest.mark.usefixtures("broken")
def test_a_guest_s_draft_on_the_phone_opens_in_the_newer_form(visit: Visit) -> None:
    page = opened(visit)
    page.route("**/send/*", lambda route: route.abort())
    page.route("**/line", lambda route: route.abort())
    typed(page)
    law = newer_law()
    page.reload()
    page.wait_for_selector("form[data-ready]")
    shows_before(page)
    assert page.input_value("#filer_name") == TYPED["filer_name"]
    kept(page, "copies", "3")
    carries(page)
    assert unfit(page, "newer-form") == []
    page.set_viewport_size({"width": 1280, "height": 900})
    # Still there after another round, and at the commune too.
    page.unroute("**/send/*")
    page.unroute("**/line")
    page.reload()
    page.wait_for_selector("form[data-ready]")
    shows_before(page)
    kept(page, "copies", "2")
    page.wait_for_selector("[data-kept][data-state=there]")
    draft = Dossier.objects.get()
    assert (draft.answers["before:register_office"], draft.procedure_id) == (
        "Xã Cốc San",
        law.version_id,
    )


@pytest.mark.usefixtures("broken")
def test_without_a_line_the_old_page_keeps_the_newer_answers_and_gives_them_back(
    visit: Visit,
) -> None:
    page = signed_in(visit)
    typed(page)
    page.wait_for_selector("[data-kept][data-state=there]")
    away(page)
    law = newer_law()
    # The shell of the old version: all that was typed is in its fields.
    page.goto(page.url)
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#register_office") == "Xã Cốc San"
    kept(page, "register_number", "12")
    page.context.set_offline(False)
    page.goto(page.url)
    page.wait_for_selector("form[data-ready]")
    shows_before(page)
    answered(page)
    # And the old page once more, with what only the newer form asks.
    page.context.set_offline(True)
    page.goto(page.url)
    page.wait_for_selector("form[data-ready]")
    assert not page.locator("#purpose").count()
    kept(page, "copies", "4")
    assert page.evaluate(FIELDS)["before:purpose"] == "Làm hộ chiếu"
    page.context.set_offline(False)
    page.goto(page.url)
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#purpose") == "Làm hộ chiếu"
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    one_dossier_under(law.version_id)


@pytest.mark.usefixtures("broken")
def test_without_a_line_the_newer_page_shows_what_the_old_one_asked(visit: Visit) -> None:
    page = signed_in(visit)
    typed(page)
    away(page)
    page.context.set_offline(False)
    newer_law()
    page.evaluate(RENEWED, FORM)
    page.context.set_offline(True)
    page.goto(page.url)
    page.wait_for_selector("form[data-ready]")
    shows_before(page)
    kept(page, "copies", "3")
    carries(page)
    assert page.input_value("#copies") == "3"
    assert page.locator("#purpose").count() == 1


@pytest.mark.usefixtures("broken")
def test_what_waits_in_the_outbox_is_asked_for_what_is_new_and_becomes_one_dossier(
    visit: Visit,
) -> None:
    page = signed_in(visit)
    typed(page)
    away(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    law = newer_law()
    page.context.set_offline(False)
    expect(page.get_by_text("Needs your eye")).to_be_visible()
    assert PURPOSE in lines(page)[0]
    page.get_by_role("link", name="Put it right").click()
    page.wait_for_selector("form[data-ready]")
    expect(page.locator("#purpose-error")).to_be_visible()
    shows_before(page)
    answered(page)
    carries(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    one_dossier_under(law.version_id)
