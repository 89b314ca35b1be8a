"""Somebody walks in with a number: one screen takes the request, the spoken code hands over."""

import pytest
from pytest_django.live_server_helper import LiveServer

from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import Channel, State
from motcua.foundation.actor import SYSTEM
from motcua.foundation.clock import now
from motcua.turns.actions import take_turn
from motcua.turns.arrangement import offer_service
from motcua.turns.models import State as TurnState
from motcua.turns.models import Turn
from tests import cast
from tests.chromium import Visit
from tests.journeys.conftest import Work
from tests.journeys.shots import shot
from tests.journeys.steps import answer, says, sign_in
from tests.journeys.test_story import check_by_keyboard, sign

pytestmark = pytest.mark.browser
TYPED = {"event": "birth", "relation": "self", "copies": "1", "delivery": "counter"}


def a_number() -> None:
    """From the tablet by the door, which gives none while the office is shut."""
    words = {"vi": "Hộ tịch"}
    offer_service(commune=cast.COC_SAN, prefix="A", words=words, by=SYSTEM, at=now())
    take_turn(commune=cast.COC_SAN, service="A", key="walk-in", by=SYSTEM, at=now())


def take_in(visit: Visit) -> Dossier:
    """Called, here, filled in from the residents, handed in and accepted: one screen."""
    desk = sign_in(visit, cast.receptionist())
    base = desk.url.split("/desk")[0]
    desk.goto(f"{base}/desk/reception")
    desk.fill("#desk", "1")
    desk.press("#desk", "Enter")
    desk.locator("[data-key=c]").wait_for()
    desk.keyboard.press("c")
    desk.locator("[data-key=b]").wait_for()
    desk.keyboard.press("b")
    desk.locator("[data-key=b]").wait_for(state="detached")
    says(desk, "A001")
    shot(desk, "walk-in-reception", whole=True)
    screen = visit(f"/screen/{cast.COC_SAN}", width=1280, height=720)
    shot(screen, "walk-in-screen")
    desk.goto(f"{base}/desk/intake/2.000635")
    desk.fill("#find_person", "vang thi thu")
    desk.get_by_role("button", name="Tìm").last.click()
    desk.locator("button[name=prefill]").first.click()
    assert desk.input_value("[name=filer_name]") == "Vàng Thị Thử"
    assert desk.input_value("[name=filer_identity]") == "000191000001"
    for name, value in TYPED.items():
        answer(desk, name, value)
    shot(desk, "walk-in-intake", whole=True)
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="Nộp và tiếp nhận").click()
    desk.wait_for_url("**/desk/d/*")
    return Dossier.objects.get()


def hand_over_by_code(visit: Visit, dossier: Dossier, complaints: list[str]) -> None:
    desk = sign_in(visit, cast.receptionist())
    desk.goto(desk.url.split("/desk")[0] + f"/desk/d/{dossier.pk}")
    desk.keyboard.press("f")
    desk.locator("#do-take_fee button").click()
    says(desk, "Đã nộp phí")
    desk.keyboard.press("d")
    desk.fill("[name=hand_over-code]", "111 111 111")
    desk.locator("#do-hand_over .acts button").last.click()
    says(desk, "mã")
    shot(desk, "walk-in-wrong-code")
    assert Dossier.objects.get().where is State.DONE
    complaints.clear()
    desk.fill("[name=hand_over-code]", dossier.code)
    desk.locator("#do-hand_over .acts button").last.click()
    says(desk, "Đã trả kết quả")


def test_a_walk_in_is_called_taken_in_on_one_screen_and_handed_the_paper_by_code(
    town: LiveServer, work: Work, visit: Visit, complaints: list[str]
) -> None:
    a_number()
    dossier = take_in(visit)
    assert (dossier.where, dossier.channel) == (State.ACCEPTED, Channel.COUNTER)
    assert dossier.authors["event"]["right"] == "counter"
    assert Turn.objects.get().state == TurnState.SERVING
    check_by_keyboard(visit, dossier)
    sign(visit, work, dossier)
    hand_over_by_code(visit, dossier, complaints)
    dossier.refresh_from_db()
    assert dossier.where is State.HANDED_OVER
    last = DossierEvent.objects.latest("id")
    assert (last.facts["proof"], last.facts["receiver"]) == ("code", "Vàng Thị Thử")
