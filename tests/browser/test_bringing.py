"""What is brought to a dossier under way: kept on the phone, made smaller, sent in pieces, once."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.models import Arrival, Dossier, DossierEvent, PaperFile
from motcua.dossiers.states import State
from motcua.foundation import files
from tests import cast
from tests.browser.phone import (
    PASSWORD,
    SHOWN,
    a_photograph,
    choose,
    chosen,
    house,
    lines,
)
from tests.chromium import Visit
from tests.cut_line import Line, line_to
from tests.dossiers import story
from tests.portal.test_own import asked_for_more

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = "[data-kept][data-state=here]"
ENOUGH = 400_000


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


@pytest.fixture
def line(live_server: LiveServer) -> Iterator[Line]:
    with line_to(int(live_server.url.rsplit(":", 1)[1])) as made:
        yield made


def at(page: Page, path: str) -> Page:
    """Thử, signed in, on a page of her dossier."""
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")
    page.goto(f"{page.url}/{path}")
    page.wait_for_selector("form[data-ready]")
    return page


def supplementing(visit: Visit) -> tuple[Page, Dossier]:
    dossier = asked_for_more(story.submitted(story.law()))
    page = visit("/sign-in", language="en", width=1280)
    return at(page, f"{dossier.pk}/supplement"), dossier


def corrected(page: Page, birth: str = "13/05/1991") -> None:
    page.fill("#subject_birth", birth)
    page.wait_for_selector(KEPT)
    choose(page, a_photograph(lying=True))


def is_brought(dossier: Dossier) -> None:
    """Once, whole, and small."""
    dossier.refresh_from_db()
    assert (dossier.where, dossier.answers["subject_birth"]) == (State.ACCEPTED, "1991-05-13")
    assert DossierEvent.objects.filter(verb="supplement").count() == 1
    kept = PaperFile.objects.get()
    assert kept.size <= ENOUGH
    assert min(Image.open(io.BytesIO(files.read(kept.digest))).size) >= 1000
    assert Arrival.objects.exclude(taken_at=None).get().size <= ENOUGH


def test_what_was_asked_for_is_kept_and_there_again_after_the_page_was_left(visit: Visit) -> None:
    page, dossier = supplementing(visit)
    corrected(page)
    page.goto(page.url.replace("/supplement", ""))
    page.goto(page.url.split("/mine")[0] + "/outbox")
    assert "Send what was asked for: Copy of a birth" in lines(page)[0]
    page.get_by_role("link", name="Go on filling in").click()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#subject_birth") == "13/05/1991"
    expect(page.locator(SHOWN)).to_have_count(1)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(f"**/mine/{dossier.pk}")
    is_brought(dossier)
    page.goto(page.url.split("/mine")[0] + "/outbox")
    assert "Received by the commune" in lines(page)[0]


@pytest.mark.usefixtures("broken")
def test_sent_without_a_line_it_waits_and_comes_once(visit: Visit) -> None:
    page, dossier = supplementing(visit)
    page.evaluate("navigator.serviceWorker.ready")
    corrected(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/outbox")
    assert "Kept on this phone, not sent yet" in lines(page)[0]
    page.context.set_offline(False)
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    is_brought(dossier)


def test_an_answer_that_is_lost_brings_nothing_twice(visit: Visit, complaints: list[str]) -> None:
    page, dossier = supplementing(visit)
    corrected(page)
    lost: list[int] = []

    def lose(route: object) -> None:
        if route.request.method == "POST" and not lost:  # type: ignore[attr-defined]
            lost.append(route.fetch().status)  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/supplement", lose)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/outbox")
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert lost == [200]
    is_brought(dossier)
    complaints.clear()


def test_what_is_refused_stands_beside_its_field_and_nothing_of_it_is_lost(visit: Visit) -> None:
    page, dossier = supplementing(visit)
    page.fill("#subject_birth", "13/05/1991")
    choose(page, chosen("a.jpg", "image/jpeg", b"no picture"))
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/supplement")
    page.wait_for_selector("form[data-ready]")
    expect(page.get_by_text("“a.jpg” was not taken")).to_be_visible()
    assert page.input_value("#subject_birth") == "13/05/1991"
    page.locator(SHOWN).get_by_role("button", name="Take off").click()
    expect(page.locator(SHOWN)).to_have_count(0)
    choose(page, a_photograph())
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(f"**/mine/{dossier.pk}")
    is_brought(dossier)


def test_what_comes_too_late_needs_an_eye_and_its_paper_may_be_added(visit: Visit) -> None:
    page, dossier = supplementing(visit)
    corrected(page)
    # Meanwhile somebody of the family showed the card at the counter.
    desk = cast.acting(cast.receptionist())
    shown = {"name": "identity_card", "source": "shown", "note": ""}
    actions.mark_paper(dossier_id=dossier.pk, **shown, by=desk, at=cast.AT)
    press = story.press(Dossier.objects.get(), desk)
    actions.supplement(press, answers={"subject_birth": "1991-05-12"}, unknown=[])
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(f"**/mine/{dossier.pk}/attach")
    page.wait_for_selector("form[data-ready]")
    expect(page.locator(SHOWN)).to_have_count(1)
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(f"**/mine/{dossier.pk}")
    assert PaperFile.objects.count() == 1
    assert JournalLine.objects.filter(verb="attach").count() == 1


@pytest.mark.slow
def test_a_forgotten_paper_comes_over_a_line_that_breaks(
    visit: Visit, line: Line, complaints: list[str]
) -> None:
    dossier = story.submitted(story.law())
    page = visit("/robots.txt", language="en", width=1280)
    page.context.add_init_script("window.createImageBitmap = () => Promise.reject()")
    page.goto(f"http://localhost:{line.port}/sign-in")
    at(page, f"{dossier.pk}/attach")
    choose(page, a_photograph())
    line.every = 250_000
    page.get_by_role("button", name="Send").click()
    page.wait_for_url(lambda url: url.endswith((str(dossier.pk), "/outbox")), timeout=60_000)
    if "/outbox" in page.url:
        expect(page.get_by_text("Received by the commune")).to_be_visible(timeout=60_000)
    assert line.cuts >= 15
    assert PaperFile.objects.count() == JournalLine.objects.filter(verb="attach").count() == 1
    heard = [*complaints]
    complaints.clear()
    assert [one for one in heard if "net::ERR_" not in one and "409 (Conflict)" not in one] == []
