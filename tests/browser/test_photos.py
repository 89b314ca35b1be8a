"""A photograph of a paper: smaller and legible still, kept at once, there again, handed in once."""

import base64
import io
import subprocess
from pathlib import Path

import psutil
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from motcua.dossiers.models import Arrival, Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.foundation import files
from tests.browser.phone import (
    SHOWN,
    a_photograph,
    again,
    choose,
    chosen,
    fill,
    house,
    kept,
    on_disk,
    opened,
    signed_in,
)
from tests.chromium import CHROMIUM, QUIET, Visit
from tests.dossiers.test_papers import pdf
from tests.photographs import LINES, upright
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ENOUGH, LONG = 400_000, 1600


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def looked_at(page: Page, number: int = 0) -> bytes:
    """The bytes that the phone keeps, as its own scripts open them."""
    coded: str = page.evaluate(
        """async (number) => {
          const { filesOf } = await import("/static/portal/files.js");
          const kept = await filesOf(document.querySelector("form[data-draft]").elements.id.value);
          const bytes = new Uint8Array(await kept[number].file.arrayBuffer());
          let said = "";
          for (const byte of bytes) said += String.fromCharCode(byte);
          return btoa(said);
        }""",
        number,
    )
    return base64.b64decode(coded)


def read(content: bytes) -> list[str]:
    """What a machine that reads (tesseract, in Vietnamese) finds in a picture, by line."""
    said = subprocess.run(
        ["tesseract", "-", "-", "-l", "vie", "--psm", "6"],
        input=content,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [" ".join(line.split()) for line in said.splitlines() if line.strip()]


def test_it_is_made_smaller_turned_upright_and_every_line_of_it_is_read_as_before(
    visit: Visit,
) -> None:
    page = opened(visit)
    photo = a_photograph(lying=True)
    assert len(photo["buffer"]) > 5_000_000
    choose(page, photo)
    said = page.locator(SHOWN).inner_text()
    assert "khai sinh.jpg" in said
    assert "Kept on this phone" in said
    small = looked_at(page)
    assert f"{-(-len(small) // 1000)} KB" in said
    assert len(small) <= ENOUGH
    picture = Image.open(io.BytesIO(small))
    assert picture.height >= LONG
    assert picture.height > picture.width
    # From the heading to the smallest print, no line less than of the photograph itself.
    legible = read(small)
    assert legible == [*LINES * 4][: len(legible)]
    assert len(legible) == len(read_of_original(photo["buffer"])) > 3 * len(LINES)
    assert page.locator("input[type=file]").first.input_value() == ""


def read_of_original(content: bytes) -> list[str]:
    turned = io.BytesIO()
    upright(content).save(turned, "PNG")
    return read(turned.getvalue())


@pytest.mark.parametrize("side", [1000, 2400])
def test_it_is_made_no_larger_and_no_shorter_than_needed(visit: Visit, side: int) -> None:
    page = opened(visit)
    noisy = io.BytesIO()
    Image.effect_noise((side, side * 3 // 4), 90).convert("RGB").save(noisy, "JPEG", quality=95)
    choose(page, chosen("a.jpg", "image/jpeg", noisy.getvalue()))
    width, height = Image.open(io.BytesIO(looked_at(page))).size
    assert (width >= LONG) if side > LONG else (width, height) == (1000, 750)
    assert len(looked_at(page)) < len(noisy.getvalue())


def test_what_is_small_enough_and_what_is_no_picture_stays_as_it_is(visit: Visit) -> None:
    page = opened(visit)
    small = small_picture()
    choose(page, chosen("a.png", "image/png", small))
    assert looked_at(page) == small
    choose(page, chosen("b.pdf", "application/pdf", pdf()))
    assert page.locator(f"{SHOWN} img").count() == 1
    assert "b.pdf" in page.locator(SHOWN).last.inner_text()


def small_picture() -> bytes:
    kept_as = io.BytesIO()
    Image.new("RGB", (300, 200), "#123").save(kept_as, "PNG")
    return kept_as.getvalue()


def test_it_is_there_again_after_the_tab_was_closed_and_in_another_language(visit: Visit) -> None:
    page = opened(visit)
    choose(page, a_photograph())
    before = looked_at(page)
    other, home = again(page), page.url
    other.goto(home)
    assert other.locator(SHOWN).count() == 0
    other.get_by_role("button", name="It is mine, go on").click()
    expect(other.locator(SHOWN)).to_have_count(1)
    assert looked_at(other) == before
    other.context.add_cookies([{"name": "language", "value": "hi", "url": home.split("/apply")[0]}])
    other.goto(home)
    expect(other.locator(SHOWN)).to_have_count(1)
    assert "इस फ़ोन पर रखा है" in other.locator(SHOWN).inner_text()
    assert looked_at(other) == before


def test_it_is_there_again_after_the_browser_was_killed(
    browser: Browser, live_server: object, tmp_path: Path
) -> None:
    home, photo = f"{live_server.url}{FORM}", a_photograph()  # type: ignore[attr-defined]
    start = browser.browser_type.launch_persistent_context
    phone = start(tmp_path, executable_path=CHROMIUM, args=QUIET, locale="en")
    page = phone.pages[0]
    page.goto(home)
    page.wait_for_selector("form[data-ready]")
    choose(page, photo)
    before = looked_at(page)
    for process in psutil.process_iter(["cmdline"]):
        if any(str(tmp_path) in word for word in process.info["cmdline"] or ()):
            process.kill()
    with pytest.raises(Exception, match="closed"):
        page.reload()
    for lock in tmp_path.glob("Singleton*"):
        lock.unlink()
    phone = start(tmp_path, executable_path=CHROMIUM, args=QUIET, locale="en")
    try:
        page = phone.pages[0]
        page.goto(home)
        page.locator("[data-mine]").click()
        expect(page.locator(SHOWN)).to_have_count(1)
        assert looked_at(page) == before
    finally:
        phone.close()


def test_handed_in_it_is_with_the_dossier_and_gone_from_the_phone(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)
    choose(page, a_photograph(), a_photograph("trang 2.jpg", lying=True))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.get().state == State.SUBMITTED
    papers = [Image.open(io.BytesIO(files.read(one.digest))) for one in PaperFile.objects.all()]
    assert [max(one.size) >= LONG and one.height > one.width for one in papers] == [True, True]
    assert Arrival.objects.filter(taken_at=None).count() == 0
    assert page.evaluate(COUNT) == 0


COUNT = """async () => {
  const did = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const vault = await did(indexedDB.open("motcua"));
  return did(vault.transaction("files").objectStore("files").count());
}"""


def test_what_is_taken_off_again_is_not_handed_in(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)
    choose(page, a_photograph(), chosen("b.png", "image/png", small_picture()))
    page.locator(SHOWN).first.get_by_role("button", name="Take off").click()
    expect(page.locator(SHOWN)).to_have_count(1)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert PaperFile.objects.get().size < 5000


def test_it_can_be_looked_at_large(visit: Visit) -> None:
    page = opened(visit)
    choose(page, a_photograph())
    page.get_by_role("button", name="See it large").click()
    seen = page.get_by_role("dialog")
    expect(seen.get_by_role("img", name="khai sinh.jpg")).to_be_visible()
    page.keyboard.press("Escape")
    expect(seen).to_be_hidden()


def test_a_file_that_cannot_be_read_is_told_beside_its_paper(visit: Visit) -> None:
    page = signed_in(visit)
    fill(page)
    choose(page, chosen("a.jpg", "image/jpeg", b"no picture"))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**judge=1")
    expect(page.get_by_text("“a.jpg” was not taken").first).to_be_visible()
    assert Dossier.objects.get().state == State.DRAFT
    assert not PaperFile.objects.exists()


def test_a_file_that_is_too_large_is_told_when_it_is_chosen(visit: Visit) -> None:
    page = opened(visit)
    page.locator("input[type=file]").first.set_input_files(
        on_disk(chosen("a.pdf", "application/pdf", b"%PDF-" + b"x" * 15_800_000))
    )
    expect(page.locator(".error[data-chosen]")).to_contain_text("larger than 15 MB")
    assert page.locator(SHOWN).count() == 0


FULL = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (row) {
  const full = this.name === "files" && !globalThis.room;
  if (full) throw new DOMException("full", "QuotaExceededError");
  return put.call(this, row);
};
"""


def test_what_the_phone_has_no_room_for_goes_with_the_form(visit: Visit) -> None:
    page = signed_in(visit)
    page.context.add_init_script(FULL)
    page.reload()
    page.wait_for_selector("form[data-ready]")
    fill(page)
    page.evaluate("globalThis.room = true")
    choose(page, chosen("b.png", "image/png", small_picture()))
    page.evaluate("globalThis.room = false")
    page.locator("input[type=file]").first.set_input_files(on_disk(a_photograph()))
    expect(page.locator("output").first).to_contain_text("has no room to keep it")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert PaperFile.objects.count() == 2


def test_a_photograph_alone_makes_a_draft_that_is_kept(visit: Visit) -> None:
    page = opened(visit)
    choose(page, a_photograph())
    kept(page, "register_office", "Xã Cốc San")
    page.goto(page.url.split("/apply")[0] + "/outbox")
    expect(page.locator("[data-items] li")).to_have_count(1)
    expect(page.get_by_text("Draft, not handed in")).to_be_visible()
