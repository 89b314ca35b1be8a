"""An approved change lies over the pack: it switches by itself and no loading undoes it."""

from copy import deepcopy
from datetime import timedelta
from pathlib import Path as File
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.actor import SYSTEM
from motcua.procedures.actions import LoadReport, digest_of, keep
from motcua.procedures.amending.actions import approve
from motcua.procedures.amending.overlay import touched
from motcua.procedures.loader import check, read
from motcua.procedures.models import Amendment, Overlay, ProcedureVersion
from motcua.procedures.queries import by_version, content_in_force, in_force
from motcua.procedures.writing import archive_of
from tests import cast
from tests.procedures.amending.asking import (
    AMOUNT,
    BEFORE,
    DAY,
    LATER,
    NEW_LAW,
    TITLE,
    asked,
    chair,
    loaded,
)
from tests.procedures.packs import EXTRACT, contents_of
from tests.procedures.unpacked import unpacked

pytestmark = pytest.mark.django_db


def fee(on: Any) -> int:
    return in_force(EXTRACT, on).fees.rules[0].tiers[0].amount


def approved(values: Any = None, **other: Any) -> Amendment:
    return approve(amendment_id=asked(values, **other).pk, by=chair(), at=cast.AT)


def loaded_again(edition: int, **other: Any) -> LoadReport:
    """One of the two editions as a later pack has it: another amount, title, or both."""
    today, coming = sorted(contents_of(EXTRACT), key=lambda one: one["valid_from"])
    changed = deepcopy(dict((today, coming)[edition]))
    if "amount" in other:
        changed["fees"]["rules"][0]["amount"] = other["amount"]
    if "title" in other:
        changed["words"]["vi"]["title"] = other["title"]
    return keep([changed], by=SYSTEM, at=cast.AT)


def test_before_its_day_the_old_fee_holds_and_from_then_on_the_new_one() -> None:
    loaded()
    old = in_force(EXTRACT, DAY)
    approved()
    assert (fee(BEFORE), fee(DAY)) == (8000, 9000)
    assert in_force(EXTRACT, BEFORE) is old
    # What a dossier was filed under stays what it was.
    assert by_version(old.version_id).fees.rules[0].tiers[0].amount == 8000


def test_a_later_law_that_says_the_same_is_changed_with_it() -> None:
    loaded()
    approved()
    assert (fee(NEW_LAW - timedelta(1)), fee(NEW_LAW)) == (9000, 9000)
    assert in_force(EXTRACT, NEW_LAW).legal_basis[0].document.startswith("Luật Hộ tịch (Quốc hội")


def test_a_later_law_that_says_otherwise_ends_the_change() -> None:
    loaded()
    loaded_again(1, amount=7000)
    approved()
    assert (fee(NEW_LAW - timedelta(1)), fee(NEW_LAW)) == (9000, 7000)
    assert [(one.edition, one.pack, one.fate) for one in touched(EXTRACT)] == [
        (NEW_LAW, 7000, "ended")
    ]


def test_the_worked_cases_follow_the_fee() -> None:
    loaded()
    one = approved()
    told = {case["name"]: (case["before"], case["after"]) for case in one.cases}
    assert told.pop("a copy of one's own birth paper") == (16000, 18000)
    assert "who does not know leaves it to the counter" in told
    assert set(told.values()) == {(8000, 9000)}
    assert "a poor household pays nothing" not in told
    cases = {case.name: case.fee for case in in_force(EXTRACT, DAY).examples}
    assert cases["a copy of one's own birth paper"] == 18000
    assert cases["a poor household pays nothing"] == 0


def test_two_changes_lie_one_over_the_other_in_the_order_of_their_days() -> None:
    loaded()
    approved({AMOUNT: 9500}, holds_from=LATER)
    approved({TITLE: "Bản sao trích lục"})
    assert (fee(DAY), fee(LATER)) == (8000, 9500)
    assert in_force(EXTRACT, DAY).title("vi") == "Bản sao trích lục"
    assert in_force(EXTRACT, LATER).title("vi") == "Bản sao trích lục"
    newest = ProcedureVersion.objects.order_by("version").last()
    assert newest is not None
    assert Overlay.objects.filter(version=newest).count() == 2


def test_the_same_packs_again_make_nothing_and_undo_nothing() -> None:
    loaded()
    approved()
    before = list(ProcedureVersion.objects.values())
    assert keep(contents_of(EXTRACT), by=SYSTEM, at=cast.AT).made == ()
    assert list(ProcedureVersion.objects.values()) == before
    assert fee(DAY) == 9000


def test_a_loading_elsewhere_keeps_the_change_and_is_not_lost_under_it() -> None:
    loaded()
    approved()
    report = loaded_again(0, title="Tên mới của Bộ")
    assert report.touched == ()
    assert (fee(BEFORE), fee(DAY)) == (8000, 9000)
    assert in_force(EXTRACT, BEFORE).title("vi") == "Tên mới của Bộ"
    assert in_force(EXTRACT, DAY).title("vi") == "Tên mới của Bộ"


def test_a_loading_in_the_same_place_says_so_and_the_change_stays() -> None:
    loaded()
    one = approved()
    (told,) = loaded_again(0, amount=10000).touched
    assert (told.amendment, told.change.place, told.pack, told.fate) == (
        one,
        "fees.rules.copy.amount",
        10000,
        "touched",
    )
    assert (fee(BEFORE), fee(DAY)) == (10000, 9000)
    line = JournalLine.objects.get(verb="pack_differs")
    assert (line.chain, line.about) == (cast.COC_SAN, f"amendment:{one.pk}")
    assert line.facts == {"place": "fees.rules.copy.amount", "pack": 10000, "fate": "touched"}


def test_a_change_whose_place_is_gone_is_told_and_breaks_nothing() -> None:
    loaded()
    approved()
    today = min(contents_of(EXTRACT), key=lambda one: one["valid_from"])
    without = deepcopy(dict(today))
    without["fees"]["rules"] = []
    for example in without["examples"]:
        example["expect"].pop("fee", None)
    report = keep([without], by=SYSTEM, at=cast.AT)
    assert [one.fate for one in report.touched] == ["gone"]
    assert in_force(EXTRACT, DAY).fees.rules == ()


def test_a_change_of_the_law_to_come_is_not_made_again_at_each_loading() -> None:
    loaded()
    approved(holds_from=NEW_LAW)
    assert (fee(DAY), fee(NEW_LAW)) == (8000, 9000)
    before = ProcedureVersion.objects.count()
    loaded()
    assert ProcedureVersion.objects.count() == before
    loaded_again(1, title="Tên mới của Bộ")
    assert (fee(NEW_LAW), in_force(EXTRACT, NEW_LAW).title("vi")) == (9000, "Tên mới của Bộ")


def test_what_was_changed_is_exported_as_a_sound_pack_of_the_same_digest(tmp_path: File) -> None:
    loaded()
    approved()
    content = content_in_force(EXTRACT, DAY)
    unpacked(archive_of(content), tmp_path)
    assert check(tmp_path) == []
    (back,) = read(tmp_path).contents
    assert digest_of(back) == in_force(EXTRACT, DAY).digest


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_database_refuses_to_change_what_was_asked_and_decided(act: str) -> None:
    loaded()
    one = approved()
    for rows in (Amendment.objects.filter(pk=one.pk), Overlay.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(id=7) if act == "update" else rows._raw_delete("default")
