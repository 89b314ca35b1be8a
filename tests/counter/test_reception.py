"""The one-stop desk: the queue, the walk-in in one press, drafts by code, the register."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel, State
from motcua.foundation.actor import PUBLIC, SYSTEM
from motcua.people.actions import grant_exemption
from motcua.people.models import Ground
from motcua.results.models import Document
from motcua.results.press import produce
from motcua.turns.actions import take_turn
from motcua.turns.arrangement import offer_service
from motcua.turns.models import Turn
from tests import cast
from tests.counter.visits import At, words
from tests.dossiers import story

pytestmark = pytest.mark.django_db
LATER = cast.AT + timedelta(minutes=5)


def queue() -> None:
    """A commune with one queue, A."""
    cast.coc_san()
    said = {"vi": "Hộ tịch"}
    offer_service(commune=cast.COC_SAN, prefix="A", words=said, by=SYSTEM, at=cast.AT)


def test_a_number_is_called_served_and_finished_at_ones_own_desk() -> None:
    queue()
    take_turn(commune=cast.COC_SAN, service="A", key="one", by=PUBLIC, at=cast.AT)
    desk = At(cast.receptionist())
    assert "A001" in words(desk.get("reception"))
    assert desk.post("turn", "call_next").status_code == 422
    desk.post("seat", desk="1")
    assert desk.post("turn", "call_next").status_code == 302
    turn = str(Turn.objects.get().pk)
    assert desk.post("turn", "serve", turn=turn).status_code == 302
    assert desk.post("turn", "finish", turn=turn).status_code == 302
    assert Turn.objects.get().state == "done"
    answer = desk.post("turn", "call_next")
    assert (answer.status_code, Turn.objects.get().state) == (409, "done")
    assert desk.post("turn", "dance").status_code == 404


def test_a_walk_in_is_handed_in_and_accepted_in_one_press_and_three_presses_are_one() -> None:
    story.law()
    desk, draft = At(cast.receptionist(), LATER), str(uuid4())
    form = {**story.ANSWERS, "draft": draft, "and": "accept", "shown": ["identity_card"]}
    for _ in range(3):
        answer = desk.post("intake", story.EXTRACT, **form)
        assert answer.status_code == 302, words(answer)
    dossier = Dossier.objects.get()
    assert (dossier.where, dossier.channel) == (State.ACCEPTED, Channel.COUNTER)
    assert dossier.authors["event"]["right"] == "counter"
    assert list(dossier.events.order_by("id").values_list("verb", flat=True)) == [
        "submit",
        "accept",
    ]


def test_a_walk_in_with_something_missing_keeps_what_was_typed_as_a_draft() -> None:
    story.law()
    desk, draft = At(cast.receptionist(), LATER), str(uuid4())
    form = {"draft": draft, "and": "accept", "filer_name": "Vàng Thị Thử"}
    answer = desk.post("intake", story.EXTRACT, **form)
    assert answer.status_code == 422
    assert 'value="Vàng Thị Thử"' in words(answer)
    dossier = Dossier.objects.get()
    assert (dossier.where, dossier.answers["filer_name"]) == (State.DRAFT, "Vàng Thị Thử")


def test_what_is_blank_is_handed_in_open_and_finished_with_the_person() -> None:
    story.law()
    desk, draft = At(cast.receptionist(), LATER), str(uuid4())
    form = {**story.ANSWERS, "event": "", "draft": draft, "and": "submit"}
    assert desk.post("intake", story.EXTRACT, **form).status_code == 302
    dossier = Dossier.objects.get()
    assert dossier.where == State.SUBMITTED
    assert "event" in dossier.unknown
    page = words(desk.get("dossier", dossier.pk))
    assert page.index('name="event"') < page.index('name="filer_name"')
    given = {"press": str(uuid4()), "revision": dossier.revision, "event": "birth"}
    assert desk.post("finish", dossier.pk, **given).status_code == 302
    dossier.refresh_from_db()
    assert (dossier.answers["event"], "event" in dossier.unknown) == ("birth", False)
    assert dossier.answers["filer_name"] == "Vàng Thị Thử"


def test_a_resident_is_found_and_fills_the_form_and_what_was_typed_stays() -> None:
    story.law()
    thu = cast.thu()
    desk, draft = At(cast.receptionist(), LATER), str(uuid4())
    typed = {"draft": draft, "copies": "3"}
    page = words(desk.post("person", story.EXTRACT, find="yes", find_person="vang thi", **typed))
    assert f'value="self:{thu.pk}"' in page
    # A digit chooses one of them, so the cursor is in no field.
    assert " autofocus" not in page
    page = words(desk.post("person", story.EXTRACT, prefill=f"self:{thu.pk}", **typed))
    assert 'value="Vàng Thị Thử"' in page
    assert 'value="12/05/1991"' in page
    assert 'value="3"' in page
    assert page.count(" autofocus") == 1
    assert JournalLine.objects.filter(verb="read.resident").count() == 1


def test_the_first_button_of_the_walk_in_finds_a_resident_so_enter_hands_nothing_in() -> None:
    story.law()
    page = words(At(cast.receptionist(), LATER).get("intake", story.EXTRACT))
    form = page[page.index("<form", page.index("<main")) :]
    first = form[form.index("<button") : form.index("</button>")]
    assert f'formaction="/desk/intake/{story.EXTRACT}/person"' in first
    assert 'name="find"' in first


def test_the_grounds_that_the_register_knows_are_ticked_and_free_the_walk_in() -> None:
    story.law()
    thu, officer = cast.thu(), cast.acting(cast.officer())
    grant_exemption(
        resident=thu,
        ground=Ground.POOR_HOUSEHOLD,
        valid_from=date(2026, 1, 1),
        valid_to=date(2026, 12, 31),
        basis="Quyết định 12/QĐ-UBND",
        by=officer,
        at=cast.AT,
    )
    desk, draft = At(cast.receptionist(), LATER), str(uuid4())
    page = words(desk.post("person", story.EXTRACT, prefill=f"self:{thu.pk}", draft=draft))
    assert 'name="ground" value="poor" checked' in page
    assert 'name="ground" value="disabled" checked' not in page
    form = {**story.ANSWERS, "draft": draft, "and": "accept", "ground": ["poor", "rich"]}
    assert desk.post("intake", story.EXTRACT, **form).status_code == 302
    dossier = Dossier.objects.get()
    assert (dossier.fee_due, dossier.grounds) == (0, ["poor"])


def test_a_paper_that_the_answers_do_not_call_for_is_not_recorded_as_shown() -> None:
    story.law()
    desk, draft = At(cast.receptionist(), LATER), str(uuid4())
    shown = ["identity_card", "authority"]
    form = {**story.ANSWERS, "draft": draft, "and": "accept", "shown": shown}
    assert desk.post("intake", story.EXTRACT, **form).status_code == 302
    names = Dossier.objects.get().papers.values_list("name", flat=True)
    assert list(names) == ["identity_card"]


def test_what_was_not_taken_in_is_begun_anew_at_the_counter_with_nothing_typed_twice() -> None:
    dossier = story.submitted(story.law())
    desk = At(cast.receptionist(), LATER)
    given = {"refuse_intake-reason": "Nộp sai nơi đăng ký"}
    assert desk.press(dossier, "refuse_intake", **given).status_code == 302
    page = desk.get("dossier", dossier.pk).content.decode()
    assert "Làm lại từ hồ sơ này" in page
    answer = desk.post("begin-again", dossier.pk, press=str(uuid4()), revision=3)
    assert answer.status_code == 302
    assert 'value="Vàng Thị Thử"' in words(desk.client.get(answer["Location"]))


def test_a_draft_is_opened_by_its_code_and_handed_in_with_the_person() -> None:
    law = story.law()
    drawn = story.intake(law, answers={"copies": ""})
    kept = actions.keep(drawn, by=cast.acting(cast.resident()), at=cast.AT)
    desk = At(cast.receptionist(), LATER)
    found = desk.get("search", q=f"{kept.code[:3]} {kept.code[3:6]} {kept.code[6:]}")
    page = words(desk.client.get(desk.client.get(found["Location"])["Location"]))
    assert str(kept.pk) in page
    form = {**story.ANSWERS, "draft": str(kept.pk), "and": "accept", "shown": ["identity_card"]}
    assert desk.post("intake", story.EXTRACT, **form).status_code == 302
    kept.refresh_from_db()
    assert (kept.where, kept.owner) == (State.ACCEPTED, cast.acting(cast.resident()).id)


def test_the_result_is_handed_over_by_the_code_and_not_by_a_wrong_one() -> None:
    dossier = story.submitted(story.law())
    Dossier.objects.filter(pk=dossier.pk).update(state=State.DONE, fee_paid=8000)
    desk = At(cast.receptionist(), LATER)
    given = {"hand_over-receiver": "Vàng Thị Thử", "hand_over-proof": "code"}
    answer = desk.press(dossier, "hand_over", **given, **{"hand_over-code": "111111111"})
    assert answer.status_code == 422
    assert Dossier.objects.get().where == State.DONE
    right = {**given, "hand_over-code": dossier.code}
    assert desk.press(dossier, "hand_over", **right).status_code == 302
    assert Dossier.objects.get().where == State.HANDED_OVER


def test_the_register_of_a_period_is_asked_of_the_press_once() -> None:
    story.submitted(story.law(), answers={"filer_address": "Thôn Ún Tà"})
    desk, key = At(cast.receptionist(), LATER), str(uuid4())
    for _ in range(2):
        answer = desk.post("register", press=key, since="03/03/2026", until="03/03/2026")
        assert answer.status_code == 302
    paper = Document.objects.get(kind="book")
    told = ("name", "address", "phone", "unit")
    assert [tuple(entry[key] for key in told) for entry in paper.data["entries"]] == [
        ("Vàng Thị Thử", "Thôn Ún Tà", "0990 000 001", "Ủy ban nhân dân xã Cốc San")
    ]
    produce(paper.pk, LATER)
    assert "03/03/2026 – 03/03/2026" in desk.get("registers").content.decode()
    assert desk.post("register", press=key, since="x", until="03/03/2026").status_code == 422
