"""The story of a correction: both papers, the old paper's QR, the book and the register of
residents, each asked before and after, for then and for now.

A child is registered on 3 March under a name with a slip of the pen; the extract of the 4th says
it so. On the 5th the name is corrected with proof and approval; the extract of the 6th is right.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
import zxingcpp
from django.test import Client
from PIL import Image

from motcua.consequences import loop
from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.money import Dong
from motcua.people.models import Household, Resident
from motcua.people.standings import Days, home, life
from motcua.registers.models import Entry, EntryNote
from motcua.results.models import Result
from motcua.results.queries import content
from tests import cast
from tests.consequences.written import MAN, living
from tests.dossiers import births, story
from tests.results.paperwork import said

pytestmark = pytest.mark.django_db

EXTRACT, CHANGE = "2.000635", "1.004859"
WRONG, RIGHT = "Lù Thị Đào", "Lù Thị Đáo"
START = cast.AT
REGISTERED, CORRECTED = date(2026, 3, 3), date(2026, 3, 5)
OF_THE_CHILD = {
    "filer_name": "Sần Thị Mẩy",
    "filer_phone": "+84990000175",
    "relation": "parent",
    "subject_name": WRONG,
    "subject_birth": "2026-02-20",
    "subject_sex": "female",
    "delivery": "counter",
}
OF_THE_NAME = {
    "subject_ethnic": "25",
    "subject_nationality": "VN",
    "age": "under_9",
    "paper_kind": "birth",
    "kind": "correction",
    "of_birth": "child",
    "item": "name",
    "before": WRONG,
    "after": RIGHT,
    "reason": "Khi đăng ký bị chép nhầm dấu",
    "basis": "Giấy chứng sinh",
    "truth": "yes",
    "extra_copies": "0",
}


def officer() -> Actor:
    return cast.acting(cast.officer())


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Everything from now on happens on this day, at nine."""
    monkeypatch.setattr(cast, "AT", START + (day - REGISTERED))


def decided(dossier: Dossier, entry: Entry | None = None) -> Dossier:
    """Checked by the officer, paid, signed by the chair, and what follows done by the loop."""
    dossier = actions.check(
        story.press(dossier, officer()), entry=entry.pk if entry else None, reason=""
    )
    owing = Dong(dossier.fee_due - dossier.fee_paid)
    if owing:
        desk = cast.acting(cast.receptionist())
        dossier = actions.take_fee(story.press(dossier, desk), amount=owing)
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    for _ in range(4):
        loop.round_once(cast.AT + timedelta(minutes=10))
    return Dossier.objects.get(pk=dossier.pk)


def taken_in(code: str, **answers: str) -> Dossier:
    """What the mother asks for at the counter, taken in and taken up."""
    papers = ("evidence", "civil_status_paper") if code == CHANGE else ()
    unknown = frozenset(f"paper:{name}" for name in papers)
    told = {**OF_THE_CHILD, **answers}
    dossier = story.walked_in(story.law(code), answers=told, plain=True, unknown=unknown)
    desk = cast.acting(cast.receptionist())
    for name in papers:
        facts = {"source": "shown", "note": "", "by": desk, "at": cast.AT}
        mark_paper(dossier_id=dossier.pk, name=name, **facts)
    dossier = actions.accept(story.press(Dossier.objects.get(pk=dossier.pk), desk))
    return actions.begin(story.press(dossier, officer()))


def extract(entry: Entry) -> Result:
    """A copy of the entry, issued."""
    asked = taken_in(EXTRACT, event=entry.kind, copies="1", register_office="Xã Cốc San")
    dossier = decided(asked, entry)
    return Result.objects.select_related("document").get(decision=f"dossier:{dossier.pk}")


def correct(entry: Entry, **answers: str) -> Dossier:
    """The name is put right: with evidence, by the officer, approved by the chair."""
    return decided(taken_in(CHANGE, **{**OF_THE_NAME, **answers}), entry)


def printed(result: Result, folder: Path) -> str:
    """The paper as pdftotext reads it."""
    paper = folder / f"{result.pk}.pdf"
    paper.write_bytes(content(result.document))
    return " ".join(said("pdftotext", "-enc", "UTF-8", "-layout", paper, "-").split())


def verified(result: Result, folder: Path) -> str:
    """The page that a stranger's telephone opens from the code on the paper."""
    picture = folder / str(result.pk)
    said("pdftoppm", "-r", "150", "-png", "-singlefile", folder / f"{result.pk}.pdf", picture)
    (code,) = zxingcpp.read_barcodes(Image.open(f"{picture}.png"))
    answer = Client().get("/v/" + code.text.rsplit("/", 1)[1])
    assert answer.status_code == 200
    return answer.content.decode()


