"""Kin of the books at the desk: side by side, taken or left with a reason, or refused."""

import pytest
from django.http import HttpResponse

from motcua.consequences.kin_search import ask_for_kin, search_once
from motcua.consequences.models import KinProposal, KinSearch
from motcua.people.models import Account, Resident
from motcua.registers.models import Entry
from tests import cast, kin
from tests.counter.visits import At, words
from tests.unchanged import everything

pytestmark = pytest.mark.django_db
WHY = "Đã đối chiếu sổ giấy"


@pytest.fixture
def family() -> dict[str, Resident]:
    """The family, whose kin only the books know; they were gone through."""
    found = kin.family()
    kin.books()
    Resident.objects.update(mother=None, father=None, spouse=None)
    go_through()
    return found


def go_through() -> None:
    by = cast.acting(cast.officer())
    ask_for_kin(by=by, commune=cast.COC_SAN, at=cast.AT)
    assert search_once(lambda: cast.AT)


def desk(who: Account | None = None) -> At:
    return At(who or cast.officer())


def of(kind: str) -> KinProposal:
    """What the first entry of a book proposes."""
    return KinProposal.objects.get(entry=Entry.objects.filter(kind=kind).earliest("pk"))


def press(act: str, reason: str = WHY, **form: object) -> HttpResponse:
    return desk().post("kin", act=act, reason=reason, **form)


def unchanged(*acts: str, reason: str = WHY) -> HttpResponse:
    """The last answer to what was pressed; no row is changed by any of it."""
    browser = desk()
    before = everything()
    answers = [browser.post("kin", act=act, reason=reason) for act in acts]
    assert everything() == before
    return answers[-1]


def nothing_done(act: str, status: int, sentence: str, reason: str = WHY) -> str:
    """It is refused with the sentence, and no row is changed."""
    answer = unchanged(act, reason=reason)
    assert answer.status_code == status
    page = words(answer)
    assert sentence in page
    return page


def test_the_entry_stands_beside_the_residents(family: dict[str, Resident]) -> None:
    page = words(desk().get("kin"))
    card = page.split(f'id="kin-{of("marriage").pk}"')[1].split("</section>")[0]
    assert "chắc chắn" in card
    assert "Lù Văn Bạn, 03/02/1988" in card
    assert f'href="/desk/residents/{family["self"].pk}">Vàng Thị Thử</a>' in card
    assert "Mục này cho biết: hai người là vợ chồng." in card
    assert page.count("chỉ khớp năm sinh") == 2
    assert "Nhận 1 mục chắc chắn ở trang này" in page


def test_one_is_taken_and_stands_under_taken(family: dict[str, Resident]) -> None:
    birth = of("birth")
    answer = press(f"take:{birth.pk}")
    assert (answer.status_code, answer["Location"]) == (
        302,
        "/desk/residents/kin?taken=1&changed=0",
    )
    assert "Đã nhận 1 mục." in words(desk().get("kin", taken="1", changed="0"))
    assert Resident.objects.get(pk=family["self"].pk).mother == family["mother"]
    taken = words(desk().get("kin", **{"is": "taken"}))
    assert f'id="kin-{birth.pk}"' in taken
    assert WHY in taken
    assert f"take:{birth.pk}" not in taken


def test_by_the_page_only_the_certain_are_taken(family: dict[str, Resident]) -> None:
    press("page", shown=[of("marriage").pk])
    thu = Resident.objects.get(pk=family["self"].pk)
    assert (thu.spouse, thu.mother) == (family["spouse"], None)
    assert of("birth").word == "open"
    assert "chắc chắn ở trang này" not in words(desk().get("kin"))


def test_one_is_left_with_its_reason(family: dict[str, Resident]) -> None:
    wedding = of("marriage")
    assert press(f"leave:{wedding.pk}")["Location"] == "/desk/residents/kin?left=1"
    assert "sẽ không đề xuất lại" in words(desk().get("kin", left="1"))
    left = words(desk().get("kin", **{"is": "left"}))
    assert f'id="kin-{wedding.pk}"' in left
    assert Resident.objects.get(pk=family["self"].pk).spouse is None


@pytest.mark.parametrize("verb", ["take", "leave"])
def test_without_a_reason_it_is_refused_beside_its_field(
    family: dict[str, Resident], verb: str
) -> None:
    said = "ghi lý do ngắn gọn"
    page = nothing_done(f"{verb}:{of('marriage').pk}", 422, said, reason=" ")
    assert 'id="reason-error"' in page


def test_what_concerns_the_officer_is_refused(family: dict[str, Resident]) -> None:
    own = cast.officer()
    Account.objects.filter(pk=own.pk).update(resident=family["self"])
    page = nothing_done(f"take:{of('marriage').pk}", 409, "liên quan đến chính anh/chị")
    assert WHY in page


def test_what_contradicts_is_said_and_has_no_way_to_be_taken(family: dict[str, Resident]) -> None:
    Resident.objects.filter(pk=family["mother"].pk).update(sex="male")
    go_through()
    birth = of("birth")
    page = words(desk().get("kin", **{"is": "against"}))
    assert "Giới tính của cư dân không phù hợp với nội dung của mục." in page
    assert f"leave:{birth.pk}" in page
    assert f"take:{birth.pk}" not in page
    assert unchanged(f"take:{birth.pk}").status_code == 302


def test_what_stands_otherwise_meanwhile_is_said(family: dict[str, Resident]) -> None:
    Resident.objects.filter(pk=family["self"].pk).update(spouse=cast.mau())
    answer = press(f"take:{of('marriage').pk}")
    assert answer["Location"] == "/desk/residents/kin?taken=0&changed=1"
    said = words(desk().get("kin", taken="0", changed="1"))
    assert "Không nhận 1 mục: mục liên quan đến chính anh/chị, hoặc nay đã khác." in said
    assert Resident.objects.get(pk=family["spouse"].pk).spouse is None


def test_a_search_is_asked_for_once_and_says_how_far_it_is(family: dict[str, Resident]) -> None:
    assert "Lần rà soát gần nhất" in words(desk().get("kin"))
    press("search")
    assert KinSearch.objects.count() == 2
    page = words(desk().get("kin"))
    assert "Đã xem 0 trong 3 mục" in page
    assert 'value="search"' not in page
    assert unchanged("search").status_code == 302


def test_only_who_keeps_the_books_of_this_commune_sees_it(family: dict[str, Resident]) -> None:
    for who in (cast.receptionist(), cast.administrator()):
        assert desk(who).get("kin").status_code == 403
        assert desk(who).post("kin", act="search").status_code == 403
    elsewhere = desk(cast.stranger_officer())
    assert "Vàng Thị Thử" not in words(elsewhere.get("kin"))
    before = everything()
    elsewhere.post("kin", act=f"take:{of('marriage').pk}", reason=WHY)
    assert everything() == before
    assert 'href="/desk/residents/kin"' not in words(desk(cast.receptionist()).get("residents"))
    assert 'href="/desk/residents/kin"' in words(desk().get("residents"))


def test_odd_words_do_nothing(family: dict[str, Resident]) -> None:
    assert unchanged("take:x", "take:999999", "leave:999999", "page", "").status_code == 302
    assert desk().get("kin", **{"is": "x", "after": "x"}).status_code == 200
