"""For whom: one press, and on a phone what is known is looked over together."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from motcua.dossiers.models import Dossier
from tests import cast, kin
from tests.browser.test_portal import PASSWORD, sign_in, sound
from tests.dossiers import story
from tests.portal.forms import FORM

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Visit = Callable[..., Page]


@pytest.fixture(autouse=True)
def law() -> None:
    story.law()
    account = cast.resident()
    account.set_password(PASSWORD)
    account.save()


def test_what_is_known_is_looked_over_a_sheet_at_a_time(visit: Visit) -> None:
    kin.books()
    kin.family()
    page = visit("/sign-in")
    sign_in(page)
    page.goto(page.url.replace("/mine", FORM))
    assert sound(page) == []
    page.get_by_role("link", name="Lù Thị Con").click()
    page.wait_for_url("**for=child-1")
    steps = []
    while not page.is_visible("button[name=hand_in]"):
        shown = page.locator(
            ".stepping .field:not(.later):not([hidden]) [name]:not([name=unknown])"
        )
        steps.append({one.get_attribute("name") for one in shown.all()})
        page.get_by_role("button", name="Tiếp tục").click()
    assert steps == [
        {"filer_name", "filer_phone", "filer_identity", "filer_address"},
        {"event", "relation"},
        {"copies"},
        {"subject_name", "subject_birth", "subject_sex", "subject_identity"},
        {"register_office", "register_day", "register_number", "register_volume"},
        {"delivery"},
    ]
    assert sound(page) == []
    page.click("button[name=hand_in]")
    page.wait_for_url("**/receipt/**")
    answers = Dossier.objects.get().answers
    assert (answers["subject_name"], answers["register_number"]) == ("Lù Thị Con", "1/2019")
