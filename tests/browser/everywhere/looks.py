"""One page in one state: which route it is of, where it is opened, what is pressed to get there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

Keys = dict[str, object]
Step = Callable[[Page, Keys], None]


@dataclass(frozen=True)
class Look:
    """`route` as the URLconf writes it; `at` the address, the commune's keys in braces."""

    route: str
    at: str
    state: str
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return f"{self.route or '/'} ({self.state})"


def look(route: str, at: str = "", state: str = "as it opens", *steps: Step) -> Look:
    """A page whose route has no places to fill is opened at its route."""
    return Look(route, at or f"/{route}", state, steps)


def press(what: str) -> Step:
    """Press the first that can be seen of a selector, and wait for the page that it leads to."""

    def step(page: Page, _keys: Keys) -> None:
        page.locator(what).locator("visible=true").first.click()
        page.wait_for_load_state()

    return step


def post(of: str = "main form[method=post]") -> Step:
    """Send a form as it stands, whatever the browser itself would hold against it."""

    def step(page: Page, _keys: Keys) -> None:
        with page.expect_navigation():
            page.locator(of).first.evaluate(
                "form => { form.noValidate = true;"
                " form.requestSubmit(form.querySelector("
                "'button:not([type=button]):not([tabindex])')); }"
            )

    return step


def write(what: str, words: str) -> Step:
    """Type into a field; the keys of the commune may stand in the words."""
    return lambda page, keys: page.locator(what).first.fill(words.format(**keys))


def tick(what: str) -> Step:
    """Choose a box, seen or drawn over."""
    once = "one => { if (!one.checked) one.click(); }"
    return lambda page, _keys: page.locator(what).first.evaluate(once)


def arrive(where: str) -> Step:
    """Until the page that a script leads to is there."""
    return lambda page, _keys: page.wait_for_url(where)


def wait(what: str) -> Step:
    """Until something can be seen."""
    return lambda page, _keys: expect(page.locator(what).first).to_be_visible()


def unfold(page: Page, _keys: Keys) -> None:
    """Everything that a page keeps folded, opened."""
    page.evaluate(
        "document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
    )
