"""A resident's phone with a bad line, as the browser tests drive it."""

from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from bench.cuts.phone import limited
from motcua.people.models import Account
from tests import cast
from tests.chromium import PATIENCE, Visit
from tests.dossiers import story
from tests.photographs import photograph
from tests.portal.forms import FORM, TYPED

PASSWORD = "mat-khau-cua-thu"
# A file that the phone keeps, as the form shows it.
SHOWN = ".kept.photo"
LISTS = ("event", "relation", "subject_sex", "delivery")


def house() -> Account:
    """The commune, its law and one resident with a telephone."""
    cast.coc_san()
    story.law()
    account = cast.resident()
    account.set_password(PASSWORD)
    account.language = "en"
    account.save()
    return account


def opened(visit: Visit, **rest: Any) -> Page:
    """The form, with the scripts that keep at work."""
    page = visit(FORM, language="en", width=1280, **rest)
    page.wait_for_selector("form[data-ready]")
    return page


def kept(page: Page, name: str, value: str) -> None:
    """Type, and wait until the phone says that it has it."""
    before = page.get_attribute("[data-kept]", "data-kept") or ""
    page.fill(f"#{name}", value)
    page.wait_for_function(
        "(before) => document.querySelector('[data-kept]').dataset.kept !== before", arg=before
    )


def chosen(name: str, media: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": media, "buffer": content}


def has_page(page: Page) -> None:
    """Wait until the phone has this page for times without a line."""
    _until(page, "await caches.match(location.pathname)")


def has_script(page: Page, name: str) -> None:
    """Wait until the phone has this script for times without a line."""
    fixed = "(await (await caches.open('motcua-fixed')).keys())"
    _until(page, f"{fixed}.some(({{ url }}) => url.includes('/{name}.'))")


def _until(page: Page, there: str) -> None:
    # A promise is true at once to `wait_for_function`; this one is kept when it is there.
    page.evaluate(f"""async () => {{
      for (const until = Date.now() + {PATIENCE}; !({there});) {{
        if (Date.now() > until) throw new Error(`never kept: ${{location.pathname}}`);
        await new Promise((go) => setTimeout(go, 50));
      }}
    }}""")


def offers_no_draft(page: Page) -> None:
    """No draft is asked about, although what would ask has come."""
    page.focus("#filer_name")
    page.wait_for_selector("[data-found]", state="attached")
    assert not page.locator("[data-found]").is_visible()


def away(page: Page) -> None:
    """The line goes, once the phone has this form."""
    has_page(page)
    page.context.set_offline(True)


# The browser reads a chosen file when it is asked to, not when it is chosen.
_CHOSEN = TemporaryDirectory(prefix="motcua-chosen-")


def on_disk(*files: FilePayload) -> list[Path]:
    """The files, each in a folder of its own: megabytes need not go through the browser's pipe."""
    paths = [Path(mkdtemp(dir=_CHOSEN.name)) / one["name"] for one in files]
    for path, one in zip(paths, files, strict=True):
        path.write_bytes(one["buffer"])
    return paths


def choose(page: Page, *files: FilePayload) -> None:
    """Choose files for the first paper, and wait until each is shown."""
    before = page.locator(SHOWN).count()
    page.locator("input[type=file]").first.set_input_files(on_disk(*files))
    expect(page.locator(SHOWN)).to_have_count(before + len(files))


def a_photograph(name: str = "khai sinh.jpeg", **how: bool) -> FilePayload:
    return chosen(name, "image/jpeg", photograph(**how))


def again(page: Page) -> Page:
    """The same phone after the tab was closed."""
    other = page.context.new_page()
    page.close()
    return other


def fill(page: Page, **typed: str) -> None:
    """All that Thử types to ask for her extract."""
    for name, value in {**TYPED, **typed}.items():
        if name not in LISTS:
            page.fill(f"#{name}", value)
        elif page.locator(f"select#{name}").count():
            page.select_option(f"#{name}", value)
        else:
            page.check(f"input[name={name}][value={value}]")


def signed_in(visit: Visit, **rest: Any) -> Page:
    """Thử, at her telephone, on the form that the commune filled in for her."""
    page = visit("/sign-in", language="en", width=1280, **rest)
    page.fill("[name=login]", "0990000001")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/mine")
    page.goto(page.url.replace("/mine", f"{FORM}?for=none"))
    page.wait_for_selector("form[data-ready]")
    return page


def lines(page: Page) -> list[str]:
    """What the outbox shows, a line for each item."""
    page.wait_for_selector("[data-items][data-drawn]", state="attached")
    expect(page.locator("[data-items] li, [data-nothing]:not([hidden])").first).to_be_visible()
    return [" ".join(one.split()) for one in page.locator("[data-items] li").all_inner_texts()]


# Everything that a hostile next user can read without a key: the vault, the caches, the storages.
STORED = """async () => {
  const did = (asked) => new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const said = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
  const vault = await did(indexedDB.open("motcua"));
  for (const store of vault.objectStoreNames) {
    for (const row of await did(vault.transaction(store).objectStore(store).getAll())) {
      for (const value of Object.values(row)) {
        said.push(value instanceof ArrayBuffer ? new TextDecoder().decode(value) : String(value));
      }
    }
  }
  vault.close();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const one of await cache.keys()) said.push(await (await cache.match(one)).text());
  }
  return said.join("\\n");
}"""


def on_a_phone_of(room: int, visit: Visit, path: str) -> Page:
    """The page, in a browser that gives this house so many bytes and no more.

    Said before anything is written: a browser remembers for a while how much it has.
    """
    page = visit("/robots.txt", language="en", width=1280)
    home = page.evaluate("location.origin")
    limited(page, home, room)
    page.goto(home + path)
    return page
