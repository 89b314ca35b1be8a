"""The same sending delivered 1 to 20 times, at once and out of order: one dossier, one answer.

Over real HTTP, each delivery by a connection of its own, on both databases.
"""

import random
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from pytest_django.live_server_helper import LiveServer

from motcua.audit.models import JournalLine
from motcua.consequences.loop import round_once
from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, DossierEvent, Helped, PaperFile, StateCount
from motcua.dossiers.states import State, Step
from motcua.foundation import clock
from motcua.notifications.models import Message
from tests import cast
from tests.dossiers import story
from tests.helping.helps import begun
from tests.portal.over_http import Answer, Person
from tests.portal.test_confirming import digits
from tests.portal.test_own import asked_for_more, photograph
from tests.unchanged import everything

pytestmark = [pytest.mark.django_db(transaction=True)]
AT_ONCE = 20
CARD = "paper:identity_card"


@pytest.fixture(autouse=True)
def house(settings: Any) -> None:
    """The law, and no bound on how much one person hands in within the hour."""
    settings.MOTCUA_LIMITS = 1000
    story.law()


@pytest.fixture
def thu(live_server: LiveServer) -> Person:
    return Person(live_server.url, cast.resident())


def at_once(acts: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """All of them by as many threads as there are, begun in the order in which they stand."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        return [one.result() for one in [threads.submit(act) for act in acts]]


def settled() -> None:
    """All that follows has followed."""
    while round_once(clock.now()):
        pass


def handed_in(key: str) -> tuple[int, int, int]:
    """How often it was handed in by the history, by the journal and by what the person was told."""
    about = f"dossier:{key}"
    return (
        DossierEvent.objects.filter(dossier=key, verb="submit").count(),
        JournalLine.objects.filter(about=about, verb="submit").count(),
        Message.objects.filter(about=about).count(),
    )


@pytest.mark.parametrize("times", range(1, 21))
def test_among_its_own_keepings_and_another_item(thu: Person, times: int) -> None:
    """Seeded: the keepings of a draft come before, between and after, some of them twice."""
    chance, first, second = random.Random(times), str(uuid4()), str(uuid4())
    sendings: list[Callable[[], Answer]] = [partial(thu.send, first) for _time in range(times)]
    others: list[Callable[[], Answer]] = [
        partial(thu.send, second, copies="3") for _time in range(chance.randint(1, times))
    ]
    keepings: list[Callable[[], Answer]] = [
        partial(thu.send, first, "keep", copies="", register_office=said)
        for said in ("X", "Xã", "Xã Cốc")
        for _time in range(chance.randint(1, 2))
    ]
    everything_sent = [*sendings, *others, *keepings]
    chance.shuffle(everything_sent)
    answers = dict(zip(everything_sent, at_once(everything_sent), strict=True))
    assert {answers[one] for one in keepings} <= kept_or_too_late(answers, keepings)
    for key, sent, copies in ((first, sendings, "2"), (second, others, "3")):
        dossier = Dossier.objects.get(pk=key)
        [answer] = {answers[one] for one in sent}
        assert (answer.status, answer.told["state"]) == (200, "received")
        assert (answer.told["number"], answer.told["id"]) == (dossier.number, key)
        assert (dossier.state, dossier.answers["copies"]) == (State.SUBMITTED, copies)
        assert dossier.answers["register_office"] == "Xã Cốc San"
    settled()
    assert (handed_in(first), handed_in(second)) == ((1, 1, 1), (1, 1, 1))
    assert Dossier.objects.count() == 2
    assert waiting() == 2


def kept_or_too_late(
    answers: dict[Callable[[], Answer], Answer], keepings: list[Callable[[], Answer]]
) -> set[Answer]:
    """A keeping that came in time is a draft, one that came after is refused."""
    found = {answers[one] for one in keepings}
    return {
        one
        for one in found
        if one.status == 409 or (one.status == 200 and one.told["state"] == "kept")
    }


def waiting() -> int:
    """As the counters say."""
    [row] = StateCount.objects.filter(count__gt=0)
    assert (row.state, row.step) == (State.SUBMITTED, Step.NONE)
    return row.count


def test_twenty_at_once_of_something_that_nobody_kept_before(thu: Person) -> None:
    key = str(uuid4())
    [answer] = set(at_once([partial(thu.send, key)] * AT_ONCE))
    settled()
    assert answer.told["number"] == Dossier.objects.get().number
    assert (handed_in(key), waiting()) == ((1, 1, 1), 1)


def test_a_keeping_that_comes_late_and_other_words_change_nothing(thu: Person) -> None:
    key = str(uuid4())
    thu.send(key, "keep")
    first = thu.send(key)
    settled()
    before, lines = everything(), JournalLine.objects.count()
    late = at_once([partial(thu.send, key, "keep", copies="9")] * 5)
    other = at_once([partial(thu.send, key, copies="9")] * 5)
    assert {one.status for one in late} == {409}
    assert {(one.status, one.told["state"]) for one in other} == {(409, "reused")}
    assert thu.send(key) == first
    assert (everything(), JournalLine.objects.count()) == (before, lines)


def test_another_persons_is_neither_answered_nor_touched(
    thu: Person, live_server: LiveServer
) -> None:
    key, mau = str(uuid4()), Person(live_server.url, cast.other_resident())
    thu.send(key)
    before = Dossier.objects.filter(pk=key).values().get()
    [answer] = set(at_once([partial(mau.send, key)] * AT_ONCE))
    assert (answer.status, answer.told["state"]) == (409, "reused")
    assert Dossier.objects.filter(pk=key).values().get() == before
    assert Dossier.objects.count() == 1


def pressed(dossier: Dossier, **more: Any) -> dict[str, Any]:
    return {"key": str(uuid4()), "revision": str(dossier.revision), **more}


def test_a_withdrawal_twenty_times_at_once(thu: Person) -> None:
    dossier = story.submitted(story.law())
    form = pressed(dossier, reason="Đã tìm thấy giấy.")
    [answer] = set(at_once([partial(thu.post, f"/mine/{dossier.pk}/withdraw", form)] * AT_ONCE))
    assert (answer.status, answer.where) == (302, f"/mine/{dossier.pk}")
    assert DossierEvent.objects.filter(verb="withdraw").count() == 1
    assert JournalLine.objects.filter(verb="withdraw").count() == 1


def test_a_dossier_is_begun_anew_once(thu: Person) -> None:
    dossier = story.submitted(story.law())
    refused = story.press(dossier, cast.acting(cast.receptionist()))
    story.actions.refuse_intake(refused, reason="Nộp sai nơi đăng ký")
    form = {"key": str(uuid4())}
    [answer] = set(at_once([partial(thu.post, f"/mine/{dossier.pk}/again", form)] * AT_ONCE))
    assert answer.status == 302
    assert str(Dossier.objects.get(state=State.DRAFT).pk) == form["key"]


def test_what_was_asked_for_comes_once_with_its_file(thu: Person) -> None:
    dossier = asked_for_more(story.submitted(story.law()))
    form, photo = pressed(dossier, subject_birth="13/05/1991"), photograph().read()
    act = partial(thu.post, f"/mine/{dossier.pk}/supplement", form, **{CARD: ("a.jpg", photo)})
    [answer] = set(at_once([act] * AT_ONCE))
    assert (answer.status, answer.where) == (302, f"/mine/{dossier.pk}")
    dossier.refresh_from_db()
    assert (dossier.state, dossier.answers["subject_birth"]) == (State.ACCEPTED, "1991-05-13")
    assert DossierEvent.objects.filter(verb="supplement").count() == 1
    assert JournalLine.objects.filter(verb="attach").count() == PaperFile.objects.count() == 1


def test_a_paper_is_added_once(thu: Person) -> None:
    dossier, photo = story.submitted(story.law()), photograph().read()
    act = partial(thu.post, f"/mine/{dossier.pk}/attach", {}, **{CARD: ("a.jpg", photo)})
    [answer] = set(at_once([act] * AT_ONCE))
    assert (answer.status, answer.where) == (302, f"/mine/{dossier.pk}")
    assert JournalLine.objects.filter(verb="attach").count() == PaperFile.objects.count() == 1


def test_a_draft_is_taken_back_once(thu: Person) -> None:
    dossier = story.submitted(story.law())
    helped = begun(cast.volunteer())
    Helped.objects.create(dossier=dossier, help=helped, at=cast.AT, opened=True)
    before = dossier.code
    answers = at_once([partial(thu.post, f"/take-back/{dossier.pk}", {})] * AT_ONCE)
    dossier.refresh_from_db()
    assert {one.status for one in answers} == {200}
    assert dossier.code != before
    assert all(spoken(dossier.code) in one.body.decode() for one in answers)
    assert JournalLine.objects.filter(verb="take_back").count() == 1


def test_a_telephone_is_confirmed_once_and_the_dossier_handed_in_once(
    live_server: LiveServer,
) -> None:
    key, guest = str(uuid4()), Person(live_server.url)
    [asked] = set(at_once([partial(guest.send, key)] * AT_ONCE))
    assert asked.told["state"] == "confirm"
    sent = partial(guest.post, "/confirm", {"code": digits()})
    answers = at_once([sent] * AT_ONCE)
    settled()
    assert handed_in(key) == (1, 1, 1)
    # Whoever comes when the browser has its new session already is led back to what it sent.
    here = (302, f"/receipt/{key}")
    late = [one for one in answers if (one.status, one.where) != here]
    assert len(late) < AT_ONCE
    assert {one.status for one in late} <= {404}
    assert all("portal.nothing_to_confirm" in one.body.decode() for one in late)


@pytest.fixture(autouse=True)
def closed(house: None) -> Any:
    """The server's threads leave no connection behind."""
    yield
    connections.close_all()
