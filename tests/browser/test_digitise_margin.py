"""A page with a note in its margin is read by the keyboard alone; looks and sizes."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.registers import actions
from motcua.registers.models import Entry, Reading
from motcua.registers.reading import fields, read_twice
from tests import cast
from tests.browser.looking import SIDEWAYS, SMALL_TARGETS, SMALL_TEXT, faults
from tests.browser.test_counter import opened
from tests.browser.test_digitise import FIRST, scanned
from tests.chromium import Visit
from tests.registers.margin import BASIS, WORDS, typed_note
from tests.registers.volumes import TYPED, read, read_second

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]


def at_field(page: Page, name: str) -> None:
    expect(page.locator(f'[id="{name}"]')).to_be_focused()


def type_fields(page: Page, asked: tuple[str, ...], said: dict[str, str]) -> None:
    """Type what is said from the first field on, without leaving the last one."""
    last = max(place for place, name in enumerate(asked) if name in said)
    for place, name in enumerate(asked[: last + 1]):
        page.keyboard.type(said.get(name, ""))
        if place < last:
            page.keyboard.press("Tab")


def type_note(page: Page, note: list[str]) -> None:
    """From the kind on, each part and Tab to the next; Enter after the words."""
    at_field(page, "note1.kind")
    for part in note:
        page.keyboard.type(part)
        page.keyboard.press("Enter" if part == note[-1] else "Tab")


def test_a_note_is_typed_put_right_and_read_twice_by_keys_alone(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    row = scanned(1)
    path = f"/desk/books/digitise/volume/{row.pk}"
    page = opened(visit, live_server, cast.officer(), path, 1280)
    page.keyboard.press("r")
    page.wait_for_url("**/reading/**")
    type_fields(page, fields("birth"), FIRST)
    page.keyboard.press("Alt+m")
    page.wait_for_url("**at=note1.kind")
    # A day that is none, first: it is said beside the field, and the keyboard stands in it.
    name = ["H", "Vàng Văn Cũ", "Vàng Văn Mới", WORDS]
    type_note(page, ["C", "31/2/98", BASIS, *name])
    at_field(page, "note1.day")
    expect(page.locator('[id="note1.day-error"]')).to_contain_text("không phải là ngày")
    assert faults(page) == []
    expect(page.locator('[id="note1.text"]')).to_have_value(WORDS)
    complaints.clear()  # the browser reports the 422
    page.keyboard.type("12/3/98")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=first")
    page = opened(visit, live_server, cast.second_officer(), path, 1280)
    page.keyboard.press("s")
    page.wait_for_url("**/reading/**")
    twice = {name: FIRST[name] for name in read_twice("birth") if name in FIRST}
    type_fields(page, read_twice("birth"), twice)
    page.keyboard.press("Alt+m")
    page.wait_for_url("**at=note1.kind")
    type_note(page, ["C", "120398", BASIS, "H", "Vàng Văn Mới", WORDS])
    page.wait_for_url("**done=second")
    entry = Entry.objects.get()
    assert entry.as_it_stands()["child.name"] == "Vàng Văn Mới"
    assert [one.noted_on for one in entry.notes_until()] == ["1998-03-12"]


def test_a_note_is_taken_off_by_keys_and_nothing_comes_back(
    visit: Visit, live_server: LiveServer
) -> None:
    row = scanned(1)
    mine = actions.begin_next(volume=row, by=cast.acting(cast.officer()), at=cast.AT)
    typed = {**TYPED, **typed_note(), **typed_note(2, text="Lần hai")}
    by = cast.acting(cast.officer())
    actions.keep_first(reading=mine, typed=typed, view={}, by=by, at=cast.AT)
    path = f"/desk/books/digitise/reading/{mine.pk}"
    page = opened(visit, live_server, cast.officer(), path, 1280)
    page.locator('[id="number"]').press("End")
    page.keyboard.type("1")
    page.get_by_role("button", name="Bỏ ghi chú 1").press("Enter")
    at_field(page, "note1.kind")
    expect(page.locator('[id="note1.text"]')).to_have_value("Lần hai")
    expect(page.locator('[id="number"]')).to_have_value("271")
    expect(page.locator("fieldset.margin-note")).to_have_count(1)
    kept = Reading.objects.get().first
    assert (kept["number"], kept["note1.text"], "note2.text" in kept) == ("271", "Lần hai", False)


@pytest.mark.parametrize("width", [360, 1280])
def test_each_screen_with_notes_fits_and_can_be_used_by_everyone(
    visit: Visit, live_server: LiveServer, complaints: list[str], width: int
) -> None:
    row = scanned(3)
    read(row, **typed_note())
    differs = read_second(row, **typed_note(second=True, kind="change", to1="Vàng Văn Mói"))
    by = cast.acting(cast.second_officer())
    mine = actions.begin_next(volume=row, by=by, at=cast.AT)
    typed = {**TYPED, "number": "28", **typed_note(day="31/2/98", basis="")}
    actions.keep_first(reading=mine, typed=typed, view={}, by=by, at=cast.AT)
    page = opened(visit, live_server, cast.second_officer(), "/desk", width)
    for key in (mine.pk, differs.pk):
        page.goto(f"{live_server.url}/desk/books/digitise/reading/{key}")
        if key == mine.pk:
            page.locator('[id="note1.day"]').press("Enter")
            page.wait_for_selector('[id="note1.day-error"]')
            complaints.clear()  # the browser reports the 422
        assert faults(page) == [], key
        assert page.evaluate(SIDEWAYS) <= 0, key
        assert page.evaluate(SMALL_TARGETS) == [], key
        assert page.evaluate(SMALL_TEXT) == [], key