def known(child: Resident, day: date | None, known_on: date | None) -> str:
    """What the child was called on a day, as it was known when another ended."""
    found = life(
        by=officer(), resident_id=child.pk, at=cast.AT, why="test", days=Days(day, known_on)
    )
    return found.holds.text("full_name")


def household(where: Household, day: date | None, known_on: date | None) -> list[str]:
    """Who lived there on a day, as it was known when another ended."""
    days = Days(day, known_on)
    found = home(by=officer(), household_id=where.pk, at=cast.AT, why="test", days=days)
    return [one.holds.text("full_name") for one in found.members]


def the_old_paper_names_the_new_one(entry: Entry, old: Result, folder: Path) -> None:
    """The new extract says the new name and why; the old one's code says what replaced it."""
    new = extract(entry)
    paper = printed(new, folder)
    assert RIGHT.upper() in paper
    assert "Cải chính" in paper
    assert "CÓ HIỆU LỰC" in verified(new, folder)
    page = verified(old, folder)
    assert "ĐÃ THAY THẾ" in page
    assert "06/03/2026" in page
    assert new.number in page


def the_book_answers_on_both_days(entry: Entry) -> None:
    """The entry as it stood; what was first written is there for ever."""
    entry = Entry.objects.get(pk=entry.pk)
    assert entry.as_it_stands(date(2026, 3, 4))["child.name"] == WRONG
    assert entry.as_it_stands(CORRECTED)["child.name"] == RIGHT
    assert entry.content["child.name"] == WRONG


def the_residents_answer_on_both_days(child: Resident, where: Household) -> None:
    """A correction was always so: it is only since the 5th that anybody knows."""
    assert Resident.objects.get(pk=child.pk).full_name == RIGHT
    for day in (REGISTERED, CORRECTED, None):
        assert known(child, day, date(2026, 3, 4)) == WRONG
        assert known(child, day, CORRECTED) == RIGHT
        assert known(child, day, None) == RIGHT
    before = date(2026, 2, 19)
    assert household(where, before, None) == ["Sần Thị Mẩy"]
    assert household(where, REGISTERED, date(2026, 3, 2)) == ["Sần Thị Mẩy"]
    assert household(where, REGISTERED, date(2026, 3, 4)) == ["Sần Thị Mẩy", WRONG]
    assert household(where, REGISTERED, CORRECTED) == ["Sần Thị Mẩy", RIGHT]


def the_desk_shows_both_answers(child: Resident) -> None:
    """The page of the resident, with the two days in its address."""
    desk = Client()
    desk.force_login(cast.officer(), backend="motcua.people.backends.AccountBackend")
    address = f"/desk/residents/{child.pk}"
    then = desk.get(f"{address}?on=20/02/2026&known_on=04/03/2026").content.decode()
    now = desk.get(f"{address}?on=20/02/2026").content.decode()
    assert (f"<h1>{WRONG}</h1>" in then, f"<h1>{RIGHT}</h1>" in now) == (True, True)


def test_a_correction_is_told_by_every_paper_book_and_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mother = living(
        MAN, full_name="Sần Thị Mẩy", sex="female", birth="1996-07-01", identity_number=""
    )
    where = mother.household
    assert where is not None

    # 3 March: the birth is registered, and the household has a member more.
    decided(births.in_hand())
    entry = Entry.objects.get(kind="birth")
    child = Resident.objects.get(mother=mother)
    assert (child.full_name, child.household) == (WRONG, where)

    # 4 March: an extract.
    on(monkeypatch, date(2026, 3, 4))
    old = extract(entry)
    assert WRONG.upper() in printed(old, tmp_path)
    assert "CÓ HIỆU LỰC" in verified(old, tmp_path)

    # 5 March: the name is corrected. The old extract is all that the mother has, and says so.
    on(monkeypatch, CORRECTED)
    correct(entry)
    note = EntryNote.objects.get(entry=entry)
    assert (note.changes, note.written_by_name) == ({"child.name": RIGHT}, "Phạm Văn Ký")
    page = verified(old, tmp_path)
    assert "NỘI DUNG ĐÃ THAY ĐỔI" in page
    assert "Ngày 05/03/2026" in page
    assert "CÓ HIỆU LỰC" not in page

    # 6 March: a new extract.
    on(monkeypatch, date(2026, 3, 6))
    the_old_paper_names_the_new_one(entry, old, tmp_path)
    the_book_answers_on_both_days(entry)
    the_residents_answer_on_both_days(child, where)
    the_desk_shows_both_answers(child)
