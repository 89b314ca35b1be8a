"""Dossiers in every state, made by the real acts over three months."""

import os
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from django.db.models import F

from motcua.audit.journal import faults
from motcua.audit.models import JournalLine
from motcua.consequences import pressing
from motcua.consequences.models import Stuck
from motcua.dossiers import queries
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import Channel, State, Step
from motcua.foundation import files
from motcua.foundation.clock import day_of, local
from motcua.notifications.models import Message, Rehearsed
from motcua.notifications.models import State as MessageState
from motcua.payments.models import CashReceipt
from motcua.people.models import Account, Resident
from motcua.people.queries import actor_for
from motcua.procedures.queries import calendar_of
from motcua.registers.models import Entry
from motcua.results.models import Document, Result
from motcua.results.queries import verify
from motcua.results.sealing import token_of
from tests.cast import COC_SAN
from tests.demo.conftest import AT, Loaded

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo")]
# Who asks from home asks at any hour, the press works when the chair has signed.
AT_ANY_HOUR = {"filer", "system"}


def test_every_state_and_every_step_is_well_filled(demo: Loaded) -> None:
    states = Counter(State(one) for one in Dossier.objects.values_list("state", flat=True))
    assert states == {
        State.DRAFT: 20,
        State.SUBMITTED: 14,
        State.ACCEPTED: 10,
        State.NOT_ACCEPTED: 24,
        State.IN_PROGRESS: 42,
        State.AWAITING_SUPPLEMENT: 14,
        State.AWAITING_FEE: 9,
        State.WITHDRAWN: 27,
        State.HALTED: 9,
        State.DONE: 12,
        State.HANDED_OVER: 120,
    }
    assert states.total() == 301
    rows = Dossier.objects.filter(state=State.IN_PROGRESS)
    steps = Counter(Step(one) for one in rows.values_list("step", flat=True))
    assert steps == {Step.CHECK: 23, Step.SIGN: 13, Step.PRESS: 6}


def test_the_desk_has_the_work_of_a_busy_day(demo: Loaded) -> None:
    officer = actor_for(Account.objects.get(login="hotich1"), at=AT)
    counts = queries.counts(by=officer)
    assert counts[(State.SUBMITTED, Step.NONE)] == 14
    assert counts[(State.IN_PROGRESS, Step.SIGN)] == 13
    # Nine in the morning of a holiday: what was due the evening before is late.
    assert queries.late_count(by=officer, at=AT) == 22


def test_the_mix_is_that_of_a_commune(demo: Loaded) -> None:
    rows = Dossier.objects.all()
    assert len(set(rows.values_list("procedure__code", flat=True))) == 6
    assert set(rows.values_list("channel", flat=True)) == {Channel.COUNTER, Channel.ONLINE}
    assert {owner.partition(":")[0] for owner in rows.values_list("owner", flat=True)} == {
        "",
        "account",
        "phone",
    }
    names = rows.exclude(filer_name="").values_list("filer_name", flat=True)
    homes = Resident.objects.filter(full_name__in=list(names)).values_list("village_id", flat=True)
    assert len(set(homes)) == 9
    did = set(DossierEvent.objects.values_list("verb", "actor_name"))
    assert {name for verb, name in did if verb == "check"} == {
        "Hoàng Văn Xét Mẫu",
        "Sần Thị Đối Mẫu",
    }
    assert {name for verb, name in did if verb == "sign"} == {"Phạm Văn Ký Mẫu", "Lê Thị Thay Mẫu"}
    refused = DossierEvent.objects.filter(verb__in=("refuse", "refuse_intake"))
    assert len(set(refused.values_list("reason", flat=True))) == 7
    done = rows.filter(state=State.HANDED_OVER, refused=False)
    assert done.filter(finished_at__gt=F("due_at")).count() > 5
    assert done.exclude(apologised_at=None).exists()


def test_the_papers_were_made_handed_over_and_verify(demo: Loaded) -> None:
    handed = Dossier.objects.filter(state=State.HANDED_OVER, refused=False)
    assert handed.count() == 108
    assert handed.filter(result=None).count() == 0
    results = Result.objects.select_related("document").filter(document__state="ready")
    assert results.count() >= 115
    for result in results:
        assert result.document.level == "B-LT"
        assert files.read(result.document.sha256).startswith(b"%PDF-1.4")
        assert verify(token_of(result, at=AT), at=AT).outcome == "valid"
    assert not Document.objects.filter(state="failed").exists()


