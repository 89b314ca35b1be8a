"""What the one-stop desk does: accept, ask for more, refuse, take the fee, apologise, hand over."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.dossiers.charges import charge_fee, receipt_lines
from motcua.dossiers.clockwork import to_answer_by
from motcua.dossiers.errors import ColleagueMissing, NotFound
from motcua.dossiers.holding import LEASE, account_of, refuse_if_held
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Asked, Given
from motcua.dossiers.performing import Change, perform
from motcua.dossiers.press import Press
from motcua.dossiers.states import Delivery, Verb
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong
from motcua.foundation.numbers import take_number
from motcua.foundation.statements import Place, Statement
from motcua.payments.actions import take_cash
from motcua.people.models import Membership
from motcua.procedures.queries import by_version


def hold(*, dossier_id: UUID, by: Actor, at: datetime) -> Dossier:
    """Keep the dossier for the officer who opened it; Held names who already has it."""
    with transaction.atomic():
        dossier = _OPENED.first(key=dossier_id, commune=by.commune)
        if dossier is None:
            raise NotFound
        refuse_if_held(dossier, by=by, at=at)
        dossier.holder_id, dossier.held_until = account_of(by), at + LEASE
        dossier.save(update_fields=["holder", "held_until"])
    return dossier


_OPENED = Statement(
    lambda: (
        Dossier.objects.select_for_update(of=("self",))
        .select_related("holder")
        .only("holder_id", "held_until", "holder__name")
        .filter(pk=Place("key"), commune_id=Place("commune"))
    )
)


def release(*, dossier_id: UUID, by: Actor) -> None:
    """Let the dossier go; harmless for one who does not have it."""
    mine = Dossier.objects.filter(pk=dossier_id, holder_id=account_of(by))
    mine.update(holder=None, held_until=None)


def accept(press: Press) -> Dossier:
    """Take the dossier in (tiếp nhận): the clock starts."""

    def received(dossier: Dossier) -> None:
        dossier.accepted_at = press.at

    return perform(press, Verb.ACCEPT, Given(), Change(after=received))


def refuse_intake(press: Press, *, reason: str) -> Dossier:
    """Do not take it in (từ chối tiếp nhận), with the reason in writing."""
    return perform(press, Verb.REFUSE_INTAKE, Given(reason=reason))


def ask_for_more(press: Press, *, asked: Sequence[Asked]) -> Dossier:
    """Ask once for all that is missing, with a reason for each field or paper."""
    items = [{"about": item.about, "reason": item.reason.strip()} for item in asked]

    def listed(dossier: Dossier) -> None:
        dossier.asked = items
        dossier.times_asked += 1
        dossier.answer_by = to_answer_by(dossier, at=press.at)
        # What was shown was not good enough: it has to be shown again.
        names = [item["about"].removeprefix("paper:") for item in items]
        dossier.papers.filter(name__in=names).update(source="file", note="")

    change = Change(after=listed, facts={"asked": items})
    return perform(press, Verb.ASK_FOR_MORE, Given(asked=asked), change)


def ask_for_fee(press: Press) -> Dossier:
    """Wait for the fee that is due (thực hiện nghĩa vụ tài chính)."""
    given = _owing(press)
    return perform(press, Verb.ASK_FOR_FEE, given, Change(facts={"amount": given.amount}))


def take_fee(press: Press, *, amount: Dong) -> Dossier:
    """Take the fee in cash, with a numbered receipt."""
    number: dict[str, str] = {}

    def paid(dossier: Dossier) -> None:
        receipt = take_cash(
            commune=dossier.commune_id,
            amount=amount,
            payer=dossier.filer_name,
            about=f"dossier:{dossier.pk}",
            lines=receipt_lines(dossier, amount, on=day_of(dossier.submitted_at or press.at)),
            key=f"take_fee:{press.key}",
            by=press.by,
            at=press.at,
        )
        dossier.fee_paid += amount
        number["receipt"] = receipt.number

    change = Change(after=paid, facts=number)
    return perform(press, Verb.TAKE_FEE, Given(amount=amount), change)


def exempt(press: Press, *, grounds: Collection[str], reason: str) -> Dossier:
    """Free the person of the fee (miễn lệ phí): `reason` names the paper that was shown."""
    named = sorted(set(grounds))

    def freed(dossier: Dossier) -> None:
        dossier.grounds = named
        on = day_of(dossier.submitted_at or press.at)
        charge_fee(dossier, by_version(dossier.procedure_id), on=on)

    change = Change(after=freed, facts={"grounds": named})
    return perform(press, Verb.EXEMPT, Given(reason=reason, grounds=named), change)


def apologise(press: Press, *, reason: str, until: datetime, title: str = "") -> Dossier:
    """Say sorry for being late and promise a new date (xin lỗi và hẹn lại), once.

    `title` is the office of the one who signs the letter.
    """
    facts = {"until": until.isoformat(), "title": title or "Công chức một cửa"}

    def promised(dossier: Dossier) -> None:
        year = day_of(press.at).year
        facts["promised"] = dossier.due_at.isoformat() if dossier.due_at else ""
        facts["number"] = f"{take_number(f'apology:{dossier.commune_id}:{year}'):02}/PXL"

    change = Change(before=promised, facts=facts)
    return perform(press, Verb.APOLOGISE, Given(reason=reason, until=until), change)


def withdraw(press: Press, *, reason: str = "") -> Dossier:
    """The person takes the request back (rút hồ sơ)."""
    return perform(press, Verb.WITHDRAW, Given(reason=reason))


def pass_on(press: Press, *, colleague: int) -> Dossier:
    """Give the dossier to another officer of the same commune (account id)."""
    day = day_of(press.at)
    there = Membership.objects.filter(
        account_id=colleague, commune_id=press.by.commune, role=Role.OFFICER, since__lte=day
    ).exclude(until__lte=day)
    if not there.exists():
        raise ColleagueMissing

    def passed(dossier: Dossier) -> None:
        dossier.officer_id = colleague
        dossier.holder = None
        dossier.held_until = None

    change = Change(after=passed, facts={"officer": colleague})
    return perform(press, Verb.PASS_ON, Given(colleague=colleague), change)


def hand_over(press: Press, *, receiver: str, proof: str, signature: str = "") -> Dossier:
    """Give the result (trả kết quả): `proof` is ``signature``, ``code`` or ``electronic``.

    `signature` is the digest of the drawn signature's file.
    """

    def handed(dossier: Dossier) -> None:
        dossier.handed_over_at = press.at

    facts = {"receiver": receiver, "proof": proof, "signature": signature}
    return perform(
        press, Verb.HAND_OVER, Given(receiver=receiver), Change(after=handed, facts=facts)
    )


def wants_electronic(dossier: Dossier) -> bool:
    """Whether the result goes to the person's own page and not over the counter."""
    return dossier.delivery == Delivery.ELECTRONIC


def _owing(press: Press) -> Given:
    row = Dossier.objects.filter(pk=press.dossier).values_list("fee_due", "fee_paid").first()
    return Given(amount=row[0] - row[1] if row else 0)
