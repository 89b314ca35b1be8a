"""Residents at the desk: what held and from what it is known, on both days; who is meant."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.audit.models import JournalLine
from motcua.consequences.following import follow_books
from motcua.dossiers import actions as dossiers
from motcua.foundation.actor import SYSTEM
from motcua.people import actions
from motcua.people.correcting import corrected
from motcua.people.models import Account, Move, Resident
from tests import cast
from tests.consequences.written import CHILD, DEAD, decided, entry, follows, living, note
from tests.dossiers import story
from tests.unchanged import everything

pytestmark = pytest.mark.django_db


def at_desk(who: Account) -> Client:
    browser = Client()
    browser.force_login(who, backend="motcua.people.backends.AccountBackend")
    return browser


def page(path: str, status: int = 200, who: Account | None = None) -> str:
    answer = at_desk(who or cast.officer()).get(path)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


@pytest.fixture
def child() -> Resident:
    """Born into Thử's household and registered on 3 March; her name corrected on the 5th."""
    cast.thu()
    dossier = decided()
    born = entry("birth", CHILD, dossier)
    follow_books(dossier.pk, at=cast.AT)
    later = decided()
    note(born, "correction", later, {"child.name": "Lù Thị Bẻ"})
    follow_books(later.pk, at=cast.AT + timedelta(days=2))
    return Resident.objects.get(full_name="Lù Thị Bẻ")


def test_each_fact_names_the_entry_or_note_that_it_is_from(child: Resident) -> None:
    said = page(f"/desk/residents/{child.pk}")
    born = Move.objects.get(resident=child, replaces=None).source.partition(":")[2]
    assert f'Lù Thị Bẻ <span class="soft small">· <a href="/desk/books/entry/{born}">' in said
    assert "theo ghi chú trong sổ" in said
    assert "Họ, chữ đệm, tên: Lù Thị Bé → Lù Thị Bẻ" in said
    assert "Sửa lại: Sinh, từ 20/02/2026" in said
    assert "Sinh, từ 20/02/2026 (không còn tính: đã sửa lại)" in said


def test_what_was_known_then_is_shown_as_it_was_known(child: Resident) -> None:
    then = "?on=03/03/2026&known_on=04/03/2026"
    said = page(f"/desk/residents/{child.pk}{then}")
    assert "<h1>Lù Thị Bé</h1>" in said
    assert "Lù Thị Bẻ" not in said
    assert "Không tính những gì biết sau ngày 04/03/2026." in said
    home = page(f"/desk/household/{child.household_id}{then}")
    assert "2 thành viên" in home
    assert "on=03%2F03%2F2026&amp;known_on=04%2F03%2F2026" in home
    assert "Lù Thị Bẻ" not in home
    assert "1 thành viên" in page(f"/desk/household/{child.household_id}?known_on=02/03/2026")
    nobody = page(f"/desk/residents/{child.pk}?on=19/02/2026")
    assert "Vào những ngày này chưa ghi nhận gì về người này." in nobody


def test_a_day_that_is_none_is_said_beside_its_field(child: Resident) -> None:
    for path in (f"/desk/residents/{child.pk}", f"/desk/household/{child.household_id}"):
        said = page(f"{path}?on=31/02/2026", status=422)
        assert 'id="on-error"' in said
        assert "Lù Thị Bẻ" in said


def test_each_look_is_a_line_in_the_journal(child: Resident) -> None:
    page(f"/desk/residents/{child.pk}?why=dossier:7")
    line = JournalLine.objects.filter(chain=cast.COC_SAN).latest("number")
    assert (line.verb, line.about, line.why) == (
        "read.resident",
        f"resident:{child.pk}",
        "dossier:7",
    )
    page(f"/desk/household/{child.household_id}")
    line = JournalLine.objects.filter(chain=cast.COC_SAN).latest("number")
    assert (line.verb, line.about, line.why) == ("read.household", "2 rows", "residents")


def test_residents_and_households_of_another_commune_are_not_there(child: Resident) -> None:
    stranger = cast.stranger_officer()
    for address in (f"/desk/residents/{child.pk}", f"/desk/household/{child.household_id}"):
        assert child.full_name not in page(address, 404, stranger)


