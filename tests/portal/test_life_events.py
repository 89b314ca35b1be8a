"""From what has happened to what this person needs: few questions, nothing kept, true figures."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from motcua.audit.models import JournalLine
from motcua.dossiers.models import Dossier
from motcua.procedures.guide.reading import guide
from tests import cast
from tests.dossiers import story
from tests.module_wide import for_the_module

pytestmark = pytest.mark.django_db

LATE = "/event/birth/need?parents=mother&born=later&notice=witness"


@pytest.fixture(autouse=True, scope="module")
def whole(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with for_the_module(django_db_blocker):
        cast.coc_san()
        story.whole_law()
        with django_db_blocker.block():
            yield


def page(browser: Client, address: str) -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def parts(html: str) -> list[str]:
    """What must be done and what may be done, each by itself."""
    found = re.split(r'<li class="sheet">|<details class="sheet">', html)[1:]
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in found]


def test_the_first_page_shows_every_event_before_the_search(guest: Client) -> None:
    html = page(guest, "/")
    places = [html.index(f'href="/event/{name}"') for name in guide().events]
    assert places == sorted(places)
    assert places[-1] < html.index('role="search"') < html.index("/p/2.000635")


@pytest.mark.parametrize("name", list(guide().events))
def test_an_event_lists_what_it_may_need_in_every_language(guest: Client, name: str) -> None:
    event = guide().events[name]
    for language in ("vi", "en", "hi"):
        guest.cookies["language"] = language
        html = page(guest, f"/event/{name}")
        assert event.words[language].label in html
        for need in event.needs:
            assert need.why[language] in html
    assert f'href="/event/{name}/need"' in html


def test_an_answer_is_a_link_and_leads_to_the_next_question(guest: Client) -> None:
    first = page(guest, "/event/lost/need")
    assert "Mất giấy gì?" in first
    assert 'href="/event/lost/need?paper=birth"' in first
    second = page(guest, "/event/lost/need?paper=birth")
    assert "Xã còn sổ đăng ký không?" in second
    assert 'href="/event/lost/need?paper=birth&book=kept"' in second
    assert "<form" not in re.sub(r"(?s)<header.*?</header>", "", second)


def test_the_answer_is_for_this_person(guest: Client) -> None:
    must, alone, mobile, residence = parts(page(guest, LATE))
    assert "Khai sinh, nhập khẩu và thẻ bảo hiểm cho con" in must
    assert "Văn bản của người làm chứng về việc sinh" in must
    assert "Giấy chứng sinh" not in must
    assert "Giấy chứng nhận kết hôn của cha mẹ" not in must
    assert "Không mất tiền" in must
    # Late: the province's fee, and that its amount is provisional.
    assert re.search(r"8\.000 đ .*không đúng hạn: 8\.000 đ", alone)
    assert "Mức thu tạm ghi" in alone
    assert "Khai sinh tại nhà, tại thôn" in mobile
    assert "7 ngày làm việc" in residence


def test_in_time_it_costs_nothing_and_nothing_is_said_of_the_late_fee(guest: Client) -> None:
    alone = parts(page(guest, LATE.replace("later", "recent")))[1]
    assert "Không mất tiền" in alone
    assert "không đúng hạn" not in alone


def test_who_says_that_they_are_exempt_sees_that_they_pay_nothing(guest: Client) -> None:
    assert "ground=poor" in page(guest, LATE)
    alone = parts(page(guest, f"{LATE}&ground=poor"))[1]
    assert re.search(r"Không mất tiền .*không đúng hạn: 0 đ .*Luật Hộ tịch 60/2014/QH13", alone)
    assert "8.000 đ" not in alone


def test_a_paper_that_hangs_on_what_was_not_asked_says_when(guest: Client) -> None:
    must = parts(page(guest, LATE))[0]
    assert "Văn bản ủy quyền Chỉ cần khi “" in must


def test_nothing_is_kept_of_what_was_chosen(
    guest: Client, django_assert_max_num_queries: Any
) -> None:
    page(guest, LATE)
    lines = JournalLine.objects.count()
    with django_assert_max_num_queries(5):
        page(guest, LATE)
    assert (Dossier.objects.count(), Session.objects.count()) == (0, 0)
    assert JournalLine.objects.count() == lines
    assert guest.get(LATE)["X-Robots-Tag"].startswith("noindex")


def test_beginning_takes_the_answers_along(guest: Client) -> None:
    html = page(guest, LATE)
    address = "/apply/1.001193?parents=mother&birth_notice=witness"
    assert f'href="{address}"' in html
    form = page(guest, address)
    assert re.search(r'name="parents" value="mother"[^>]* checked', form)
    assert re.search(r'name="birth_notice" value="witness"[^>]* checked', form)
    assert form.count("Ông/bà vừa chọn ở trang trước.") == 2


def test_an_address_fills_in_no_text_and_no_answer_that_is_not_offered(guest: Client) -> None:
    form = page(guest, "/apply/1.001193?filer_name=Kẻ+Lạ&parents=three&truth=yes")
    assert "Kẻ Lạ" not in form
    assert "Ông/bà vừa chọn" not in form
    assert " checked" not in re.sub(r'value="(counter|VN)"[^>]*checked', "", form)


def test_what_the_record_knows_and_what_was_chosen_stand_together(thu: Client) -> None:
    form = page(thu, "/apply/2.000635?event=birth&relation=self")
    assert re.search(r'<option value="birth" selected', form)
    assert "Vàng Thị Thử" in form


@pytest.mark.parametrize("name", list(guide().elsewhere))
def test_what_another_office_does_has_a_page_that_says_where(guest: Client, name: str) -> None:
    one = guide().elsewhere[name]
    for language in ("vi", "en", "hi"):
        guest.cookies["language"] = language
        html = page(guest, f"/elsewhere/{name}")
        assert one.words[language].label in html
        assert one.code in html


def test_marks_are_kept_where_another_office_is_named(guest: Client) -> None:
    assert "mã thủ tục, thời hạn" in page(guest, "/elsewhere/end_of_residence")
    adoption = page(guest, "/elsewhere/adoption")
    assert "chưa đối chiếu" not in adoption
    assert "400.000 đ" in adoption
    assert "thứ Hai – thứ Sáu: 07:00–11:30, 13:30–17:00" in adoption


def test_a_name_that_there_is_not_is_a_designed_no(guest: Client) -> None:
    for address in ("/event/x", "/event/x/need", "/elsewhere/x"):
        answer = guest.get(address)
        assert answer.status_code == 404
        assert "Không có trang nào tên như vậy" in answer.content.decode()


@pytest.mark.parametrize("typed", ["mat giay khai sinh", "Mất giấy khai sinh"])
def test_the_search_finds_events_procedures_and_other_offices(guest: Client, typed: str) -> None:
    html = page(guest, f"/?q={typed}")
    assert html.index("/event/lost") < html.index("/p/2.000635")
    assert 'href="/elsewhere/adoption"' in page(guest, "/?q=con nuoi")


def test_every_answer_to_every_question_opens(guest: Client) -> None:
    """Each way of each event, in the language that most read."""
    opened, waiting = set(), [f"/event/{name}/need" for name in guide().events]
    while waiting:
        address = waiting.pop()
        if address in opened:
            continue
        opened.add(address)
        html = page(guest, address)
        if 'class="cards ways"' in html:
            found = re.findall(r'class="card" href="([^"]+)"', html)
            waiting += found
    assert len(opened) == 312
