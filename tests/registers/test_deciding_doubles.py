"""A person says whether two entries are one event, and why; every word of it stays."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from motcua.audit.models import JournalLine
from motcua.registers import doubled
from motcua.registers.errors import BookIsFixed, NotYourBooks
from motcua.registers.errors_of_doubles import (
    DoubleMoved,
    DoubleUnexplained,
    OutcomeMissing,
    SecondWriting,
    StandsMissing,
    StandsNot,
    UnknownDouble,
)
from motcua.registers.models import Double, DoubleVerdict, Entry
from motcua.registers.naming import entry_naming
from motcua.registers.sameness import LIKELY
from tests import cast
from tests.registers.test_notes import noted
from tests.registers.twice import DIFFERENT, LATER, SAME, UNCLEAR, compared, decide, figures, pair
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def test_one_event_is_said_with_the_entry_that_stands_and_no_entry_changes() -> None:
    row = pair()
    before = list(Entry.objects.order_by("pk").values())
    decide(row, SAME, row.first_id)
    row.refresh_from_db()
    assert (row.outcome, row.stands_id, row.left_out, row.decided) == (
        SAME,
        row.first_id,
        row.second_id,
        1,
    )
    verdict = DoubleVerdict.objects.get()
    assert (verdict.outcome, verdict.stands_id, verdict.reason) == (
        SAME,
        row.first_id,
        "Cùng cha mẹ, cùng ngày sinh",
    )
    assert (verdict.decided_by_name, verdict.decided_at) == ("Hoàng Văn Xét", LATER)
    assert figures() == {SAME: 1}
    assert list(Entry.objects.order_by("pk").values()) == before
    line = JournalLine.objects.get(verb="decide_double")
    assert (line.about, line.why) == (f"entry:{row.second_id}", "Cùng cha mẹ, cùng ngày sinh")
    assert line.facts == {
        "pair": row.pk,
        "other": f"entry:{row.first_id}",
        "outcome": SAME,
        "stands": row.first_id,
    }


def test_it_is_decided_anew_by_a_further_row() -> None:
    row = pair()
    row = decide(row, SAME, row.first_id)
    row = decide(row, UNCLEAR, reason="Mẹ có hai con", by=cast.acting(cast.chair()))
    row = decide(row, DIFFERENT, reason="Sinh đôi, đã xem sổ giấy")
    assert (row.outcome, row.stands_id, row.decided) == (DIFFERENT, None, 3)
    rows = DoubleVerdict.objects.order_by("number").values_list("number", "outcome", "stands")
    assert list(rows) == [(1, SAME, row.first_id), (2, UNCLEAR, None), (3, DIFFERENT, None)]
    assert figures() == {DIFFERENT: 1}


def test_a_pair_that_was_decided_is_not_opened_by_comparing_again() -> None:
    row = decide(pair(), DIFFERENT)
    noted(row.first, term="child.birth_place", year="Bệnh viện tỉnh")
    noted(row.first, term="child.name", year="Vàng Thị Bẻ", source="dossier:later")
    compared()
    row.refresh_from_db()
    assert (row.outcome, row.weight, figures()) == (DIFFERENT, LIKELY, {DIFFERENT: 1})


def test_the_same_press_again_is_one_verdict() -> None:
    row = pair()
    for _ in range(3):
        decide(row, DIFFERENT, seen=0)
    assert DoubleVerdict.objects.count() == 1
    assert JournalLine.objects.filter(verb="decide_double").count() == 1


@pytest.mark.parametrize(
    ("facts", "refusal", "field"),
    [
        ({"outcome": ""}, OutcomeMissing, "outcome"),
        ({"outcome": "open"}, OutcomeMissing, "outcome"),
        ({"outcome": SAME}, StandsMissing, "outcome"),
        ({"outcome": SAME, "stands": 0}, StandsMissing, "outcome"),
        ({"outcome": DIFFERENT, "reason": " \n"}, DoubleUnexplained, "reason"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(
    facts: dict[str, Any], refusal: type, field: str
) -> None:
    row = pair()
    by = cast.acting(cast.officer())
    with refused(refusal) as caught:
        decide(row, by=by, **facts)
    assert caught.value.field == field


def test_whoever_decides_has_seen_what_was_decided_last() -> None:
    row = pair()
    decide(row, SAME, row.first_id)
    with refused(DoubleMoved):
        decide(row, DIFFERENT, seen=0)


def test_only_those_who_write_the_books_of_the_commune_decide() -> None:
    row = pair()
    receptionist, stranger = cast.receptionist(), cast.stranger_officer()
    with refused(NotYourBooks):
        decide(row, DIFFERENT, by=cast.acting(receptionist))
    with refused(UnknownDouble):
        decide(row, DIFFERENT, by=cast.acting(stranger))
    with refused(UnknownDouble):
        doubled.double(by=cast.acting(stranger), key=row.pk, at=cast.AT)
    with refused(NotYourBooks):
        doubled.doubles(by=cast.acting(stranger), commune=cast.COC_SAN, outcome="open", at=cast.AT)


def test_a_second_writing_cannot_stand_for_a_third_one() -> None:
    pair(more=1)
    one, two, three = Double.objects.order_by("first", "second")
    first, second, _third = Entry.objects.order_by("pk")
    decide(one, SAME, first.pk)
    assert (three.first, two.first) == (second, first)
    by = cast.acting(cast.officer())
    with refused(StandsNot) as caught:
        decide(three, SAME, second.pk, by=by)
    assert caught.value.facts["number"] == first.reference
    decide(two, SAME, first.pk)
    assert set(doubled.second_writings([entry.pk for entry in Entry.objects.all()])) == {
        second.pk,
        _third.pk,
    }


def test_a_verdict_is_written_once_and_the_database_holds_to_it() -> None:
    decide(pair(), DIFFERENT)
    verdict = DoubleVerdict.objects.get()
    verdict.reason = "khác"
    for act in (verdict.save, verdict.delete):
        with pytest.raises(BookIsFixed):
            act()
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE registers_double_verdict SET reason = 'x'")


def test_a_paper_is_not_made_of_a_second_writing() -> None:
    row = pair()
    decide(row, SAME, row.second_id)
    with pytest.raises(SecondWriting) as caught:
        doubled.refuse_second_writing(row.first)
    told = str(caught.value)
    assert row.first.reference in told
    assert row.second.reference in told
    doubled.refuse_second_writing(row.second)


def test_a_form_is_filled_in_from_the_entry_that_stands() -> None:
    row = pair()
    facts: dict[str, Any] = {
        "by": cast.acting(cast.officer()),
        "commune": cast.COC_SAN,
        "kind": "birth",
        "name": "Vàng Thị Bé",
        "birth": "2026-02-11",
        "at": cast.AT,
        "why": "test",
    }
    assert entry_naming(**facts) is None
    decide(row, SAME, row.first_id)
    assert entry_naming(**facts) == row.first
