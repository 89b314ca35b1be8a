"""Taking cash, and voiding a receipt: each one transaction with its line in the journal."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict

from django.db import IntegrityError, transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong, written
from motcua.foundation.names import tidy
from motcua.foundation.numbers import take_number
from motcua.payments import errors
from motcua.payments.models import CashReceipt

_CASHIERS = (Role.RECEPTIONIST, Role.OFFICER)
_VOIDERS = (Role.RECEPTIONIST, Role.OFFICER, Role.CHAIR, Role.ADMINISTRATOR)


class Line(TypedDict):
    """One line of a receipt: what for, and how many đồng."""

    what: str
    amount: int


def take_cash(
    *,
    commune: str,
    amount: Dong,
    lines: Sequence[Line],
    payer: str,
    about: str,
    key: str,
    by: Actor,
    at: datetime,
) -> CashReceipt:
    """Take cash and write the receipt; the same key again gives back the same receipt.

    The number is ``yyyy-nnnnnn``, per commune and year of the office's day, without gaps.
    """
    payer = tidy(payer)
    _may_take(by, commune, amount, lines, payer)
    said = {"amount": amount, "lines": list(lines), "payer": payer, "about": about}
    receipt = _known(commune, key) or _write_once(commune, key, said, by, at)
    if any(getattr(receipt, name) != value for name, value in said.items()):
        raise errors.KeyUsed(number=receipt.number)
    return receipt


def _may_take(by: Actor, commune: str, amount: Dong, lines: Sequence[Line], payer: str) -> None:
    if by.commune != commune or not by.has(*_CASHIERS):
        raise errors.NotACashier
    if amount <= 0:
        raise errors.NothingToPay
    total = Dong(sum(line["amount"] for line in lines))
    if total != amount:
        raise errors.LinesDoNotAddUp(lines=written(total), amount=written(amount))
    if not payer:
        raise errors.PayerMissing("payer")


def _known(commune: str, key: str) -> CashReceipt | None:
    return CashReceipt.objects.filter(commune=commune, key=key).first()


def _write_once(
    commune: str, key: str, said: Mapping[str, Any], by: Actor, at: datetime
) -> CashReceipt:
    try:
        with transaction.atomic():
            return _write(commune, key, said, by, at)
    except IntegrityError:
        # The same press came in twice at the same moment: the other one was first.
        return CashReceipt.objects.get(commune=commune, key=key)


def _write(commune: str, key: str, said: Mapping[str, Any], by: Actor, at: datetime) -> CashReceipt:
    year = day_of(at).year
    receipt = CashReceipt.objects.create(
        commune_id=commune,
        year=year,
        serial=take_number(f"cash:{commune}:{year}"),
        key=key,
        at=at,
        taken_by=by.id,
        taken_by_name=by.name,
        **said,
    )
    facts = {"receipt": receipt.number, "amount": receipt.amount, "lines": receipt.lines}
    record(chain=commune, by=by, at=at, verb="take_cash", about=receipt.about, facts=facts)
    return receipt


def void_receipt(*, receipt_id: int, reason: str, by: Actor, at: datetime) -> CashReceipt:
    """Void a receipt for a reason; another person than the one who took the money does it.

    The row and its number stay. Giving the money back is the cashier's act, outside the program.
    """
    reason = tidy(reason)
    if not by.has(*_VOIDERS):
        raise errors.NotACashier
    with transaction.atomic():
        receipt = (
            CashReceipt.objects.select_for_update()
            .filter(pk=receipt_id, commune=by.commune)
            .first()
        )
        if receipt is None:
            raise errors.NoSuchReceipt
        _may_void(receipt, reason, by)
        receipt.voided_at, receipt.void_reason = at, reason
        receipt.voided_by, receipt.voided_by_name = by.id, by.name
        receipt.save(update_fields=["voided_at", "void_reason", "voided_by", "voided_by_name"])
        facts = {"receipt": receipt.number, "amount": receipt.amount}
        record(
            chain=receipt.commune_id,
            by=by,
            at=at,
            verb="void_receipt",
            about=receipt.about,
            why=reason,
            facts=facts,
        )
    return receipt


def _may_void(receipt: CashReceipt, reason: str, by: Actor) -> None:
    if receipt.voided_at is not None:
        raise errors.AlreadyVoid(number=receipt.number)
    if not reason:
        raise errors.ReasonMissing("reason")
    if receipt.taken_by == by.id:
        raise errors.VoidByAnother
