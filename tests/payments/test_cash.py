"""Cash at the counter: the receipt, its number, its voiding; each refusal, and nothing written."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.audit.models import JournalLine
from motcua.foundation.actor import Actor
from motcua.foundation.clock import HANOI
from motcua.foundation.money import Dong
from motcua.foundation.refusal import Refusal
from motcua.payments import actions, errors, queries
from motcua.payments.models import CashReceipt
from tests import cast
from tests.parallel import one_database, together

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 23, 9, 0, tzinfo=HANOI)
ABOUT = "dossier:2f0c7a34-9d0c-4f3e-8a5b-000000000001"


def _tiep() -> Actor:
    return cast.acting(cast.receptionist())


def _taking(key: str = "k", **more: Any) -> dict[str, Any]:
    facts = {
        "commune": cast.COC_SAN,
        "amount": Dong(16_000),
        "lines": [{"what": "Bản sao trích lục, 2 bản", "amount": 16_000}],
        "payer": "Vàng Thị Thử",
        "about": ABOUT,
        "key": key,
        "at": AT,
    }
    return {**facts, **more}


def test_a_receipt_has_the_next_number_of_the_commune_and_year() -> None:
    by = _tiep()
    first = actions.take_cash(**_taking("a"), by=by)
    second = actions.take_cash(**_taking("b"), by=by)
    next_year = datetime(2027, 1, 1, 0, 0, tzinfo=HANOI)
    third = actions.take_cash(**_taking("c", at=next_year), by=by)
    assert [receipt.number for receipt in (first, second, third)] == [
        "2026-000001",
        "2026-000002",
        "2027-000001",
    ]
    assert (first.sum, first.payer, first.taken_by_name) == (
        16_000,
        "Vàng Thị Thử",
        "Nông Thị Tiếp",
    )


def test_the_journal_says_who_took_how_much_for_what() -> None:
    actions.take_cash(**_taking(), by=_tiep())
    line = JournalLine.objects.get(verb="take_cash")
    assert (line.chain, line.about, line.actor_name) == (cast.COC_SAN, ABOUT, "Nông Thị Tiếp")
    assert line.facts == {
        "receipt": "2026-000001",
        "amount": 16_000,
        "lines": [{"what": "Bản sao trích lục, 2 bản", "amount": 16_000}],
    }


def test_the_same_key_is_the_same_receipt() -> None:
    by = _tiep()
    first, again = (actions.take_cash(**_taking(), by=by) for _ in range(2))
    assert first.pk == again.pk
    assert JournalLine.objects.filter(verb="take_cash").count() == 1
    assert actions.take_cash(**_taking("next"), by=by).number == "2026-000002"


def test_the_same_key_with_another_amount_is_refused() -> None:
    by = _tiep()
    actions.take_cash(**_taking(), by=by)
    other = {"amount": Dong(8_000), "lines": [{"what": "Bản sao", "amount": 8_000}]}
    with pytest.raises(errors.KeyUsed, match="2026-000001"):
        actions.take_cash(**_taking(**other), by=by)
    assert [receipt.amount for receipt in CashReceipt.objects.all()] == [16_000]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"amount": Dong(0), "lines": []}, errors.NothingToPay),
        ({"amount": Dong(-5)}, errors.NothingToPay),
        ({"amount": Dong(15_000)}, errors.LinesDoNotAddUp),
        ({"payer": "   "}, errors.PayerMissing),
        ({"commune": cast.OTHER}, errors.NotACashier),
    ],
)
def test_what_is_refused_leaves_no_receipt_and_no_gap(
    change: dict[str, Any], refusal: type[Refusal]
) -> None:
    cast.other_commune()
    by = _tiep()
    with pytest.raises(refusal):
        actions.take_cash(**_taking(**change), by=by)
    assert CashReceipt.objects.count() == JournalLine.objects.count() == 0
    assert actions.take_cash(**_taking(), by=by).number == "2026-000001"


@pytest.mark.parametrize("who", [cast.resident, cast.auditor, cast.chair, cast.administrator])
def test_only_the_counter_takes_cash(who: Any) -> None:
    with pytest.raises(errors.NotACashier):
        actions.take_cash(**_taking(), by=cast.acting(who()))
    assert CashReceipt.objects.count() == 0


def test_another_person_voids_a_receipt_and_says_why() -> None:
    receipt = actions.take_cash(**_taking(), by=_tiep())
    officer = cast.acting(cast.officer())
    void = actions.void_receipt(receipt_id=receipt.pk, reason="Thu nhầm", by=officer, at=AT)
    assert (void.void_reason, void.voided_by_name, void.number) == (
        "Thu nhầm",
        "Hoàng Văn Xét",
        "2026-000001",
    )
    line = JournalLine.objects.get(verb="void_receipt")
    assert (line.why, line.facts["receipt"]) == ("Thu nhầm", "2026-000001")
    assert queries.taken_on(date(2026, 11, 23), by=officer) == 0


def test_a_void_number_is_not_used_again() -> None:
    by = _tiep()
    receipt = actions.take_cash(**_taking(), by=by)
    actions.void_receipt(
        receipt_id=receipt.pk, reason="Thu nhầm", by=cast.acting(cast.officer()), at=AT
    )
    assert actions.take_cash(**_taking("b"), by=by).number == "2026-000002"


@pytest.mark.parametrize(
    ("who", "reason", "refusal"),
    [
        (cast.receptionist, "Thu nhầm", errors.VoidByAnother),
        (cast.officer, " ", errors.ReasonMissing),
        (cast.resident, "Thu nhầm", errors.NotACashier),
        (cast.auditor, "Thu nhầm", errors.NotACashier),
        (cast.stranger_officer, "Thu nhầm", errors.NoSuchReceipt),
    ],
)
def test_a_voiding_that_is_refused_changes_nothing(
    who: Any, reason: str, refusal: type[Refusal]
) -> None:
    receipt = actions.take_cash(**_taking(), by=_tiep())
    with pytest.raises(refusal):
        actions.void_receipt(receipt_id=receipt.pk, reason=reason, by=cast.acting(who()), at=AT)
    receipt.refresh_from_db()
    assert receipt.voided_at is None
    assert JournalLine.objects.filter(verb="void_receipt").count() == 0


def test_a_receipt_is_voided_once() -> None:
    receipt = actions.take_cash(**_taking(), by=_tiep())
    voiding: dict[str, Any] = {"receipt_id": receipt.pk, "reason": "Thu nhầm", "at": AT}
    actions.void_receipt(**voiding, by=cast.acting(cast.officer()))
    with pytest.raises(errors.AlreadyVoid):
        actions.void_receipt(**voiding, by=cast.acting(cast.second_officer()))


def test_receipts_are_read_within_the_commune() -> None:
    by = _tiep()
    receipt = actions.take_cash(**_taking(), by=by)
    stranger = cast.acting(cast.stranger_officer())
    assert queries.receipt(receipt.pk, by=by) == receipt
    assert queries.receipts_about(ABOUT, by=by) == [receipt]
    assert queries.receipts_about(ABOUT, by=stranger) == []
    assert queries.taken_on(date(2026, 11, 23), by=by) == 16_000
    assert queries.taken_on(date(2026, 11, 23), by=stranger) == 0
    assert queries.taken_on(date(2026, 11, 22), by=by) == 0
    with pytest.raises(errors.NoSuchReceipt):
        queries.receipt(receipt.pk, by=stranger)


def test_the_database_itself_refuses_a_receipt_of_nothing() -> None:
    cast.coc_san()
    with pytest.raises(IntegrityError), transaction.atomic():
        CashReceipt.objects.create(
            commune_id=cast.COC_SAN, year=2026, serial=1, key="k", amount=0, lines=[], at=AT
        )


@pytest.mark.django_db(transaction=True)
def test_cash_taken_at_the_same_moment_has_numbers_without_gap(tmp_path: Path) -> None:
    by = _tiep()
    with one_database(tmp_path):
        keys = [f"k{n % 10}" for n in range(20)]
        receipts = together([partial(actions.take_cash, **_taking(key), by=by) for key in keys])
        assert sorted({receipt.serial for receipt in receipts}) == list(range(1, 11))
        assert CashReceipt.objects.count() == 10
