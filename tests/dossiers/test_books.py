"""The story of a correction, and what other decisions note beside an entry."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest

from motcua.consequences import loop
from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.completeness import wanted
from motcua.dossiers.errors import FindingMissing
from motcua.dossiers.models import Dossier
from motcua.foundation.money import Dong
from motcua.procedures.answers import clean
from motcua.procedures.result import must_pick
from motcua.registers.actions import write_entry
from motcua.registers.models import Entry, EntryNote
from motcua.results.models import Document, Result
from tests import cast
from tests.dossiers import story
from tests.dossiers.test_corrections import asked
from tests.dossiers.test_procedures import worked_case
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

PARENTAGE, GUARDIAN_END, DIVORCE = "1.001022", "1.004845", "2.000554"
START = cast.AT


def extract(entry: Entry) -> Result:
    """Thử asks for a copy of her entry, pays, and it is issued."""
    dossier = story.in_progress(story.law())
    dossier = actions.check(story.press(dossier, cast.acting(cast.officer())), entry=entry.pk)
    due = Dong(dossier.fee_due)
    dossier = actions.take_fee(story.press(dossier, cast.acting(cast.receptionist())), amount=due)
    return signed(dossier)


def signed(dossier: Dossier) -> Result:
    """Signed by the chair, its papers made and issued; the first of them."""
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    for _ in range(3):
        loop.round_once(cast.AT + timedelta(minutes=10))
    return Result.objects.get(decision=f"dossier:{dossier.pk}")


def correct(entry: Entry) -> Result:
    """Her birth date is put right, with proof and approval."""
    dossier = asked(basis="Giấy chứng sinh số 12/1991")
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    dossier = actions.begin(story.press(dossier, cast.acting(cast.officer())))
    dossier = actions.check(story.press(dossier, cast.acting(cast.officer())), entry=entry.pk)
    return signed(dossier)


def days(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    monkeypatch.setattr(cast, "AT", START + timedelta(days=after))


def test_the_story_of_a_correction(monkeypatch: pytest.MonkeyPatch) -> None:
    story.law()
    entry = story.birth_entry()
    old = extract(entry)
    assert old.document.data["child.birth"] == "1991-05-12"
    days(monkeypatch, 1)
    correction = correct(entry)
    # The paper that is out is not replaced by it, and says that the entry was corrected.
    old.refresh_from_db()
    assert (old.status, old.replaced_by) == (Result.Status.CORRECTED, None)
    assert (old.status_at.date(), old.reason) == (date(2026, 3, 4), EntryNote.objects.get().text)
    assert old.document.data["child.birth"] == "1991-05-12"
    days(monkeypatch, 2)
    new = extract(entry)
    old.refresh_from_db()
    assert new.document.data["child.birth"] == "1991-05-21"
    assert new.document.data["note"].startswith("Cải chính hộ tịch: Ngày, tháng, năm sinh")
    assert (old.status, old.replaced_by_id) == (Result.Status.REPLACED, new.pk)
    assert old.status_at.date() == date(2026, 3, 5)
    correction.refresh_from_db()
    assert (correction.status, new.status) == (Result.Status.VALID, Result.Status.VALID)
    # What is corrected a second time: the new one says so, the first goes on naming it.
    days(monkeypatch, 3)
    correct(entry)
    new.refresh_from_db()
    old.refresh_from_db()
    assert (new.status, old.status) == (Result.Status.CORRECTED, Result.Status.REPLACED)
    # Both days answer rightly.
    entry = Entry.objects.get(pk=entry.pk)
    assert entry.as_it_stands(date(2026, 3, 3))["child.birth"] == "1991-05-12"
    assert entry.as_it_stands(date(2026, 3, 4))["child.birth"] == "1991-05-21"
    assert entry.content["child.birth"] == "1991-05-12"


def test_a_correction_writes_its_own_book_and_the_note(monkeypatch: pytest.MonkeyPatch) -> None:
    story.law()
    entry = story.birth_entry()
    days(monkeypatch, 1)
    result = correct(entry)
    change = Entry.objects.get(kind="change")
    assert (change.reference, result.number) == ("1/2026", "01/TLTĐCC")
    assert change.content["after"] == "21/05/1991"
    assert change.content["signer.name"] == "Phạm Văn Ký"
    note = EntryNote.objects.get()
    assert (note.entry_id, note.kind, note.written_by_name) == (
        entry.pk,
        "correction",
        "Phạm Văn Ký",
    )
    assert (note.before, note.changes) == (
        {"child.birth": "1991-05-12"},
        {"child.birth": "1991-05-21"},
    )
    assert (note.reason, note.evidence) == (
        "Khi đăng ký bị chép nhầm",
        "Giấy chứng sinh số 12/1991",
    )
    assert note.basis == Dossier.objects.get(pk=note.source.partition(":")[2]).number
    assert note.written_on == date(2026, 3, 4)


def test_a_decision_that_writes_no_correction_outdates_no_paper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A divorce ends a marriage; that they were married on that day stays true."""
    other, made = story.issued(story.law())
    entry = written("marriage", COUPLE)
    Dossier.objects.filter(pk=other.pk).update(entry=entry)
    Document.objects.filter(result=made).update(template="extract_marriage")
    dossier = at_check(DIVORCE, monkeypatch)
    by = cast.acting(cast.officer())
    dossier = actions.check(story.press(dossier, by), entry=entry.pk)
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert entry.notes.get().kind == "divorce"
    made.refresh_from_db()
    assert made.status == Result.Status.VALID


