"""The press comes for the papers that were asked for, and goes when there are no more."""

from datetime import timedelta
from threading import Event

import pytest

from motcua.consequences import loop, pressing
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State, Step
from motcua.results.models import Document
from tests import cast
from tests.dossiers import story

pytestmark = pytest.mark.django_db

LATER = cast.AT + timedelta(minutes=10)


class Called:
    """Notes that the press is called, and does nothing."""

    def __init__(self) -> None:
        self.times = 0

    def running(self) -> bool:
        return False

    def start(self) -> None:
        self.times += 1


class Busy(Called):
    """A press that is at work."""

    def running(self) -> bool:
        return True


def signed() -> Dossier:
    dossier = story.checked(story.law())
    return actions.sign(story.press(dossier, cast.acting(cast.chair())))


def one_round(press: Called) -> None:
    """What the worker does between two looks at its clock."""
    stop = Event()

    def clock() -> object:
        stop.set()
        return LATER

    loop.run(stop, clock=clock, press=press, lists=Called())  # type: ignore[arg-type]


@pytest.fixture
def _one_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database lives as long as its one connection, which a fork would have closed."""
    monkeypatch.setattr("motcua.consequences.loop.connections.close_all", lambda: None)
    monkeypatch.setattr("motcua.consequences.pressing.connections.close_all", lambda: None)


@pytest.mark.usefixtures("_one_connection")
def test_the_worker_calls_the_press_and_makes_no_paper_itself() -> None:
    signed()
    press = Called()
    one_round(press)
    assert press.times == 1
    assert not Document.objects.exclude(state=Document.State.ASKED).exists()


@pytest.mark.usefixtures("_one_connection")
def test_a_press_at_work_is_left_alone() -> None:
    signed()
    press = Busy()
    one_round(press)
    assert press.times == 0


@pytest.mark.usefixtures("_one_connection")
def test_with_nothing_to_make_the_press_is_not_called() -> None:
    story.submitted(story.law())
    Document.objects.all().delete()
    press = Called()
    one_round(press)
    assert press.times == 0


@pytest.mark.usefixtures("_one_connection")
def test_the_press_makes_what_was_asked_for_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing, "LINGER", 0.6)
    dossier = signed()
    pressing.run(Event(), clock=lambda: LATER)
    dossier = Dossier.objects.get(pk=dossier.pk)
    assert (dossier.where, dossier.at_step) == (State.DONE, Step.NONE)
    assert not Document.objects.exclude(state=Document.State.READY).exists()


@pytest.mark.usefixtures("_one_connection")
def test_what_is_left_between_paper_and_issue_is_issued_by_the_worker_itself() -> None:
    dossier = signed()
    for document in Document.objects.all():
        pressing.import_module("motcua.results.press").produce(document.pk, LATER)
    one_round(Called())
    assert Dossier.objects.get(pk=dossier.pk).where is State.DONE
