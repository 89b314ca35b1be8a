"""A helper's phone: of the person before the next one finds nothing, however hostile."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.models import Dossier
from motcua.foundation import clock
from motcua.helping.models import Help
from motcua.people.models import Account
from tests import cast
from tests.browser.looking import unfit
from tests.browser.phone import PASSWORD, STORED, fill, house, kept, lines, offers_no_draft
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECRETS = (TYPED["filer_name"], TYPED["filer_identity"], TYPED["filer_address"])


@pytest.fixture(autouse=True)
def giup() -> Account:
    house()
    account = cast.volunteer()
    account.set_password(PASSWORD)
    account.language = "en"
    account.save()
    return account


def at_the_village(visit: Visit, **rest: object) -> Page:
    page = visit("/sign-in", language="en", width=360, **rest)
    page.fill("[name=login]", "giup")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/village/")
    return page


def begin(page: Page, name: str, birth: str) -> None:
    page.goto(re.sub(r"(\w)/.*", r"\1/village/begin", page.url))
    page.fill("#name", name)
    page.fill("#birth", birth)
    page.select_option("#village", f"{cast.COC_SAN}-01")
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    page.get_by_role("button", name="Begin, for half an hour").click()
    expect(page.locator("[data-help]")).to_contain_text(name)


def soon_over(seconds: int) -> None:
    """As if the half hour had begun that much earlier."""
    Help.objects.filter(ended_at=None).update(until=clock.now() + timedelta(seconds=seconds))


def form(page: Page) -> None:
    page.goto(re.sub(r"(\w)/.*", rf"\1{FORM}?for=none", page.url))
    page.wait_for_selector("form[data-ready]")


def nothing_of_her(page: Page, *, also: str = "") -> None:
    """Neither on the page nor in anything that the browser keeps; `also`: where it may stand."""
    seen = page.content() + page.evaluate(STORED)
    values = page.evaluate(
        "[...document.querySelectorAll('input, textarea')].map((one) => one.value)"
    )
    for secret in SECRETS:
        assert secret not in [*values], secret
        assert secret not in seen or secret == also, secret


def nothing_by_going_back(page: Page) -> None:
    """The Back button, as far as it goes."""
    for _ in range(8):
        page.go_back(wait_until="load")
        page.wait_for_timeout(150)
        if "/handed/" in page.url or "/village" in page.url:
            continue
        for secret in SECRETS[1:]:
            assert secret not in page.content()
        values = page.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)")
        assert TYPED["filer_identity"] not in values


def test_the_next_person_finds_nothing_of_the_last(visit: Visit, complaints: list[str]) -> None:
    page = at_the_village(visit)
    begin(page, "Vàng Thị Thử", "1991")
    page.evaluate("navigator.serviceWorker.ready")
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    kept(page, "filer_name", TYPED["filer_name"])
    expect(page.locator("[data-kept]")).to_contain_text("at the commune")
    page.get_by_role("button", name="Hand over and end").click()
    page.wait_for_url("**/handed/**")
    draft = Dossier.objects.get()
    assert draft.answers["filer_identity"] == TYPED["filer_identity"]
    # Handed over: the name and the code for her to take along, nothing of what was typed.
    nothing_of_her(page, also=TYPED["filer_name"])
    begin(page, "Lù A Mẫu", "1968")
    form(page)
    nothing_of_her(page)
    assert page.input_value("#filer_name") == ""
    offers_no_draft(page)
    page.goto(page.url.split("/apply")[0] + "/outbox")
    assert lines(page) == []
    nothing_by_going_back(page)
    # Also the page on which she was handed her code is not there while another is helped.
    assert [one.split("status of ")[1] for one in complaints] == ["404 (Not Found)"]
    complaints.clear()
    # Her pages by their address, with a line and without one.
    home = page.url.split("/", 3)
    for address in (f"/kept/{draft.pk}", f"/mine/{draft.pk}", f"/receipt/{draft.pk}"):
        answer = page.request.get(f"{home[0]}//{home[2]}{address}")
        assert answer.status == 404
        assert TYPED["filer_identity"] not in answer.text()


def test_when_the_half_hour_is_over_the_page_closes_by_itself(visit: Visit) -> None:
    page = at_the_village(visit)
    begin(page, "Vàng Thị Thử", "1991")
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    kept(page, "filer_name", TYPED["filer_name"])
    soon_over(3)
    page.reload()
    page.wait_for_url("**/village/?over=1")
    expect(page.get_by_text("The half hour is over")).to_be_visible()
    stored = page.evaluate(STORED)
    for secret in SECRETS:
        assert secret not in stored


def test_without_scripts_it_says_until_when_and_ends_by_a_button(visit: Visit) -> None:
    page = at_the_village(visit, java_script_enabled=False)
    page.goto(page.url + "begin")
    page.fill("#name", "Vàng Thị Thử")
    page.fill("#birth", "1991")
    page.select_option("#village", f"{cast.COC_SAN}-01")
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    page.get_by_role("button", name="Begin, for half an hour").click()
    page.goto(page.url.rstrip("/") + f"{FORM}?for=none")
    expect(page.locator("[data-help]")).to_contain_text("until")
    page.get_by_role("button", name="Stop").click()
    assert "/handed/" in page.url
    expect(page.locator("main")).to_contain_text("Nothing was typed for this person")


@pytest.mark.usefixtures("broken")
def test_what_no_line_could_take_stays_sealed_until_the_same_person_is_helped_again(
    visit: Visit,
) -> None:
    page = at_the_village(visit)
    begin(page, "Vàng Thị Thử", "1991")
    page.evaluate("navigator.serviceWorker.ready")
    soon_over(8)
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    home = page.url.split("/apply")[0]
    page.context.set_offline(True)
    kept(page, "filer_address", TYPED["filer_address"])
    page.wait_for_url(lambda url: not url.endswith("for=none"))
    page.context.set_offline(False)
    page.goto(f"{home}/outbox")
    assert lines(page) == []
    assert TYPED["filer_address"] not in page.content() + page.evaluate(STORED)
    assert not Dossier.objects.exists()
    begin(page, "Lù A Mẫu", "1968")
    form(page)
    assert page.input_value("#filer_address") == ""
    page.goto(f"{home}/village/begin?again={Help.objects.get(name='Vàng Thị Thử').pk}")
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    page.get_by_role("button", name="Begin, for half an hour").click()
    expect(page.locator("[data-help]")).to_contain_text("Vàng Thị Thử")
    form(page)
    expect(page.locator("#filer_address")).to_have_value(TYPED["filer_address"])


def test_every_page_of_a_help_is_fit_for_everybody(visit: Visit, complaints: list[str]) -> None:
    page = at_the_village(visit)
    home = page.url.split("/village")[0]
    wrong = [*unfit(page, "home")]
    page.goto(f"{home}/village/begin")
    for name in ("foreign", "unlettered"):
        page.check(f"[name={name}]")
    for kind in ("drawn", "code", "spoken"):
        page.check(f"input[value={kind}]")
        wrong += unfit(page, f"begin-{kind}")
    page.get_by_role("button", name="Begin, for half an hour").click()
    page.wait_for_load_state()
    wrong += unfit(page, "begin-refused")
    assert [one.split("status of ")[1] for one in complaints] == ["422 (Unprocessable Entity)"]
    complaints.clear()
    begin(page, "Vàng Thị Thử", "1991")
    wrong += unfit(page, "helping")
    form(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    fill(page)
    page.get_by_role("button", name="Keep and continue later").click()
    page.wait_for_url("**/kept/**")
    wrong += unfit(page, "kept")
    page.get_by_role("button", name="Hand over and end").click()
    page.wait_for_url("**/handed/**")
    wrong += unfit(page, "handed")
    page.goto(f"{home}/village/")
    wrong += unfit(page, "cases")
    assert wrong == []
