"""What a dossier costs, from the fee engine; worked out again whenever its answers change."""

from datetime import date

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel
from motcua.procedures.fees import Charge, charge
from motcua.procedures.pack import Procedure


def charge_of(dossier: Dossier, procedure: Procedure, *, on: date) -> Charge:
    """The fee with its lines, legal basis and exemptions."""
    return charge(
        procedure,
        channel=Channel(dossier.channel).name.lower(),
        grounds=frozenset(),
        answers=dossier.answers,
        on=on,
    )


def charge_fee(dossier: Dossier, procedure: Procedure, *, on: date) -> None:
    """Write the amount onto the dossier."""
    dossier.fee_due = charge_of(dossier, procedure, on=on).amount
