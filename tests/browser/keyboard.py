"""Somebody who has a keyboard and nothing else: each stop is seen, and nothing lies over it."""

from playwright.sync_api import Page, expect

# What is wrong with where the focus is: no ring of three pixels, or something lies over it.
AT = """() => {
  const at = document.activeElement;
  if (at === document.body || at.tabIndex < 0) return "";
  const frame = at.closest(".choice, .tick, .unknown") ?? at;
  const ring = (one) => getComputedStyle(one).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const said = at.outerHTML.slice(0, 120);
  if (![at, frame].some(ring)) return `no ring: ${said}`;
  const box = frame.getBoundingClientRect();
  const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1);
  const parts = [0.1, 0.5, 0.9].map((part) => box.top + box.height * part);
  const seen = parts.some((y) => {
    const hit = document.elementFromPoint(x, y);
    return hit && (frame.contains(hit) || hit.contains(at));
  });
  return seen ? "" : `hidden: ${said}`;
}"""
MOST = 90


class Keyboard:
    """Tab, Enter, the space bar, the arrows and letters; `unseen`: what was wrong on the way."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unseen: list[str] = []

    def to(self, what: str, *, back: bool = False) -> None:
        """Press Tab until the focus is on what is meant; never going round in a trap."""
        wanted = self.page.locator(what).locator("visible=true").first
        expect(wanted).to_be_visible()
        for _stop in range(MOST):
            if wanted.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            if wrong := self.page.evaluate(AT):
                self.unseen.append(wrong)
        raise AssertionError(f"{'Shift+Tab' if back else 'Tab'} never reaches {what}")

    def press(self, what: str, key: str = "Enter", **how: bool) -> None:
        """Go there and press it."""
        self.to(what, **how)
        self.page.keyboard.press(key)

    def type(self, what: str, words: str) -> None:
        """Go there and type, over what stands there."""
        self.to(what)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
