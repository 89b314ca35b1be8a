"""The same story for what is not the child's: a mother's item, a wife's, and one without a term;
and the corrections that came to nothing."""

from datetime import date
from pathlib import Path

import pytest

from motcua.dossiers import actions
from motcua.dossiers.errors import AnswersMissing, FindingMissing
from motcua.registers.actions import write_entry
from motcua.registers.models import Entry, EntryNote
from motcua.results.models import Result
from tests import cast
from tests.dossiers import births, story
from tests.dossiers.test_books import COUPLE
from tests.proof.test_correction import (
    CHANGE,
    CORRECTED,
    OF_THE_NAME,
    correct,
    decided,
    extract,
    officer,
    on,
    printed,
    taken_in,
    verified,
)
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

CORRECTED_SINCE, IN_FORCE, REPLACED = "NỘI DUNG ĐÃ THAY ĐỔI", "CÓ HIỆU LỰC", "ĐÃ THAY THẾ"
MOTHER = {
    "of_birth": "mother",
    "item": "",
    "item_adult": "name",
    "before": "Sần Thị Mẩy",
    "after": "Sần Thị Mảy",
}
WIFE = {
    "paper_kind": "marriage",
    "of_birth": "",
    "of_marriage": "wife",
    "item": "",
    "item_adult": "name",
    "before": "Vàng Thị Thử",
    "after": "Vàng Thị Thủ",
}
NO_TERM = {
    "of_birth": "declarant",
    "item": "",
    "item_declarant": "other",
    "item_other": "Nơi cư trú",
    "before": "Thôn Ún Tà",
    "after": "Thôn Luổng Láo",
}


def birth() -> Entry:
    """The child's entry, written by the registration of her birth."""
    decided(births.in_hand())
    return Entry.objects.get(kind="birth")


def marriage() -> Entry:
    story.law()
    facts = {"commune": cast.COC_SAN, "source": "test:couple", "by": officer(), "at": cast.AT}
    return write_entry(kind="marriage", content=COUPLE, **facts)


def told(entry: Entry, answers: dict[str, str], at: Path, days: pytest.MonkeyPatch) -> EntryNote:
    """Extract, correction, new extract; what the code on the old paper says after each."""
    on(days, date(2026, 3, 4))
    old = extract(entry)
    assert answers["after"].upper() not in printed(old, at).upper()
    assert IN_FORCE in verified(old, at)
    on(days, CORRECTED)
    correct(entry, **answers)
    page = verified(old, at)
    assert (CORRECTED_SINCE in page, IN_FORCE in page, "Ngày 05/03/2026" in page) == (1, 0, 1)
    on(days, date(2026, 3, 6))
    new = extract(entry)
    # The new one prints what is right, as a term of the book or in the words of the note.
    assert answers["after"].upper() in printed(new, at).upper()
    assert IN_FORCE in verified(new, at)
    page = verified(old, at)
    assert (REPLACED in page, CORRECTED_SINCE in page, new.number in page) == (1, 0, 1)
    return EntryNote.objects.get(entry=entry)


def test_a_mothers_name_is_corrected_in_her_childs_entry(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = birth()
    note = told(entry, MOTHER, tmp_path, monkeypatch)
    assert note.changes == {"mother.name": "Sần Thị Mảy"}
    assert note.text.startswith("Cải chính hộ tịch: Họ, chữ đệm, tên của mẹ từ “Sần Thị Mẩy”")
    # Both days answer rightly; the child's own name was never touched.
    entry = Entry.objects.get(pk=entry.pk)
    assert entry.as_it_stands(date(2026, 3, 4))["mother.name"] == "Sần Thị Mẩy"
    assert entry.as_it_stands(CORRECTED)["mother.name"] == "Sần Thị Mảy"
    assert entry.as_it_stands()["child.name"] == entry.content["child.name"]


def test_a_wifes_name_is_corrected_in_the_book_of_marriages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = marriage()
    note = told(entry, WIFE, tmp_path, monkeypatch)
    assert note.changes == {"wife.name": "Vàng Thị Thủ"}
    entry = Entry.objects.get(pk=entry.pk)
    assert entry.as_it_stands(date(2026, 3, 4))["wife.name"] == "Vàng Thị Thử"
    assert entry.as_it_stands(CORRECTED)["wife.name"] == "Vàng Thị Thủ"
    assert entry.as_it_stands()["husband.name"] == "Lù Văn Tư"


def test_a_correction_for_which_the_book_has_no_term_ends_the_old_paper_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = birth()
    note = told(entry, NO_TERM, tmp_path, monkeypatch)
    assert note.changes == {}
    assert entry.as_it_stands() == entry.content


def test_the_birth_certificate_itself_says_that_its_entry_was_corrected(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = birth()
    certificate = Result.objects.get(document__template="birth_certificate")
    assert "Sần Thị Mẩy".upper() in printed(certificate, tmp_path).upper()
    on(monkeypatch, CORRECTED)
    correct(entry, **MOTHER)
    assert CORRECTED_SINCE in verified(certificate, tmp_path)
    # Of another entry of the same book nothing is said.
    assert set(Result.objects.values_list("document__template", "status")) == {
        ("birth_certificate", "corrected"),
        ("change_extract", "valid"),
    }


def test_a_correction_that_is_asked_for_and_refused_leaves_the_paper_in_force(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entry = birth()
    old = extract(entry)
    on(monkeypatch, CORRECTED)
    dossier = taken_in(CHANGE, **{**OF_THE_NAME, **MOTHER})
    with refused(FindingMissing):
        actions.check(story.press(dossier, officer()))
    dossier = actions.check(story.press(dossier, officer()), entry=entry.pk, reason="")
    printed(old, tmp_path)
    assert IN_FORCE in verified(old, tmp_path)
    actions.refuse(story.press(dossier, cast.acting(cast.chair())), reason="Không đủ căn cứ")
    assert IN_FORCE in verified(old, tmp_path)
    assert not EntryNote.objects.exists()


def test_whose_item_it_is_must_be_said_at_the_door() -> None:
    old = extract(birth())
    story.law(CHANGE)
    with refused(AnswersMissing):
        taken_in(CHANGE, **{**OF_THE_NAME, "of_birth": "", "item": ""})
    old.refresh_from_db()
    assert old.status == Result.Status.VALID
