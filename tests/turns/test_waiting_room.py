"""Queue numbers: taken, called, served; each refusal, and nothing changed after it."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from motcua.audit.models import JournalLine
from motcua.foundation.actor import PUBLIC, SYSTEM, Actor
from motcua.foundation.clock import HANOI
from motcua.foundation.refusal import Refusal
from motcua.turns import actions, arrangement, errors, queries
from motcua.turns.models import Priority, State, Turn
from tests import cast
from tests.parallel import one_database, together

AT = datetime(2026, 11, 23, 7, 45, tzinfo=HANOI)


@pytest.fixture
def room(db: None) -> None:
    """The waiting room of Cốc San with two queues."""
    _two_queues()


def _two_queues() -> None:
    cast.coc_san()
    for prefix, name in (("A", "Hộ tịch"), ("B", "Chứng thực")):
        arrangement.offer_service(
            commune=cast.COC_SAN, prefix=prefix, words={"vi": name}, by=SYSTEM, at=AT
        )


def _take(key: str, service: str = "A", **more: Any) -> Turn:
    facts = {"commune": cast.COC_SAN, "service": service, "key": key, "by": PUBLIC, "at": AT}
    return actions.take_turn(**{**facts, **more})


def _tiep() -> Actor:
    return cast.acting(cast.receptionist())


def _next(desk: str = "1", **more: Any) -> Turn:
    return actions.call_next(**{"desk": desk, "by": _tiep(), "at": AT, **more})


def _state(turn: Turn) -> tuple[str, str]:
    turn.refresh_from_db()
    return turn.state, turn.desk


@pytest.mark.usefixtures("room")
class TestTaking:
    def test_each_service_counts_from_one(self) -> None:
        shown = [_take(key, service).shown for key, service in ("1A", "2B", "3A")]
        assert shown == ["A001", "B001", "A002"]

    def test_the_same_press_is_one_number(self) -> None:
        assert _take("k").pk == _take("k").pk
        assert Turn.objects.count() == 1
        assert JournalLine.objects.filter(verb="take_turn").count() == 1

    def test_numbers_begin_again_the_next_day_of_the_office(self) -> None:
        _take("a")
        late = datetime(2026, 11, 23, 23, 59, tzinfo=HANOI)
        assert _take("b", at=late).shown == "A002"
        assert _take("c", at=late + timedelta(minutes=1)).shown == "A001"

    def test_communes_count_apart(self) -> None:
        cast.other_commune()
        arrangement.offer_service(
            commune=cast.OTHER, prefix="A", words={"vi": "Hộ tịch"}, by=SYSTEM, at=AT
        )
        assert [_take("a").shown, _take("b", commune=cast.OTHER).shown] == ["A001", "A001"]

    def test_a_queue_that_is_not_there_is_refused(self) -> None:
        with pytest.raises(errors.NoSuchService):
            _take("k", "Z")
        assert Turn.objects.count() == 0

    def test_a_closed_queue_gives_no_numbers_but_its_people_are_still_called(self) -> None:
        _take("k", "B")
        admin = cast.acting(cast.administrator())
        arrangement.close_service(commune=cast.COC_SAN, prefix="B", by=admin, at=AT)
        with pytest.raises(errors.NoSuchService):
            _take("k2", "B")
        assert [service.prefix for service in queries.services(cast.COC_SAN)] == ["A"]
        assert _next().shown == "B001"


@pytest.mark.usefixtures("room")
class TestCalling:
    def test_first_come_first_called_across_services(self) -> None:
        for key, service in ("1A", "2B", "3A"):
            _take(key, service)
        assert [_next(desk).shown for desk in "123"] == ["A001", "B001", "A002"]

    def test_the_old_the_disabled_and_the_pregnant_come_first(self) -> None:
        _take("a")
        _take("b", "B")
        _take("c", priority=Priority.PREGNANT)
        _take("d", priority=Priority.OLD)
        assert [_next(desk).shown for desk in "1234"] == ["A002", "A003", "A001", "B001"]

    def test_a_desk_may_call_some_services_only(self) -> None:
        _take("a")
        _take("b", "B")
        assert _next(services=("B",)).shown == "B001"

    def test_yesterdays_number_is_not_called_today(self) -> None:
        _take("a")
        with pytest.raises(errors.NobodyWaits):
            _next(at=AT + timedelta(days=1))

    def test_from_called_to_done(self) -> None:
        turn = _take("a")
        held: dict[str, Any] = {"turn_id": turn.pk, "desk": "1", "by": _tiep(), "at": AT}
        _next()
        assert actions.recall(**held).calls == 2
        actions.serve(**held)
        actions.note_dossier(turn_id=turn.pk, dossier="H38.99.01-261123-0001", by=_tiep(), at=AT)
        actions.finish(**held)
        turn.refresh_from_db()
        assert (turn.state, turn.dossier) == (State.DONE, "H38.99.01-261123-0001")
        verbs = JournalLine.objects.filter(about=f"turn:{turn.pk}").order_by("number")
        assert list(verbs.values_list("verb", flat=True)) == [
            "take_turn",
            "call_next",
            "recall",
            "serve",
            "note_dossier",
            "finish",
        ]

    def test_who_was_missed_comes_back_with_the_same_number_and_place(self) -> None:
        missed, _other = _take("a"), _take("b")
        _next()
        actions.miss(turn_id=missed.pk, desk="1", by=_tiep(), at=AT)
        assert [turn.shown for turn in queries.missed(by=_tiep(), at=AT)] == ["A001"]
        actions.come_back(turn_id=missed.pk, by=_tiep(), at=AT)
        assert _next().shown == "A001"


@pytest.mark.usefixtures("room")
class TestRefusals:
    def test_nobody_waits(self) -> None:
        with pytest.raises(errors.NobodyWaits):
            _next()

    def test_a_desk_serves_one_person_at_a_time(self) -> None:
        _take("a")
        waiting = _take("b")
        _next()
        with pytest.raises(errors.DeskBusy, match="A001"):
            _next()
        assert _state(waiting) == (State.WAITING, "")

    def test_a_desk_has_a_name(self) -> None:
        waiting = _take("a")
        with pytest.raises(errors.DeskMissing):
            _next(" ")
        assert _state(waiting) == (State.WAITING, "")

    @pytest.mark.parametrize("who", [cast.auditor, cast.administrator, cast.resident])
    def test_only_those_who_serve_call(self, who: Any) -> None:
        waiting = _take("a")
        with pytest.raises(errors.NotAtADesk):
            _next(by=cast.acting(who()))
        assert _state(waiting) == (State.WAITING, "")

    def test_another_commune_sees_and_calls_nobody_of_ours(self) -> None:
        turn = _take("a")
        stranger = cast.acting(cast.stranger_officer())
        with pytest.raises(errors.NobodyWaits):
            _next(by=stranger)
        _next()
        with pytest.raises(errors.NoSuchTurn):
            actions.finish(turn_id=turn.pk, desk="1", by=stranger, at=AT)
        assert queries.line(by=stranger, at=AT) == []
        with pytest.raises(errors.NoSuchTurn):
            queries.ticket(turn.pk, commune=cast.OTHER)
        assert _state(turn) == (State.CALLED, "1")

    @pytest.mark.parametrize("verb", ["recall", "serve", "finish", "miss"])
    def test_a_number_that_waits_is_called_first(self, verb: str) -> None:
        turn = _take("a")
        with pytest.raises(errors.NotNow):
            getattr(actions, verb)(turn_id=turn.pk, desk="1", by=_tiep(), at=AT)
        assert _state(turn) == (State.WAITING, "")

    @pytest.mark.parametrize("verb", ["recall", "serve", "finish", "miss"])
    def test_a_number_belongs_to_the_desk_that_called_it(self, verb: str) -> None:
        turn = _take("a")
        _next()
        with pytest.raises(errors.AnotherDesk):
            getattr(actions, verb)(turn_id=turn.pk, desk="2", by=_tiep(), at=AT)
        assert _state(turn) == (State.CALLED, "1")

    def test_who_is_being_served_cannot_be_missed(self) -> None:
        turn = _take("a")
        _next()
        held: dict[str, Any] = {"turn_id": turn.pk, "desk": "1", "by": _tiep(), "at": AT}
        actions.serve(**held)
        with pytest.raises(errors.NotNow):
            actions.miss(**held)
        assert _state(turn) == (State.SERVING, "1")

    def test_only_who_was_missed_today_comes_back(self) -> None:
        turn = _take("a")
        with pytest.raises(errors.NotNow):
            actions.come_back(turn_id=turn.pk, by=_tiep(), at=AT)
        _next()
        actions.miss(turn_id=turn.pk, desk="1", by=_tiep(), at=AT)
        with pytest.raises(errors.NotNow):
            actions.come_back(turn_id=turn.pk, by=_tiep(), at=AT + timedelta(days=1))
        assert _state(turn) == (State.GONE, "1")

    @pytest.mark.parametrize(
        ("change", "refusal"),
        [
            ({"prefix": "AB"}, errors.NotALetter),
            ({"prefix": "Đ"}, errors.NotALetter),
            ({"words": {"en": "Civil status"}}, errors.NameMissing),
            ({"commune": cast.OTHER}, errors.NotAtADesk),
        ],
    )
    def test_a_queue_that_is_refused_is_not_opened(
        self, change: dict[str, Any], refusal: type[Refusal]
    ) -> None:
        admin = cast.acting(cast.administrator())
        facts = {"commune": cast.COC_SAN, "prefix": "C", "words": {"vi": "Đất đai"}}
        with pytest.raises(refusal):
            arrangement.offer_service(**{**facts, **change}, by=admin, at=AT)
        assert len(queries.services(cast.COC_SAN)) == 2


@pytest.mark.usefixtures("room")
class TestScreen:
    def test_the_screen_shows_who_is_called_where_the_latest_first(self) -> None:
        for key, service in ("1A", "2A", "3B", "4B"):
            _take(key, service)
        _next("1")
        _next("2", at=AT + timedelta(minutes=1))
        screen = queries.screen(cast.COC_SAN, AT)
        assert [(c.shown, c.desk, c.calls, c.serving) for c in screen.called] == [
            ("A002", "2", 1, False),
            ("A001", "1", 1, False),
        ]
        assert (screen.waiting, screen.waiting_by_service) == (2, {"B": 2})

    def test_a_ticket_knows_how_many_are_before_it(self) -> None:
        first, second = _take("a"), _take("b")
        early = _take("c", priority=Priority.DISABLED)
        assert [queries.ahead(turn) for turn in (first, second, early)] == [1, 2, 0]

    def test_the_desk_sees_its_own_number(self) -> None:
        _take("a")
        assert queries.at_desk("1", by=_tiep(), at=AT) is None
        _next()
        held = queries.at_desk("1", by=_tiep(), at=AT)
        assert held is not None
        assert held.shown == "A001"

    def test_the_screen_asks_the_database_twice(self, django_assert_num_queries: Any) -> None:
        for number in range(5):
            _take(str(number))
        _next()
        with django_assert_num_queries(2):
            queries.screen(cast.COC_SAN, AT)


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_forty_people_take_forty_numbers(self, tmp_path: Path) -> None:
        _two_queues()
        with one_database(tmp_path):
            turns = together([partial(_take, f"k{n}") for n in range(40)])
            assert sorted(turn.number for turn in turns) == list(range(1, 41))

    def test_three_presses_at_once_are_one_number(self, tmp_path: Path) -> None:
        _two_queues()
        with one_database(tmp_path):
            turns = together([partial(_take, "same") for _ in range(3)])
            assert len({turn.pk for turn in turns}) == 1
            assert _take("next").shown == "A002"

    def test_two_desks_never_get_the_same_number(self, tmp_path: Path) -> None:
        _two_queues()
        for number in range(8):
            _take(str(number))
        tiep = _tiep()
        with one_database(tmp_path):
            turns = together([partial(_next, f"desk {n}", by=tiep) for n in range(8)])
            assert sorted(turn.number for turn in turns) == list(range(1, 9))

    def test_two_presses_at_one_desk_call_one_number(self, tmp_path: Path) -> None:
        _two_queues()
        for number in range(4):
            _take(str(number))
        tiep = _tiep()
        with one_database(tmp_path):
            outcomes = together([partial(_next, "1", by=tiep) for _ in range(4)])
            called = [turn for turn in outcomes if isinstance(turn, Turn)]
            refused = [error for error in outcomes if isinstance(error, errors.DeskBusy)]
            assert (len(called), len(refused)) == (1, 3)
            assert Turn.objects.filter(state=State.WAITING).count() == 3
