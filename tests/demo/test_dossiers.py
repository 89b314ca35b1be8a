"""The demo has dossiers in every state, made by the real acts, and a queue for today."""

from datetime import datetime

import pytest

from motcua.audit.models import JournalLine
from motcua.consequences import loop
from motcua.demo.dossiers import _back
from motcua.demo.walks import WALKS
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import State, Step
from motcua.foundation.clock import HANOI
from motcua.people.models import Account
from motcua.people.queries import actor_for
from motcua.procedures.queries import calendar_of
from motcua.results.models import Document
from motcua.turns.models import State as TurnState
from motcua.turns.models import Turn
from tests.cast import COC_SAN
from tests.demo.conftest import AT, Loaded

pytestmark = pytest.mark.django_db


def test_there_is_a_dossier_in_every_state_and_every_step(demo: Loaded) -> None:
    assert Dossier.objects.count() == len(WALKS) == 65
    assert set(Dossier.objects.values_list("state", flat=True)) == set(State)
    rows = Dossier.objects.filter(state=State.IN_PROGRESS)
    assert set(rows.values_list("step", flat=True)) == {Step.CHECK, Step.SIGN, Step.PRESS}


def test_the_desk_finds_work_that_is_late_and_work_that_is_due(demo: Loaded) -> None:
    officer = actor_for(Account.objects.get(login="hotich1"), at=AT)
    assert queries.late_count(by=officer, at=AT) == 14
    counts = queries.counts(by=officer)
    assert counts[(State.IN_PROGRESS, Step.SIGN)] == 8
    assert counts[(State.SUBMITTED, Step.NONE)] == 10


def test_the_second_officer_has_one_open(demo: Loaded) -> None:
    held = Dossier.objects.get(held_until__gt=AT)
    assert held.holder is not None
    assert (held.holder.login, held.at_step) == ("hotich2", Step.CHECK)


def test_a_dossier_or_more_waits_for_the_chair_of_a_resident_who_can_sign_in(demo: Loaded) -> None:
    owners = {
        f"account:{pk}"
        for pk in Account.objects.filter(login__startswith="cudan").values_list("pk", flat=True)
    }
    owned = Dossier.objects.filter(owner__in=owners)
    assert owned.count() == sum(walk.by == "account" for walk in WALKS)
    assert owned.filter(step=Step.SIGN).exists()


def test_every_act_lies_in_office_hours_before_now_and_in_its_order(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    moments = list(DossierEvent.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] <= AT
    # The closing minute belongs to who came in before it.
    assert all(calendar.works(moment.astimezone(HANOI).date()) for moment in moments)


def test_every_act_is_in_the_journal(demo: Loaded) -> None:
    acts = DossierEvent.objects.count()
    verbs = set(DossierEvent.objects.values_list("verb", flat=True))
    lines = JournalLine.objects.filter(verb__in=verbs, about__startswith="dossier:")
    assert lines.exclude(verb="keep").count() == acts


def test_the_waiting_room_has_people_in_it(demo: Loaded) -> None:
    states = Turn.objects.order_by("id").values_list("shown", "state")
    assert dict(states) == {
        "A001": TurnState.DONE,
        "A002": TurnState.DONE,
        "A003": TurnState.SERVING,
        "C001": TurnState.CALLED,
        "A004": TurnState.WAITING,
        "B001": TurnState.WAITING,
        "A005": TurnState.WAITING,
        "A006": TurnState.WAITING,
        "C002": TurnState.WAITING,
        "B002": TurnState.WAITING,
    }


def test_the_same_seed_makes_the_same_dossiers(demo: Loaded) -> None:
    rows = Dossier.objects.exclude(number=None).order_by("number")
    assert list(rows.values_list("number", "subject_name")[:3]) == [
        ("H38.DEMO-261020-0001", "Đặng Thị Tạm Chín"),
        ("H38.DEMO-261112-0001", "Lò Văn Hàng Năm"),
        ("H38.DEMO-261116-0001", "Lù Văn Thử Một"),
    ]


def test_going_back_in_working_time_skips_nights_weekends_and_holidays(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    # The 24th is a holiday, the 21st and 22nd are a weekend.
    assert _back(calendar, AT, 30) == datetime(2026, 11, 23, 16, 30, tzinfo=HANOI)
    assert _back(calendar, AT, 8 * 60 + 30) == datetime(2026, 11, 20, 16, 30, tzinfo=HANOI)


def test_the_worker_then_makes_the_papers_of_what_is_signed(demo: Loaded) -> None:
    signed = Dossier.objects.filter(step=Step.PRESS).order_by("pk").first()
    assert signed is not None
    Document.objects.exclude(about=f"dossier:{signed.pk}").update(state=Document.State.READY)
    loop.press_papers(AT)
    signed.refresh_from_db()
    assert signed.where is State.DONE
