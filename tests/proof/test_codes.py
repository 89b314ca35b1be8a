"""Codes are drawn at random, so that one is sometimes taken: the person must not notice."""

import pytest
from django.db import IntegrityError

from motcua.dossiers import actions
from motcua.dossiers.actions import intake
from motcua.dossiers.models import Dossier, DossierEvent
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db


def draws(monkeypatch: pytest.MonkeyPatch, *codes: str) -> None:
    """What chance gives next, in this order."""
    monkeypatch.setattr(intake, "new_code", iter(codes).__next__)


def test_a_taken_code_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    law = story.law()
    first = story.submitted(law)
    draws(monkeypatch, first.code, first.code, "123456788")
    second = story.submitted(law)
    assert (second.code, second.number) == ("123456788", "H38.99.01-260303-0002")
    assert DossierEvent.objects.count() == 2


def test_a_taken_code_is_drawn_again_for_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    law, by = story.law(), cast.acting(cast.resident())
    first = actions.keep(story.intake(law), by=by, at=cast.AT)
    draws(monkeypatch, first.code, "123456788")
    assert actions.keep(story.intake(law), by=by, at=cast.AT).code == "123456788"
    assert Dossier.objects.count() == 2


def test_chance_that_never_gives_a_free_code_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    law = story.law()
    first = story.submitted(law)
    draws(monkeypatch, *[first.code] * 99)
    with pytest.raises(IntegrityError):
        story.submitted(law)
    assert Dossier.objects.count() == 1
    monkeypatch.undo()
    assert story.submitted(law).number == "H38.99.01-260303-0002"
