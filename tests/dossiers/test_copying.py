"""After a correction a new copy is asked for, and nothing that is known is typed again."""

from uuid import uuid4

import pytest

from motcua.audit.models import JournalLine
from motcua.dossiers import actions, errors
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel, State
from motcua.registers.models import Entry
from tests import cast
from tests.dossiers import births, story
from tests.proof.test_correction import (
    CORRECTED,
    EXTRACT,
    RIGHT,
    correct,
    decided,
    officer,
    on,
)
from tests.proof.test_correction_of_others import WIFE, marriage
from tests.unchanged import refused

pytestmark = pytest.mark.django_db


def corrected(monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The child's name is put right, and the change extract is made."""
    decided(births.in_hand())
    on(monkeypatch, CORRECTED)
    return correct(Entry.objects.get(kind="birth"))


def asked(dossier: Dossier, **facts: object) -> Dossier:
    by = facts.pop("by", officer())
    told = {"dossier_id": dossier.pk, "draft_id": uuid4(), "at": cast.AT, **facts}
    return actions.ask_copy(by=by, **told)  # type: ignore[arg-type]


def test_the_request_says_who_which_entry_and_whom_it_names_since(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = corrected(monkeypatch)
    assert actions.may_ask_copy(old, cast.AT)
    draft = asked(old, right="counter")
    assert (draft.where, draft.channel, draft.procedure.code) == (
        State.DRAFT,
        Channel.COUNTER,
        EXTRACT,
    )
    assert draft.answers == {
        "filer_name": "Sần Thị Mẩy",
        "filer_phone": "+84990000175",
        "event": "birth",
        "relation": "parent",
        "copies": "1",
        "subject_name": RIGHT,
        "subject_birth": "2026-02-20",
        "subject_sex": "female",
        "register_office": "Ủy ban nhân dân xã Cốc San, tỉnh Lào Cai",
        "register_day": "2026-03-03",
        "register_number": "1/2026",
        "register_volume": "1",
        "delivery": "counter",
    }
    line = JournalLine.objects.filter(why="copy").get()
    assert line.about == f"entry:{old.entry_id}"


def test_the_same_press_is_the_same_draft_and_keeps_what_was_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, key = corrected(monkeypatch), uuid4()
    draft = asked(old, draft_id=key, right="counter")
    Dossier.objects.filter(pk=key).update(answers={**draft.answers, "copies": "3"})
    again = asked(old, draft_id=key, right="counter")
    assert (again.pk, again.answers["copies"]) == (key, "3")


def test_of_a_couple_it_names_the_one_whose_item_was_corrected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = marriage()
    on(monkeypatch, CORRECTED)
    draft = asked(correct(entry, **WIFE), right="counter")
    said = {name: draft.answers[name] for name in ("event", "subject_name", "spouse_name")}
    assert said == {
        "event": "marriage",
        "subject_name": "Vàng Thị Thủ",
        "spouse_name": "Lù Văn Tư",
    }


def test_where_nothing_was_corrected_no_copy_is_asked_for_from_there() -> None:
    dossier, _ = story.issued(story.law())
    assert not actions.may_ask_copy(dossier, cast.AT)
    with refused(errors.NotNow):
        asked(dossier, right="counter")


def test_a_stranger_asks_for_nothing_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    old = corrected(monkeypatch)
    with refused(errors.NotFound):
        asked(old, by=cast.acting(cast.other_resident()))


def test_before_it_is_decided_there_is_nothing_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    old = corrected(monkeypatch)
    for refused_, state in ((True, State.DONE), (False, State.IN_PROGRESS)):
        Dossier.objects.filter(pk=old.pk).update(refused=refused_, state=state)
        with refused(errors.NotNow):
            asked(Dossier.objects.get(pk=old.pk), right="counter")
