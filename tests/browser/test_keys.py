"""How many keys a decision takes, counted in a real browser: a small form of `bench.keys`."""

from datetime import date

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from bench.keys.desk import decide, decide_all
from bench.keys.keyboard import Keyboard
from bench.keys.typing import fields, of
from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Step
from motcua.procedures.answers import clean
from tests import cast
from tests.browser.test_counter import opened
from tests.chromium import Visit
from tests.dossiers import story
from tests.dossiers.births import in_hand
from tests.dossiers.test_every_book import written as of_book
from tests.kin import written

pytestmark = [pytest.mark.browser, pytest.mark.looked_at, pytest.mark.django_db(transaction=True)]
MARITAL = "1.004873"


def being_checked(code: str) -> Dossier:
    """The worked case of a pack, its papers shown, taken up by the officer."""
    law = story.law(code)
    answers = clean(law, dict(law.examples[0].answers))
    demanded = frozenset(f"paper:{paper.name}" for paper in wanted(law, answers))
    desk, officer = cast.acting(cast.receptionist()), cast.acting(cast.officer())
    dossier = story.walked_in(law, answers=answers, plain=True, unknown=demanded)
    for paper in wanted(law, answers):
        facts = {"name": paper.name, "source": "shown", "note": "", "by": desk, "at": cast.AT}
        mark_paper(dossier_id=dossier.pk, **facts)
    dossier = actions.accept(story.press(dossier, desk))
    return actions.begin(story.press(dossier, officer))


def test_an_extract_with_a_match_takes_at_most_four_keys_until_the_next_is_open(
    visit: Visit, live_server: LiveServer
) -> None:
    law = story.law()
    first, second = sorted((story.submitted(law), story.submitted(law)), key=lambda one: one.pk)
    story.birth_entry()
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    walk = decide(page, live_server.url, "state=1")
    assert walk is not None
    assert (walk.keys, walk.dossiers) == (3, (str(first.pk),))
    assert walk.keys <= 4
    assert str(second.pk) in page.url
    first.refresh_from_db()
    assert first.at_step == Step.SIGN
    # A clerk who types the same paper, short as it is here, presses many times as many.
    assert of(first) == {"fields": 8, "keys": 80}


def test_an_extract_of_parentage_takes_as_few(visit: Visit, live_server: LiveServer) -> None:
    law = story.law()
    answers = dict(next(one for one in law.examples if one.answers["event"] == "parentage").answers)
    told = {"answers": clean(law, answers), "plain": True}
    first, second = (story.submitted(law, **told) for _ in range(2))
    entry = of_book("parentage")
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    walk = decide(page, live_server.url, "state=1")
    assert walk is not None
    assert walk.keys <= 4
    done = Dossier.objects.filter(pk__in=(first.pk, second.pk), step=Step.SIGN)
    assert [one.entry_id for one in done] == [entry.pk]


def test_a_marital_status_takes_at_most_six_keys(visit: Visit, live_server: LiveServer) -> None:
    rows = [being_checked(MARITAL), being_checked(MARITAL)]
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    walk = decide(page, live_server.url, "state=4&step=check")
    assert walk is not None
    assert walk.keys <= 6
    assert Dossier.objects.filter(step=Step.SIGN).count() == 1
    assert any(str(row.pk) in page.url for row in rows)


def test_a_birth_takes_at_most_ten_keys(visit: Visit, live_server: LiveServer) -> None:
    dossier = in_hand()
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    walk = decide(page, live_server.url, "state=4&step=check")
    assert walk is not None
    assert walk.keys <= 10
    dossier.refresh_from_db()
    assert dossier.at_step == Step.SIGN


def test_many_extracts_take_three_keys_together(visit: Visit, live_server: LiveServer) -> None:
    law = story.law()
    rows = [story.in_progress(law) for _ in range(3)]
    story.birth_entry()
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    walk = decide_all(page, live_server.url, "state=4&step=check")
    assert (walk.keys, sorted(walk.dossiers)) == (3, sorted(str(row.pk) for row in rows))
    assert Dossier.objects.filter(step=Step.SIGN).count() == 3


