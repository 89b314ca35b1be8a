"""Little room, or none, is said before anything is typed; a full phone is a really full one."""

import pytest
from playwright.sync_api import Page, expect

from bench.cuts.phone import EMPTIED, FILLED
from motcua.dossiers.models import Dossier
from tests.browser.looking import unfit
from tests.browser.phone import (
    a_photograph,
    choose,
    fill,
    house,
    kept,
    lines,
    on_a_phone_of,
    opened,
    signed_in,
)
from tests.chromium import Visit
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROOM = 4_000_000
LITTLE, NONE = "[data-room=little]", "[data-room=none]"


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def again(page: Page) -> None:
    page.reload()
    page.wait_for_selector("form[data-ready]")


def test_with_room_nothing_is_said(visit: Visit) -> None:
    page = opened(visit)
    page.wait_for_function(TRIED)
    expect(page.locator(LITTLE)).to_be_hidden()
    expect(page.locator(NONE)).to_be_hidden()


# Nothing of what was tried is left.
TRIED = """async () => {
  const { rows } = await import("/static/portal/keeping.js");
  return !(await rows("marks")).length;
}"""


def test_a_phone_that_is_nearly_full_says_so_before_the_first_key(visit: Visit) -> None:
    page = on_a_phone_of(800_000, visit, f"{FORM}?for=none")
    page.wait_for_selector("form[data-ready]")
    expect(page.locator(LITTLE)).to_be_visible()
    assert page.locator(LITTLE).evaluate(ABOVE)
    assert "before you close this page" in page.locator(LITTLE).inner_text()
    # What is typed still finds room.
    kept(page, "filer_name", "Vàng Thị Thử")


ABOVE = """(said) => {
  const first = document.querySelector("form[data-draft] input:not([type=hidden])");
  return said.getBoundingClientRect().bottom < first.getBoundingClientRect().top;
}"""


def test_a_browser_that_may_let_go_says_so_and_moves_nothing_under_a_finger(visit: Visit) -> None:
    page = opened(visit)
    page.add_init_script("navigator.storage.persisted = async () => false")
    again(page)
    passing, button = page.locator("[data-room=passing]"), page.locator("a[data-listen]").first
    button.scroll_into_view_if_needed()
    page.evaluate(MOVED)
    # A finger stays down for a moment; what it pressed is still under it when it goes up.
    button.click(delay=400)
    assert page.evaluate("() => window.lifted") is True
    expect(passing).to_be_visible()
    assert passing.evaluate(ABOVE)
    assert page.input_value("#filer_name") == ""


# Whether a finger that pressed the first button to listen was lifted over the same.
MOVED = """() => {
  const button = document.querySelector("a[data-listen]");
  const lifted = ({ target }) => { window.lifted = button.contains(target); };
  addEventListener("pointerup", lifted, { once: true });
}"""


def test_a_browser_that_tells_of_little_is_believed(visit: Visit) -> None:
    page = opened(visit)
    page.add_init_script("navigator.storage.estimate = async () => ({ quota: 1e8, usage: 9.1e7 })")
    again(page)
    expect(page.locator(LITTLE)).to_be_visible()


def test_a_full_phone_says_so_and_keeps_again_when_there_is_room(visit: Visit) -> None:
    page = on_a_phone_of(ROOM, visit, f"{FORM}?for=none")
    page.wait_for_selector("form[data-ready]")
    kept(page, "filer_name", "Vàng Thị Thử")
    assert page.evaluate(FILLED) > 0
    page.fill("#filer_name", "Vàng Thị Khác")
    page.wait_for_selector("[data-kept][data-state=unkept]")
    # The commune has it; that the phone could not note so stands before nothing.
    page.wait_for_selector("[data-kept][data-state=there]")
    page.evaluate(EMPTIED)
    kept(page, "register_office", "Xã Cốc San")
    page.wait_for_selector("[data-kept][data-state=there]")
    answers = Dossier.objects.get().answers
    assert (answers["filer_name"], answers["register_office"]) == ("Vàng Thị Khác", "Xã Cốc San")


def test_a_full_phone_hands_in_all_the_same(visit: Visit) -> None:
    page = on_a_phone_of(ROOM, visit, "/sign-in")
    page = signed_in(lambda *_path, **_rest: page)
    fill(page)
    page.evaluate(FILLED)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.get().number
    # The draft that the phone could not mark as sent does not stand there as one.
    page.evaluate(TAKEN_OFF)
    page.goto(page.url.split("/receipt")[0] + "/outbox")
    assert [one for one in lines(page) if "Draft" in one] == []
    page.goto(page.url.replace("/outbox", f"{FORM}?for=none&new=1"))
    page.wait_for_selector("form[data-ready]")
    assert page.evaluate("Object.keys(sessionStorage).includes('typing')") is False


TAKEN_OFF = """async () => {
  const { rows } = await import("/static/portal/keeping.js");
  for (const until = Date.now() + 20000; (await rows("items")).length;) {
    if (Date.now() > until) throw new Error("the draft is still there");
    await new Promise((go) => setTimeout(go, 50));
  }
}"""


@pytest.mark.usefixtures("broken")
def test_a_guest_who_leaves_a_full_phone_is_told_what_is_not_done(visit: Visit) -> None:
    page = on_a_phone_of(ROOM, visit, f"{FORM}?for=none")
    page.wait_for_selector("form[data-ready]")
    kept(page, "filer_name", "Vàng Thị Thử")
    choose(page, a_photograph())
    page.goto(page.url.split("/apply")[0] + "/done")
    page.evaluate(FILLED)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Not finished yet: this phone has no room left")).to_be_visible()
    assert unfit(page, "a full phone is left") == []
    page.evaluate(EMPTIED)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Write down these twelve digits")).to_be_visible()
    expect(page.get_by_text("Not finished yet")).to_be_hidden()


@pytest.mark.usefixtures("broken")
def test_who_leaves_a_full_phone_without_a_line_hears_that_it_is_not_done(visit: Visit) -> None:
    page = on_a_phone_of(ROOM, visit, "/sign-in")
    page = signed_in(lambda *_path, **_rest: page)
    page.goto(page.url.split("/apply")[0] + "/done")
    page.evaluate(FILLED)
    page.context.set_offline(True)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Not finished yet: this phone has no room left")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Nothing of you is left on this phone")).to_be_visible()
    page.goto(page.url.replace("/done", "/mine"))
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


@pytest.mark.parametrize(
    "script",
    [
        "Object.defineProperty(window, 'indexedDB', { value: undefined })",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }",
    ],
)
def test_without_a_vault_it_is_said_and_the_form_goes_as_it_always_went(
    visit: Visit, script: str
) -> None:
    page = signed_in(visit)
    page.add_init_script(script)
    page.goto(page.url)
    expect(page.locator(NONE)).to_be_visible()
    assert page.locator(NONE).evaluate(ABOVE)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.get().number


@pytest.mark.usefixtures("broken")
def test_what_waits_where_it_may_be_deleted_is_told_of_on_the_outbox(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    expect(page.locator("[data-room=may_go]")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    expect(page.locator("[data-room=may_go]")).to_be_hidden()


@pytest.mark.parametrize("shown", [LITTLE, NONE])
def test_the_sentences_fit_a_phone_and_are_heard(visit: Visit, shown: str) -> None:
    page = visit(f"{FORM}?for=none", width=360)
    page.wait_for_selector("form[data-ready]")
    # It comes when somebody begins to fill in the form.
    page.focus("#filer_name")
    page.locator(shown).evaluate("(one) => { one.hidden = false; }")
    assert unfit(page, shown[11:-1]) == []
