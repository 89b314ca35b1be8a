"""The screen on the wall."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from motcua.foundation.actor import SYSTEM
from motcua.turns import actions, arrangement
from tests import cast
from tests.hall.hall import EVENING, MORNING, SCREEN, SUNDAY, open_hall, text_of
from tests.turns.room import call, take, tiep

pytestmark = pytest.mark.django_db
HERE: dict[str, Any] = {"at": MORNING}


@pytest.fixture(autouse=True)
def hall() -> Iterator[None]:
    with time_machine.travel(MORNING, tick=False):
        open_hall()
        yield


@pytest.fixture
def wall() -> Client:
    return Client()


def test_the_screen_shows_the_called_the_last_called_and_who_waits(wall: Client) -> None:
    for key, service in enumerate("AABBB"):
        take(str(key), service, **HERE)
    done = call("1", **HERE)
    actions.finish(turn_id=done.pk, desk="1", by=tiep(), **HERE)
    call("Quầy 2", at=MORNING + timedelta(minutes=1))
    said = text_of(wall, f"{SCREEN}/now")
    assert "Đang gọi A002 Quầy 2" in said
    assert "Vừa gọi A001 Quầy 1" in said
    assert "Đang chờ 3 A Hộ tịch 0 B Chứng thực 3" in said


def test_each_call_is_said_once_in_vietnamese_whatever_the_page_speaks(wall: Client) -> None:
    wall.cookies["language"] = "en"
    turn = take("a", **HERE)
    call("2", **HERE)
    said = '<span lang="vi" data-speak="{}" data-turn="{}"></span>'
    first = said.format("Mời số A không không một đến quầy số hai", "2026-11-23-A001-1")
    assert first in wall.get(SCREEN).content.decode()
    actions.recall(turn_id=turn.pk, desk="2", by=tiep(), **HERE)
    page = wall.get(f"{SCREEN}/now").content.decode()
    assert 'data-turn="2026-11-23-A001-2"' in page
    actions.serve(turn_id=turn.pk, desk="2", by=tiep(), **HERE)
    assert "data-speak" not in wall.get(f"{SCREEN}/now").content.decode()


def test_calls_are_said_in_their_order(wall: Client) -> None:
    for number in range(3):
        take(str(number), **HERE)
        call(str(number + 1), at=MORNING + timedelta(seconds=number))
    page = wall.get(SCREEN).content.decode()
    assert re.findall(r'data-speak="[^"]+ (\S+) đến', page) == ["một", "hai", "ba"]


def test_the_same_number_of_another_day_is_another_call(wall: Client) -> None:
    tomorrow = MORNING + timedelta(days=1)
    with time_machine.travel(tomorrow, tick=False):
        take("b", at=tomorrow)
        call(at=tomorrow)
        assert 'data-turn="2026-11-24-A001-1"' in wall.get(SCREEN).content.decode()


def test_the_screen_of_another_commune_shows_nothing_of_ours(wall: Client) -> None:
    cast.other_commune()
    arrangement.offer_service(
        commune=cast.OTHER, prefix="D", words={"vi": "Đất đai"}, by=SYSTEM, at=MORNING
    )
    take("x", "D", commune=cast.OTHER, **HERE)
    said = text_of(wall, f"{SCREEN}/now")
    assert "D001" not in said
    assert "Đất đai" not in said


@pytest.mark.parametrize("when", [SUNDAY, EVENING])
def test_a_closed_office_says_when_it_opens(wall: Client, when: Any) -> None:
    with time_machine.travel(when, tick=False):
        assert "Cơ quan hiện đóng cửa" in text_of(wall, SCREEN)
        assert "Phát số trở lại từ 07:00" in text_of(wall, SCREEN)


def test_the_screen_names_nobody_and_leads_nowhere(wall: Client) -> None:
    turn = take("secret-key", **HERE)
    actions.note_dossier(turn_id=turn.pk, dossier="KMT-4P7", by=tiep(), **HERE)
    call(**HERE)
    page = wall.get(SCREEN).content.decode()
    assert "secret-key" not in page
    assert "KMT-4P7" not in page
    assert "Nông Thị Tiếp" not in page
    assert wall.get(SCREEN)["Cache-Control"] == "no-store"


def test_the_screen_asks_little_of_the_database(
    wall: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        take(str(number), **HERE)
    call(**HERE)
    wall.get(SCREEN)
    with django_assert_max_num_queries(5):
        wall.get(f"{SCREEN}/now")
