"""Every page opens, in every language, with few and known questions to the database."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.foundation import clock
from motcua.procedures.pack import Procedure
from tests.dossiers import story
from tests.portal.forms import FORM, key_of, send
from tests.procedures.packs import codes

pytestmark = pytest.mark.django_db

PAGES = (
    "/",
    "/?q=khai+sinh",
    "/?q=zzzz",
    "/p/2.000635",
    "/apply/2.000635",
    "/help",
    "/track",
    "/d",
    "/sign-in",
    "/phone",
    "/rehearsal/messages",
    "/v/xyz",
    "/robots.txt",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_for_everyone_opens(page: str, guest: Client, law: Procedure) -> None:
    for language in ("vi", "en", "hi"):
        guest.cookies["language"] = language
        assert guest.get(page).status_code == 200


# What a page asks of the database, with warm caches: a page that asks more has grown a loop.
QUERIES = {
    "/": 1,
    "/p/2.000635": 4,  # it leads to another
    "/apply/2.000635": 1,
    "/track": 0,
    "/d": 0,
    "/help": 0,
    "/sign-in": 0,
}


@pytest.mark.parametrize(("page", "most"), QUERIES.items())
def test_a_page_for_everyone_asks_little_of_the_database(
    page: str,
    most: int,
    guest: Client,
    law: Procedure,
    django_assert_max_num_queries: Any,
) -> None:
    guest.get(page)
    with django_assert_max_num_queries(most):
        guest.get(page)


def test_the_pages_of_ones_own_ask_little_however_much_one_has(
    thu: Client, law: Procedure, django_assert_max_num_queries: Any
) -> None:
    for _one in range(3):
        key = key_of(send(thu, page=f"{FORM}?new=1"))
    thu.get("/mine")
    with django_assert_max_num_queries(5):
        thu.get("/mine")
    with django_assert_max_num_queries(18):
        thu.get(f"/mine/{key}")
    with django_assert_max_num_queries(13):
        thu.get(f"/receipt/{key}")
    with django_assert_max_num_queries(11):
        thu.get(f"{FORM}?new=1&for=self")


def test_the_list_is_searched_without_marks(guest: Client, law: Procedure) -> None:
    for typed in ("khai sinh", "KHAI SINH", "khái sính", "2.000635"):
        assert "/p/2.000635" in guest.get("/", {"q": typed}).content.decode()
    assert "/p/2.000635" not in guest.get("/", {"q": "đất đai"}).content.decode()


def test_the_first_page_shows_the_most_asked_and_keeps_the_rest_on_its_shelves(
    guest: Client, django_assert_max_num_queries: Any
) -> None:
    story.whole_law()
    guest.get("/")
    with django_assert_max_num_queries(1):
        page = guest.get("/").content.decode()
    first, _summary, rest = page.partition("<details")
    assert first.count('href="/p/') == 8
    assert rest.count('href="/p/') == 31
    assert "/p/1.000894" in first
    assert "/p/1.004837" in rest


def test_what_is_searched_is_listed_with_its_summary_and_without_shelves(guest: Client) -> None:
    story.whole_law()
    page = guest.get("/", {"q": "giam ho"}).content.decode()
    assert "<details" not in page
    assert [page.count(f'href="/p/{code}"') for code in ("1.004837", "1.004845", "1.001669")] == [
        1,
        1,
        1,
    ]
    assert "/p/1.000894" not in page


def test_every_procedure_of_the_catalogue_has_a_page_and_a_form(guest: Client) -> None:
    story.whole_law()
    for code in codes():
        assert guest.get(f"/p/{code}").status_code == 200
        assert guest.get(f"/apply/{code}").status_code == 200


def test_the_page_of_a_procedure_names_fee_law_deadline_and_papers(
    guest: Client, law: Procedure
) -> None:
    page = guest.get("/p/2.000635").content.decode()
    for word in ("8.000 đ", "281/2016/TT-BTC", "15:00", "Thẻ căn cước", "Có thể thay bằng dữ liệu"):
        assert word in page


def test_a_procedure_that_is_not_offered_is_a_designed_no(guest: Client, law: Procedure) -> None:
    answer = guest.get("/p/9.999999")
    assert answer.status_code == 404
    assert "Xã Cốc San" in answer.content.decode()


def test_an_announced_outage_stands_above_every_page(
    guest: Client, law: Procedure, settings: Any
) -> None:
    begins = clock.now() + timedelta(days=8)
    settings.OUTAGE = (begins, begins + timedelta(hours=2))
    assert "Dịch vụ tạm nghỉ từ" in guest.get("/").content.decode()
    settings.OUTAGE = (begins - timedelta(days=9), begins - timedelta(days=8, hours=1))
    assert "Dịch vụ tạm nghỉ từ" not in guest.get("/").content.decode()


def test_a_fee_that_is_not_settled_says_so_on_the_page_of_its_procedure(
    guest: Client, law: Procedure
) -> None:
    assert "Mức thu tạm ghi, chờ đối chiếu" in guest.get("/p/1.004873").content.decode()
    assert "Mức thu tạm ghi, chờ đối chiếu" in guest.get("/apply/1.004873").content.decode()
    assert "Mức thu tạm ghi" not in guest.get("/p/2.000635").content.decode()


def test_what_is_from_memory_is_said_once_on_the_page_of_its_procedure(
    guest: Client, law: Procedure
) -> None:
    page = guest.get("/p/1.000656").content.decode()
    said = "chưa đối chiếu với văn bản luật: phí, lệ phí, giấy tờ, mức độ làm trực tuyến."
    assert page.count(said) == 1
    page = guest.get("/p/2.000635").content.decode()
    assert page.count("chưa đối chiếu với văn bản luật: giấy tờ.") == 1
