"""What is measured on an open page: axe's rules, sizes of text and targets, sideways scrolling."""

import os
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

SMALL_TEXT = """() => {
  const small = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement, words = walk.currentNode.textContent.trim();
    if (!words || !at.offsetParent || at.closest("svg, .unseen")) continue;
    const size = parseFloat(getComputedStyle(at).fontSize);
    if (size < 16) small.push(`${words.slice(0, 30)}: ${size}`);
  }
  return small;
}"""

# A link within a sentence is as tall as its line; WCAG 2.5.8 lets it, and so do we.
SMALL_TARGETS = """() => {
  const small = [];
  const all = "a, button, select, textarea, summary, input, .choice, .unknown";
  for (const one of document.querySelectorAll(all)) {
    const box = one.getBoundingClientRect();
    if (!one.offsetParent || one.closest(".unseen, .skip") || one.type === "hidden") continue;
    if (one.matches("label input")) continue;
    const beside = one.parentElement.textContent.trim() !== one.textContent.trim();
    if (one.matches("p a, td a, address a") && (beside || one.matches("td a"))) continue;
    if (box.height >= 43.9 && box.width >= 24) continue;
    small.push(`${one.outerHTML.slice(0, 90)}: ${box.height}`);
  }
  return small;
}"""

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page: Page) -> list[str]:
    """The violations that axe finds, one line each; the page's strict policy stays in force."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    run = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
    found: dict[str, Any] = page.evaluate(run, RULES)
    return [
        f"{fault['id']}: {node['html'][:120]} {node['failureSummary'][:160]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def unfit(page: Page, name: str) -> list[object]:
    """What is wrong with the page at desk width and on a phone."""
    found: list[object] = []
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        if "SHOTS" in os.environ:
            page.screenshot(path=Path(os.environ["SHOTS"]) / f"{name}-{width}.png", full_page=True)
        found += faults(page) + page.evaluate(SMALL_TEXT) + page.evaluate(SMALL_TARGETS)
        found += ["sideways"] if page.evaluate(SIDEWAYS) > 0 else []
    return found
