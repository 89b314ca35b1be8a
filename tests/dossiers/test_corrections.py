"""A correction: a note in the margin of the entry, and the term that its kind has."""

from datetime import datetime

import pytest

from motcua.dossiers import actions
from motcua.dossiers.actions import mark_paper
from motcua.dossiers.models import Dossier
from motcua.foundation.clock import HANOI
from motcua.registers.models import EntryNote
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db

CHANGE = "1.004859"
ANSWERS = {
    "subject_ethnic": "25",
    "subject_nationality": "VN",
    "age": "adult",
    "paper_kind": "birth",
    "kind": "correction",
    "of_birth": "child",
    "item": "birth",
    "before": "12/05/1991",
    "after_birth": "1991-05-21",
    "reason": "Khi đăng ký bị chép nhầm",
    "extra_copies": "0",
    "truth": "yes",
}


def asked(**answers: str) -> Dossier:
    """Thử asks for a correction; the evidence is shown at the counter."""
    dossier = story.walked_in(
        story.law(CHANGE),
        answers={**ANSWERS, **answers},
        unknown=frozenset({"paper:evidence", "paper:civil_status_paper"}),
    )
    by = cast.acting(cast.receptionist())
    for name, source in (("evidence", "shown"), ("civil_status_paper", "data")):
        mark_paper(dossier_id=dossier.pk, name=name, source=source, note="", by=by, at=cast.AT)
    return Dossier.objects.get(pk=dossier.pk)


def test_a_signed_correction_is_a_note_and_the_entry_stays_as_it_was() -> None:
    dossier = asked()
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    dossier = actions.begin(story.press(dossier, cast.acting(cast.officer())))
    entry = story.birth_entry()
    dossier = actions.check(story.press(dossier, cast.acting(cast.officer())), entry=entry.pk)
    assert not EntryNote.objects.exists()
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    note = EntryNote.objects.get()
    assert note.entry_id == entry.pk
    assert note.changes == {"child.birth": "1991-05-21"}
    assert note.text == (
        "Cải chính hộ tịch: Ngày, tháng, năm sinh từ “12/05/1991” thành “21/05/1991”"
    )
    entry.refresh_from_db()
    assert entry.content["child.birth"] == "1991-05-12"


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("correction", datetime(2026, 3, 6, 17, 0, tzinfo=HANOI)),
        ("supplement", datetime(2026, 3, 3, 17, 0, tzinfo=HANOI)),
    ],
)
def test_a_supplement_is_due_the_same_day_and_a_correction_in_three(
    kind: str, due: datetime
) -> None:
    dossier = asked(kind=kind)
    dossier = actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    assert dossier.due_at == due
