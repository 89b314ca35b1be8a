"""A speaker records a question with the microphone, keeps it, and a resident hears it."""

import pytest
from playwright.sync_api import expect

from motcua.voices.models import Recording
from tests import cast
from tests.browser.looking import AXE, RULES, SIDEWAYS
from tests.browser.phone import house
from tests.browser.test_listening import PLAYS, form, listen
from tests.chromium import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "mat-khau-cua-giup"


def test_a_question_is_recorded_kept_and_heard_by_a_resident(visit: Visit) -> None:
    house()
    account = cast.volunteer()
    account.set_password(PASSWORD)
    account.language = "en"
    account.save()
    page = visit("/sign-in?next=/village/voices/2.000635/giay", language="en")
    page.fill("input[autocomplete=username]", account.login)
    page.fill("input[type=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-studio]")
    page.evaluate(AXE)
    found = page.evaluate("(rules) => axe.run({runOnly: rules})", RULES)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
    assert page.evaluate(SIDEWAYS) == 0
    page.get_by_role("button", name="Record").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Recording… 2 s.")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept.")).to_be_visible()
    row = Recording.objects.get()
    assert (row.question, row.tongue) == ("filer_name", "giay")
    assert row.seconds >= 2
    resident = form(visit)
    resident.get_by_text("Listen to the questions").click()
    resident.locator("[data-tongue=giay]").click()
    listen(resident).click()
    resident.wait_for_function(PLAYS)
    assert resident.evaluate("() => window.player.duration") >= 1.5
