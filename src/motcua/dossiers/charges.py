"""What a dossier costs, from the fee engine; worked out again whenever its answers change."""

from datetime import date

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel
from motcua.foundation.money import Dong
from motcua.payments.actions import Line
from motcua.people.queries import grounds_of_account
from motcua.procedures.fees import Charge, ChargeLine, charge
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version

# A receipt is a paper of the Vietnamese state: its words are not translated.
_OFFICIAL = "vi"
_REST = "Phần phí, lệ phí còn lại"


def charge_of(dossier: Dossier, procedure: Procedure, *, on: date) -> Charge:
    """The fee with its lines, legal basis and exemptions."""
    return charge(
        procedure,
        channel=Channel(dossier.channel).name.lower(),
        grounds=frozenset(dossier.grounds),
        answers=dossier.answers,
        on=on,
    )


def receipt_lines(dossier: Dossier, amount: Dong, *, on: date) -> list[Line]:
    """What a payment is for: each fee that is due, by its name and how many times.

    One line where a part was paid before and the answers have changed the fee since.
    """
    procedure = by_version(dossier.procedure_id)
    lines: list[Line] = [
        {"what": _for_what(line), "amount": int(line.amount)}
        for line in charge_of(dossier, procedure, on=on).lines
        if line.amount
    ]
    if not dossier.fee_paid and sum(line["amount"] for line in lines) == amount:
        return lines
    return [{"what": _REST, "amount": int(amount)}]


def _for_what(line: ChargeLine) -> str:
    """``Bản sao trích lục × 3``; what the pack notes of an amount is on the receipt too."""
    words = line.rule.words[_OFFICIAL].label
    counted = words if line.count == 1 else f"{words} × {line.count}"
    note = line.rule.note.get(_OFFICIAL, "")
    return f"{counted} ({note.rstrip('.')})" if note else counted


def grounds_of(owner: str, *, on: date) -> list[str]:
    """The grounds for paying nothing that the register knows of the person who asks."""
    account = owner.removeprefix("account:")
    if account == owner:
        return []
    return sorted(grounds_of_account(int(account), on))


def charge_fee(dossier: Dossier, procedure: Procedure, *, on: date) -> None:
    """Write the amount onto the dossier."""
    dossier.fee_due = charge_of(dossier, procedure, on=on).amount
