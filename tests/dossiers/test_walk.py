"""The main walk: handed in, accepted, checked, signed, issued, handed over."""

from datetime import datetime

import pytest

from motcua.audit.models import JournalLine
from motcua.audit.sought import sought
from motcua.dossiers import actions, lists, queries
from motcua.dossiers.models import DossierEvent
from motcua.dossiers.states import Part, State, Step
from motcua.foundation.clock import HANOI
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db


def test_a_dossier_that_is_handed_in_has_a_number_a_code_and_a_date() -> None:
    dossier = story.submitted(story.law())
    assert dossier.number == "H38.99.01-260303-0001"
    assert (dossier.where, len(dossier.code)) == (State.SUBMITTED, 9)
    assert dossier.fee_due == 8000
    # Eight working hours after Tuesday 09:00: two and a half are left of the morning.
    assert dossier.due_at is not None
    assert {p.part: p.name for p in dossier.parties.all()} == {
        Part.SUBJECT: "Vàng Thị Thử",
        Part.FILER: "Vàng Thị Thử",
    }
    assert dossier.authors["event"]["right"] == "self"


def test_the_whole_walk_leaves_one_event_and_one_line_for_each_act() -> None:
    dossier = story.checked(story.law())
    assert (dossier.where, dossier.at_step) == (State.IN_PROGRESS, Step.SIGN)
    # Accepted on Tuesday at 09:05, a matter of the same day: due when the office closes.
    assert dossier.due_at == datetime(2026, 3, 3, 17, 0, tzinfo=HANOI)
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    assert dossier.at_step == Step.PRESS
    assert dossier.result is not None
    assert dossier.result.number == "01/TLKS-BS"
    verbs = ["submit", "accept", "begin", "check", "sign"]
    assert list(DossierEvent.objects.order_by("id").values_list("verb", flat=True)) == verbs
    about = f"dossier:{dossier.pk}"
    lines = JournalLine.objects.filter(about=about, verb__in=verbs).order_by("number")
    assert [line.verb for line in lines] == verbs


def test_the_counters_follow_each_act() -> None:
    story.checked(story.law())
    assert queries.counts(by=cast.acting(cast.officer())) == {(State.IN_PROGRESS, Step.SIGN): 1}


def test_a_dossier_is_found_by_a_name_without_its_marks_and_the_search_is_traced() -> None:
    dossier = story.submitted(story.law())
    officer = cast.acting(cast.officer())
    found, more = lists.search(by=officer, words="vang th thu", at=cast.AT)
    assert {party.dossier_id for party in found} == {dossier.pk}
    assert more is None
    line = JournalLine.objects.get(verb="read.search")
    assert (line.about, line.why) == (sought("vang th thu"), "")
    shown = [f"dossier:{party.dossier_id}" for party in found]
    assert line.facts == {"about": shown, "shown": len(found)}
    stranger = cast.acting(cast.stranger_officer())
    assert lists.search(by=stranger, words="vang th thu", at=cast.AT) == ([], None)


def test_who_acts_with_authority_is_recorded_as_the_representative() -> None:
    answers = {"relation": "representative", "subject_name": "Lò Thị Mẹ", "subject_birth": "1968"}
    dossier = story.submitted(story.law(), answers=answers, unknown=["paper:authority"])
    found = {party.part: (party.name, party.right) for party in dossier.parties.all()}
    assert found[Part.SUBJECT] == ("Lò Thị Mẹ", "")
    assert found[Part.FILER] == ("Vàng Thị Thử", "representative")
    assert found[Part.REPRESENTATIVE] == ("Vàng Thị Thử", "authority")
