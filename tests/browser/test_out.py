"""A day without a line: the list, two persons on one phone, the evening, nothing left behind."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Route, expect

from motcua.dossiers.models import Dossier
from motcua.foundation import clock
from motcua.helping.models import DoorCall, Help, Outing
from motcua.helping.outings.actions import call_back
from motcua.people.models import Household
from tests import cast
from tests.browser.looking import unfit
from tests.browser.phone import PASSWORD, STORED, fill, kept, lines
from tests.browser.rounds import (
    MARKS,
    all_in,
    begin,
    end,
    go,
    hand_in,
    helper,
    nothing_of_her,
    out,
    ready,
    tried,
    two_persons,
)
from tests.chromium import Visit
from tests.portal.forms import FORM, TYPED

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("broken"),
]


@pytest.fixture(autouse=True)
def giup() -> None:
    helper()


def test_a_day_without_a_line_and_the_evening(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    page.fill("[name=seek]", "lu a mau")
    expect(page.locator("[data-home]")).to_have_count(1)
    page.locator("[data-home] a").click()
    page.check("input[value=nobody]")
    page.fill("#note", "Chó dữ")
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("[data-view=unsent] h2")).to_contain_text("1")
    page.fill("[name=seek]", "")
    two_persons(page)
    expect(page.locator("[data-view=unsent]")).to_contain_text("Vàng Thị Thử")
    expect(page.locator("[data-view=unsent]")).to_contain_text("Lù A Mẫu")
    assert Dossier.objects.count() == Help.objects.count() == 0
    page.context.set_offline(False)
    all_in(page)
    call = DoorCall.objects.get()
    assert (call.household, call.met, call.note) == (
        Household.objects.get(number=2),
        "nobody",
        "Chó dữ",
    )
    # What each person is to be told stands there, and nothing of what was typed.
    expect(page.locator("[data-gone] li")).to_have_count(2)
    nothing_of_her(page)


def test_a_try_that_fails_leaves_what_is_being_typed(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    page.locator("[data-home] a").filter(has_text="Lù A Mẫu").click()
    page.check("input[value=nobody]")
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("[data-view=unsent] h2")).to_contain_text("1")
    page.locator("[data-home] a").filter(has_text="Vàng Thị Thử").click()
    page.check("input[value=wants_help]")
    page.fill("#note", "Mai quay lại")
    tried(page)
    expect(page.locator("#note")).to_have_value("Mai quay lại")
    expect(page.locator("input[value=wants_help]")).to_be_checked()
    page.locator("[data-adults] button").filter(has_text="Vàng Thị Thử").click()
    page.fill("#birth", "12/05/1991")
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    tried(page)
    expect(page.locator("#birth")).to_have_value("12/05/1991")
    expect(page.locator("#witness")).to_have_value("Lò Thị Chứng")
    # Another person's form begins empty.
    page.go_back()
    page.locator("[data-adults] button").last.click()
    expect(page.locator("#birth")).to_have_value("")
    expect(page.locator("#witness")).to_be_hidden()


def test_delivered_with_the_answers_lost_it_is_there_once(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    two_persons(page)
    lost = {"help": 0, "send": 0, "heard": 0}

    def lose(route: Route) -> None:
        """The commune has it, and the phone never hears so; the second time it does."""
        answer = route.fetch()
        what = next(word for word in lost if f"/{word}" in route.request.url)
        lost[what] += 1
        if lost[what] <= 2:
            route.abort()
        else:
            route.fulfill(response=answer)

    page.context.route(re.compile(r"/(village/out/(help|heard)|send/)"), lose)
    page.context.set_offline(False)
    all_in(page)
    assert min(lost["help"], lost["send"]) >= 3 and lost["heard"]


def test_the_next_person_finds_nothing_by_going_back_or_asking(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    begin(page, "Vàng Thị Thử", "12/05/1991")
    fill(page)
    kept(page, "filer_address", TYPED["filer_address"])
    end(page)
    for _ in range(6):
        page.go_back(wait_until="load")
        values = page.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)")
        assert TYPED["filer_identity"] not in values
        assert TYPED["filer_identity"] not in page.content()
        if page.url.endswith("/village/"):
            break
    go(page, "/outbox")
    assert lines(page) == []
    go(page, FORM)
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#filer_identity") == ""
    nothing_of_her(page)
    # The same person once more, and what was begun is there.
    go(page, "/village/out")
    ready(page)
    begin(page, "Vàng Thị Thử", "12/05/1991")
    expect(page.locator("#filer_identity")).to_have_value(TYPED["filer_identity"])


def test_pages_of_a_help_stay_the_phones_also_when_a_line_comes_back(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    begin(page, "Vàng Thị Thử", "12/05/1991")
    page.context.set_offline(False)
    go(page, FORM)
    page.wait_for_selector("form[data-ready]")
    expect(page.locator("[data-help]")).to_contain_text("Vàng Thị Thử")
    assert "Nông Văn Giúp" not in page.content()
    hand_in(page)
    assert not Dossier.objects.exists()
    end(page)
    expect(page.locator("[data-view=unsent]")).to_be_hidden()
    assert Dossier.objects.get().helped


def test_a_list_whose_time_is_over_is_gone_and_the_work_still_comes_in(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    page.locator("[data-home] a").first.click()
    page.check("input[value=done]")
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("[data-view=unsent] h2")).to_contain_text("1")
    address = page.url
    # Nobody looks at the list while its time runs out: whoever comes next is told.
    page.goto("about:blank")
    page.clock.install(time=clock.now() + timedelta(days=3))
    page.goto(address)
    ready(page)
    expect(page.get_by_text("The time of the list is over")).to_be_visible()
    expect(page.locator("[data-view=list]")).to_be_hidden()
    assert "away:list" not in page.evaluate(MARKS)
    # The page does not hear of the line that is back, and its next try never comes: a press sends.
    page.evaluate("addEventListener('online', (event) => event.stopImmediatePropagation(), true)")
    with page.expect_event("requestfailed"):
        page.clock.pause_at(clock.now() + timedelta(days=3, minutes=5))
    page.context.set_offline(False)
    page.get_by_role("button", name="Send now").click()
    expect(page.locator("[data-view=unsent]")).to_be_hidden()
    assert DoorCall.objects.count() == 1


def test_a_list_that_was_called_back_leaves_the_phone(visit: Visit) -> None:
    page = out(visit)
    chief = cast.acting(cast.administrator(), clock.now())
    call_back(outing_id=Outing.objects.get().pk, by=chief, at=clock.now())
    page.reload()
    expect(page.get_by_text("The list has ended and has left this phone")).to_be_visible()
    expect(page.locator("[data-view=take]")).to_be_visible()
    assert "away:list" not in page.evaluate(MARKS)


def test_i_am_done_takes_the_list_and_leaves_the_work_sealed(visit: Visit) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    begin(page, "Vàng Thị Thử", "12/05/1991")
    fill(page)
    kept(page, "filer_address", TYPED["filer_address"])
    go(page, "/done")
    page.locator("[data-done]").click()
    expect(page.locator("[data-gone=sealed]")).to_be_visible()
    nothing_of_her(page)
    assert "away:list" not in page.evaluate(MARKS)
    assert "Lù A Mẫu" not in page.evaluate(STORED)
    page.context.set_offline(False)
    go(page, "/sign-in")
    page.fill("[name=login]", "giup")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/village/")
    go(page, "/village/out")
    ready(page)
    expect(page.locator("[data-view=unsent]")).to_be_hidden()
    assert Dossier.objects.get().answers["filer_identity"] == TYPED["filer_identity"]


def test_every_view_of_a_round_is_fit_for_everybody(visit: Visit) -> None:
    page = out(visit)
    page.set_viewport_size({"width": 360, "height": 780})
    wrong = [*unfit(page, "list")]
    page.locator("[data-home] a").first.click()
    page.get_by_role("button", name="Note it").click()
    wrong += unfit(page, "home")
    page.locator("[data-adults] button").first.click()
    page.get_by_role("button", name="Begin, for half an hour").click()
    expect(page.locator("[data-mistakes]")).to_be_visible()
    wrong += unfit(page, "begin")
    page.fill("#birth", "1991")
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    page.get_by_role("button", name="Begin, for half an hour").click()
    expect(page.locator("[data-view=forms]")).to_be_visible()
    wrong += unfit(page, "forms")
    assert wrong == []