def test_residents_are_found_by_name_and_one_letter_is_not_enough(child: Resident) -> None:
    said = page("/desk/residents?name=lu+thi+be")
    assert f'href="/desk/residents/{child.pk}"' in said
    assert "Không có ai trong xã mang tên này." in page("/desk/residents?name=khong")
    assert 'id="name-error"' in page("/desk/residents?name=l", status=422)


def test_a_dossier_says_what_its_entry_became_and_leads_to_the_resident(child: Resident) -> None:
    dossier = decided()
    said = page(f"/desk/d/{dossier.pk}")
    assert "Biến động dân cư" not in said
    entry("death", {**DEAD, "deceased.name": "Lù Văn Xa", "deceased.identity": ""}, dossier)
    follow_books(dossier.pk, at=cast.AT)
    said = page(f"/desk/d/{dossier.pk}")
    assert "Người này không có trong danh sách cư trú của xã: không thay đổi gì." in said


def test_the_history_says_it_with_the_signature() -> None:
    dossier = story.checked(story.law())
    dossier = dossiers.sign(story.press(dossier, cast.acting(cast.chair())))
    cast.mau()
    entry("death", DEAD, dossier)
    follow_books(dossier.pk, at=cast.AT)
    said = page(f"/desk/d/{dossier.pk}")
    assert "<li>Lù A Mẫu không còn là thành viên hộ trong xã.</li>" in said


def test_a_party_who_is_a_resident_is_led_to() -> None:
    thu = cast.thu()
    number = thu.identity_number
    dossier = story.submitted(story.law(), answers={"filer_identity": number})
    address = f"/desk/residents/{thu.pk}?why=dossier:{dossier.pk}"
    assert address in page(f"/desk/d/{dossier.pk}")
    # A number that two residents have leads to neither.
    living(identity_number=number)
    assert address not in page(f"/desk/d/{dossier.pk}")


def test_the_officer_says_who_is_meant() -> None:
    mau = cast.mau()
    living(full_name="Lù A Mẫu", birth="1968-05-01", identity_number="")
    row = follows("death", {**DEAD, "deceased.identity": ""})
    path = f"/desk/residents/asked/{row.pk}"
    assert path in page("/desk/residents")
    assert path in page(f"/desk/d/{row.dossier_id}")
    assert path not in page("/desk/residents", who=cast.receptionist())
    desk = at_desk(cast.officer())
    before = everything()
    for posted, wrong in (
        ({"reason": "x"}, "who.deceased-error"),
        ({"who.deceased": str(mau.pk)}, "reason-error"),
        ({"who.deceased": "999999", "reason": "x"}, "who.deceased-error"),
        ({"who.deceased": "9" * 30, "reason": "x"}, "who.deceased-error"),
    ):
        answer = desk.post(path, posted)
        assert (answer.status_code, f'id="{wrong}"' in answer.content.decode()) == (422, True)
    assert everything() == before
    answer = desk.post(path, {"who.deceased": str(mau.pk), "reason": "Theo giấy tờ"})
    assert answer.status_code == 302
    assert "Hoàng Văn Xét xác định lúc" in page(path)
    mau.refresh_from_db()
    assert mau.died == "2026-03-01"
    assert desk.post(path, {"who.deceased": "nobody", "reason": "x"}).status_code == 409


def test_what_is_withdrawn_and_by_whom_it_was_written_is_said() -> None:
    mau, by = cast.mau(), cast.acting(cast.officer())
    actions.record_death(resident=mau, died="2026-03-01", by=by, at=cast.AT)
    said = corrected(mau, list(Move.objects.filter(resident=mau)), {"died": "2026-03-02"})
    actions.record_moves(said=said, source="desk:2", by=SYSTEM, at=cast.AT, reason="Ghi nhầm ngày")
    told = page(f"/desk/residents/{mau.pk}")
    assert "cán bộ ghi tại xã, Hoàng Văn Xét" in told
    assert "Ghi nhầm ngày" in told
    assert "Đã mất: 01/03/2026 → 02/03/2026" in told
