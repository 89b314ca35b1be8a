"""A signed paper after its issue: printed again, outdated, revoked, replaced; and each no."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.same_person import others_of
from motcua.dossiers.states import State
from motcua.foundation.actor import Actor
from motcua.results import errors as no
from motcua.results.actions import outdate
from motcua.results.models import Reprint, Result
from motcua.results.queries import verify
from motcua.results.sealing import token_of
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

pytestmark = pytest.mark.django_db
WRONG = "Ghi sai ngày sinh"


def chair() -> Actor:
    return cast.acting(cast.chair())


def desk() -> Actor:
    return cast.acting(cast.receptionist())


def elsewhere() -> Result:
    """A valid result of the other commune."""
    _, made = story.issued(story.law())
    cast.other_commune()
    Result.objects.filter(pk=made.pk).update(commune_id=cast.OTHER)
    return made


def test_the_same_file_is_printed_again_and_each_copy_is_known() -> None:
    dossier, result = story.issued(story.law())
    for reason in ("Máy in kẹt giấy", "Người dân làm mất"):
        dossier = actions.reprint(story.press(dossier, desk()), result=result.pk, reason=reason)
    rows = Reprint.objects.order_by("copy").values_list("copy", "reason", "by_name")
    assert list(rows) == [
        (2, "Máy in kẹt giấy", "Nông Thị Tiếp"),
        (3, "Người dân làm mất", "Nông Thị Tiếp"),
    ]
    event = DossierEvent.objects.filter(verb="reprint").last()
    assert event is not None
    assert event.facts == {"result": str(result.pk), "number": "01/TLKS-BS", "copy": 3}
    assert dossier.where == State.DONE


def test_the_same_press_prints_one_copy() -> None:
    dossier, result = story.issued(story.law())
    press = story.press(dossier, desk())
    for _ in range(3):
        actions.reprint(press, result=result.pk, reason="Mất")
    assert Reprint.objects.count() == 1


def test_a_revoked_paper_stays_revoked_also_after_it_was_handed_over() -> None:
    dossier, result = story.issued(story.law())
    dossier = actions.hand_over(story.press(dossier, desk()), receiver="Thử", proof="code")
    dossier = actions.revoke(story.press(dossier, chair()), result=result.pk, reason=WRONG)
    result.refresh_from_db()
    assert (result.status, result.reason, dossier.where) == ("revoked", WRONG, State.HANDED_OVER)
    event = DossierEvent.objects.get(verb="revoke")
    assert (event.reason, event.facts["number"], event.who) == (WRONG, "01/TLKS-BS", "chair")
    with refused(no.NotValidAnyMore):
        actions.revoke(story.press(dossier, chair()), result=result.pk, reason="Lần nữa")


def test_the_code_on_a_replaced_paper_names_the_newer_one() -> None:
    law = story.law()
    old, result = story.issued(law)
    _, newer = story.issued(law)
    by = chair()
    assert others_of(old, result, by=by, at=cast.AT) == [newer]
    press = story.press(old, by, 10)
    actions.replace(press, result=result.pk, newer=newer.pk, reason=WRONG)
    verdict = verify(token_of(result, at=cast.AT), at=press.at)
    assert (verdict.outcome, verdict.next_number) == ("replaced", "02/TLKS-BS")
    assert str(verdict.ended_on) == "2026-03-03"
    event = DossierEvent.objects.get(verb="replace")
    assert (event.facts["number"], event.facts["next"]) == ("01/TLKS-BS", "02/TLKS-BS")


def test_a_paper_from_before_a_correction_is_replaced_and_not_printed_again() -> None:
    law, by = story.law(), chair()
    old, result = story.issued(law)
    outdate(results=[result.pk], reason=WRONG, by=by, at=cast.AT + timedelta(minutes=5))
    with refused(no.CorrectedSince):
        actions.reprint(story.press(old, desk()), result=result.pk, reason="Mất")
    assert not Reprint.objects.exists()
    other, newer = story.issued(law)
    with refused(no.NotValidAnyMore):
        press = story.press(other, by)
        actions.replace(press, result=newer.pk, newer=result.pk, reason=WRONG)
    actions.replace(story.press(old, by), result=result.pk, newer=newer.pk, reason=WRONG)
    result.refresh_from_db()
    assert (result.status, result.replaced_by) == ("replaced", newer)


ENDINGS: dict[str, Callable[[Dossier, Result, Actor, str], Dossier]] = {
    "reprint": lambda dossier, result, by, reason: actions.reprint(
        story.press(dossier, by), result=result.pk, reason=reason
    ),
    "revoke": lambda dossier, result, by, reason: actions.revoke(
        story.press(dossier, by), result=result.pk, reason=reason
    ),
    "replace": lambda dossier, result, by, reason: actions.replace(
        story.press(dossier, by), result=result.pk, newer=uuid4(), reason=reason
    ),
}


@pytest.mark.parametrize("verb", ["revoke", "replace", "reprint"])
def test_nothing_is_done_to_a_paper_without_a_reason(verb: str) -> None:
    dossier, result = story.issued(story.law())
    with refused(errors.ReasonMissing):
        ENDINGS[verb](dossier, result, chair(), "  ")


@pytest.mark.parametrize("verb", ["revoke", "replace"])
@pytest.mark.parametrize("who", [cast.receptionist, cast.officer])
def test_only_the_chair_ends_a_paper(verb: str, who: Callable[[], object]) -> None:
    dossier, result = story.issued(story.law())
    by = cast.acting(who())  # type: ignore[arg-type]
    with refused(errors.NotYours):
        ENDINGS[verb](dossier, result, by, WRONG)


@pytest.mark.parametrize("verb", ["revoke", "replace", "reprint"])
def test_a_paper_that_has_ended_is_not_ended_or_printed_again(verb: str) -> None:
    dossier, result = story.issued(story.law())
    dossier = actions.revoke(story.press(dossier, chair()), result=result.pk, reason=WRONG)
    newer = story.issued(story.law())[1] if verb == "replace" else result
    with refused(no.NotValidAnyMore) as caught:
        if verb == "replace":
            press = story.press(dossier, chair())
            actions.replace(press, result=result.pk, newer=newer.pk, reason=WRONG)
        else:
            ENDINGS[verb](dossier, result, chair(), WRONG)
    assert caught.value.facts == {"number": "01/TLKS-BS"}


def test_a_paper_is_not_replaced_by_itself_an_ended_one_an_older_or_another_communes() -> None:
    law = story.law()
    first, oldest = story.issued(law)
    second, result = story.issued(law)
    Result.objects.filter(pk=oldest.pk).update(issued_at=cast.AT)

    def replaced(by: Result) -> None:
        press = story.press(second, chair())
        actions.replace(press, result=result.pk, newer=by.pk, reason=WRONG)

    with refused(no.ReplacedByItself):
        replaced(result)
    with refused(no.NotNewer):
        replaced(oldest)
    with refused(no.NotThisCommune):
        replaced(elsewhere())
    actions.revoke(story.press(first, chair()), result=oldest.pk, reason=WRONG)
    with refused(no.NotValidAnyMore):
        replaced(oldest)


@pytest.mark.parametrize("verb", ["revoke", "reprint"])
def test_a_result_of_another_dossier_is_none_of_this_one(verb: str) -> None:
    law = story.law()
    dossier, _ = story.issued(law)
    _, other = story.issued(law)
    with refused(errors.ResultUnknown):
        ENDINGS[verb](dossier, other, chair(), WRONG)


def test_nothing_is_printed_again_before_its_fee_is_paid() -> None:
    dossier, result = story.issued(story.law())
    Dossier.objects.filter(pk=dossier.pk).update(fee_paid=0)
    with refused(errors.FeeNotPaid):
        actions.reprint(story.press(dossier, desk()), result=result.pk, reason="Mất")


def test_a_dossier_that_is_not_decided_has_no_paper_to_revoke() -> None:
    dossier = story.checked(story.law())
    _, other = story.issued(story.law())
    with refused(errors.NotNow):
        actions.revoke(story.press(dossier, chair()), result=other.pk, reason=WRONG)


def test_another_communes_chair_finds_nothing() -> None:
    dossier, result = story.issued(story.law())
    with refused(errors.NotFound):
        ENDINGS["revoke"](dossier, result, cast.acting(cast.stranger_officer()), WRONG)
