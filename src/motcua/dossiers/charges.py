"""What a dossier costs, from the fee engine; worked out again whenever its answers change."""

from datetime import date

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Channel
from motcua.foundation.rows import by_key
from motcua.people.models import Account, Resident
from motcua.people.queries import grounds
from motcua.procedures.fees import Charge, charge
from motcua.procedures.pack import Procedure


def charge_of(dossier: Dossier, procedure: Procedure, *, on: date) -> Charge:
    """The fee with its lines, legal basis and exemptions."""
    return charge(
        procedure,
        channel=Channel(dossier.channel).name.lower(),
        grounds=frozenset(dossier.grounds),
        answers=dossier.answers,
        on=on,
    )


def grounds_of(owner: str, *, on: date) -> list[str]:
    """The grounds for paying nothing that the register knows of the person who asks."""
    account = owner.removeprefix("account:")
    if account == owner:
        return []
    row = by_key(Account, int(account))
    resident = by_key(Resident, row.resident_id) if row else None
    return sorted(grounds(resident, on)) if resident else []


def charge_fee(dossier: Dossier, procedure: Procedure, *, on: date) -> None:
    """Write the amount onto the dossier."""
    dossier.fee_due = charge_of(dossier, procedure, on=on).amount
