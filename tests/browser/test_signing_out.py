"""A phone that others use, left by whatever button: nothing of the last person is found on it."""

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from tests.browser.phone import (
    PASSWORD,
    STORED,
    a_photograph,
    away,
    choose,
    house,
    kept,
    lines,
    offers_no_draft,
    opened,
    signed_in,
)
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NAME, LEFT = TYPED["filer_name"], "Done. Nothing of you is left on this phone."
DIGITS = "Write down these twelve digits"
WHOSE = """async () => {
  const { rows } = await import("/static/portal/keeping.js");
  return (await rows("items")).map((one) => one.who.slice(0, 5));
}"""


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def nothing_is_found(page: Page) -> None:
    """As the next person would look: the outbox, the form, and what lies in the browser."""
    home = page.url.split("/done")[0]
    page.goto(f"{home}/outbox")
    assert lines(page) == []
    page.goto(home + FORM)
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_name") == ""
    offers_no_draft(page)
    assert NAME not in page.evaluate(STORED)


def sign_in(page: Page) -> None:
    page.goto(page.url.replace(FORM, "/sign-in"))
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")


def test_signing_out_leaves_the_phone_and_says_so(visit: Visit) -> None:
    page = signed_in(visit)
    kept(page, "filer_name", NAME)
    page.wait_for_selector("[data-kept][data-state=there]")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text(LEFT)).to_be_visible()
    assert page.url.endswith("/done")
    nothing_is_found(page)
    sign_in(page)
    page.goto(page.url.replace("/mine", FORM))
    expect(page.locator("#filer_name")).to_have_value(NAME)


def test_a_guest_is_forgotten_where_a_draft_was_kept(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", NAME)
    page.get_by_role("button", name="Keep and continue later").click()
    page.wait_for_url("**/kept/**")
    page.get_by_role("button", name="Forget me here").click()
    expect(page.get_by_text(LEFT)).to_be_visible()
    nothing_is_found(page)
    assert Dossier.objects.get().answers["filer_name"] == NAME


def test_what_was_typed_before_signing_in_goes_too(visit: Visit) -> None:
    """Its photograph is on this phone alone, so it stays, locked away under a number of its own."""
    page = opened(visit)
    kept(page, "filer_name", NAME)
    choose(page, a_photograph())
    sign_in(page)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_text(DIGITS)).to_be_visible()
    number = page.locator("[data-number]").inner_text()
    assert page.evaluate(WHOSE) == ["left:"]
    nothing_is_found(page)
    page.goto(page.url.replace(FORM, "/outbox"))
    page.fill("#number", number)
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("Draft, not handed in")).to_be_visible()


def test_another_page_of_the_browser_shows_nobody_any_more(visit: Visit) -> None:
    form = opened(visit)
    kept(form, "filer_name", NAME)
    form.wait_for_selector("[data-kept][data-state=there]")
    # A key that the vault has not got yet when the other page says that somebody leaves.
    form.evaluate("document.querySelector('#filer_address').value = 'Thôn Chưa Kịp Giữ'")
    page = form.context.new_page()
    page.goto(form.url.replace(FORM, "/done"))
    form.dispatch_event("#filer_address", "input")
    page.get_by_role("button", name="I am done").click()
    expect(page.locator("[data-gone]:not([hidden])")).to_be_visible()
    form.wait_for_url(lambda url: url.endswith("/"))
    assert NAME not in form.content()
    form.wait_for_timeout(1000)
    nothing_is_found(page)
    assert "Chưa Kịp Giữ" not in page.evaluate(STORED)


def test_what_was_typed_before_signing_in_is_offered_to_whoever_signs_in(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "copies", "7")
    sign_in(page)
    page.goto(page.url.replace("/mine", f"{FORM}?for=none"))
    page.wait_for_selector("form[data-ready]")
    expect(page.get_by_text("A draft of this form is kept on this phone")).to_be_visible()
    assert page.input_value("#copies") != "7"
    page.get_by_role("button", name="It is mine, go on").click()
    expect(page.locator("#copies")).to_have_value("7")
    page.wait_for_selector("[data-kept][data-state=there]")
    (whose,) = page.evaluate(WHOSE)
    assert whose != "guest"


@pytest.mark.usefixtures("broken")
def test_a_guest_s_draft_of_the_outbox_is_asked_about_before_it_is_filled_in(visit: Visit) -> None:
    page = opened(visit)
    away(page)
    kept(page, "filer_name", NAME)
    other = page.context.new_page()
    page.close()
    other.goto(page.url.replace(FORM, "/outbox"))
    other.get_by_role("link", name="Go on filling in").click()
    other.wait_for_selector("form[data-ready]")
    assert other.input_value("#filer_name") == ""
    expect(other.get_by_text("A draft of this form is kept on this phone")).to_be_visible()
    other.get_by_role("button", name="It is mine, go on").click()
    expect(other.locator("#filer_name")).to_have_value(NAME)
