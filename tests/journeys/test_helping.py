"""A volunteer helps a neighbour: consent, the form, the code in her hand; and she takes it back."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, HelpedCount
from motcua.dossiers.states import State
from tests import cast
from tests.chromium import Visit
from tests.journeys.conftest import PASSWORD, Work
from tests.journeys.shots import shot
from tests.journeys.steps import says, sign_in, six_digits

pytestmark = pytest.mark.browser
FORM = "/apply/2.000635"


def volunteer() -> None:
    account = cast.volunteer()
    account.set_password(PASSWORD)
    account.save(update_fields=["password"])


def signed(page: Page) -> None:
    """A stroke in the box, as a finger draws it."""
    page.check("[name=consent][value=drawn]")
    box = page.locator("#pad").bounding_box()
    assert box is not None
    page.locator("#pad").scroll_into_view_if_needed()
    box = page.locator("#pad").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + 60)
    page.mouse.down()
    for step in (60, 90, 130, 170, 210):
        page.mouse.move(box["x"] + step, box["y"] + 40 + (step * 7) % 50)
    page.mouse.up()


def test_a_neighbour_is_helped_and_holds_her_code(
    visit: Visit, town: LiveServer, work: Work
) -> None:
    volunteer()
    phone = sign_in(visit, cast.volunteer(), width=360)
    phone.get_by_role("link", name="Bắt đầu giúp một người").click()
    phone.fill("#name", "Vàng Thị Thử")
    phone.fill("#birth", "12/05/1991")
    phone.select_option("#village", f"{cast.COC_SAN}-01")
    phone.fill("#phone", "0990 000 001")
    signed(phone)
    shot(phone, "helping-consent", whole=True)
    phone.get_by_role("button", name="Bắt đầu, trong nửa giờ").click()
    says(phone, "Anh/chị đang giúp")
    phone.goto(f"{town.url}{FORM}?for=none")
    phone.wait_for_selector("form[data-ready]")
    shot(phone, "helping-form")
    phone.fill("#filer_name", "Vàng Thị Thử")
    phone.locator("[name=keep]").click()
    phone.wait_for_url("**/kept/**")
    phone.get_by_role("button", name="Bàn giao và kết thúc").click()
    phone.wait_for_url("**/handed/**")
    draft = Dossier.objects.get()
    says(phone, spoken(draft.code))
    shot(phone, "helping-handed", whole=True)
    phone.get_by_role("link", name="Về trang của tôi").click()
    says(phone, "Vàng Thị Thử")
    shot(phone, "helping-mine")
    assert (draft.where, draft.owner) == (State.DRAFT, f"phone:{cast.PHONE}")
    assert not HelpedCount.objects.exists()
    work()
    taken_back_by(visit, draft, work)


def taken_back_by(visit: Visit, draft: Dossier, work: Work) -> None:
    """On her own telephone: the code, the second fact, six digits; then it is hers alone."""
    hers = visit("/d", width=360)
    hers.fill("#code", draft.code)
    # She gave no telephone in the form: what the helper named her by is the second fact.
    hers.fill("#fact", "12/05/1991")
    hers.get_by_role("button", name="Mở bản nháp").click()
    hers.wait_for_url("**/confirm")
    work()
    hers.fill("#code", six_digits(hers))
    hers.get_by_role("button", name="Xác nhận").click()
    hers.wait_for_url("**/apply/**")
    says(hers, "Có người đã gõ giúp ông/bà")
    hers.get_by_role("link", name="Xem là ai, hoặc lấy lại").click()
    says(hers, "Nông Văn Giúp")
    shot(hers, "helping-take-back", whole=True)
    hers.get_by_role("button", name="Lấy lại hồ sơ").click()
    says(hers, "Hồ sơ lại chỉ là của ông/bà")
    code = draft.code
    draft.refresh_from_db()
    assert draft.code != code
    says(hers, spoken(draft.code))
