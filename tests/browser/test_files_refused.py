"""What the commune refuses of a file stands beside its paper, and holds up nothing else."""

import pytest
from playwright.sync_api import expect

from motcua.dossiers.models import Arrival, CodeTry, Dossier, PaperFile
from motcua.dossiers.states import State
from motcua.foundation.clock import now
from tests.browser.phone import SHOWN, a_photograph, choose, fill, house, signed_in
from tests.chromium import Visit
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def resident() -> None:
    house()


def test_too_many_files_are_told_and_another_item_goes_all_the_same(
    visit: Visit, complaints: list[str]
) -> None:
    page = signed_in(visit)
    fill(page)
    choose(page, a_photograph())
    spent = CodeTry.objects.create(pk="arrival-from:127.0.0.1", window=now(), tries=600)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**item=*")
    expect(page.get_by_text("Many files came from this telephone").first).to_be_visible()
    # Nothing is lost of it: neither what was typed nor the photograph.
    expect(page.locator(SHOWN)).to_have_count(1)
    assert Dossier.objects.get().state == State.DRAFT
    assert not Arrival.objects.exists()
    complaints.clear()  # the browser reports the 429
    page.goto(page.url.split("/apply")[0] + f"{FORM}?for=none&new=1")
    page.wait_for_selector("form[data-ready]")
    fill(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert Dossier.objects.filter(state=State.SUBMITTED).count() == 1
    spent.delete()
    page.goto(page.url.split("/receipt")[0] + "/outbox")
    page.get_by_role("link", name="Go on filling in").click()
    expect(page.locator(SHOWN)).to_have_count(1)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/receipt/**")
    assert PaperFile.objects.count() == 1
    complaints.clear()


def test_a_file_that_the_commune_has_let_go_of_is_sent_again(
    visit: Visit, complaints: list[str]
) -> None:
    page = signed_in(visit)
    fill(page)
    choose(page, a_photograph())
    page.route("**/send/*", lambda route: hold(route.request.post_data or "", route))
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url("**/outbox")
    # It has arrived; then the line was away for longer than it is kept.
    Arrival.objects.get().delete()
    page.unroute("**/send/*")
    expect(page.get_by_text("Received by the commune")).to_be_visible()
    assert PaperFile.objects.count() == 1
    complaints.clear()  # of the line that was away, and of the 409


def hold(body: str, route: object) -> None:
    """The draft goes through, what is handed in does not."""
    getattr(route, "abort" if "hand_in" in body else "continue_")()
