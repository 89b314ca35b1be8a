"""Acts of the same moment, with a connection each, on both databases: one wins, none is lost."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from motcua.audit.journal import faults
from motcua.audit.models import JournalLine
from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier, DossierEvent, StateCount
from motcua.dossiers.press import Press
from motcua.dossiers.states import State, Step
from motcua.foundation.actor import Actor
from motcua.foundation.money import Dong
from motcua.payments.actions import Line, take_cash
from motcua.payments.models import CashReceipt
from motcua.results.models import Document, Result
from tests import cast
from tests.dossiers import story
from tests.parallel import one_database, together

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS = 16


def in_turn(acts: Sequence[Callable[[], Any]]) -> Callable[[], list[Any]]:
    """One client that does its acts one after the other."""
    return lambda: [act() for act in acts]


def by_clients(acts: Sequence[Callable[[], Any]]) -> list[Any]:
    """So many acts by 16 clients at once; what each gave, and no exception."""
    given = together([in_turn(acts[client::CLIENTS]) for client in range(CLIENTS)])
    failed = [one for one in given if isinstance(one, Exception)]
    assert failed == []
    return [outcome for one in given for outcome in one]


def of(outcomes: Sequence[Any], kind: type) -> list[Any]:
    return [one for one in outcomes if isinstance(one, kind)]


def submitting(key: UUID | None = None, by: Actor | None = None) -> Callable[[], Dossier]:
    """Thử's request, ready to be handed in by whichever thread."""
    given = story.intake(story.law(), id=key or uuid4())
    actor = by or cast.acting(cast.resident())
    return partial(actions.submit, given, by=actor, at=cast.AT, verified=True)


def pressing(dossier: Dossier, by: Actor) -> Press:
    return story.press(dossier, by)


def test_200_submissions_at_once_take_200_consecutive_numbers(tmp_path: Path) -> None:
    law, by = story.law(), cast.acting(cast.resident())
    given = [story.intake(law) for _ in range(200)]
    acts = [partial(actions.submit, one, by=by, at=cast.AT, verified=True) for one in given]
    with one_database(tmp_path):
        made = by_clients(acts)
        numbers = sorted(dossier.number for dossier in made)
        assert numbers == [f"H38.99.01-260303-{n:04}" for n in range(1, 201)]
        kept = Dossier.objects.order_by("number").values_list("number", flat=True)
        assert list(kept) == numbers
        assert DossierEvent.objects.filter(verb="submit").count() == 200
        assert StateCount.objects.get(state=State.SUBMITTED).count == 200
        assert JournalLine.objects.filter(verb="submit").count() == 200
        assert list(faults(lambda _: None, {})) == []


def test_one_request_delivered_20_times_at_once_is_one_dossier_with_one_answer(
    tmp_path: Path,
) -> None:
    act = submitting()
    with one_database(tmp_path):
        answers = together([act] * 20)
        assert of(answers, Exception) == []
        assert {(one.pk, one.number, one.code) for one in answers} == {
            (Dossier.objects.get().pk, "H38.99.01-260303-0001", Dossier.objects.get().code)
        }
        assert DossierEvent.objects.count() == 1
        assert JournalLine.objects.filter(verb="submit").count() == 1
        # What lost the race gave its number back.
        assert submitting()().number == "H38.99.01-260303-0002"


def test_a_draft_handed_in_20_times_at_once_is_one_dossier(tmp_path: Path) -> None:
    given, by = story.intake(story.law()), cast.acting(cast.resident())
    actions.keep(given, by=by, at=cast.AT)
    with one_database(tmp_path):
        answers = together([partial(actions.submit, given, by=by, at=cast.AT, verified=True)] * 20)
        assert {one.number for one in answers} == {"H38.99.01-260303-0001"}
        assert DossierEvent.objects.filter(verb="submit").count() == 1


def test_a_draft_kept_20_times_at_once_is_one_draft(tmp_path: Path) -> None:
    given, by = story.intake(story.law()), cast.acting(cast.resident())
    with one_database(tmp_path):
        answers = together([partial(actions.keep, given, by=by, at=cast.AT)] * 20)
        assert of(answers, Exception) == []
        assert len({one.code for one in answers}) == 1
        assert Dossier.objects.get().where == State.DRAFT


