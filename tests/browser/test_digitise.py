"""A paper book is copied by the keyboard alone, and how many keys that takes; looks and sizes."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.registers import actions
from motcua.registers.models import Entry, PaperVolume, Reading
from motcua.registers.reading import fields, read_twice
from tests import cast
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.dossiers.test_papers import photograph
from tests.registers.volumes import read, read_second, volume

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
FIRST = {
    "number": "27",
    "page": "27",
    "registered_on": "1402",
    "child.name": "Vàng Văn Cũ",
    "child.birth": "030285",
    "child.sex": "N",
    "child.ethnic": "Gi",
    "child.nationality": "V",
    "child.birth_place": "Trạm xá",
    "mother.name": "Vàng Thị Già",
    "mother.birth": "61",
    "place": "UBND xã Cốc San",
    "signer.name": "Sần A Ký",
    "signer.title": "Chủ tịch",
}
# Of the next page what is new; the number and the page are there, the rest is as before.
NEXT = {
    "registered_on": "1502",
    "child.name": "Lù Thị Mới",
    "child.birth": "100285",
    "child.sex": "NN",
    "child.ethnic": '"',
    "child.nationality": '"',
    "child.birth_place": '"',
    "mother.name": "Lù Thị Mẹ",
    "mother.birth": "60",
    "place": '"',
    "signer.name": '"',
    "signer.title": '"',
}


class Keys:
    """The keyboard of one person, and how often a key went down."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1

    def fill(self, asked: tuple[str, ...], said: dict[str, str]) -> None:
        """From the first field on: type what is said, Tab to the next, Enter after the last."""
        last = max(place for place, name in enumerate(asked) if name in said)
        for place, name in enumerate(asked[: last + 1]):
            words = said.get(name, "")
            self.page.keyboard.type(words)
            self.count += len(words)
            self.press("Enter" if place == last else "Tab")


def scanned(pages: int = 3) -> PaperVolume:
    row = volume(0)
    for number in range(pages):
        picture = photograph(600 + number, 800)
        by = cast.acting(cast.officer())
        actions.add_scan(volume=row, content=picture, by=by, at=cast.AT)
    return row


def test_two_pages_are_read_by_keys_alone_and_the_next_one_takes_fewer(
    visit: Visit, live_server: LiveServer
) -> None:
    row = scanned()
    path = f"/desk/books/digitise/volume/{row.pk}"
    page = opened(visit, live_server, cast.officer(), path, 1280)
    page.keyboard.press("r")
    page.wait_for_url("**/reading/**")
    first = page.url
    page.keyboard.press("Alt+=")
    page.keyboard.press("Alt+=")
    page.keyboard.press("Alt+0")
    page.keyboard.press("PageDown")
    expect(page.locator(".scan img")).to_have_class("zoom-3")
    keys = Keys(page)
    keys.fill(fields("birth"), FIRST)
    page.wait_for_url(lambda url: url != first)
    assert keys.count == 111
    # The next one is looked at in the same place.
    expect(page.locator(".scan img")).to_have_class("zoom-3")
    assert page.locator(".scan img").get_attribute("src").endswith("?turn=1")
    assert page.locator(".scan").evaluate("box => box.scrollTop") > 0
    expect(page.locator("#number")).to_have_value("28")
    keys = Keys(page)
    second = page.url
    keys.fill(fields("birth"), NEXT)
    page.wait_for_url(lambda url: url != second)
    assert keys.count == 69
    done = Reading.objects.filter(stage="read").order_by("pk")
    assert [one.first["number"] for one in done] == ["27", "28"]
    for key in ("child.ethnic", "child.birth_place", "place", "signer.name", "signer.title"):
        assert done[1].first[key] == done[0].first[key]


def test_the_second_reading_takes_half_of_it_and_writes_the_entry(
    visit: Visit, live_server: LiveServer
) -> None:
    row = scanned(1)
    read(row)
    path = f"/desk/books/digitise/volume/{row.pk}"
    page = opened(visit, live_server, cast.second_officer(), path, 1280)
    page.keyboard.press("s")
    page.wait_for_url("**/reading/**")
    said = {name: FIRST[name] for name in read_twice("birth") if name in FIRST}
    keys = Keys(page)
    keys.fill(read_twice("birth"), said)
    page.wait_for_url("**done=second")
    assert keys.count == 43
    assert Entry.objects.get().reference == "27/1985"


def test_what_differs_is_decided_by_keys(visit: Visit, live_server: LiveServer) -> None:
    row = scanned(1)
    read(row)
    reading = read_second(row, **{"child.name": "Vàng Văn Cứ"})
    path = f"/desk/books/digitise/reading/{reading.pk}"
    page = opened(visit, live_server, cast.second_officer(), path, 1280)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=second")
    assert Entry.objects.get().content["child.name"] == "Vàng Văn Cứ"


def test_what_is_typed_outlives_a_closed_tab_and_a_session_that_ended(
    visit: Visit, live_server: LiveServer
) -> None:
    row = scanned(1)
    path = f"/desk/books/digitise/volume/{row.pk}"
    page = opened(visit, live_server, cast.officer(), path, 1280)
    page.keyboard.press("r")
    page.wait_for_url("**/reading/**")
    address = page.url
    page.keyboard.type("27")
    expect(page.locator("[data-kept]")).to_have_text(re.compile("đã giữ"))
    page.close()
    again = opened(visit, live_server, cast.officer(), "/desk", 1280)
    again.goto(address)
    expect(again.locator("#number")).to_have_value("27")


@pytest.mark.parametrize("width", [360, 1280])
def test_each_screen_fits_and_can_be_used_by_everyone(
    visit: Visit, live_server: LiveServer, width: int
) -> None:
    row = scanned(3)
    read(row)
    differs = read_second(row, **{"child.name": "Vàng Văn Cứ"})
    mine = actions.begin_next(volume=row, by=cast.acting(cast.second_officer()), at=cast.AT)
    root = "/desk/books/digitise"
    page = opened(visit, live_server, cast.second_officer(), root, width)
    for path in (
        "",
        "/figures",
        f"/volume/{row.pk}",
        f"/reading/{mine.pk}",
        f"/reading/{differs.pk}",
    ):
        page.goto(live_server.url + root + path)
        assert faults(page) == [], path
        assert page.evaluate(SIDEWAYS) <= 0, path
        assert page.evaluate(SMALL_TARGETS) == [], path
        assert page.evaluate(SMALL_TEXT) == [], path