def test_beside_namesakes_a_key_leads_to_the_paper_book_and_another_to_another_office(
    visit: Visit, live_server: LiveServer
) -> None:
    dossier = story.in_progress(story.law())
    for day, mother in enumerate(("Lò Thị Một", "Lò Thị Hai"), 1):
        written("birth", {**story.BIRTH, "mother.name": mother}, date(1991, 6, day))
    page = opened(visit, live_server, cast.officer(), f"/desk/d/{dossier.pk}", 1280)
    expect(page.locator("article.match")).to_have_count(2)
    page.keyboard.press("?")
    for word in ("Chép từ sổ giấy", "Hỏi cơ quan khác"):
        expect(page.locator("#keys").get_by_text(word, exact=True)).to_have_count(1)
    page.keyboard.press("Escape")
    # Another search in the register brings its own button along.
    page.locator("#name").fill("Vàng")
    page.locator("#name").press("Enter")
    page.wait_for_timeout(300)
    expect(page.locator("article.match")).to_have_count(2)
    page.locator("#register [data-opens]").press("Enter")
    expect(page.locator("#inquire-office")).to_be_focused()
    for button in page.locator("[data-opens='do-inquire']").all():
        expect(button).to_have_attribute("aria-expanded", "true")
    page.locator("#inquire-office").press("Escape")
    page.keyboard.press("l")
    expect(page.locator("#inquire-office")).to_be_hidden()
    page.keyboard.press("d")
    page.wait_for_url(f"**/desk/books/digitise/for/{dossier.pk}")


def test_a_refused_decision_is_no_walk(
    visit: Visit, live_server: LiveServer, complaints: list[str]
) -> None:
    being_checked(MARITAL)
    dossier = Dossier.objects.get()
    dossier.papers.all().delete()
    dossier.answers = {**dossier.answers, "filer_name": ""}
    dossier.save(update_fields=["answers"])
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    with pytest.raises(RuntimeError):
        decide(page, live_server.url, "state=4&step=check")
    complaints.clear()  # the browser reports the 422


def test_every_key_is_counted(visit: Visit) -> None:
    page = visit("/design/form", width=1280)
    keyboard = Keyboard(page)
    keyboard.press("Tab")
    keyboard.type("Lò")
    assert keyboard.keys == 3
    with pytest.raises(RuntimeError, match="no way to"):
        keyboard.reach("h1")


def test_what_is_typed_by_hand_leaves_out_what_the_office_fills_in() -> None:
    paper = {
        "template": "extract_birth",
        "data": {"child.name": "Vàng", "child.sex": "female", "register.number": "1/2026"},
    }
    assert fields(paper) == {"child.name": 4, "child.sex": 1}


def test_rows_are_chosen_by_keys_and_the_help_names_them(
    visit: Visit, live_server: LiveServer
) -> None:
    law = story.law()
    for _ in range(4):
        story.submitted(law)
    page = opened(visit, live_server, cast.officer(), "/desk", 1280)
    ticked = "() => [...document.querySelectorAll('[name=pick]')].map((box) => box.checked)"
    for key in ("j", "x", "j", "j", "Shift+X"):
        page.keyboard.press(key)
    assert page.evaluate(ticked) == [True, True, True, False]
    page.keyboard.press("x")
    assert page.evaluate(ticked) == [True, True, False, False]
    page.keyboard.press("a")
    assert page.evaluate(ticked) == [True] * 4
    page.locator("[name=pick]").nth(3).click()
    assert page.evaluate(ticked) == [True, True, True, False]
    assert not page.locator("[name=all]").is_checked()
    # A box that was clicked takes no letters: the keys go on.
    page.keyboard.press("?")
    for word in ("chọn dòng", "chọn đến dòng này", "Tiếp nhận và xử lý"):
        expect(page.locator("#keys").get_by_text(word, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.wait_for_url("**/desk/bulk/take_up**")
    expect(page.locator("[name=one]")).to_have_count(3)


def test_a_telephone_shows_the_list_without_boxes(visit: Visit, live_server: LiveServer) -> None:
    story.submitted(story.law())
    page = opened(visit, live_server, cast.officer(), "/desk", 360)
    expect(page.locator("[name=pick]")).to_be_hidden()
    expect(page.locator("[data-bulk] .signs-all")).to_be_hidden()
