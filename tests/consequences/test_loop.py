"""What follows from acts: messages, slips, drafts, signed papers; each once, none lost."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.consequences import loop
from motcua.consequences.models import Stuck
from motcua.consequences.table import TABLE
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.needs import Asked
from motcua.dossiers.states import State, Step, Verb
from motcua.foundation.money import Dong
from motcua.notifications.models import Message
from motcua.results.models import Document, Result
from motcua.results.queries import content
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db

LATER = cast.AT + timedelta(minutes=10)


def work() -> None:
    """Rounds until nothing is left to do."""
    for _ in range(10):
        if not loop.round_once(LATER):
            return
    raise AssertionError("the loop never rests")


def signed(**changes: Any) -> Dossier:
    dossier = story.checked(story.law(), **changes)
    return actions.sign(story.press(dossier, cast.acting(cast.chair())))


def now(dossier: Dossier) -> Dossier:
    return Dossier.objects.get(pk=dossier.pk)


def test_every_verb_of_the_table_is_a_verb_of_the_lifecycle() -> None:
    assert set(TABLE) <= set(Verb)


def test_a_signed_dossier_becomes_a_signed_paper_and_is_done() -> None:
    dossier = signed()
    work()
    dossier = now(dossier)
    assert (dossier.where, dossier.at_step) == (State.DONE, Step.NONE)
    result = Result.objects.get(decision=f"dossier:{dossier.pk}")
    assert result.document.level == "B-LT"
    assert content(result.document).startswith(b"%PDF-1.4")
    assert DossierEvent.objects.filter(followed_at__isnull=True).count() == 0


def test_each_act_is_told_once_whatever_happens() -> None:
    signed()
    work()
    DossierEvent.objects.update(followed_at=None)
    work()
    kinds = list(Message.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == ["submit", "accept", "issue_owing"]
    slips = Document.objects.filter(kind=Document.Kind.SLIP)
    assert sorted(slips.values_list("template", flat=True)) == ["slip_control", "slip_receipt"]
    assert Document.objects.filter(kind=Document.Kind.DRAFT).count() == 1
    assert not Document.objects.exclude(state=Document.State.READY).exists()


def test_a_result_that_was_asked_for_electronically_is_handed_over_at_once() -> None:
    dossier = story.submitted(story.law(), answers={"delivery": "electronic"})
    desk, officer = cast.acting(cast.receptionist()), cast.acting(cast.officer())
    dossier = actions.accept(story.press(dossier, desk))
    dossier = actions.take_fee(story.press(dossier, desk), amount=Dong(8000))
    dossier = actions.begin(story.press(dossier, officer))
    dossier = actions.check(story.press(dossier, officer), entry=story.birth_entry().pk)
    dossier = actions.sign(story.press(dossier, cast.acting(cast.chair())))
    work()
    assert now(dossier).where is State.HANDED_OVER
    handed = DossierEvent.objects.get(verb=Verb.HAND_OVER)
    assert (handed.facts["proof"], handed.who) == ("electronic", "system")


def test_a_paper_that_cannot_be_made_goes_back_to_the_chair_and_is_made_the_next_time() -> None:
    dossier = signed()
    paper = Document.objects.get(kind=Document.Kind.RESULT)
    good = paper.template
    Document.objects.filter(pk=paper.pk).update(template="cash_receipt")
    work()
    dossier = now(dossier)
    assert (dossier.where, dossier.at_step) == (State.IN_PROGRESS, Step.SIGN)
    reason = DossierEvent.objects.get(verb=Verb.RETURN_TO_SIGN).reason
    assert reason
    Document.objects.filter(pk=paper.pk).update(template=good)
    actions.sign(story.press(dossier, cast.acting(cast.chair()), minutes=20))
    work()
    assert now(dossier).where is State.DONE
    assert Result.objects.count() == 1


def test_one_event_that_fails_is_set_aside_and_blocks_no_other() -> None:
    law = story.law()
    desk = cast.acting(cast.receptionist())
    bad = actions.accept(story.press(story.submitted(law), desk))
    good = actions.accept(story.press(story.submitted(law), desk))
    facts = DossierEvent.objects.filter(dossier=bad, verb=Verb.ACCEPT)
    facts.update(facts={"moved": None})
    work()
    stuck = Stuck.objects.get()
    assert (stuck.event.dossier_id, stuck.tries) == (bad.pk, 1)
    assert stuck.fault.startswith("TypeError")
    assert Document.objects.get().about == f"dossier:{good.pk}"
    facts.update(facts={})
    loop.round_once(LATER + timedelta(hours=2))
    assert not Stuck.objects.exists()
    assert Document.objects.count() == 2


def test_the_slips_of_the_desk_are_made() -> None:
    law = story.law()
    desk, officer = cast.acting(cast.receptionist()), cast.acting(cast.officer())
    refused = story.submitted(law)
    actions.refuse_intake(story.press(refused, desk), reason="Không thuộc thẩm quyền")
    asked = story.in_progress(law)
    asked = actions.take_fee(story.press(asked, desk), amount=Dong(8000))
    until = cast.AT + timedelta(days=2)
    asked = actions.apologise(story.press(asked, officer), reason="Mất điện", until=until)
    missing = [Asked("field:subject_birth", "Cần ngày sinh"), Asked("paper:authority", "Thiếu")]
    actions.ask_for_more(story.press(asked, officer), asked=missing)
    work()
    made = Document.objects.filter(kind=Document.Kind.SLIP, state=Document.State.READY)
    assert sorted(made.values_list("template", flat=True)) == [
        "cash_receipt",
        "slip_apology",
        "slip_receipt",
        "slip_refusal",
        "slip_supplement",
    ]
    assert not Stuck.objects.exists()


@pytest.mark.parametrize(
    ("delivery", "paid", "kind"),
    [
        ("counter", 0, "issue_owing"),
        ("electronic", 0, "issue_owing"),
        ("counter", 8000, "issue"),
        ("post", 8000, "issue_post"),
        ("electronic", 8000, "issue_electronic"),
    ],
)
def test_a_result_is_told_with_how_to_get_it(delivery: str, paid: int, kind: str) -> None:
    dossier = signed()
    Dossier.objects.filter(pk=dossier.pk).update(delivery=delivery, fee_paid=paid)
    work()
    told = Message.objects.filter(kind__startswith="issue").values_list("kind", flat=True)
    assert list(told) == [kind]
    assert "%" not in Message.objects.get(kind=kind).text
