"""A volunteer's phone on a day without a line, as the browser tests drive it."""

import re

from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier, HelpedCount
from motcua.helping.models import Help, Outing
from motcua.people.models import Account
from tests import cast
from tests.browser.clocks import off_by
from tests.browser.phone import PASSWORD, STORED, fill, house, kept, lines, offers_no_draft
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

SECRETS = (TYPED["filer_identity"], TYPED["filer_address"])
# What stands in the open in the vault: the names of what a round keeps.
MARKS = """async () => {
  const did = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const vault = await did(indexedDB.open("motcua"));
  const all = await did(vault.transaction("marks").objectStore("marks").getAllKeys());
  vault.close();
  return all;
}"""
MAU = {"filer_name": "Lù A Mẫu", "filer_identity": "000068000002"}


def helper() -> Account:
    """The commune, its two people, and the volunteer of their village."""
    house()
    cast.mau()
    account = cast.volunteer()
    account.set_password(PASSWORD)
    account.language = "en"
    account.save()
    return account


def ready(page: Page) -> None:
    page.wait_for_selector("[data-round][data-ready]")


def go(page: Page, path: str) -> None:
    page.goto(re.sub(r"(\w)/.*", rf"\1{path}", page.url))


def out(visit: Visit, *, ahead: int = 0, **rest: object) -> Page:
    """The morning: signed in, with the list of the village on a phone whose clock is so many
    seconds ahead."""
    page = visit("/sign-in", language="en", width=1280, **rest)
    if ahead:
        off_by(page, ahead)
    page.fill("[name=login]", "giup")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/village/")
    go(page, "/village/out")
    ready(page)
    page.check(f"[name=round][value='{cast.COC_SAN}-01']")
    page.get_by_role("button", name="Take the list along").click()
    expect(page.locator("[data-view=list]")).to_be_visible()
    return page


def begin(page: Page, name: str, birth: str) -> None:
    """At the door of somebody, without a line; the form of an extract is open then."""
    page.locator("[data-home] a").filter(has_text=name).click()
    page.locator("[data-adults] button").filter(has_text=name).click()
    page.fill("#birth", birth)
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    page.get_by_role("button", name="Begin, for half an hour").click()
    expect(page.locator("section[data-help]")).to_contain_text(name)
    page.locator(f"[data-form][href='{FORM}']").click()
    page.wait_for_selector("form[data-ready]")


def tried(page: Page) -> None:
    """One more try to send, which fails, and what the page does when it hears of it."""
    page.evaluate("""() => {
      document.querySelector("[data-view=unsent] [data-fact=tried]").textContent = "";
      window.drawn = 0;
      new MutationObserver(() => { window.drawn += 1; }).observe(
        document.querySelector("[data-unsent]"), { childList: true });
      dispatchEvent(new Event("online"));
    }""")
    page.wait_for_function("() => window.drawn > 0")
    page.wait_for_timeout(500)


def hand_in(page: Page, **typed: str) -> None:
    fill(page, **typed)
    kept(page, "filer_address", TYPED["filer_address"])
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert len(lines(page)) == 1


def end(page: Page) -> None:
    page.get_by_role("button", name="Hand over and end").click()
    page.wait_for_url("**/village/out?ended=1")
    ready(page)


def nothing_of_her(page: Page) -> None:
    """Neither on the page nor in anything that the browser keeps, and not by going back."""
    stored = page.evaluate(STORED)
    for secret in SECRETS:
        assert secret not in page.content() + stored


def two_persons(page: Page) -> None:
    """Thử and Mẫu are helped one after the other, without a line."""
    begin(page, "Vàng Thị Thử", "12/05/1991")
    hand_in(page)
    end(page)
    nothing_of_her(page)
    begin(page, "Lù A Mẫu", "1968")
    assert page.input_value("#filer_identity") == ""
    offers_no_draft(page)
    nothing_of_her(page)
    hand_in(page, **MAU)
    end(page)


def all_in(page: Page) -> None:
    expect(page.locator("[data-view=unsent]")).to_be_hidden(timeout=60_000)
    dossiers = {one.answers["filer_identity"]: one for one in Dossier.objects.all()}
    assert set(dossiers) == {TYPED["filer_identity"], MAU["filer_identity"]}
    assert {bool(one.number) and one.helped for one in dossiers.values()} == {True}
    assert Help.objects.count() == 2
    assert Help.objects.filter(outing=None).count() == 0
    assert HelpedCount.objects.get().count == 2
    assert Outing.objects.get().unsent == 0
