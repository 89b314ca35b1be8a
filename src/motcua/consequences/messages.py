"""The facts that each verb's message tells."""

from datetime import datetime
from typing import Any

from motcua.dossiers.codes import spoken
from motcua.dossiers.models import Dossier, DossierEvent
from motcua.dossiers.states import Delivery, Verb
from motcua.foundation.clock import day_of
from motcua.foundation.money import Dong, written
from motcua.notifications.actions import queue
from motcua.payments.models import CashReceipt
from motcua.people.errors import NotAPhone
from motcua.people.phone import normal


def tell(event: DossierEvent, dossier: Dossier) -> None:
    """Queue the message of an act for the filer's telephone; once, whatever happens."""
    if not receives(dossier.filer_phone):
        return
    queue(
        commune=dossier.commune_id,
        to=dossier.filer_phone,
        kind=_kind(event, dossier),
        facts=_facts(event, dossier),
        language=dossier.language,
        key=f"event:{event.pk}",
        at=event.at,
        about=f"dossier:{dossier.pk}",
    )


def receives(phone: str) -> bool:
    """A line at home, a number abroad or one mistyped receives nothing, and holds nothing up."""
    try:
        return normal(phone) == phone
    except NotAPhone:
        return False


def _kind(event: DossierEvent, dossier: Dossier) -> str:
    """A request with something left open is told to come; a result, how it is had."""
    if event.verb == Verb.SUBMIT and dossier.unknown:
        return "help"
    if event.verb != Verb.ISSUE:
        return event.verb
    if dossier.fee_paid < dossier.fee_due:
        return "issue_owing"
    return {Delivery.ELECTRONIC: "issue_electronic", Delivery.POST: "issue_post"}.get(
        Delivery(dossier.delivery), "issue"
    )


def _facts(event: DossierEvent, dossier: Dossier) -> dict[str, Any]:
    amount = event.facts.get("amount", dossier.fee_due - dossier.fee_paid)
    return {
        "code": spoken(dossier.code),
        "due": event.due_at or "",
        "until": dossier.answer_by or "",
        "before": _promised(event),
        "reason": event.reason,
        "count": len(event.facts.get("asked", [])),
        "amount": written(Dong(amount)),
        "number": _number(event),
        "next": event.facts.get("next", ""),
        "name": event.facts.get("receiver", ""),
        "on": day_of(event.at),
    }


def _promised(event: DossierEvent) -> datetime | str:
    """The date that the act replaces; empty for an act that replaces none."""
    promised = event.facts.get("promised", "")
    return datetime.fromisoformat(promised) if promised else ""


def _number(event: DossierEvent) -> str:
    """Of the receipt for a fee; of the paper else."""
    if event.verb != Verb.TAKE_FEE:
        return str(event.facts.get("number", ""))
    receipt = CashReceipt.objects.filter(key=f"take_fee:{event.act}").first()
    return receipt.number if receipt else ""
