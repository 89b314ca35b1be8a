"""The books at the desk: the shelf, the pages, an entry and its notes, the closing."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.test import Client

from motcua.audit.models import JournalLine
from motcua.foundation import clock
from motcua.people.models import Account
from motcua.registers import actions
from motcua.registers.models import Closing, Entry
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story
from tests.dossiers.test_books import PARENTAGE, at_check, written
from tests.registers.test_entries import write
from tests.registers.test_notes import noted

pytestmark = pytest.mark.django_db

BOOK = "/desk/books/birth/2026"
DECEMBER = datetime(2026, 12, 31, 9, 0, tzinfo=UTC)


def signed_in(account: Account) -> Client:
    browser = Client()
    browser.force_login(account)
    return browser


def test_the_shelf_of_a_year_has_every_book_and_counts_its_entries() -> None:
    for n in range(3):
        write(f"dossier:{n}")
    page = signed_in(cast.receptionist()).get("/desk/books?year=2026").content.decode()
    assert "Sổ đăng ký khai sinh</a></td>\n<td>3 việc</td>\n<td>1 quyển</td>" in page
    assert "đang mở" in page
    assert "Sổ chứng thực hợp đồng, giao dịch</td>\n<td></td>" in page


def test_the_pages_of_a_book_are_turned_and_every_reading_is_in_the_journal() -> None:
    for n in range(27):
        write(f"dossier:{n}")
    browser = signed_in(cast.officer())
    page = browser.get(BOOK).content.decode()
    assert ">25/2026</a>" in page
    assert ">26/2026</a>" not in page
    assert "?after=25" in page
    page = browser.get(f"{BOOK}?after=25").content.decode()
    assert ">27/2026</a>" in page
    lines = JournalLine.objects.filter(verb="read.entry")
    assert [line.why for line in lines] == ["book:birth:2026"] * 2


def test_an_entry_shows_its_notes_and_what_it_said_on_a_day() -> None:
    entry = write("dossier:1")
    noted(entry, days=2)
    browser = signed_in(cast.officer())
    address = f"/desk/books/entry/{entry.pk}"
    today = browser.get(address).content.decode()
    assert "ghi ban đầu: 1991" in today
    assert "Khi đăng ký bị chép nhầm" in today
    assert "1991 → 1990" in today
    before = browser.get(f"{address}?on=04/03/2026").content.decode()
    assert "Nội dung tại ngày 04/03/2026" in before
    assert "1990" not in before
    wrong = browser.get(f"{address}?on=hôm qua")
    assert wrong.status_code == 422
    assert "Đây không phải là ngày" in wrong.content.decode()
    assert JournalLine.objects.filter(verb="read.entry").count() == 3


def test_an_entry_of_another_commune_is_not_there() -> None:
    entry = write("dossier:1")
    browser = signed_in(cast.stranger_officer())
    assert browser.get(f"/desk/books/entry/{entry.pk}").status_code == 404
    assert ">1/2026</a>" not in browser.get(BOOK).content.decode()


def test_a_book_is_printed_with_its_notes() -> None:
    entry = write("dossier:1")
    noted(entry, days=2)
    browser = signed_in(cast.officer())
    press = browser.get(BOOK).context or {}
    form = {"press": press.get("press", "00000000-0000-4000-8000-000000000001"), "volume": "1"}
    for _ in range(2):
        assert browser.post(f"{BOOK}/volume", form).status_code == 302
    document = Document.objects.get(template="register_volume")
    (line,) = document.data["lines"]
    assert line["number"] == "1/2026"
    assert line["facts"].startswith(
        "Họ, chữ đệm, tên: Vàng Thị Bé; Ngày, tháng, năm sinh: 11/02/2026"
    )
    assert line["notes"] == "05/03/2026: Cải chính năm sinh của mẹ thành 1990"
    assert browser.post(f"{BOOK}/volume", {**form, "volume": "7"}).status_code == 404


def test_a_book_is_closed_once_its_year_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    write("dossier:1")
    browser = signed_in(cast.officer())
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    assert "Sổ được khóa từ ngày 31/12/2026." in browser.get(BOOK).content.decode()
    early = browser.post(f"{BOOK}/close")
    assert early.status_code == 409
    assert "Sổ năm 2026 chỉ được khóa từ ngày 31/12/2026." in early.content.decode()
    assert not Closing.objects.exists()
    monkeypatch.setattr(clock, "now", lambda: DECEMBER)
    assert browser.post(f"{BOOK}/close").status_code == 302
    statement = Document.objects.get(template="book_closing")
    assert (statement.data["last"], statement.data["entries"]) == ("1/2026", 1)
    page = browser.get(BOOK).content.decode()
    assert "Sổ này đã khóa" in page
    assert "Hoàng Văn Xét khóa sổ lúc" in page
    assert f"{BOOK}/close" not in page


def test_the_receptionist_reads_and_closes_nothing() -> None:
    write("dossier:1")
    browser = signed_in(cast.receptionist())
    assert f"{BOOK}/volume" not in browser.get(BOOK).content.decode()
    assert browser.post(f"{BOOK}/close").status_code == 403
    assert browser.post(f"{BOOK}/volume").status_code == 403
    assert Entry.objects.count() == 1


def test_the_officer_notes_a_decision_beside_an_entry_or_says_that_it_is_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = at_check(PARENTAGE, monkeypatch)
    facts = {"child.name": "Vàng Thị Mai", "child.birth": "2020-11-05"}
    entry = written("birth", {**story.BIRTH, **facts})
    browser = signed_in(cast.officer())
    page = browser.get(f"/desk/d/{dossier.pk}").content.decode()
    assert f'name="entry" value="{entry.pk}" checked' in page
    assert 'name="entry" value="">' in page
    form = {"press": str(uuid4()), "revision": dossier.revision, "entry": str(entry.pk)}
    assert browser.post(f"/desk/d/{dossier.pk}/do/check", form).status_code == 302
    dossier.refresh_from_db()
    assert (dossier.entry_id, dossier.finding["entry"]) == (entry.pk, entry.pk)


COPIES = "/desk/books/copy/2026"
COPY = {
    "filer.name": "Vàng Thị Thử",
    "original.name": "Bằng lái xe",
    "original.pages": "1",
    "copies": "2",
}


def copied(source: str, at: datetime) -> Entry:
    by = cast.acting(cast.officer())
    given = {"commune": cast.COC_SAN, "kind": "copy", "by": by, "at": at}
    return actions.write_entry(content=COPY, source=source, **given)


def test_a_book_of_certification_is_printed_month_by_month(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 4, 2, 3, 0, tzinfo=UTC))
    copied("dossier:1", datetime(2026, 3, 3, 2, 0, tzinfo=UTC))
    copied("dossier:2", datetime(2026, 3, 31, 2, 0, tzinfo=UTC))
    copied("dossier:3", datetime(2026, 4, 1, 2, 0, tzinfo=UTC))
    browser = signed_in(cast.officer())
    page = browser.get(COPIES).content.decode()
    assert '<option value="4" selected' in page
    assert '<option value="3"' in page
    assert '<option value="5"' not in page
    form = {"press": str(uuid4()), "month": "3"}
    for _ in range(2):
        assert browser.post(f"{COPIES}/volume", form).status_code == 302
    document = Document.objects.get(template="register_volume")
    assert document.data["month"] == 3
    assert [line["number"] for line in document.data["lines"]] == ["1/2026", "2/2026"]


def test_a_month_without_an_entry_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: cast.AT)
    copied("dossier:1", cast.AT)
    browser = signed_in(cast.officer())
    answer = browser.post(f"{COPIES}/volume", {"press": str(uuid4()), "month": "1"})
    assert answer.status_code == 422
    assert "Tháng 1/2026 không có việc nào trong sổ này." in answer.content.decode()
    assert not Document.objects.exists()


def test_a_book_that_is_bound_is_not_printed_by_months() -> None:
    write("dossier:1")
    assert 'name="month"' not in signed_in(cast.officer()).get(BOOK).content.decode()