def test_of_two_officers_who_accept_at_once_one_wins_and_the_other_is_told(tmp_path: Path) -> None:
    dossier = story.submitted(story.law())
    desk = (cast.acting(cast.receptionist()), cast.acting(cast.officer()))
    with one_database(tmp_path):
        outcomes = together([partial(actions.accept, pressing(dossier, by)) for by in desk])
        won, told = of(outcomes, Dossier), of(outcomes, errors.Stale)
        assert (len(won), len(told)) == (1, 1)
        event = DossierEvent.objects.get(verb="accept")
        assert desk[outcomes.index(won[0])].id == event.actor
        assert JournalLine.objects.filter(verb="accept").count() == 1
        now = Dossier.objects.get()
        assert (now.where, now.revision) == (State.ACCEPTED, dossier.revision + 1)


def test_one_press_that_comes_in_ten_times_at_once_is_one_act(tmp_path: Path) -> None:
    dossier = story.submitted(story.law())
    press = pressing(dossier, cast.acting(cast.receptionist()))
    with one_database(tmp_path):
        outcomes = together([partial(actions.accept, press)] * 10)
        assert {one.revision for one in outcomes} == {dossier.revision + 1}
        assert DossierEvent.objects.filter(verb="accept").count() == 1


def test_when_two_chairs_sign_at_once_there_is_one_result(tmp_path: Path) -> None:
    dossier = story.checked(story.law())
    first, second = cast.acting(cast.chair()), cast.acting(cast.vice_chair())
    with one_database(tmp_path):
        outcomes = together(
            [partial(actions.sign, pressing(dossier, by)) for by in (first, second)]
        )
        assert (len(of(outcomes, Dossier)), len(of(outcomes, errors.Stale))) == (1, 1)
        result = Result.objects.get()
        assert result.number == "01/TLKS-BS"
        assert Document.objects.filter(kind=Document.Kind.RESULT).count() == 1
        signed = DossierEvent.objects.get(verb="sign")
        assert result.signer_name == signed.actor_name
        assert Dossier.objects.get().at_step == Step.PRESS


def test_what_is_signed_at_once_is_numbered_without_gaps(tmp_path: Path) -> None:
    law, entry = story.law(), story.birth_entry().pk
    chair, officer = cast.acting(cast.chair()), cast.acting(cast.officer())
    waiting = [
        actions.check(pressing(story.in_progress(law), officer), entry=entry) for _ in range(32)
    ]
    with one_database(tmp_path):
        by_clients([partial(actions.sign, pressing(one, chair)) for one in waiting])
        numbers = Result.objects.values_list("number", flat=True)
        assert sorted(numbers) == [f"{n:02}/TLKS-BS" for n in range(1, 33)]


def test_fees_taken_at_once_have_receipts_without_gaps(tmp_path: Path) -> None:
    law, desk = story.law(), cast.acting(cast.receptionist())
    waiting = [actions.accept(pressing(story.submitted(law), desk)) for _ in range(32)]
    with one_database(tmp_path):
        by_clients(
            [
                partial(actions.take_fee, pressing(one, desk), amount=Dong(one.fee_due))
                for one in waiting
            ]
        )
        serials = CashReceipt.objects.order_by("serial").values_list("serial", flat=True)
        assert list(serials) == list(range(1, 33))
        assert set(Dossier.objects.values_list("fee_paid", flat=True)) == {8000}


def test_a_payment_that_comes_in_twice_at_once_gives_its_number_back(tmp_path: Path) -> None:
    desk = cast.acting(cast.receptionist())
    lines: list[Line] = [{"what": "Lệ phí", "amount": 8000}]
    taking = partial(
        take_cash,
        commune=cast.COC_SAN,
        amount=Dong(8000),
        lines=lines,
        payer="Vàng Thị Thử",
        by=desk,
        at=cast.AT,
    )
    acts = [partial(taking, about=f"dossier:{n}", key=f"k{n}") for n in range(8) for _ in range(4)]
    with one_database(tmp_path):
        outcomes = by_clients(acts)
        assert len({receipt.pk for receipt in outcomes}) == 8
        serials = CashReceipt.objects.order_by("serial").values_list("serial", flat=True)
        assert list(serials) == list(range(1, 9))
