"""A procedure on paper: all of it open, nothing to press, no paper's entry cut in two."""

import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from motcua.parts.catalogue import told_of
from motcua.procedures.pack import Procedure
from tests import cast
from tests.chromium import Visit
from tests.dossiers import story

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
# Of all it asks for the most papers.
LONG = "1.000110"
TO_PRESS = ("Bắt đầu", "Tất cả thủ tục", "In trang", "Tra cứu hồ sơ", "English")


@pytest.fixture
def law() -> Procedure:
    return story.whole_law(LONG)


def pages_of(page: Page, to: Path, **how: str) -> list[str]:
    """What the browser prints, as the words of each page on one line."""
    page.pdf(path=to, **({"format": "A4"} | how))  # type: ignore[arg-type]
    told = subprocess.run(["pdftotext", to, "-"], capture_output=True, check=True).stdout.decode()
    return [" ".join(one.split()) for one in told.split("\f") if one.strip()]


def test_the_page_prints_whole_and_without_what_is_pressed(
    visit: Visit, law: Procedure, tmp_path: Path
) -> None:
    page = visit(f"/p/{LONG}")
    assert page.locator("[data-print]").is_visible()
    assert not page.locator(".where").is_visible()
    whole = " ".join(pages_of(page, tmp_path / "page.pdf"))
    for basis in law.legal_basis:
        assert basis.shown in whole
    assert law.words["vi"].title in whole
    assert f"/p/{LONG}" in whole
    assert [word for word in TO_PRESS if word in whole] == []
    # What was folded is folded again.
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_no_entry_of_a_paper_is_cut_by_the_end_of_a_page(
    visit: Visit, law: Procedure, tmp_path: Path, size: str
) -> None:
    pages = pages_of(visit(f"/p/{LONG}"), tmp_path / "page.pdf", format=size)
    papers = told_of(law, cast.COC_SAN, cast.AT).papers
    assert len(papers) > 3
    for paper in papers:
        with_name = [one for one in pages if paper.words.label in one]
        assert any(paper.words.help in one for one in with_name), paper.words.label
    assert len(pages) == {"A4": 2, "A5": 4}[size]


def test_without_a_script_it_prints_whole_too(visit: Visit, law: Procedure, tmp_path: Path) -> None:
    page = visit(f"/p/{LONG}", java_script_enabled=False)
    assert not page.locator("[data-print]").is_visible()
    assert law.words["vi"].title in " ".join(pages_of(page, tmp_path / "page.pdf"))


def test_the_button_prints(visit: Visit, law: Procedure) -> None:
    page = visit(f"/p/{LONG}")
    page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    page.locator("[data-print]").click()
    assert page.evaluate("() => window.printed")
