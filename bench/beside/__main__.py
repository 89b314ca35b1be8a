"""Our request for an extract copy beside a public form product's, on the same slow telephone.

    python -m bench.beside

The other is the engine of Defra's GOV.UK forms, from npm as its lock pins it: installed at the
first run into the environment, started as a process of its own in its production mode, told the
questions of our form in our words. Both are walked by the same telephone, twice: a first visit, and
the same person's next request with what the telephone has kept.
"""

from itertools import pairwise

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from bench.beside import product
from bench.beside.questions import Asked, by_groups, definition, one_by_one
from bench.portal import slow
from bench.portal.slow import Step, Telephone, opens, presses
from bench.portal.weight import served
from tests import cast
from tests.dossiers import story
from tests.portal.forms import CODE

_VISITS = ("first visit", "next visit")
# Its own script is at work, as we ask of our form before we call it usable.
_AT_WORK = "[data-govuk-button-init]"
_CHECK = f"main:has(.govuk-summary-list) {_AT_WORK}"
_RECEIPT = ".govuk-panel--confirmation"
# Those of GOV.UK, which nobody else may use.
_FONTS = ["*/fonts/*"]
_RUNS: tuple[tuple[str, str, list[str]], ...] = (
    ("extract", "a page a question", []),
    ("extract-groups", "a page a group", []),
    ("extract-groups", "a page a group, no fonts", _FONTS),
)


def main() -> None:
    """Print each step of both, then the sums."""
    version = product.install()
    cast.coc_san()
    form = story.whole_law(CODE).form
    walks = {"extract": one_by_one(form), "extract-groups": by_groups(form)}
    forms = {slug: definition(slug, pages) for slug, pages in walks.items()}
    with sync_playwright() as play, product.served(forms) as theirs, served() as ours:
        sums = _ours(play, ours)
        for slug, said, blocked in _RUNS:
            title = f"Defra {version}, {said}"
            sums |= _theirs(play, f"{theirs}/{slug}", walks[slug], title, blocked)
    print(f"\n{'All steps':52} {'KB':>8} {'requests':>9} {'usable, s':>9} {'pages':>6}")
    for said, steps in sums.items():
        print(_sum(said, steps))


def _ours(play: Playwright, home: str) -> dict[str, list[Step]]:
    """From the first page, and straight from the form: the other has no pages before its own."""
    # As the other is asked once before it is measured: whoever starts a service does that.
    product.ask(home)
    sums = {}
    for title, straight in (("Ours, from the first page", False), ("Ours, from the form", True)):
        slow.heading(title)
        with slow.small(play) as context:
            for visit in _VISITS:
                sums[f"{title}, {visit}"] = slow.asked(context, home, visit, straight)
    return sums


def _theirs(
    play: Playwright, home: str, walk: tuple[Asked, ...], title: str, blocked: list[str]
) -> dict[str, list[Step]]:
    """Each visit, from the first question to the number."""
    slow.heading(title)
    with slow.small(play) as context:
        return {
            f"{title}, {visit}": _walked(context, home, walk, visit, blocked) for visit in _VISITS
        }


def _walked(
    context: BrowserContext, home: str, walk: tuple[Asked, ...], visit: str, blocked: list[str]
) -> list[Step]:
    phone = Telephone(context.new_page(), visit, judged=False).slowed(blocked)
    phone.step(walk[0].path, opens(home + walk[0].path), _usable(walk[0]))
    for asked, following in pairwise(walk):
        _type(phone, asked)
        phone.step(following.path, presses("main form button"), _usable(following))
    _type(phone, walk[-1])
    phone.step("the check of the answers", presses("main form button"), _CHECK)
    phone.step("handing in, to the number", presses("main form button"), _RECEIPT)
    phone.page.close()
    return phone.taken


def _usable(asked: Asked) -> str:
    return f'main form:has([name="{asked.first}"]) {_AT_WORK}'


def _type(phone: Telephone, asked: Asked) -> None:
    """Fill in the page; how long a person types is measured on neither side."""
    for name, value in asked.typed().items():
        box = phone.page.locator(f'[name="{name}"]')
        if box.first.get_attribute("type") == "radio":
            phone.page.check(f'[name="{name}"][value="{value}"]')
        else:
            box.fill(value)


def _sum(said: str, steps: list[Step]) -> str:
    kilobytes = sum(step.kilobytes for step in steps)
    requests = sum(step.requests for step in steps)
    seconds = sum(step.seconds for step in steps)
    return f"{said:52} {kilobytes:8.1f} {requests:9} {seconds:9.1f} {len(steps):6}"


if __name__ == "__main__":
    main()
