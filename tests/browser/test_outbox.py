"""What the outbox says of a sending that was not taken, and of a number that opens nothing."""

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser.looking import unfit
from tests.browser.phone import fill, house, opened, signed_in
from tests.chromium import Visit
from tests.portal.forms import FORM
from tests.portal.test_confirming import digits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def answered(visit: Visit, status: int) -> Page:
    """The outbox, after the house answered a sending with a page of this status."""
    page = opened(visit)
    fill(page)
    page.route("**/send/**", lambda route: route.fulfill(status=status, body="<h1>no</h1>"))
    box = page.url.replace(FORM, "/outbox")
    # The page goes on by itself once it has been answered.
    with page.expect_navigation():
        page.get_by_role("button", name="Hand in").click()
    page.goto(box)
    expect(page.get_by_text("Needs your eye")).to_be_visible()
    return page


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (413, "The files are too large together."),
        (404, "the machine there answered with the number 404."),
    ],
)
def test_an_answer_that_is_no_word_is_said_in_words(
    visit: Visit, complaints: list[str], status: int, said: str
) -> None:
    page = answered(visit, status)
    item = " ".join(page.locator("[data-items] > li").inner_text().split())
    assert said in item
    assert "Look at it Send now Delete" in item
    assert unfit(page, f"outbox-{status}") == []
    link = page.get_by_role("link", name="Look at it").get_attribute("href") or ""
    assert link.startswith(f"{FORM}?for=none&item=")
    complaints.clear()


def test_what_was_changed_after_it_was_handed_in_is_kept_and_becomes_a_request_of_its_own(
    visit: Visit, complaints: list[str]
) -> None:
    page = signed_in(visit)
    fill(page)
    # The answer is lost; before it is asked for again somebody changes a field in another tab.
    page.route("**/send/**", lambda route: (route.fetch(), route.abort()))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    first = Dossier.objects.get()
    page.evaluate(CHANGED)
    page.unroute("**/send/**")
    expect(page.get_by_text("Needs your eye")).to_be_visible()
    assert "It was handed in before." in page.locator("[data-items] > li").inner_text()
    assert unfit(page, "outbox-reused") == []
    page.set_viewport_size({"width": 1280, "height": 900})
    # A look at the dossier takes nothing off the phone.
    page.goto(page.url.replace("/outbox", f"/receipt/{first.pk}"))
    page.get_by_role("link", name="On this phone").first.click()
    page.get_by_role("button", name="Make it a request of its own").click()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#copies") == "9"
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    made = Dossier.objects.exclude(pk=first.pk).get()
    assert (first.answers["copies"], made.answers["copies"]) == ("2", "9")
    assert (made.state, made.number != first.number) == (State.SUBMITTED, True)
    complaints.clear()


# Not while it is being sent.
CHANGED = """async () => {
  const { items, keep } = await import("/static/portal/keeping.js"), [{ id }] = await items();
  await navigator.locks.request(`motcua:${id}`, async () => {
    const [item] = await items();
    const fields = item.fields.map(([name, said]) => [name, name === "copies" ? "9" : said]);
    await keep({ ...item, state: "waiting", next: 0, fields });
  });
}"""


def test_a_guest_who_confirmed_the_telephone_has_nothing_left_to_confirm(visit: Visit) -> None:
    page = opened(visit)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/confirm")
    page.fill("#code", digits())
    page.get_by_role("button", name="Confirm and hand in").click()
    page.wait_for_url("**/receipt/**")
    expect(page.locator("[data-received]")).to_be_visible()
    page.wait_for_function(COUNTED)
    page.goto(page.url.split("/receipt")[0] + "/outbox")
    number = Dossier.objects.get().number or ""
    expect(page.get_by_text(number)).to_be_visible()
    assert "Needs your eye" not in page.locator("[data-items]").inner_text()


@pytest.mark.parametrize("forgotten", [True, False])
def test_a_browser_that_forgot_what_it_asked_for_asks_for_new_digits(
    visit: Visit, complaints: list[str], forgotten: bool
) -> None:
    page = opened(visit)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/confirm")
    first = digits()
    if forgotten:
        # What a browser was told last is not on its disk yet when it is killed.
        page.context.clear_cookies(name="sessionid")
    page.goto(page.url.replace("/confirm", "/outbox"))
    page.get_by_role("link", name="Confirm the telephone").click()
    page.wait_for_url("**/confirm")
    page.wait_for_selector("#code")
    # It looked whether it was remembered, and the browser reports the refusal.
    assert len(complaints) == forgotten
    complaints.clear()
    # Digits that were asked for and are remembered stay good: none are sent twice.
    assert (digits() == first) is not forgotten
    page.fill("#code", digits())
    page.get_by_role("button", name="Confirm and hand in").click()
    page.wait_for_url("**/receipt/**")
    # What the forgotten browser had left with the commune is not there beside it.
    one = Dossier.objects.get()
    assert one.state != State.DRAFT
    expect(page.locator("main")).to_contain_text(one.number or "–")
    page.wait_for_function(COUNTED)


COUNTED = """async () => {
  const { rows } = await import("/static/portal/keeping.js");
  return !(await rows("items")).length;
}"""


def test_a_number_that_is_not_whole_is_told_from_one_that_opens_nothing(visit: Visit) -> None:
    page = visit("/outbox", language="en", width=1280)
    page.wait_for_selector("[data-items][data-drawn]", state="attached")
    page.fill("#number", "1234")
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("The number has twelve digits.")).to_be_visible()
    expect(page.locator("#number")).to_be_focused()
    expect(page.locator("#number")).to_have_attribute("aria-invalid", "true")
    page.fill("#number", "123 456 789 012")
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("Nothing on this phone opens with this number.")).to_be_visible()
    expect(page.get_by_text("The number has twelve digits.")).to_be_hidden()
    assert unfit(page, "outbox-unknown") == []
