"""The fee of a dossier with its lines, and what was paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.charges import charge_of
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong
from motcua.payments.models import CashReceipt
from motcua.payments.queries import receipts_about
from motcua.procedures.fees import Charge
from motcua.procedures.marks import fee_mark, weakest
from motcua.procedures.pack import Procedure
from motcua.procedures.wording import Mark


@dataclass(frozen=True, slots=True)
class FeesShown:
    """What is due by which rule and how sure that is, what was paid with receipts, what is left.

    A rule with a note of its own says there that it is provisional; `mark` is that of the others.
    """

    charge: Charge
    mark: Mark
    paid: Dong
    left: Dong
    receipts: Sequence[CashReceipt]


def fees_of(dossier: Dossier, procedure: Procedure, *, by: Actor, at: datetime) -> FeesShown:
    """The fee as charged on the day it was handed in."""
    on = day_of(dossier.submitted_at or at)
    charge = charge_of(dossier, procedure, on=on)
    plain = (line for line in charge.lines if not line.rule.note)
    return FeesShown(
        charge=charge,
        mark=weakest(*(fee_mark(procedure, one.rule, one.exempted_by) for one in plain)),
        paid=Dong(dossier.fee_paid),
        left=Dong(max(0, dossier.fee_due - dossier.fee_paid)),
        receipts=receipts_about(f"dossier:{dossier.pk}", by=by),
    )
