"""The evening of a round with a commune that fails on one thing: the others come in."""

import pytest
from playwright.sync_api import Page, Route, expect

from motcua.dossiers.models import Dossier
from motcua.helping.models import DoorCall, Help, Outing
from tests.browser.rounds import MAU, begin, end, go, hand_in, helper, out, ready
from tests.browser.test_round_clock import noted
from tests.chromium import Visit
from tests.portal.forms import TYPED

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("broken"),
]
THU, THIRD = "Vàng Thị Thử", "Giàng A Ba"


@pytest.fixture(autouse=True)
def giup() -> None:
    helper()


class Commune:
    """Answers with `status` whatever holds `words` and goes to `path`, until it is whole again."""

    def __init__(self, page: Page, path: str, words: str, status: int) -> None:
        self.whole, self.failed = False, 0
        self._words, self._status = words.encode(), status
        page.context.route(f"**{path}", self._answer)

    def _answer(self, route: Route) -> None:
        if self.whole or self._words not in (route.request.post_data_buffer or b""):
            return route.continue_()
        self.failed += 1
        return route.fulfill(status=self._status, content_type="text/html", body="fault")


def a_day(visit: Visit) -> Page:
    """A note, and three persons: Thử and Mẫu hand in, the third only begins."""
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    noted(page, 1, "nobody")
    begin(page, THU, "12/05/1991")
    hand_in(page)
    end(page)
    begin(page, "Lù A Mẫu", "1968")
    hand_in(page, **MAU)
    end(page)
    page.locator("[data-begin-with]").first.click()
    page.fill("#name", THIRD)
    page.fill("#birth", "1970")
    page.check("input[value=spoken]")
    page.fill("#witness", "Lò Thị Chứng")
    page.get_by_role("button", name="Begin, for half an hour").click()
    expect(page.locator("section[data-help]")).to_contain_text(THIRD)
    end(page)
    return page


def forgive(complaints: list[str], status: int) -> None:
    complaints[:] = [one for one in complaints if f"status of {status}" not in one]


@pytest.mark.parametrize(
    ("path", "words", "status"),
    [
        ("/village/out/help", THU, 500),
        ("/village/out/help", THU, 403),
        ("/send/*", TYPED["filer_identity"], 500),
    ],
)
def test_one_thing_that_fails_keeps_nothing_else_and_comes_in_later(
    visit: Visit, complaints: list[str], path: str, words: str, status: int
) -> None:
    page = a_day(visit)
    commune = Commune(page, path, words, status)
    page.context.set_offline(False)
    waits = page.locator("[data-view=unsent] [data-help]")
    expect(waits).to_have_count(1, timeout=40_000)
    expect(waits).to_contain_text(THU)
    expect(waits).to_contain_text("Needs your eye")
    expect(waits).to_contain_text(f"error {status}")
    expect(page.locator("[data-view=unsent] h2")).to_contain_text("1")
    assert Help.objects.filter(name__in=["Lù A Mẫu", THIRD]).count() == 2
    assert Dossier.objects.get().answers["filer_identity"] == MAU["filer_identity"]
    assert DoorCall.objects.get().met == "nobody"
    expect(page.locator("[data-gone] li")).to_have_count(1)
    # It is tried again by itself, and comes in when the commune is whole.
    while commune.failed < 2:
        page.wait_for_timeout(200)
    commune.whole = True
    expect(page.locator("[data-view=unsent]")).to_be_hidden(timeout=60_000)
    came = [one.answers["filer_identity"] for one in Dossier.objects.all() if one.number]
    assert sorted(came) == sorted([TYPED["filer_identity"], MAU["filer_identity"]])
    assert sorted(Help.objects.values_list("name", flat=True)) == sorted([THU, "Lù A Mẫu", THIRD])
    assert (DoorCall.objects.count(), Outing.objects.get().unsent) == (1, 0)
    forgive(complaints, status)


def test_a_note_that_fails_keeps_no_word_from_the_commune(
    visit: Visit, complaints: list[str]
) -> None:
    page = out(visit)
    page.context.set_offline(True)
    go(page, "/village/out")
    ready(page)
    noted(page, 0, "done")
    noted(page, 1, "nobody")
    commune = Commune(page, "/village/out/call", "nobody", 500)
    page.context.set_offline(False)
    expect(page.locator("[data-view=unsent] [data-calls]")).to_contain_text("error 500")
    assert DoorCall.objects.get().met == "done"
    commune.whole = True
    expect(page.locator("[data-view=unsent]")).to_be_hidden(timeout=60_000)
    assert sorted(DoorCall.objects.values_list("met", flat=True)) == ["done", "nobody"]
    forgive(complaints, 500)
