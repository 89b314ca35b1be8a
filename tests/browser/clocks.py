"""A phone whose clock is wrong, or is set while somebody works with it."""

from playwright.sync_api import Page

DAY = 86_400
# Every page that is opened from now on; `clockOff` can be changed on the page.
_OFF = """(() => {
  const Right = (window.rightClock ??= Date), now = () => Right.now() + window.clockOff * 1000;
  window.clockOff = %d;
  window.Date = class extends Right {
    constructor(...all) { super(...(all.length ? all : [now()])); }
    static now() { return now(); }
  };
})();"""


def off_by(page: Page, seconds: int) -> None:
    """The phone's clock is so many seconds ahead (behind, below 0) on each page from now on."""
    page.context.add_init_script(_OFF % seconds)


def set_to(page: Page, seconds: int) -> None:
    """It is set while this page is open, to so many seconds ahead."""
    page.evaluate("(by) => { window.clockOff = by; }", seconds)


def asleep(page: Page, seconds: int) -> None:
    """The phone slept: its clock went on, what the browser counts stood still; then somebody looks
    at the page again."""
    page.evaluate(
        """(by) => {
          window.clockOff += by;
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        seconds,
    )
