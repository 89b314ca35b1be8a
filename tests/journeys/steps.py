"""What a person does on the pages, in one word each."""

import re

from playwright.sync_api import Page, expect

from motcua.people.models import Account
from tests.chromium import Visit
from tests.journeys.conftest import PASSWORD

DESK = 1280


def sign_in(visit: Visit, account: Account, *, width: int = DESK, **context: object) -> Page:
    """Open the product and sign in by hand."""
    page = visit("/sign-in", width=width, height=900 if width == DESK else 780, **context)
    page.fill("#login", account.login)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def asked_now(page: Page) -> str:
    """The name of the question that a telephone shows."""
    name: str = page.evaluate(
        """() => [...document.querySelectorAll(".field")].find((one) => one.offsetParent)
             .querySelector("[name]").name"""
    )
    return name


def answer(page: Page, name: str, value: str) -> None:
    """Type or choose; an answer of one of several is a radio button."""
    field = page.locator(f"[name='{name}']").first
    if field.evaluate("one => one.tagName") == "SELECT":
        field.select_option(value)
    elif field.get_attribute("type") == "radio":
        page.check(f"[name='{name}'][value='{value}']")
    else:
        field.fill(value)


def six_digits(page: Page) -> str:
    """What the newest message in the rehearsal box says, read in a new tab as a person does."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="hộp tin diễn tập").click()
    box = opened.value
    text = box.locator("main li").first.inner_text()
    box.close()
    found = re.search(r"\b\d{6}\b", text)
    assert found is not None, text
    return found[0]


def says(page: Page, text: str) -> None:
    """The page says so where the person can see it."""
    expect(page.get_by_text(text).first).to_be_visible()


def typed_values(page: Page) -> dict[str, str]:
    """What stands in the fields of the page's form, by name; nothing that is hidden."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(
             "input:not([type=hidden]):not([type=file]), select, textarea")]
             .filter((one) => one.name)
             .filter((one) => !["radio", "checkbox"].includes(one.type) || one.checked)
             .map((one) => [one.name, one.value]))"""
    )
    return found
