"""An entry is cancelled: proposed by one, approved by another; it stays and counts no more."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor
from motcua.foundation.refusal import Refusals
from motcua.people.recognising import Named
from motcua.registers.actions import (
    approve_cancelling,
    compare_waiting,
    propose_cancelling,
    turn_down_cancelling,
)
from motcua.registers.cancelled import cancellations, cancelling_of, how_many_wait, waiting
from motcua.registers.errors import NoteNotApproved, NotYourBooks, UnknownEntry
from motcua.registers.errors_of_cancelling import (
    AnswerUnexplained,
    CancellingAnswered,
    CancellingUnexplained,
    CancellingUnordered,
    CancellingWaits,
    EntryCancelled,
    GroundMissing,
    OwnCancelling,
    UnknownCancelling,
    WithdrawalUnexplained,
)
from motcua.registers.grounds import grounds
from motcua.registers.kinds import CANCELLATION, books
from motcua.registers.models import Cancelling, Double, Entry
from motcua.registers.naming import entry_naming
from motcua.registers.told_of import told_of
from tests import cast
from tests.registers.test_entries import BIRTH, write
from tests.registers.test_notes import noted
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
FACTS = {
    "ground": "unlawful",
    "reason": "Người đi khai không phải là mẹ",
    "basis": "Quyết định 15/QĐ-UBND ngày 02/03/2026 của UBND tỉnh Lào Cai",
}
NOTED = "Hủy bỏ nội dung đăng ký do đăng ký trái quy định. Người đi khai không phải là mẹ"


def proposed(entry: Entry, **facts: Any) -> Cancelling:
    given = {"by": cast.acting(cast.officer()), "at": cast.AT, **FACTS, **facts}
    return propose_cancelling(entry=entry.pk, **given)


def approved(entry: Entry, *, days: int = 1) -> Cancelling:
    row = proposed(entry)
    by, at = cast.acting(cast.chair()), cast.AT + timedelta(days=days)
    return approve_cancelling(cancelling=row.pk, by=by, at=at)


def elsewhere() -> Actor:
    return cast.acting(cast.stranger_officer())


def test_a_proposal_changes_nothing_until_another_person_approves_it() -> None:
    entry = write("dossier:1")
    before = Entry.objects.values().get()
    row = proposed(entry)
    assert (row.outcome, row.note, entry.cancelled()) == ("open", None, None)
    assert how_many_wait(by=cast.acting(cast.chair()), commune=cast.COC_SAN) == 1
    row = approve_cancelling(cancelling=row.pk, by=cast.acting(cast.chair()), at=cast.AT + DAY)
    note = row.note
    assert note is not None
    assert (note.kind, note.text, note.changes) == (CANCELLATION, NOTED, {})
    assert (note.reason, note.basis) == (FACTS["reason"], FACTS["basis"])
    assert (note.written_by_name, row.answered_by_name) == ("Phạm Văn Ký", "Phạm Văn Ký")
    assert Entry.objects.values().get() == before
    assert how_many_wait(by=cast.acting(cast.chair()), commune=cast.COC_SAN) == 0
    lines = JournalLine.objects.filter(about=f"entry:{entry.pk}").order_by("pk")
    assert [line.verb for line in lines] == [
        "write_entry",
        "propose_cancelling",
        "write_note",
        "approve_cancelling",
    ]
    assert lines[1].facts["basis"] == FACTS["basis"]


def test_on_the_days_before_the_entry_counted() -> None:
    entry = write("dossier:1")
    note = approved(entry, days=2).note
    days = [entry.registered_on + DAY * more for more in range(4)]
    told = [Entry.objects.get().cancelled(day) for day in days]
    assert told == [None, None, note, note]
    assert dict(cancellations([entry.pk])) == {entry.pk: note}


def test_what_is_cancelled_tells_nothing_from_that_day_on() -> None:
    entry = write("dossier:1")
    approved(entry, days=2)
    named, by = Named(BIRTH["child.name"], BIRTH["child.birth"]), cast.acting(cast.officer())
    facts = {"kinds": ["birth"], "by": by, "commune": cast.COC_SAN, "why": "dossier:2"}
    told = [told_of([named], at=cast.AT + DAY * more, **facts) for more in (1, 2)]
    assert [[one.entry for one in found[0]] for found in told] == [[entry], []]


def test_no_form_is_filled_in_from_it() -> None:
    entry = write("dossier:1")
    facts = {"commune": cast.COC_SAN, "kind": "birth", "why": "x", "at": cast.AT}
    facts |= {"name": BIRTH["child.name"], "birth": BIRTH["child.birth"]}
    by = cast.acting(cast.officer())
    assert entry_naming(by=by, **facts) == entry
    approved(entry)
    assert entry_naming(by=by, **facts) is None
    again = write("dossier:2")
    assert entry_naming(by=by, **facts) == again


def test_what_is_registered_anew_is_not_suspected_beside_it() -> None:
    approved(write("dossier:1"))
    write("dossier:2")
    compare_waiting(at=cast.AT)
    assert not Double.objects.exists()


def test_the_same_proposal_again_is_one() -> None:
    entry = write("dossier:1")
    assert proposed(entry) == proposed(entry)
    assert Cancelling.objects.count() == 1


def test_nothing_is_noted_beside_it_any_more_and_it_is_cancelled_once() -> None:
    entry = write("dossier:1")
    row = approved(entry)
    with refused(EntryCancelled) as caught:
        noted(entry)
    assert caught.value.facts == {"number": "1/2026", "day": "04/03/2026"}
    with refused(EntryCancelled):
        proposed(entry)
    with refused(CancellingAnswered):
        approve_cancelling(cancelling=row.pk, by=cast.acting(cast.vice_chair()), at=cast.AT)


@pytest.mark.parametrize(
    ("facts", "refusal", "field"),
    [
        ({"ground": ""}, GroundMissing, "ground"),
        ({"ground": "annulled"}, GroundMissing, "ground"),
        ({"reason": " "}, CancellingUnexplained, "reason"),
        ({"basis": " "}, CancellingUnordered, "basis"),
    ],
)
def test_a_proposal_that_lacks_something_is_refused(
    facts: dict[str, str], refusal: type[Any], field: str
) -> None:
    entry = write("dossier:1")
    with refused(refusal) as caught:
        proposed(entry, **facts)
    assert caught.value.field == field


def test_all_that_it_lacks_is_refused_at_once() -> None:
    entry = write("dossier:1")
    with refused(Refusals) as caught:
        proposed(entry, ground="", reason="", basis=" ")
    assert [one.field for one in caught.value.each] == ["ground", "reason", "basis"]


def test_a_second_proposal_of_somebody_else_is_refused() -> None:
    entry = write("dossier:1")
    proposed(entry)
    with refused(CancellingWaits) as caught:
        proposed(entry, by=cast.acting(cast.second_officer()))
    assert caught.value.facts == {"name": "Hoàng Văn Xét"}


def test_only_those_who_keep_the_books_propose_and_none_of_another_commune() -> None:
    entry = write("dossier:1")
    with refused(NotYourBooks):
        proposed(entry, by=cast.acting(cast.receptionist()))
    with refused(UnknownEntry):
        proposed(entry, by=elsewhere())
    row = proposed(entry)
    with refused(UnknownCancelling):
        approve_cancelling(cancelling=row.pk, by=elsewhere(), at=cast.AT)


def test_it_is_approved_by_one_who_may_sign_and_who_did_not_propose_it() -> None:
    row = proposed(write("dossier:1"), by=cast.acting(cast.chair()))
    with refused(NoteNotApproved):
        approve_cancelling(cancelling=row.pk, by=cast.acting(cast.officer()), at=cast.AT)
    with refused(OwnCancelling):
        approve_cancelling(cancelling=row.pk, by=cast.acting(cast.chair()), at=cast.AT)
    by = cast.acting(cast.vice_chair())
    assert approve_cancelling(cancelling=row.pk, by=by, at=cast.AT).outcome == "approved"


def test_it_is_turned_down_with_a_reason_and_can_be_proposed_again() -> None:
    entry = write("dossier:1")
    row = proposed(entry)
    chair = cast.acting(cast.chair())
    with refused(AnswerUnexplained) as caught:
        turn_down_cancelling(cancelling=row.pk, answer=" ", by=chair, at=cast.AT)
    assert caught.value.field == "answer"
    with refused(NoteNotApproved):
        other = cast.acting(cast.second_officer())
        turn_down_cancelling(cancelling=row.pk, answer="Không", by=other, at=cast.AT)
    row = turn_down_cancelling(cancelling=row.pk, answer="Chưa có án", by=chair, at=cast.AT)
    assert (row.outcome, row.answer, row.note) == ("turned_down", "Chưa có án", None)
    assert entry.cancelled() is None
    assert cancelling_of(entry) == row
    again = proposed(entry)
    assert cancelling_of(entry) == again
    # Who proposed it may take it back.
    officer = cast.acting(cast.officer())
    with refused(WithdrawalUnexplained):
        turn_down_cancelling(cancelling=again.pk, answer="", by=officer, at=cast.AT)
    turn_down_cancelling(cancelling=again.pk, answer="Gửi nhầm", by=officer, at=cast.AT)
    assert waiting(by=chair, commune=cast.COC_SAN, at=cast.AT) == []


def test_the_list_is_traced_and_goes_on_after_a_key() -> None:
    rows = [proposed(write(f"dossier:{at}")) for at in range(3)]
    chair = cast.acting(cast.chair())
    facts = {"by": chair, "commune": cast.COC_SAN, "at": cast.AT}
    assert waiting(limit=2, **facts) == rows[:2]
    assert waiting(after=rows[1].pk, **facts) == rows[2:]
    line = JournalLine.objects.filter(why="cancellings").first()
    assert line is not None


def test_each_ground_says_its_law_and_fits_its_books() -> None:
    assert set(grounds("birth")) == {"unlawful", "twice"}
    assert set(grounds("marriage")) == {"unlawful", "twice", "annulled"}
    unlawful = grounds("birth")["unlawful"]
    assert (unlawful.law, unlawful.sure) == ("Luật Hộ tịch 60/2014/QH13, Điều 70", False)
    for kind in books():
        for one in grounds(kind).values():
            assert set(one.titles) == {"vi", "en", "hi"}
            assert one.books <= set(books())