def test_an_extract_without_a_correction_replaces_nothing() -> None:
    story.law()
    entry = story.birth_entry()
    extract(entry)
    extract(entry)
    assert set(Result.objects.values_list("status", flat=True)) == {Result.Status.VALID}


def at_check(code: str, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The first worked case of a pack, all papers shown; the officer's turn."""
    case = worked_case(code)
    monkeypatch.setattr(cast, "AT", datetime.combine(case["on"], START.timetz()))
    law = story.law(code, cast.AT)
    answers = clean(law, {name: str(value) for name, value in case["answers"].items()})
    demanded = frozenset(f"paper:{paper.name}" for paper in wanted(law, answers))
    desk, officer = cast.acting(cast.receptionist()), cast.acting(cast.officer())
    dossier = story.walked_in(law, answers=answers, plain=True, unknown=demanded)
    for paper in wanted(law, answers):
        facts = {"source": "shown", "note": "", "by": desk, "at": cast.AT}
        mark_paper(dossier_id=dossier.pk, name=paper.name, **facts)
    dossier = actions.accept(story.press(dossier, desk))
    return actions.begin(story.press(dossier, officer))


def written(kind: str, content: Mapping[str, str]) -> Entry:
    by = cast.acting(cast.officer())
    facts = {"commune": cast.COC_SAN, "source": f"test:{kind}", "by": by, "at": cast.AT}
    return write_entry(kind=kind, content=content, **facts)


COUPLE = {
    f"{who}.{what}": value
    for who, name in (("husband", "Lù Văn Tư"), ("wife", "Vàng Thị Thử"))
    for what, value in {
        "name": name,
        "birth": "1990",
        "ethnic": "25",
        "nationality": "VN",
        "residence": "Xã Cốc San, tỉnh Lào Cai",
    }.items()
}
WARD = {
    "guardian.name": "Lù Văn Bác",
    "guardian.birth": "1970",
    "ward.name": "Lù Văn Cháu",
    "ward.birth": "2015",
    "kind": "Giám hộ cử",
    "reason": "Cha mẹ đã chết",
}
NOTED = [
    (PARENTAGE, "birth", story.BIRTH, "parentage", "father.name", "Lù Văn Cha"),
    (GUARDIAN_END, "guardian", WARD, "guardianship_end", "", ""),
    (DIVORCE, "marriage", COUPLE, "divorce", "", ""),
]


@pytest.mark.parametrize(("code", "kind", "content", "note", "term", "value"), NOTED)
def test_a_decision_is_noted_beside_the_entry_that_it_concerns(
    code: str,
    kind: str,
    content: Mapping[str, str],
    note: str,
    term: str,
    value: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = at_check(code, monkeypatch)
    entry = written(kind, content)
    officer = cast.acting(cast.officer())
    dossier = actions.check(story.press(dossier, officer), entry=entry.pk)
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    (row,) = entry.notes.all()
    assert row.kind == note
    assert row.text
    assert "{" not in row.text
    assert entry.as_it_stands().get(term, "") == value
    assert Entry.objects.exclude(pk=entry.pk).count() == 1


@pytest.mark.parametrize("code", [PARENTAGE, GUARDIAN_END, DIVORCE])
def test_where_the_entry_is_elsewhere_nothing_is_noted(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = at_check(code, monkeypatch)
    assert not must_pick(story.law(code, cast.AT))
    dossier = actions.check(story.press(dossier, cast.acting(cast.officer())))
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert not EntryNote.objects.exists()
    assert dossier.entry is not None
    assert dossier.entry.number == 1


def test_a_note_is_not_written_beside_an_entry_of_another_book(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = at_check(DIVORCE, monkeypatch)
    entry = story.birth_entry()
    with refused(FindingMissing):
        actions.check(story.press(dossier, cast.acting(cast.officer())), entry=entry.pk)


def test_a_birth_with_parentage_writes_two_books(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = at_check("1.000689", monkeypatch)
    dossier = actions.check(story.press(dossier, cast.acting(cast.officer())))
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    kinds = list(Entry.objects.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["birth", "parentage"]
    assert dossier.entry is not None
    assert dossier.entry.kind == "birth"


def test_a_paper_and_an_entry_share_one_series_of_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    first = at_check(PARENTAGE, monkeypatch)
    first = actions.check(story.press(first, cast.acting(cast.officer())))
    actions.sign(story.press(first, cast.acting(cast.chair())))
    second = at_check(PARENTAGE, monkeypatch)
    second = actions.check(story.press(second, cast.acting(cast.officer())))
    actions.sign(story.press(second, cast.acting(cast.chair())))
    numbers = list(Entry.objects.order_by("pk").values_list("number", flat=True))
    assert numbers == [1, 2]
    papers = Result.objects.order_by("number").values_list("number", flat=True)
    assert list(papers) == ["01/TLNCMC", "02/TLNCMC"]


def test_what_is_registered_again_says_so_in_its_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = at_check("1.004884", monkeypatch)
    dossier = actions.check(story.press(dossier, cast.acting(cast.officer())))
    actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert Entry.objects.get().content["again"].startswith("Đăng ký lại")
