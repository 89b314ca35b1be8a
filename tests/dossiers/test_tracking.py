"""Tracking with the code and a second fact: the status, nothing else, and not for guessers."""

from datetime import timedelta

import pytest

from motcua.dossiers import actions, errors
from motcua.dossiers.codes import new_code, spoken, tidy_code
from motcua.dossiers.models import CodeTry
from motcua.dossiers.states import State
from motcua.dossiers.tracking import TRIES, TRIES_A_DAY, TRIES_OF_ADDRESS, track
from tests import cast
from tests.dossiers import story
from tests.unchanged import refused

HOME = "203.0.113.7"


def test_a_code_that_was_misheard_is_noticed_before_anything_is_looked_up() -> None:
    code = new_code()
    assert tidy_code(f" {spoken(code)} ") == code
    for place in range(9):
        for digit in "0123456789":
            if digit != code[place]:
                assert tidy_code(code[:place] + digit + code[place + 1 :]) is None
    for place in range(8):
        a, b = code[place], code[place + 1]
        if a != b:
            assert tidy_code(code[:place] + b + a + code[place + 2 :]) is None


@pytest.mark.django_db
@pytest.mark.parametrize("fact", ["0001", " 0001 ", "12/05/1991", "1991-05-12"])
def test_the_code_and_a_second_fact_show_the_state(fact: str) -> None:
    dossier = story.submitted(story.law())
    found = track(typed=spoken(dossier.code), fact=fact, origin=HOME, at=cast.AT)
    assert (found.state, found.due_at) == (State.SUBMITTED, dossier.due_at)


@pytest.mark.django_db
@pytest.mark.parametrize("fact", ["", "0002", "1991", "05/1991", "13/05/1991", "Vàng Thị Thử"])
def test_a_wrong_second_fact_shows_no_more_than_an_unknown_code(fact: str) -> None:
    dossier = story.submitted(story.law())
    with refused(errors.NotFound) as wrong:
        track(typed=dossier.code, fact=fact, origin=HOME, at=cast.AT)
    with refused(errors.NotFound) as unknown:
        track(typed="123456784", fact="0001", origin=HOME, at=cast.AT)
    assert str(wrong.value) == str(unknown.value)


@pytest.mark.django_db
def test_after_five_wrong_tries_even_the_right_one_waits_a_quarter_of_an_hour() -> None:
    dossier = story.submitted(story.law())
    for _ in range(TRIES):
        with pytest.raises(errors.NotFound):
            track(typed=dossier.code, fact="9999", origin=HOME, at=cast.AT)
    with refused(errors.TooManyTries) as told:
        track(typed=dossier.code, fact="0001", origin="198.51.100.9", at=cast.AT)
    assert told.value.facts == {"time": "09:15", "day": "03/03/2026"}
    # A neighbour behind the same address still finds theirs.
    other = story.submitted(story.law())
    assert track(typed=other.code, fact="0001", origin=HOME, at=cast.AT).dossier == other
    later = cast.AT + timedelta(minutes=16)
    assert track(typed=dossier.code, fact="0001", origin=HOME, at=later).dossier == dossier


@pytest.mark.django_db
def test_a_guesser_with_many_codes_is_stopped_by_the_address() -> None:
    for _ in range(TRIES_OF_ADDRESS):
        with pytest.raises(errors.NotFound):
            track(typed=new_code(), fact="0001", origin=HOME, at=cast.AT)
    with refused(errors.TooManyTries):
        track(typed=new_code(), fact="0001", origin=HOME, at=cast.AT)
    assert CodeTry.objects.get(pk=f"origin:{HOME}").tries == TRIES_OF_ADDRESS


@pytest.mark.django_db
def test_the_code_of_a_draft_is_the_code_of_its_dossier() -> None:
    law = story.law()
    by = cast.acting(cast.resident())
    given = story.intake(law)
    draft = actions.keep(given, by=by, at=cast.AT)
    assert (draft.where, draft.number) == (State.DRAFT, None)
    assert track(typed=draft.code, fact="0001", origin=HOME, at=cast.AT).state is State.DRAFT
    dossier = actions.submit(given, by=by, at=cast.AT, verified=True)
    assert (dossier.pk, dossier.code) == (draft.pk, draft.code)


@pytest.mark.django_db
def test_a_patient_guesser_of_one_code_gets_twenty_tries_a_day() -> None:
    dossier = story.submitted(story.law())
    for number in range(TRIES_A_DAY):
        origin, at = f"198.51.100.{number}", cast.AT + timedelta(minutes=16 * (number // TRIES))
        with pytest.raises(errors.NotFound):
            track(typed=dossier.code, fact="9999", origin=origin, at=at)
    later = cast.AT + timedelta(hours=3)
    with refused(errors.TooManyTries):
        track(typed=dossier.code, fact="0001", origin=HOME, at=later)
    tomorrow = cast.AT + timedelta(days=1)
    assert track(typed=dossier.code, fact="0001", origin=HOME, at=tomorrow).dossier == dossier


@pytest.mark.django_db
def test_who_knows_the_second_fact_may_look_as_often_as_they_like() -> None:
    dossier = story.submitted(story.law())
    for _ in range(TRIES_A_DAY + 1):
        track(typed=dossier.code, fact="0001", origin=HOME, at=cast.AT)
    assert set(CodeTry.objects.values_list("tries", flat=True)) == {0}
