"""The forms about residents at the desk, and what entries leave to be done with them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from motcua.audit.models import JournalLine
from motcua.consequences.errors import Answered, HandUnexplained, NotYourQuestion
from motcua.consequences.following import follow_books, put_right
from motcua.consequences.models import Followed
from motcua.counter.by_hand.forms import FORMS
from motcua.people.models import Account, Household, Move, Resident
from tests import cast
from tests.consequences.written import couple, decided, entry, follows, note
from tests.counter.visits import At, words
from tests.people.by_hand.writing import fresh, household
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=5)
WHY = {"reason": "Theo đơn của chủ hộ"}


def desk(who: Account | None = None) -> At:
    return At(who or cast.officer(), LATER)


def sent(route: str, *args: object, **form: object) -> int:
    """The status of a form that was filled in so."""
    return int(desk().post(route, *args, **{"press": str(uuid4()), **form}).status_code)


def test_each_form_is_offered_to_whoever_keeps_the_register() -> None:
    thu = cast.thu()
    page = words(desk().get("resident", thu.pk))
    offered = [name for name in FORMS if reverse("counter:by-hand", args=[thu.pk, name]) in page]
    assert offered == list(FORMS)
    assert reverse("counter:withdraw-move", args=[thu.pk]) in page
    page = words(desk(cast.receptionist()).get("resident", thu.pk))
    assert "/hand/" not in page
    assert desk(cast.receptionist()).get("by-hand", thu.pk, "leave").status_code == 403
    assert desk(cast.stranger_officer()).get("by-hand", thu.pk, "leave").status_code == 404
    assert desk().get("by-hand", thu.pk, "vanish").status_code == 404


def test_somebody_moves_to_a_household_by_its_number() -> None:
    thu, home = cast.thu(), household(50)
    form = {"household": "50", "on": "01/02/2026", "head": "no", **WHY}
    assert sent("by-hand", thu.pk, "settle", **form) == 302
    assert fresh(thu).household == home
    page = words(desk().get("resident", thu.pk, did="1"))
    assert "Đã ghi." in page
    assert "Theo đơn của chủ hộ" in page


@pytest.mark.parametrize(
    ("what", "form", "field"),
    [
        ("settle", {"household": "99", "on": "2026"}, "household"),
        ("settle", {"household": "50", "on": "31/02/2026"}, "on"),
        ("settle", {"household": "50", "on": "2026", "reason": ""}, "reason"),
        ("found", {"village": "02999-01", "on": "2026"}, "village"),
        ("leave", {"on": "2026"}, "on"),
        ("wed", {"spouse": "000000000000", "on": "2020"}, "spouse"),
        ("wed", {"spouse": "", "on": "2020"}, "spouse"),
        ("part", {"on": ""}, "on"),
        ("die", {"on": "2030"}, "on"),
        ("correct", {"full_name": " "}, "full_name"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_written(
    what: str, form: dict[str, str], field: str
) -> None:
    thu = cast.thu()
    household(50)
    if what == "part":
        Resident.objects.filter(pk=thu.pk).update(spouse=cast.mau())
    before = Move.objects.count()
    answer = desk().post("by-hand", thu.pk, what, **{"press": str(uuid4()), **WHY, **form})
    assert answer.status_code == 422
    page = words(answer)
    assert f'id="{field}-error"' in page
    assert Move.objects.count() == before
    assert "Theo đơn của chủ hộ" in page or field == "reason"


def test_all_that_is_empty_is_said_at_once_and_each_leads_to_its_field() -> None:
    thu = cast.thu()
    empty = {"household": "", "on": " ", "head": "no", "reason": ""}
    before = Move.objects.count()
    answer = desk().post("by-hand", thu.pk, "settle", press=str(uuid4()), **empty)
    page = words(answer)
    assert answer.status_code == 422
    assert "3 chỗ cần sửa" in page
    for field in ("household", "on", "reason"):
        assert f'<a href="#{field}">' in page
    assert "Xin ghi ngày: ngày/tháng/năm; chỉ ghi tháng hoặc năm nếu không biết rõ hơn." in page
    assert "Đây không phải ngày" not in page
    assert Move.objects.count() == before


def test_a_day_that_is_none_is_said_beside_what_is_empty() -> None:
    thu = cast.thu()
    form = {"on": "31/02/2026", "reason": ""}
    page = words(desk().post("by-hand", thu.pk, "leave", press=str(uuid4()), **form))
    assert "Đây không phải ngày." in page
    assert 'id="reason-error"' in page


def test_who_is_married_is_asked_for_in_words_of_its_own() -> None:
    page = words(desk().get("by-hand", cast.thu().pk, "wed"))
    assert '<label for="spouse">Kết hôn với ai</label>' in page


def test_every_form_writes_what_it_says() -> None:
    thu, mau = cast.thu(), cast.mau()
    form = {"spouse": "000068000002", "on": "2020", **WHY}
    assert sent("by-hand", thu.pk, "wed", **form) == 302
    assert fresh(thu).spouse == mau
    assert sent("by-hand", thu.pk, "part", on="2025", **WHY) == 302
    assert fresh(mau).spouse is None
    found = {"village": "02746-02", "address": "Nhà 3", "on": "01/2026", **WHY}
    assert sent("by-hand", thu.pk, "found", **found) == 302
    assert Household.objects.get(address="Nhà 3") == fresh(thu).household
    assert sent("by-hand", thu.pk, "leave", on="01/02/2026", **WHY) == 302
    assert fresh(thu).household is None
    facts = {"full_name": "Vàng Thị Thư", "birth": "12/05/1991", "sex": "female", **WHY}
    assert sent("by-hand", thu.pk, "correct", **facts) == 302
    assert fresh(thu).full_name == "Vàng Thị Thư"
    assert sent("by-hand", mau.pk, "die", on="02/2026", **WHY) == 302
    assert fresh(mau).died == "2026-02"


def test_a_form_without_its_key_is_none_of_ours() -> None:
    thu = cast.thu()
    assert desk().post("by-hand", thu.pk, "leave", on="01/02/2026", **WHY).status_code == 400


def test_a_household_is_given_another_head() -> None:
    thu = cast.thu()
    page = words(desk().get("household", thu.household_id))
    assert "Hộ này chưa có chủ hộ." in page
    assert sent("household-head", thu.household_id, on="01/02/2026", **WHY) == 422
    form = {"resident": str(thu.pk), "on": "01/02/2026", **WHY}
    assert sent("household-head", thu.household_id, **form) == 302
    assert fresh(thu).head
    page = words(desk().get("household-head", thu.household_id))
    assert "Không có gì để làm việc này." in page
    assert desk(cast.stranger_officer()).get("household-head", thu.household_id).status_code == 404


def test_a_wrong_row_is_withdrawn_with_a_reason() -> None:
    thu = cast.thu()
    page = words(desk().get("withdraw-move", thu.pk))
    settled = Move.objects.get(resident=thu, kind="settled")
    assert f'value="{settled.pk}"' in page
    assert sent("withdraw-move", thu.pk, **WHY) == 422
    assert sent("withdraw-move", thu.pk, move=str(settled.pk), reason=" ") == 422
    assert sent("withdraw-move", thu.pk, move=str(settled.pk), **WHY) == 302
    assert fresh(thu).household is None


def test_each_form_that_was_opened_is_a_line_in_the_journal() -> None:
    thu = cast.thu()
    desk().get("by-hand", thu.pk, "leave")
    line = JournalLine.objects.latest("pk")
    assert (line.verb, line.about, line.why) == ("read.resident", f"resident:{thu.pk}", "by_hand")


def abroad() -> Followed:
    """A death abroad of Mẫu that was entered among the other events."""
    cast.mau()
    content = {
        "kind": "Khai tử",
        "first.name": "Lù A Mẫu",
        "first.birth": "1968",
        "first.identity": "000068000002",
        "foreign.country": "CN",
        "foreign.issuer": "Hà Khẩu",
        "foreign.date": "2026-01-15",
        "content": "Chết tại Hà Khẩu",
    }
    return follows("abroad", content)


def test_an_event_abroad_leads_to_the_forms_with_the_day_filled_in() -> None:
    row = abroad()
    assert row.word == "by_hand"
    listed = words(desk().get("residents"))
    address = reverse("counter:question", args=[row.pk])
    assert address in listed
    assert "ghi tay" in listed
    page = words(desk().get("question", row.pk))
    form = reverse("counter:by-hand", args=[cast.mau().pk, "die"])
    assert f'href="{form}?on=15%2F01%2F2026&amp;of={row.pk}"' in page
    filled = words(desk().get("by-hand", cast.mau().pk, "die", on="15/01/2026", of=str(row.pk)))
    assert 'value="15/01/2026"' in filled
    done = {"press": str(uuid4()), "on": "15/01/2026", "of": str(row.pk), **WHY}
    answer = desk().post("by-hand", cast.mau().pk, "die", **done)
    assert answer["Location"] == address
    assert fresh(cast.mau()).died == "2026-01-15"


def test_what_a_note_changed_of_somebody_beside_is_filled_into_the_correction() -> None:
    thu = cast.thu()
    dossier = decided()
    born = entry("birth", {**GROWN_CHILD, "mother.identity": "000191000001"}, dossier)
    later = decided()
    note(born, "correction", later, {"mother.name": "Vàng Thị Thư"})
    (row,) = follow_books(later.pk, at=cast.AT)
    assert row.word == "by_hand"
    page = words(desk().get("question", row.pk))
    form = reverse("counter:by-hand", args=[thu.pk, "correct"])
    assert f"{form}?full_name=V%C3%A0ng+Th%E1%BB%8B+Th%C6%B0&amp;of={row.pk}" in page


def test_a_marriage_that_cannot_be_written_leads_to_its_form() -> None:
    cast.thu()
    cast.mau()
    two = couple(("Lù A Mẫu", "1968"), ("Vàng Thị Thử", "1991-05-12"), ("husband", "wife"))
    row = follows("marriage", {**two, "husband.identity": "000068000002"})
    Followed.objects.filter(pk=row.pk).update(word="by_hand")
    page = words(desk().get("question", row.pk))
    assert "/hand/wed?on=03%2F03%2F2026&amp;spouse=V%C3%A0ng" in page


def test_it_leaves_the_list_when_somebody_says_that_it_is_seen_to() -> None:
    row = abroad()
    officer = cast.acting(cast.officer())
    with refused(HandUnexplained):
        put_right(question=row.pk, reason=" ", by=officer, at=LATER)
    with refused(NotYourQuestion):
        put_right(question=row.pk, reason="Xong", by=cast.acting(cast.receptionist()), at=LATER)
    assert desk().post("question", row.pk, seen_to="yes", reason="").status_code == 422
    assert desk().post("question", row.pk, seen_to="yes", reason="Đã ghi").status_code == 302
    row.refresh_from_db()
    assert (row.word, row.reason, row.decided_by_name) == ("put_right", "Đã ghi", "Hoàng Văn Xét")
    assert reverse("counter:question", args=[row.pk]) not in words(desk().get("residents"))
    assert "Đã ghi" in words(desk().get("question", row.pk))
    with refused(Answered):
        put_right(question=row.pk, reason="Xong", by=officer, at=LATER)


GROWN_CHILD = {
    "child.name": "Lù Thị Bé",
    "child.birth": "1995-02-20",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm y tế",
    "mother.name": "Vàng Thị Thử",
}
