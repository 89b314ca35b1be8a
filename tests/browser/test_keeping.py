"""A bad line and a borrowed phone: what is typed stays, what is handed in arrives once."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from tests import cast
from tests.chromium import Visit
from tests.dossiers import story
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "mat-khau-cua-thu"
LISTS = ("event", "relation", "subject_sex", "delivery")


@pytest.fixture(autouse=True)
def house() -> None:
    """The commune, its law and one resident with a telephone."""
    cast.coc_san()
    story.law()
    account = cast.resident()
    account.set_password(PASSWORD)
    account.language = "en"
    account.save()


def opened(visit: Visit, **rest: Any) -> Page:
    """The form, with the scripts that keep at work."""
    page = visit(FORM, language="en", width=1280, **rest)
    page.wait_for_selector("form[data-ready]")
    return page


def kept(page: Page, name: str, value: str) -> None:
    """Type, and wait until the phone says that it has it."""
    before = page.get_attribute("[data-kept]", "data-kept") or ""
    page.fill(f"#{name}", value)
    page.wait_for_function(
        "(before) => document.querySelector('[data-kept]').dataset.kept !== before", arg=before
    )


@pytest.fixture
def broken(visit: Visit, complaints: list[str]) -> Iterator[None]:
    """A test that takes the line away: the browser complains of that, and of nothing else."""
    yield
    heard, lost = [*complaints], ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")
    complaints.clear()
    assert [one for one in heard if not any(why in one for why in lost)] == []


def again(page: Page) -> Page:
    """The same phone after the tab was closed."""
    other = page.context.new_page()
    page.close()
    return other


def fill(page: Page, **typed: str) -> None:
    """All that Thử types to ask for her extract."""
    for name, value in {**TYPED, **typed}.items():
        if name not in LISTS:
            page.fill(f"#{name}", value)
        elif page.locator(f"select#{name}").count():
            page.select_option(f"#{name}", value)
        else:
            page.check(f"input[name={name}][value={value}]")


def signed_in(visit: Visit, **rest: Any) -> Page:
    """Thử, at her telephone, on the form that the commune filled in for her."""
    page = visit("/sign-in", language="en", width=1280, **rest)
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")
    page.goto(page.url.replace("/mine", f"{FORM}?for=none"))
    page.wait_for_selector("form[data-ready]")
    return page


def lines(page: Page) -> list[str]:
    """What the outbox shows, a line for each item."""
    page.wait_for_selector("[data-items][data-drawn]", state="attached")
    expect(page.locator("[data-items] li, [data-nothing]:not([hidden])").first).to_be_visible()
    return [" ".join(one.split()) for one in page.locator("[data-items] li").all_inner_texts()]


def test_what_is_typed_is_there_again_after_the_tab_was_closed(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    kept(page, "register_office", "Xã Cốc San")
    other, home = again(page), page.url
    other.goto(home)
    ask = other.locator("[data-found]")
    # A guest's phone may be anybody's: nothing is shown before somebody says that it is theirs.
    expect(ask).to_be_visible()
    assert other.input_value("#filer_name") == ""
    other.get_by_role("button", name="It is mine, go on").click()
    assert other.input_value("#filer_name") == "Vàng Thị Thử"
    assert other.input_value("#register_office") == "Xã Cốc San"


def test_with_a_line_the_commune_keeps_it_as_well_as_one_draft(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    page.wait_for_selector("[data-kept][data-state=there]")
    kept(page, "register_office", "Xã Cốc San")
    page.wait_for_selector("[data-kept][data-state=there]")
    draft = Dossier.objects.get()
    assert draft.state == State.DRAFT
    assert draft.answers["filer_name"] == "Vàng Thị Thử"
    assert draft.answers["register_office"] == "Xã Cốc San"


@pytest.mark.usefixtures("broken")
def test_handed_in_without_a_line_it_waits_and_arrives_once(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert "Kept on this phone, not sent yet" in lines(page)[0]
    assert not Dossier.objects.exclude(state=State.DRAFT).exists()
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible(timeout=8_000)
    dossier = Dossier.objects.get()
    assert dossier.state == State.SUBMITTED
    assert dossier.number in lines(page)[0]


@pytest.mark.usefixtures("broken")
def test_what_waits_can_be_changed_and_goes_as_it_was_changed(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    fill(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    page.get_by_role("link", name="Change something").click()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#register_office") == TYPED["register_office"]
    kept(page, "copies", "5")
    page.context.set_offline(False)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    dossier = Dossier.objects.get()
    assert (dossier.state, dossier.answers["copies"]) == (State.SUBMITTED, "5")


@pytest.mark.usefixtures("broken")
def test_an_answer_that_is_lost_on_the_way_makes_no_second_dossier(visit: Visit) -> None:
    page, lost = signed_in(visit), []

    def lose(route: Route) -> None:
        if not lost and "hand_in" in (route.request.post_data or ""):
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/send/*", lose)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert Dossier.objects.get().state == State.SUBMITTED
    expect(page.get_by_text("Received by the commune")).to_be_visible(timeout=8_000)
    assert (lost, Dossier.objects.count()) == ([200], 1)


def test_what_the_commune_refuses_becomes_a_draft_with_the_reasons_beside_it(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page, filer_name="")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**judge=1")
    expect(page.locator("#filer_name-error")).to_be_visible()
    assert page.input_value("#register_office") == TYPED["register_office"]
    page.goto(page.url.split("/apply")[0] + "/outbox")
    assert "Needs your eye" in lines(page)[0]
    assert Dossier.objects.get().state == State.DRAFT


@pytest.mark.usefixtures("broken")
def test_a_bad_item_does_not_stand_before_a_good_one(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    page.context.set_offline(True)
    fill(page, filer_name="")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    page.goto(page.url.replace("/outbox", f"{FORM}?new=1"))
    page.wait_for_selector("form[data-ready]")
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    assert len(lines(page)) == 2
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible(timeout=10_000)
    expect(page.get_by_text("Needs your eye")).to_be_visible(timeout=10_000)
    assert sorted(Dossier.objects.values_list("state", flat=True)) == [
        State.DRAFT,
        State.SUBMITTED,
    ]


@pytest.mark.usefixtures("broken")
def test_the_next_person_sees_nothing_and_the_owner_all_of_it(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    page.context.set_offline(True)
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    page.goto(page.url.replace("/outbox", "/done"))
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Done. You are signed out.")).to_be_visible()
    page.context.set_offline(False)
    page.goto(page.url.replace("/done", "/"))
    # Signed out at the commune before anything else, although the line was away when she left.
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.goto(page.url + "outbox")
    assert lines(page) == []
    page.goto(page.url.replace("/outbox", FORM))
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_name") == ""
    assert not page.locator("[data-found]").is_visible()
    stored = page.evaluate(STORED)
    assert TYPED["filer_name"] not in stored
    assert TYPED["filer_identity"] not in stored
    assert not Dossier.objects.exclude(state=State.DRAFT).exists()
    page.goto(page.url.replace(FORM, "/sign-in"))
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")
    page.goto(page.url.replace("/mine", "/outbox"))
    expect(page.get_by_text("Received by the commune")).to_be_visible(timeout=8_000)
    assert Dossier.objects.filter(state=State.SUBMITTED).count() == 1


@pytest.mark.usefixtures("broken")
def test_without_a_worker_who_left_is_signed_out_by_the_next_page(visit: Visit) -> None:
    page = signed_in(visit, service_workers="block")
    page.goto(page.url.split("/apply")[0] + "/done")
    page.context.set_offline(True)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Nothing of you is left on this phone")).to_be_visible()
    page.context.set_offline(False)
    page.goto(page.url.replace("/done", "/mine"))
    page.wait_for_url(lambda url: not url.endswith("/mine"))
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


@pytest.mark.usefixtures("broken")
def test_a_page_of_ones_own_opens_without_a_line_and_holds_no_key(visit: Visit) -> None:
    page = signed_in(visit)
    page.evaluate("navigator.serviceWorker.ready")
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    page.reload()
    page.wait_for_function("caches.keys().then((all) => all.some((one) => one.includes('own')))")
    number = Dossier.objects.get().number
    page.context.set_offline(True)
    page.goto(page.url)
    assert number in page.inner_text("main")
    assert "data-seal" not in page.evaluate(STORED)


@pytest.mark.usefixtures("broken")
def test_a_guest_opens_what_is_unsent_with_a_number_and_nobody_else_does(visit: Visit) -> None:
    page = opened(visit)
    page.evaluate("navigator.serviceWorker.ready")
    page.context.set_offline(True)
    kept(page, "filer_name", "Vàng Thị Thử")
    page.goto(page.url.replace(FORM, "/done"))
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Write down these twelve digits")).to_be_visible()
    number = page.locator("[data-number]").inner_text()
    assert len(number.replace(" ", "")) == 12
    page.goto(page.url.replace("/done", "/outbox"))
    assert lines(page) == []
    assert TYPED["filer_name"] not in page.evaluate(STORED)
    wrong = number[:-1] + ("0" if number[-1] != "0" else "1")
    page.fill("#number", wrong)
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("Nothing on this phone opens with this number")).to_be_visible()
    assert lines(page) == []
    page.fill("#number", number)
    page.get_by_role("button", name="Open what I left").click()
    expect(page.get_by_text("Draft, not handed in")).to_be_visible()


# Everything that a hostile next user can read without a key: the vault, the caches, the storages.
STORED = """async () => {
  const did = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const said = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  const vault = await did(indexedDB.open("motcua"));
  for (const store of vault.objectStoreNames) {
    for (const row of await did(vault.transaction(store).objectStore(store).getAll())) {
      for (const value of Object.values(row)) {
        said.push(value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value));
      }
    }
  }
  vault.close();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const one of await cache.keys()) said.push(await (await cache.match(one)).text());
  }
  return said.join("\\n");
}"""
