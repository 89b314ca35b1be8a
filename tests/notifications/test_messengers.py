"""The exam that every provider of messages must pass; a real one joins `MESSENGERS`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from motcua.foundation.clock import HANOI
from motcua.notifications.adapters.base import Messenger, Outgoing, SendingError
from motcua.notifications.adapters.rehearsal import RehearsalMessenger
from motcua.notifications.models import Rehearsed
from tests import cast

pytestmark = pytest.mark.django_db


class Case:
    """A provider with what it takes to examine it: numbers that fail, and what arrived."""

    def __init__(
        self,
        made: Callable[[], Messenger],
        *,
        unknown: str,
        out_of_reach: str,
        arrived: Callable[[], list[tuple[str, str]]],
    ) -> None:
        self.made, self.unknown, self.out_of_reach = made, unknown, out_of_reach
        self.arrived = arrived


def _in_the_box() -> list[tuple[str, str]]:
    return list(Rehearsed.objects.order_by("id").values_list("to", "text"))


MESSENGERS = {
    "rehearsal": Case(
        RehearsalMessenger,
        unknown="+84912340404",
        out_of_reach="+84912340503",
        arrived=_in_the_box,
    )
}
MESSAGE = Outgoing(
    key="dossier:1:accept",
    commune=cast.COC_SAN,
    to="+84912345678",
    kind="accept",
    language="vi",
    text="Hồ sơ đã được tiếp nhận, ơ ế ữ",
    parts=1,
    attempt=1,
    at=datetime(2026, 11, 23, 9, 0, tzinfo=HANOI),
)


@pytest.fixture(params=MESSENGERS.values(), ids=MESSENGERS.keys())
def case(request: pytest.FixtureRequest) -> Case:
    cast.coc_san()
    found: Case = request.param
    return found


def test_it_has_a_name_and_says_whether_it_is_real(case: Case) -> None:
    messenger = case.made()
    assert messenger.name
    assert messenger.rehearsal in (True, False)


def test_what_it_takes_arrives_letter_for_letter(case: Case) -> None:
    handed = case.made().send(MESSAGE)
    assert handed.reference
    assert case.arrived() == [(MESSAGE.to, MESSAGE.text)]


def test_the_same_key_again_has_the_same_reference_and_arrives_once(case: Case) -> None:
    messenger = case.made()
    first = messenger.send(MESSAGE)
    again = case.made().send(replace(MESSAGE, attempt=2))
    assert first.reference == again.reference
    assert len(case.arrived()) == 1


def test_other_keys_have_other_references(case: Case) -> None:
    messenger = case.made()
    other = replace(MESSAGE, key="dossier:2:accept")
    assert messenger.send(MESSAGE).reference != messenger.send(other).reference
    assert len(case.arrived()) == 2


def test_a_number_that_does_not_exist_is_an_error_for_good(case: Case) -> None:
    with pytest.raises(SendingError) as caught:
        case.made().send(replace(MESSAGE, to=case.unknown))
    assert caught.value.permanent
    assert str(caught.value)
    assert case.arrived() == []


def test_a_network_that_does_not_answer_is_an_error_for_now(case: Case) -> None:
    with pytest.raises(SendingError) as caught:
        case.made().send(replace(MESSAGE, to=case.out_of_reach))
    assert not caught.value.permanent
    assert case.arrived() == []


def test_the_rehearsal_fails_for_the_digits_that_one_chooses() -> None:
    cast.coc_san()
    messenger = RehearsalMessenger(unknown=("678",), out_of_reach=(), third_try=())
    with pytest.raises(SendingError, match="REHEARSAL"):
        messenger.send(MESSAGE)
    assert messenger.send(replace(MESSAGE, to="+84912340404")).delivered
