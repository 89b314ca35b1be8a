"""The corners of the law: late supplements, fees by the day of handing in, refusals that owe."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked
from motcua.dossiers.press import Press
from motcua.dossiers.states import State
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db

BIRTH = "1.001193"
MISSING = (Asked("field:subject_birth", "Chưa rõ ngày sinh"),)


def test_a_dossier_made_whole_before_it_was_accepted_is_accepted_by_its_supplement() -> None:
    dossier = story.submitted(story.law())
    desk, person = cast.acting(cast.receptionist()), cast.acting(cast.resident())
    dossier = actions.ask_for_more(story.press(dossier, desk), asked=MISSING)
    answers = {"subject_birth": "1991-05-13"}
    given = story.press(dossier, person, minutes=60)
    dossier = actions.supplement(given, answers=answers, unknown=[])
    assert (dossier.where, dossier.accepted_at) == (State.ACCEPTED, given.at)


def test_a_second_supplement_of_an_accepted_dossier_leads_back_to_work() -> None:
    dossier = story.submitted(story.law())
    person, officer = cast.acting(cast.resident()), cast.acting(cast.officer())
    answers = {"subject_birth": "1991-05-13"}
    dossier = actions.ask_for_more(story.press(dossier, officer), asked=MISSING)
    dossier = actions.supplement(story.press(dossier, person), answers=answers, unknown=[])
    dossier = actions.begin(story.press(dossier, officer))
    dossier = actions.ask_for_more(story.press(dossier, cast.acting(cast.chair())), asked=MISSING)
    dossier = actions.supplement(story.press(dossier, person), answers=answers, unknown=[])
    assert dossier.where is State.IN_PROGRESS


def test_a_refusal_is_handed_over_though_the_fee_was_never_paid() -> None:
    dossier = story.in_progress(story.law())
    officer, desk = cast.acting(cast.officer()), cast.acting(cast.receptionist())
    dossier = actions.refuse(story.press(dossier, officer), reason="Không có trong sổ")
    dossier = actions.conclude(story.press(dossier, desk))
    assert dossier.fee_due > dossier.fee_paid
    dossier = actions.hand_over(story.press(dossier, desk), receiver="Thử", proof="code")
    assert dossier.where is State.HANDED_OVER


def test_a_supplement_months_later_costs_what_the_day_of_handing_in_cost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dossier = story.in_progress(story.law())
    officer, person = cast.acting(cast.officer()), cast.acting(cast.resident())
    dossier = actions.ask_for_more(story.press(dossier, officer), asked=MISSING)
    days = []
    monkeypatch.setattr(
        "motcua.dossiers.actions.intake.charge_fee", lambda *_, on: days.append(str(on))
    )
    late = Press(
        dossier.pk, uuid4(), person, cast.AT + timedelta(days=90), revision=dossier.revision
    )
    actions.supplement(late, answers={"subject_birth": "1991-05-13"}, unknown=[])
    assert days == ["2026-03-03"]


def test_every_act_locks_the_journal_before_the_counters() -> None:
    dossier = story.checked(story.law())
    with CaptureQueriesContext(connection) as asked:
        actions.sign(story.press(dossier, cast.acting(cast.chair())))
    said = [query["sql"] for query in asked]
    first = {
        table: next(place for place, sql in enumerate(said) if f"INTO {table}" in sql)
        for table in ("audit_head", "dossiers_statecount")
    }
    assert first["audit_head"] < first["dossiers_statecount"]
    dossier = Dossier.objects.get(pk=story.submitted(story.law()).pk)
    with CaptureQueriesContext(connection) as asked:
        actions.accept(story.press(dossier, cast.acting(cast.receptionist())))
    said = [query["sql"] for query in asked]
    first = {
        table: next(place for place, sql in enumerate(said) if f"INTO {table}" in sql)
        for table in ("audit_head", "dossiers_statecount")
    }
    assert first["audit_head"] < first["dossiers_statecount"]
