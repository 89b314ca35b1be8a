"""Ending a help with a photograph still in hand: it is waited for, then the person is asked."""

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier, PaperFile
from tests.browser.phone import SHOWN, a_photograph, fill, on_disk
from tests.browser.rounds import begin as at_the_door
from tests.browser.rounds import go, helper, out, ready
from tests.browser.test_next_person import at_the_village, begin, form
from tests.browser.test_next_person import pytestmark as pytestmark
from tests.chromium import Visit
from tests.portal.forms import TYPED

# A phone that takes so many milliseconds to read a photograph.
SLOW = """(() => {
  const made = window.createImageBitmap;
  window.createImageBitmap = async (...all) => {
    await new Promise((go) => setTimeout(go, %d));
    return made(...all);
  };
})();"""
KEEPING = "is being kept"


@pytest.fixture(autouse=True)
def giup() -> None:
    helper()


def in_hand(page: Page) -> None:
    """A photograph is chosen, and is not in the vault yet."""
    photograph = on_disk(a_photograph())
    page.locator("input[type=file]").first.set_input_files(photograph)
    page.wait_for_timeout(300)
    assert page.locator(SHOWN).count() == 0


def helping(visit: Visit, takes: int) -> Page:
    page = at_the_village(visit)
    begin(page, "Vàng Thị Thử", "1991")
    page.context.add_init_script(SLOW % takes)
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    return page


def ends(page: Page, name: str = "Hand over and end") -> None:
    page.get_by_role("button", name=name).click()


def test_a_photograph_in_hand_is_waited_for_and_goes_with_the_draft(visit: Visit) -> None:
    page = helping(visit, 3_000)
    in_hand(page)
    ends(page)
    expect(page.get_by_text(KEEPING)).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    page.wait_for_url("**/handed/**")
    assert Dossier.objects.get().answers["filer_name"] == TYPED["filer_name"]
    assert PaperFile.objects.count() == 1


def test_what_takes_too_long_is_asked_about(visit: Visit) -> None:
    page = helping(visit, 3_600_000)
    in_hand(page)
    ends(page)
    stay = page.get_by_role("button", name="Back to the form")
    expect(stay).to_be_focused()
    expect(page.get_by_text(KEEPING)).to_be_hidden()
    stay.click()
    expect(page.locator("#filer_name")).to_be_visible()
    assert page.input_value("#filer_name") == TYPED["filer_name"]
    assert "/handed/" not in page.url
    # Whoever lets it go ends all the same; what was typed is with the commune.
    ends(page)
    page.get_by_role("button", name="End without it").click()
    page.wait_for_url("**/handed/**")
    assert Dossier.objects.get().answers["filer_name"] == TYPED["filer_name"]
    assert PaperFile.objects.count() == 0


@pytest.mark.usefixtures("broken")
def test_on_a_round_a_photograph_in_hand_is_sealed_with_the_rest(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    page.context.add_init_script(SLOW % 3_000)
    at_the_door(page, "Vàng Thị Thử", "12/05/1991")
    fill(page)
    in_hand(page)
    ends(page)
    expect(page.get_by_text(KEEPING)).to_be_visible()
    page.wait_for_url("**/village/out?ended=1")
    ready(page)
    page.context.set_offline(False)
    expect(page.locator("[data-view=unsent]")).to_be_hidden(timeout=60_000)
    assert Dossier.objects.get().answers["filer_name"] == TYPED["filer_name"]
    assert PaperFile.objects.count() == 1


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("where", ["/outbox", "/done"])
def test_keys_typed_just_before_another_page_are_kept(visit: Visit, where: str) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    at_the_door(page, "Vàng Thị Thử", "12/05/1991")
    page.fill("#filer_address", TYPED["filer_address"])
    go(page, where)
    ends(page, "Stop")
    page.wait_for_url("**/village/out?ended=1")
    ready(page)
    page.context.set_offline(False)
    expect(page.locator("[data-view=unsent]")).to_be_hidden(timeout=60_000)
    assert Dossier.objects.get().answers["filer_address"] == TYPED["filer_address"]
