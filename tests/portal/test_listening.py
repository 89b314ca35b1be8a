"""Every question of a form can be heard, and a sound is sent as players ask for it."""

import sys

import pytest
from django.test import Client

from motcua.procedures.pack import Procedure
from tests.portal.forms import FORM

pytestmark = pytest.mark.django_db

NAME = "/sound/2.000635/filer_name"


def test_each_question_and_paper_leads_to_its_sound(guest: Client, law: Procedure) -> None:
    page = guest.get(FORM).content.decode()
    for name in (*law.form.by_name, *(f"paper:{one.name}" for one in law.papers)):
        assert f'href="/sound/2.000635/{name}"' in page


def test_a_sound_is_small_and_says_who_speaks(guest: Client, law: Procedure) -> None:
    answer = guest.get(NAME)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "audio/mpeg"
    assert (answer["Motcua-Tongue"], answer["Motcua-Voice"]) == ("vi", "machine")
    assert 5_000 < len(answer.content) < 40_000


def test_the_language_of_the_page_is_heard_unless_another_was_chosen(
    guest: Client, law: Procedure
) -> None:
    guest.cookies["language"] = "en"
    assert guest.get(NAME)["Motcua-Tongue"] == "en"
    assert guest.get(f"{NAME}?in=hi")["Motcua-Tongue"] == "hi"
    chosen = guest.get(f"/hear/hi?next={FORM}")
    assert (chosen.status_code, chosen["Location"]) == (302, FORM)
    assert guest.get(NAME)["Motcua-Tongue"] == "hi"
    assert 'data-tongue="hi" aria-current="true"' in guest.get(FORM).content.decode()


def test_where_nobody_spoke_it_the_vietnamese_is_heard_and_said(
    guest: Client, law: Procedure
) -> None:
    answer = guest.get(f"{NAME}?in=giay")
    assert (answer.status_code, answer["Motcua-Tongue"]) == (200, "vi")


def test_a_part_is_sent_as_it_was_asked_for(guest: Client, law: Procedure) -> None:
    whole = guest.get(NAME).content
    part = guest.get(NAME, headers={"Range": "bytes=0-"})
    assert (part.status_code, part.content) == (206, whole)
    assert part["Content-Range"] == f"bytes 0-{len(whole) - 1}/{len(whole)}"
    middle = guest.get(NAME, headers={"Range": "bytes=10-19"})
    assert (middle.status_code, middle.content) == (206, whole[10:20])
    beyond = guest.get(NAME, headers={"Range": f"bytes={len(whole)}-"})
    assert (beyond.status_code, beyond["Content-Range"]) == (416, f"bytes */{len(whole)}")


def test_what_the_phone_has_is_not_sent_again(guest: Client, law: Procedure) -> None:
    tag = guest.get(NAME)["ETag"]
    again = guest.get(NAME, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/sound/2.000635/nothing", "/sound/9.9/filer_name", "/hear/xx"])
def test_what_no_form_asks_is_not_spoken(path: str, guest: Client, law: Procedure) -> None:
    answer = guest.get(path)
    assert answer.status_code == 404
    assert "tongue" not in answer.cookies


def test_a_machine_without_a_voice_says_that_nobody_spoke(
    guest: Client, law: Procedure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    answer = guest.get("/sound/2.000635/subject_birth")
    assert answer.status_code == 404
    assert "chưa có ai đọc" in answer.content.decode()


def test_how_to_photograph_is_drawn_and_said(guest: Client, law: Procedure) -> None:
    page = guest.get(FORM).content.decode()
    assert 'src="/static/portal/photograph.svg" alt="Ba hình vẽ: cả trang giấy' in page
    assert 'loading="lazy"' in page
    assert "Chụp cả trang, thấy đủ bốn góc." in page


def test_beside_each_paper_is_drawn_what_is_to_be_seen_of_it(guest: Client, law: Procedure) -> None:
    page = guest.get(FORM).content.decode()
    for paper, looks, words in (
        ("identity_card", "card", "Chụp cả hai mặt, mỗi mặt một ảnh."),
        ("authority", "sealed", "Chụp đủ bốn góc, thấy rõ chữ ký và con dấu."),
    ):
        told = page[page.index(f'id="paper:{paper}-how"') :].split("</p>")[0]
        assert f'src="/static/parts/papers.svg#{looks}"' in told
        assert 'loading="lazy"' in told
        assert f"<span>{words}</span>" in told
        control = page[page.index(f'id="paper:{paper}" ') :].split(">")[0]
        assert f"paper:{paper}-how" in control


def test_a_name_is_typed_with_capitals_and_is_no_mistake(guest: Client, law: Procedure) -> None:
    page = guest.get(FORM).content.decode()
    field = page[page.index('id="filer_name"') :].split(">")[0]
    assert 'autocapitalize="words"' in field
    assert 'spellcheck="false"' in field
