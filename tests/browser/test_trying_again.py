"""How long a sending waits for its next try: a broken line no time, a failing commune a minute."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests.browser.phone import away, fill, house, opened, signed_in
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = 86_400_000
# One more try of the only item, as if there had been so many; its wait then, in milliseconds.
TRIED = """async (tries) => {
  const { items, keep } = await import("/static/portal/keeping.js");
  const { deliver } = await import("/static/portal/outbox.js"), [item] = await items();
  await keep({ ...item, state: "waiting", tries, next: 0 });
  await deliver(item);
  const [{ state, last, next }] = await items();
  return [state, next - last];
}"""
# The phone's clock was ahead when it tried last, and was put right since.
TRIED_AHEAD = """async (ahead) => {
  const { items, keep } = await import("/static/portal/keeping.js"), [item] = await items();
  const last = Date.now() + ahead;
  await keep({ ...item, state: "waiting", tries: 6, last, next: last + 60000 });
}"""
TYPED_SINCE = """async () => {
  const { items, keep } = await import("/static/portal/keeping.js"), [item] = await items();
  const fields = item.fields.map(([name, said]) => [name, name === "copies" ? "9" : said]);
  await keep({ ...item, state: "draft", at: Date.now(), fields, stale: true });
}"""
KEPT = """async () => {
  const { items } = await import("/static/portal/keeping.js");
  return (await items()).map(({ state, fields }) => [state, Object.fromEntries(fields).copies]);
}"""


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def waiting(visit: Visit) -> Page:
    """The outbox without a line, with one request in it."""
    page = signed_in(visit)
    away(page)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    return page


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("tries", [0, 3, 40])
def test_a_line_that_broke_is_tried_as_soon_as_it_answers(visit: Visit, tries: int) -> None:
    page = waiting(visit)
    assert page.evaluate(TRIED, tries) == ["waiting", 0]
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(("tries", "wait"), [(0, 2_000), (3, 16_000), (5, 60_000), (40, 60_000)])
def test_a_commune_that_fails_is_given_a_minute_at_most(
    visit: Visit, complaints: list[str], tries: int, wait: int
) -> None:
    page = opened(visit)
    fill(page)
    page.route("**/send/**", lambda route: route.fulfill(status=503, body=""))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert page.evaluate(TRIED, tries) == ["waiting", wait]
    page.reload()
    line: Any = page.locator("[data-items] > li")
    expect(line).to_contain_text("Next try" if wait > 3_000 else "It is sent by itself")
    complaints.clear()


@pytest.mark.usefixtures("broken")
def test_a_clock_that_was_put_right_holds_nothing_up(visit: Visit) -> None:
    page = waiting(visit)
    page.evaluate(TRIED_AHEAD, DAY)
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert Dossier.objects.count() == 1


def test_what_is_typed_while_it_is_sent_is_a_draft_of_its_own(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)

    def slow(route: Any) -> None:
        other = page.context.new_page()
        other.goto(page.url.split("/apply")[0] + "/help")
        other.evaluate(TYPED_SINCE)
        other.close()
        route.continue_()

    page.route("**/send/**", slow)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    expect(page.locator("[data-received]")).to_be_visible()
    assert Dossier.objects.get(state=State.SUBMITTED).answers["copies"] == "2"
    assert page.evaluate(KEPT) == [["draft", "9"]]
