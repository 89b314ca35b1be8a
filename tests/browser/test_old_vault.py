"""What an earlier or a later state of the scripts left on a phone, or tells it, breaks nothing."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser.phone import fill, house, kept, lines, opened, signed_in
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# As the first scripts kept a draft, and beside it what nobody knows: a state of later ones, a mark
# of another kind, a draft and a file that no key opens.
LEFT = """async (typed) => {
  const { keep, owner, write } = await import("/static/portal/keeping.js");
  const { id: who } = await owner(), { id, form, fields } = typed, other = crypto.randomUUID();
  const lost = { who, at: 1, iv: new Uint8Array(12), sealed: new ArrayBuffer(40) };
  await keep({ id, at: 3, form, title: "Old", state: "draft", stale: true, fields });
  await keep({ id: other, at: 2, form, title: "Later", state: "resting", what: "asleep", fields });
  await write("items", { ...lost, id: "lost" });
  await write("files", { ...lost, id: "lost file", item: typed.id });
  await write("marks", { id: "kind:of old", note: 1, who });
}"""
STILL = """async () => {
  const { rows } = await import("/static/portal/keeping.js");
  const ids = [...await rows("items"), ...await rows("files")].map((one) => one.id);
  return ids.filter((id) => id.startsWith("lost"));
}"""
# Of another version, and without two of the stores.
MADE = """(version) => new Promise((done, failed) => {
  const asked = indexedDB.open("motcua", version);
  asked.onupgradeneeded = () => {
    for (const name of ["keys", "items"]) asked.result.createObjectStore(name, { keyPath: "id" });
  };
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => { asked.result.close(); done(); };
})"""
NUMBER = "0d3c6a52-9f0e-4a52-8d3b-0f6f3f1c2b11"


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def answers(page: Page, status: int = 200, **said: Any) -> None:
    """The house, or one of another day, answers each sending so."""
    body, media = json.dumps(said), "application/json"
    page.route("**/send/*", lambda way: way.fulfill(status=status, body=body, content_type=media))


def test_what_can_be_read_is_shown_and_what_cannot_is_left_alone(visit: Visit) -> None:
    page = signed_in(visit)
    fields = [[name, value] for name, value in TYPED.items()]
    page.evaluate(LEFT, {"id": NUMBER, "form": FORM.split("/")[-1], "fields": fields})
    home = page.url.split("/apply")[0]
    page.goto(f"{home}/outbox")
    shown = lines(page)
    assert len(shown) == 2
    assert ["Old Draft, not handed in" in shown[0], "Later Needs your eye" in shown[1]] == [
        True
    ] * 2
    for button in ("Look at it", "Send now", "Delete", "What you typed"):
        assert button in shown[1]
    page.get_by_role("link", name="Go on filling in").click()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#register_office") == TYPED["register_office"]
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert str(Dossier.objects.get(state=State.SUBMITTED).pk) == NUMBER
    page.goto(f"{home}/done")
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Done. You are signed out.")).to_be_visible()
    assert page.evaluate(STILL) == ["lost"]


def test_a_guest_leaves_also_when_something_does_not_open(visit: Visit) -> None:
    page = opened(visit)
    page.route("**/send/*", lambda way: way.fulfill(status=200, body="{}"))
    fields = [["filer_name", "Vàng Thị Thử"]]
    page.evaluate(LEFT, {"id": NUMBER, "form": FORM.split("/")[-1], "fields": fields})
    page.goto(page.url.replace(FORM, "/done"))
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Write down these twelve digits")).to_be_visible()
    number = page.locator("[data-number]").inner_text()
    page.goto(page.url.replace("/done", "/outbox"))
    page.fill("#number", number)
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("Draft, not handed in")).to_be_visible()
    assert len(lines(page)) == 2


def test_a_vault_of_another_version_opens_and_gets_what_it_lacks(visit: Visit) -> None:
    page = visit("/robots.txt", language="en", width=1280)
    page.evaluate(MADE, 7)
    page.goto(page.url.replace("/robots.txt", FORM))
    page.wait_for_selector("form[data-ready]")
    expect(page.locator("[data-room=none]")).to_be_hidden()
    kept(page, "filer_name", "Vàng Thị Thử")
    page.goto(page.url.replace(FORM, "/outbox"))
    assert len(lines(page)) == 1
    assert page.evaluate("indexedDB.databases().then(([one]) => one.version)") == 8


def test_a_word_that_these_scripts_do_not_know_is_looked_at_with_what_was_typed(
    visit: Visit,
) -> None:
    page = signed_in(visit)
    fill(page)
    answers(page, state="deferred", reason="a word of tomorrow")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    said = lines(page)[0]
    for words in ("Needs your eye", "The commune could not take it.", "Look at it", "Send now"):
        assert words in said
    page.get_by_text("What you typed", exact=True).click()
    expect(page.locator("[data-said]")).to_contain_text(TYPED["register_office"])
    expect(page.locator("[data-said]")).to_contain_text("At which committee was it registered?")
    page.unroute("**/send/*")
    page.get_by_role("button", name="Send now").click()
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert Dossier.objects.get().state == State.SUBMITTED


@pytest.mark.parametrize("state", ["received", "kept", "to_come"])
def test_an_answer_that_says_less_than_these_scripts_expect_leads_to_the_outbox(
    visit: Visit, state: str
) -> None:
    page = signed_in(visit)
    fill(page)
    answers(page, state=state)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    words = {"received": "Received by the commune", "kept": "Draft, not handed in"}
    expect(page.get_by_text(words.get(state, "Kept on this phone, not sent yet"))).to_be_visible()