def test_a_stranger_finds_the_signature_of_the_day_on_a_paper(demo: Loaded, tmp_path: Path) -> None:
    result = Result.objects.filter(document__state="ready").order_by("issued_at")[0]
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(files.read(result.document.sha256))
    told = subprocess.run(
        ["pdfsig", "-nocert", str(paper)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TZ": "Asia/Ho_Chi_Minh"},
    ).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert f"{local(result.document.produced_at):%b %d %Y}" in told


def test_the_journal_verifies(demo: Loaded) -> None:
    assert list(faults(lambda _: None, {})) == []
    acts = DossierEvent.objects.count()
    verbs = set(DossierEvent.objects.values_list("verb", flat=True))
    lines = JournalLine.objects.filter(verb__in=verbs, about__startswith="dossier:")
    assert lines.count() == acts


def test_numbers_run_without_a_gap_in_each_day_and_year(demo: Loaded) -> None:
    days: dict[str, list[int]] = {}
    for number in Dossier.objects.exclude(number=None).values_list("number", flat=True):
        _agency, day, place = (number or "").split("-")
        days.setdefault(day, []).append(int(place))
    assert len(days) > 40
    assert all(sorted(places) == list(range(1, len(places) + 1)) for places in days.values())
    receipts = CashReceipt.objects.order_by("serial").values_list("serial", flat=True)
    assert list(receipts) == list(range(1, len(receipts) + 1))
    symbols: dict[str, list[int]] = {}
    for number in Result.objects.filter(number__contains="/TLKS-BS").values_list(
        "number", flat=True
    ):
        symbols.setdefault("TLKS-BS", []).append(int(number.partition("/")[0]))
    assert all(sorted(found) == list(range(1, len(found) + 1)) for found in symbols.values())


def test_every_act_of_the_office_lies_in_its_hours_before_now_and_in_order(demo: Loaded) -> None:
    calendar = calendar_of(COC_SAN)
    acts = list(DossierEvent.objects.order_by("id").values_list("at", "who", "verb"))
    assert all(before[0] <= after[0] for before, after in pairwise(acts))
    assert acts[-1][0] <= AT
    late = [act for act in acts if act[1] not in AT_ANY_HOUR and not calendar.is_open(act[0])]
    assert late == []
    assert any(not calendar.is_open(act[0]) for act in acts if act[2] == "submit")


def test_what_is_done_on_the_day_was_due_on_the_day(demo: Loaded) -> None:
    done = Dossier.objects.filter(state=State.HANDED_OVER, refused=False, times_asked=0)
    late = done.filter(finished_at__gt=F("due_at")).count()
    assert late / done.count() < 0.25


def test_everything_that_follows_was_done(demo: Loaded) -> None:
    assert not DossierEvent.objects.filter(followed_at=None).exists()
    assert not Stuck.objects.exists()
    told = Counter(Message.objects.values_list("state", flat=True))
    assert set(told) == {MessageState.DELIVERED}
    assert told[MessageState.DELIVERED] == Rehearsed.objects.count() > 700
    same_day = Message.objects.filter(sent_at=F("created_at")).count()
    assert same_day == told[MessageState.DELIVERED]
    # The slips are made by the worker once the doors are open.
    assert set(Document.objects.filter(state="asked").values_list("kind", flat=True)) == {
        "slip",
        "draft",
        "result",
    }


def test_births_and_deaths_of_these_months_were_registered_by_a_dossier(demo: Loaded) -> None:
    entries = Entry.objects.filter(source__startswith="dossier:")
    assert Counter(entries.values_list("kind", flat=True)) == {
        "birth": 11,
        "death": 3,
        "change": 10,
        "copy": 34,
        "marital": 26,
    }
    for entry in entries.filter(kind__in=("birth", "death")):
        dossier = Dossier.objects.get(pk=entry.source.partition(":")[2])
        assert dossier.where is State.HANDED_OVER
        assert dossier.entry_id == entry.pk
        assert day_of(dossier.finished_at or AT) == entry.registered_on


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
    assert owned.filter(step=Step.SIGN).exists()
    assert set(owned.values_list("owner", flat=True)) == owners


def test_the_same_seed_makes_the_same_dossiers(demo: Loaded) -> None:
    rows = Dossier.objects.exclude(number=None).order_by("number")
    assert list(rows.values_list("number", "subject_name")[:3]) == [
        ("H38.DEMO-260825-0001", "Lò Đình Phỏng Bảy"),
        ("H38.DEMO-260826-0001", "Lù Xuân Chép Một"),
        ("H38.DEMO-260826-0002", "Phạm Thị Mẫu Một"),
    ]


def test_the_worker_then_makes_the_papers_of_what_is_signed(demo: Loaded) -> None:
    signed = Dossier.objects.filter(step=Step.PRESS).order_by("pk").first()
    assert signed is not None
    Document.objects.filter(state="asked").exclude(about=f"dossier:{signed.pk}").update(
        state=Document.State.READY
    )
    pressing.press_papers(AT)
    signed.refresh_from_db()
    assert signed.where is State.DONE
