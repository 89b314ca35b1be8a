"""What came when nothing more was taken: its words are read in the outbox, copied and deleted."""

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers import actions
from motcua.dossiers.models import Arrival, Dossier
from motcua.dossiers.states import State
from tests import cast
from tests.browser.looking import unfit
from tests.browser.phone import house, lines
from tests.browser.test_bringing import corrected, supplementing
from tests.chromium import Visit
from tests.dossiers import story
from tests.unchanged import everything

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def decided(dossier: Dossier) -> None:
    """Meanwhile it came to an end, by another telephone of the same person."""
    press = story.press(Dossier.objects.get(), cast.acting(cast.resident()))
    actions.withdraw(press, reason="")
    assert Dossier.objects.get(pk=dossier.pk).state == State.WITHDRAWN


def sent_too_late(visit: Visit) -> tuple[Page, Dossier]:
    page, dossier = supplementing(visit)
    corrected(page)
    decided(dossier)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/outbox")
    return page, dossier


def test_its_words_stand_in_the_outbox_with_the_reason(visit: Visit, complaints: list[str]) -> None:
    page, dossier = sent_too_late(visit)
    expect(page.locator("[data-items] > li")).to_have_count(1)
    said = lines(page)[0]
    for words in (
        "Needs your eye",
        "It came too late and was not taken.",
        "takes nothing more.",
        "Open my dossier",
        "Delete",
    ):
        assert words in said
    box = page.locator("[data-said]")
    expect(box).to_contain_text("13/05/1991")
    expect(box.locator("a[download]")).to_have_count(1)
    assert unfit(page, "outbox-late") == []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert "13/05/1991" in page.evaluate("navigator.clipboard.readText()")
    assert page.get_by_role("link", name="Open my dossier").get_attribute("href") == (
        f"/mine/{dossier.pk}"
    )
    assert not Arrival.objects.exclude(taken_at=None).exists()
    before = everything()
    page.once("dialog", lambda ask: ask.accept())
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("[data-nothing]")).to_be_visible()
    assert everything() == before
    complaints.clear()
