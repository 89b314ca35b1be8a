"""A new version of the scripts comes to a phone that keeps a page of the version before."""

import pytest
from playwright.sync_api import Page

from tests.browser.phone import has_page, house, opened
from tests.chromium import Visit
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A script that a page kept two days ago names, and one that no page can name any more.
YESTERDAY, SPRING = "/static/portal/yesterday.js", "/static/portal/spring.js"
KEPT_BEFORE = """async ([form, yesterday, spring]) => {
  const dated = (text, type, days) => new Response(text, { headers: {
    "Content-Type": type, Date: new Date(Date.now() - days * 86400000).toUTCString(),
  } });
  const fixed = await caches.open("motcua-fixed"), pages = await caches.open("motcua-pages");
  const says = "document.body.dataset.version = 'before'";
  await fixed.put(yesterday, dated(says, "text/javascript", 2));
  await fixed.put(spring, dated(says, "text/javascript", 40));
  const page = (await (await pages.match(form)).text())
    .replace(/src="[^"]*draft[^"]*"/, `src="${yesterday}"`);
  await pages.put(form, dated(page, "text/html", 0));
}"""
# A worker that is let go is registered by the next page, and renews what the phone keeps.
LET_GO = "async () => (await navigator.serviceWorker.getRegistration()).unregister()"
RENEWED = """async (spring) => {
  await navigator.serviceWorker.ready;
  for (const until = Date.now() + 20000; await caches.match(spring);) {
    if (Date.now() > until) throw new Error("what is old was never let go");
    await new Promise((go) => setTimeout(go, 50));
  }
}"""
TODAYS = """async ([form, yesterday]) => {
  const names = async () => (await (await caches.match(form)).text()).includes(yesterday);
  for (const until = Date.now() + 20000; await names();) {
    if (Date.now() > until) throw new Error("the page of before was never renewed");
    await new Promise((go) => setTimeout(go, 50));
  }
}"""


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def updated(page: Page) -> None:
    """Another page than the form brings the new worker, so that the form stays as it was kept."""
    page.evaluate(LET_GO)
    page.goto(page.url.replace(FORM, "/help"))
    page.evaluate(RENEWED, SPRING)


@pytest.mark.usefixtures("broken")
def test_a_page_of_before_has_its_scripts_without_a_line(visit: Visit) -> None:
    page = opened(visit)
    has_page(page)
    page.evaluate(KEPT_BEFORE, [FORM, YESTERDAY, SPRING])
    updated(page)
    page.context.set_offline(True)
    page.goto(page.url.replace("/help", FORM))
    page.wait_for_selector("body[data-version=before]")
    assert page.locator("#filer_name").is_visible()


@pytest.mark.usefixtures("broken")
def test_with_a_line_the_page_of_today_takes_its_place(visit: Visit) -> None:
    page = opened(visit)
    has_page(page)
    page.evaluate(KEPT_BEFORE, [FORM, YESTERDAY, SPRING])
    updated(page)
    page.goto(page.url.replace("/help", FORM))
    page.wait_for_selector("form[data-ready]")
    page.evaluate(TODAYS, [FORM, YESTERDAY])
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("form[data-ready]")
    assert page.locator("body[data-version]").count() == 0
    assert page.locator("#filer_name").is_visible()
