"""Reading receipts, within the actor's commune."""

from datetime import date, datetime, time, timedelta

from django.db.models import Sum

from motcua.foundation.actor import Actor
from motcua.foundation.clock import HANOI
from motcua.foundation.money import Dong
from motcua.foundation.statements import Place, Statement
from motcua.payments.errors import NoSuchReceipt
from motcua.payments.models import CashReceipt


def receipt(receipt_id: int, *, by: Actor) -> CashReceipt:
    """One receipt of the actor's commune; NoSuchReceipt for any other."""
    found = CashReceipt.objects.filter(pk=receipt_id, commune=by.commune).first()
    if found is None:
        raise NoSuchReceipt
    return found


def receipts_about(about: str, *, by: Actor) -> list[CashReceipt]:
    """What was paid for one matter (``dossier:<uuid>``), the oldest first, void ones too."""
    return _ABOUT.all(about=about, commune=by.commune)


_ABOUT = Statement(
    lambda: CashReceipt.objects.filter(about=Place("about"), commune=Place("commune")).order_by(
        "id"
    )
)


def taken_on(day: date, *, by: Actor) -> Dong:
    """What the till of the actor's commune took on a day of the office, void receipts left out."""
    start = datetime.combine(day, time.min, HANOI)
    rows = CashReceipt.objects.filter(
        commune=by.commune, at__gte=start, at__lt=start + timedelta(days=1), voided_at=None
    )
    return Dong(rows.aggregate(sum=Sum("amount"))["sum"] or 0)
