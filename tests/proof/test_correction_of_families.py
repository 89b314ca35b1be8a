"""The same story for parentage and guardianship: registered, copied, corrected, copied again.

The extract that the registration itself gave says so too: its dossier picked no entry, or another.
"""

from pathlib import Path

import pytest

from motcua.dossiers import actions
from motcua.dossiers.errors import FindingMissing
from motcua.dossiers.models import Dossier
from motcua.registers.models import Entry, EntryNote
from motcua.results.models import Result
from tests import cast, kin
from tests.dossiers import story, walks
from tests.dossiers.test_procedures import worked_case
from tests.proof.test_correction import (
    CHANGE,
    CORRECTED,
    EXTRACT,
    OF_THE_NAME,
    decided,
    on,
    taken_in,
)
from tests.proof.test_correction_of_others import told
from tests.unchanged import refused

pytestmark = pytest.mark.django_db

PARENTAGE, GUARDIANSHIP = "1.001022", "1.004837"
PARENT = {
    "paper_kind": "parentage",
    "of_birth": "",
    "of_parentage": "parent",
    "item": "",
    "item_adult": "name",
    "before": "Lù Văn Cha",
    "after": "Lù Văn Chả",
}
REASON = {
    "paper_kind": "guardian",
    "of_birth": "",
    "of_guardian": "record",
    "item": "",
    "item_guardian": "reason",
    "before": "Cha mẹ đều đã chết",
    "after": "Cha mẹ yêu cầu cử người giám hộ",
}


def registered(code: str, entry: Entry | None = None) -> Dossier:
    """Decided with the answers of the pack's own worked case, on 3 March."""
    dossier = walks.begun(walks.handed_in(story.law(code), worked_case(code)["answers"]))
    return decided(dossier, entry)


def statuses() -> dict[str, str]:
    return dict(Result.objects.values_list("number", "status"))


def test_a_parentage_is_registered_copied_corrected_and_copied_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    story.law(PARENTAGE)
    content = {**kin.books()["birth"].content, "child.name": "Vàng Thị Mai"}
    birth = kin.written("birth", content, cast.AT.date())
    # The father is noted beside the birth, which is the entry that the officer picks.
    assert registered(PARENTAGE, birth).entry == birth
    entry = Entry.objects.get(kind="parentage")
    note = told(entry, PARENT, tmp_path, monkeypatch)
    assert note.changes == {"parent.name": "Lù Văn Chả"}
    assert note.text.startswith("Cải chính hộ tịch: Họ, chữ đệm, tên của người cha hoặc mẹ từ “Lù")
    # What the registration gave is replaced as the first copy is; the corrected birth is not his.
    assert statuses() == {
        "01/TLNCMC": "replaced",
        "01/TLNCMC-BS": "replaced",
        "01/TLTĐCC": "valid",
        "02/TLNCMC-BS": "valid",
    }
    assert EntryNote.objects.get(entry=birth).kind == "parentage"
    assert entry.content["parent.name"] == "Lù Văn Cha"


def test_a_guardianship_is_registered_copied_corrected_and_copied_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    registered(GUARDIANSHIP)
    entry = Entry.objects.get(kind="guardian")
    note = told(entry, REASON, tmp_path, monkeypatch)
    assert note.changes == {"reason": "Cha mẹ yêu cầu cử người giám hộ"}
    assert statuses() == {
        "01/TLGH": "replaced",
        "01/TLGH-BS": "replaced",
        "01/TLTĐCC": "valid",
        "02/TLGH-BS": "valid",
    }


def test_a_correction_of_a_correction_leaves_its_own_extract_in_force(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Both are in one book: the second extract is of the second entry, and no copy of the first."""
    registered(GUARDIANSHIP)
    wrong = {**REASON, "after": "Cha mẹ đều không rõ"}
    again(Entry.objects.get(kind="guardian"), wrong)
    first = Entry.objects.get(kind="change")
    said = {**REASON, "paper_kind": "change", "of_guardian": "", "item_guardian": ""}
    said |= {"of_change": "record", "item_change": "after", "before": wrong["after"]}
    note = told(first, {**said, "after": "Cha mẹ không rõ là ai"}, tmp_path, monkeypatch)
    assert note.changes == {"after": "Cha mẹ không rõ là ai"}
    assert Entry.objects.filter(kind="change").count() == 2
    found = statuses()
    assert (found["01/TLTĐCC"], found["01/TLTĐCC-BS"]) == ("replaced", "replaced")
    assert (found["02/TLTĐCC"], found["02/TLTĐCC-BS"]) == ("valid", "valid")


def test_a_new_copy_is_asked_for_of_that_book_and_of_whom_the_correction_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registered(PARENTAGE)
    story.law(EXTRACT)
    entry = Entry.objects.get(kind="parentage")
    on(monkeypatch, CORRECTED)
    dossier = again(entry, PARENT)
    by = cast.acting(cast.officer())
    assert actions.may_ask_copy(dossier, cast.AT)
    key = "0b9f7c1e-0000-4000-8000-000000000001"
    told_ = {"dossier_id": dossier.pk, "draft_id": key, "by": by, "at": cast.AT}
    draft = actions.ask_copy(right="counter", **told_)
    names = ("event", "subject_name", "other_name", "register_number")
    assert [draft.answers[name] for name in names] == [
        "parentage",
        "Lù Văn Chả",
        "Vàng Thị Mai",
        "1/2026",
    ]
    # What the form does not ask of this book is not put there.
    assert "spouse_name" not in draft.answers


def again(entry: Entry, answers: dict[str, str]) -> Dossier:
    """Corrected with the evidence shown."""
    return decided(taken_in(CHANGE, **{**OF_THE_NAME, **answers}), entry)


def test_an_entry_of_another_book_cannot_be_corrected_in_its_place() -> None:
    registered(GUARDIANSHIP)
    entry = Entry.objects.get(kind="guardian")
    dossier = taken_in(CHANGE, **{**OF_THE_NAME, **PARENT})
    with refused(FindingMissing):
        actions.check(story.press(dossier, cast.acting(cast.officer())), entry=entry.pk)
    assert statuses() == {"01/TLGH": "valid"}
