"""A file that was brought holds personal data: it is let go when nobody will ask for it."""

from datetime import datetime, timedelta

from motcua.sheets.models import BroughtList, RowProblem, Stage

KEPT = timedelta(days=30)
_AT_WORK = (Stage.CHECKING, Stage.WRITING, Stage.TYING)


def let_go(at: datetime) -> None:
    """Files, and what there was to say of their rows, a month after they were brought."""
    old = BroughtList.objects.filter(brought_at__lt=at - KEPT).exclude(stage__in=_AT_WORK)
    rows = old.exclude(file="")
    RowProblem.objects.filter(brought__in=rows.values("pk")).delete()
    rows.exclude(stage=Stage.DONE).update(stage=Stage.DROPPED, file="", ended_at=at)
    rows.filter(stage=Stage.DONE).update(file="")
