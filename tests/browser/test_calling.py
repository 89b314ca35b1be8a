"""“Have someone call me” on a phone: from the question to the promise, and without a line."""

import pytest
from playwright.sync_api import expect

from motcua.dossiers.calling.models import Call
from motcua.dossiers.models import Dossier
from tests.browser.looking import AXE, RULES
from tests.browser.phone import has_script, house, kept, opened
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
ASK = "Have someone call me"


@pytest.fixture(autouse=True)
def commune() -> None:
    house()


def test_who_stops_at_a_question_is_promised_a_call(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    page.locator("a[data-call=register_office]").click()
    page.wait_for_url("**/call/*")
    expect(page.get_by_text("You stopped at: “")).to_be_visible()
    page.evaluate(AXE)
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    assert [one["id"] for one in found["violations"]] == []
    page.fill("#phone", "0990 000 001")
    page.get_by_role("button", name="Call me", exact=True).click()
    expect(page.get_by_role("heading", name="Someone will call you")).to_be_visible()
    call = Call.objects.get()
    assert (call.question, call.phone) == ("register_office", "+84990000001")
    assert Dossier.objects.get().answers["filer_name"] == "Vàng Thị Thử"


@pytest.mark.usefixtures("broken")
def test_without_a_line_nobody_was_told_and_the_page_says_so(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    has_script(page, "calling")
    page.context.set_offline(True)
    page.get_by_role("button", name=ASK).click()
    expect(page.locator("[data-calling]")).to_be_visible()
    expect(page.locator("[data-calling]")).to_be_focused()
    assert not Call.objects.exists()
    page.context.set_offline(False)
    page.get_by_role("button", name=ASK).click()
    page.wait_for_url("**/call/*")
