"""A person without a mouse: every key that goes down is counted."""

from playwright.sync_api import Page

_FAR = 80
_HERE = "wanted => document.activeElement?.matches(wanted) ?? false"


class Keyboard:
    """The keys pressed on one page of a browser. A letter typed into a field is one key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = 0

    def press(self, key: str) -> None:
        """One key."""
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """One key for each character; the marks of Vietnamese cost nothing here."""
        self.keys += len(text)
        self.page.keyboard.type(text)

    def follow(self, wanted: str) -> None:
        """Press a link or a button: by its own key where it has one, else by Tab and Enter."""
        key = self._key_of(wanted)
        if key:
            self.press(key)
            return
        self.reach(wanted)
        self.press("Enter")

    def reach(self, wanted: str) -> None:
        """Go to a field: by its own key where it has one, else by Tab."""
        key = self._key_of(wanted)
        if key:
            self.press(key)
        steps = 0
        while not self.page.evaluate(_HERE, wanted):
            steps += 1
            if steps > _FAR:
                raise RuntimeError(f"no way to {wanted} by the keyboard")
            self.press("Tab")

    def shown(self, key: str) -> bool:
        """Whether a button of the page has this key."""
        return self.page.locator(f"[data-key='{key}']:visible").count() > 0

    def _key_of(self, wanted: str) -> str:
        return self.page.locator(wanted).first.get_attribute("data-key") or ""
