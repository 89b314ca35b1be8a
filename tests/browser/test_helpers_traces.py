"""What a helper's browser keeps besides pages: photographs, addresses, titles, what it fills in."""

import re
from urllib.parse import unquote

from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from tests.browser.phone import SHOWN, STORED, a_photograph, choose, fill, kept
from tests.browser.test_next_person import at_the_village, begin, form, giup
from tests.browser.test_next_person import pytestmark as pytestmark
from tests.chromium import Visit
from tests.portal.forms import TYPED

__all__ = ["giup"]
NAME = "giay khai sinh cua Thu.jpg"
SECRETS = (TYPED["filer_name"], TYPED["filer_identity"], TYPED["filer_address"], "khai sinh cua")


def heard(page: Page) -> list[str]:
    """Each address and title that this browser comes to, as its history keeps them."""
    kept_in_history: list[str] = []
    page.on("framenavigated", lambda frame: kept_in_history.append(unquote(frame.url)))
    page.on("load", lambda loaded: kept_in_history.append(loaded.title()))
    return kept_in_history


def test_photographs_addresses_and_titles_tell_the_next_person_nothing(visit: Visit) -> None:
    page = at_the_village(visit)
    history = heard(page)
    begin(page, "Vàng Thị Thử", "1991")
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    kept(page, "filer_name", TYPED["filer_name"])
    choose(page, a_photograph(NAME))
    page.get_by_role("button", name="Hand over and end").click()
    page.wait_for_url("**/handed/**")
    begin(page, "Lù A Mẫu", "1968")
    form(page)
    assert page.locator(SHOWN).count() == 0
    stored = page.evaluate(STORED)
    assert not [word for word in (*SECRETS, "JFIF", "Exif") if word in stored]
    typed = "[...document.querySelectorAll('main input:not([type=hidden])')]"
    offers = page.evaluate(f"{typed}.map((one) => one.autocomplete)")
    assert set(offers) <= {"off", ""}
    assert [said for said in history if any(secret in said for secret in SECRETS)] == []
    assert len([said for said in history if re.search("/(apply|handed|village)", said)]) >= 4
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("[data-help]")).to_have_count(0)
    assert Dossier.objects.filter(answers__filer_name=TYPED["filer_name"]).exists()
