"""Finding an entry at the desk: one field is enough, and the page says why each was found."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import JournalLine
from motcua.registers.models import Entry
from tests import cast
from tests.counter.visits import At, words
from tests.registers.test_entries import write

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> Entry:
    """Vàng Thị Bé, born 11/02/2026, of Vàng Thị Thử."""
    return write("dossier:1")


def look(**typed: str) -> str:
    return words(At(cast.officer()).get("book-search", **typed))


def test_an_empty_search_says_what_to_try(entry: Entry) -> None:
    page = look()
    assert "Anh/chị biết gì thì gõ nấy: chỉ cần một ô." in page
    assert "Vàng Thị Bé" not in page
    assert not JournalLine.objects.filter(verb__startswith="read.").exists()


def test_what_was_typed_exactly_is_said_to_be(entry: Entry) -> None:
    page = look(name="Vàng Thị Bé")
    assert f'href="/desk/books/entry/{entry.pk}" data-focus>1/2026</a>' in page
    assert "đúng như đã gõ" in page
    assert '<span class="soft">Mẹ:</span> Vàng Thị Thử' in page
    assert "khác" not in page.split("<tbody>")[1].split("</tbody>")[0]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("vang thi ve", "khác một chữ: ve → Bé"),
        ("vangg thi ve", "khác 2 chữ: vangg → Vàng, ve → Bé"),
        ("vàng thị bẻ", "khác dấu"),
        ("be vang thi", "khác thứ tự chữ"),
        ("vang be", "có thêm chữ: Thị"),
        ("va thi be", "gõ chưa hết chữ: Vàng"),
        ("vangthibe", "khác cách viết liền, rời"),
    ],
)
def test_a_hit_says_in_words_why_it_was_found(entry: Entry, typed: str, why: str) -> None:
    row = look(name=typed).split("<tbody>")[1].split("</tr>")[0]
    assert "<b>Vàng Thị Bé</b>" in row
    assert f"<span>{why}</span>" in row


def test_a_number_typed_for_a_name_is_meant_as_a_number(entry: Entry) -> None:
    assert "<b>Vàng Thị Bé</b>" in look(name="số 1/2026")
    desk = At(cast.officer())
    answer = desk.get("search", q=" 1/2026 ")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/books/search?number=1%2F2026")


def test_the_box_of_the_desk_leads_on_to_the_books(entry: Entry) -> None:
    page = words(At(cast.officer()).get("search", q="vàng bé"))
    assert 'href="/desk/books/search?name=v%C3%A0ng+b%C3%A9"' in page


def test_nobody_found_says_what_to_leave_out(entry: Entry) -> None:
    page = look(name="vang thi be", birth="1950", kind="birth")
    assert "Không tìm thấy ai trong sổ của xã." in page
    assert 'href="?name=vang+thi+be&amp;kind=birth"' in page
    assert 'href="?name=vang+thi+be&amp;birth=1950"' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"birth": "hôm qua", "name": "vang"}, "Đây không phải là ngày sinh."),
        ({"number": "27", "name": "vang"}, "Anh/chị ghi số của mục kèm năm: 27/1998."),
        ({"name": "v"}, "Anh/chị gõ ít nhất hai chữ cái của tên"),
        ({"name": "vang", "kind": "cooking"}, "Không có"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(
    entry: Entry, typed: dict[str, str], sentence: str
) -> None:
    answer = At(cast.officer()).get("book-search", **typed)
    assert answer.status_code in (404, 422)
    assert sentence in words(answer)
    assert "Vàng Thị Bé" not in words(answer)


@pytest.mark.parametrize(("field", "typed"), [("birth", "31/02/xx"), ("number", "27")])
def test_the_cursor_stands_where_it_has_to_be_typed_again(field: str, typed: str) -> None:
    page = look(**{"name": "vang", field: typed})
    begun = page[: page.index(" autofocus")].rpartition("<input")[2]
    assert f'name="{field}"' in begun
    assert page.count(" autofocus") == 1


def test_a_list_goes_on_and_ends_at_a_hundred() -> None:
    for at in range(105):
        write(f"dossier:{at}", content={"child.name": "Vàng Thị Mẫu"})
    page = look(name="vang thi mau")
    assert page.count("data-row") == 20
    assert 'href="?name=vang+thi+mau&amp;after=20"' in page
    last = look(name="vang thi mau", after="80")
    assert last.count("data-row") == 20
    assert "Chỉ hiện 100 mục gần đúng nhất." in last
    assert "after=100" not in last
    assert "Không tìm thấy" in look(name="vang thi mau", after="100")


def test_another_commune_finds_nothing_of_ours(entry: Entry) -> None:
    page = words(At(cast.stranger_officer()).get("book-search", name="vang thi be"))
    assert "Không tìm thấy ai trong sổ của xã." in page


def test_a_page_asks_a_bounded_number_of_questions(entry: Entry) -> None:
    for at in range(30):
        write(f"other:{at}", content={"child.name": f"Vàng Thị Mẫu {'abc'[at % 3]}"})
    desk = At(cast.officer())
    desk.get("book-search")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        desk.get("book-search", name="vamg thi be", birth="2026", beside="vang thu")
    assert len(asked) <= 40
