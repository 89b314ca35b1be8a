"""A borrowed phone: the next person sees nothing, the owner all of it."""

import pytest
from playwright.sync_api import expect

from motcua.dossiers.models import Dossier, PaperFile
from motcua.dossiers.states import State
from tests.browser.phone import (
    PASSWORD,
    SHOWN,
    STORED,
    a_photograph,
    away,
    choose,
    fill,
    has_page,
    house,
    kept,
    lines,
    offers_no_draft,
    opened,
    signed_in,
)
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


KEYS = """async () => {
  const { rows } = await import("/static/portal/keeping.js");
  return (await rows("keys")).map((one) => one.id);
}"""


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


@pytest.mark.usefixtures("broken")
def test_the_next_person_sees_nothing_and_the_owner_all_of_it(visit: Visit) -> None:
    page = signed_in(visit)
    away(page)
    fill(page)
    choose(page, a_photograph("giay to cua Thu.jpg"))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    page.goto(page.url.replace("/outbox", "/done"))
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Done. You are signed out.")).to_be_visible()
    # What opens it does not come back by the page that it left from.
    assert set(page.evaluate(KEYS)) <= {"guest"}
    page.context.set_offline(False)
    page.goto(page.url.replace("/done", "/"))
    # Signed out at the commune before anything else, although the line was away when she left.
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    page.goto(page.url + "outbox")
    assert lines(page) == []
    page.goto(page.url.replace("/outbox", FORM))
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_name") == ""
    offers_no_draft(page)
    assert page.locator(SHOWN).count() == 0
    stored = page.evaluate(STORED)
    assert not [word for word in ("giay to cua Thu", "JFIF") if word in stored]
    assert TYPED["filer_name"] not in stored
    assert TYPED["filer_identity"] not in stored
    assert not Dossier.objects.exclude(state=State.DRAFT).exists()
    page.goto(page.url.replace(FORM, "/sign-in"))
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")
    page.goto(page.url.replace("/mine", "/outbox"))
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert Dossier.objects.filter(state=State.SUBMITTED).count() == 1
    assert PaperFile.objects.count() == 1


@pytest.mark.usefixtures("broken")
def test_without_a_worker_who_left_is_signed_out_by_the_next_page(visit: Visit) -> None:
    page = signed_in(visit, service_workers="block")
    page.goto(page.url.split("/apply")[0] + "/done")
    page.context.set_offline(True)
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Nothing of you is left on this phone")).to_be_visible()
    assert set(page.evaluate(KEYS)) <= {"guest"}
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
    has_page(page)
    number = Dossier.objects.get().number
    page.context.set_offline(True)
    page.goto(page.url)
    assert number in page.inner_text("main")
    assert "data-seal" not in page.evaluate(STORED)


@pytest.mark.usefixtures("broken")
def test_a_guest_opens_what_is_unsent_with_a_number_and_nobody_else_does(visit: Visit) -> None:
    page = opened(visit)
    away(page)
    kept(page, "filer_name", "Vàng Thị Thử")
    choose(page, a_photograph())
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
    page.get_by_role("link", name="Go on filling in").click()
    expect(page.locator(SHOWN)).to_have_count(1)


def test_a_draft_whose_photograph_is_here_alone_is_kept_for_its_owner(visit: Visit) -> None:
    page = opened(visit)
    kept(page, "filer_name", "Vàng Thị Thử")
    page.wait_for_selector("[data-kept][data-state=there]")
    choose(page, a_photograph())
    page.wait_for_timeout(100)
    page.goto(page.url.replace(FORM, "/done"))
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_text("Write down these twelve digits")).to_be_visible()
