"""Judging what a square code on a paper says."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from motcua.foundation.clock import day_of
from motcua.results.models import ScanCount
from motcua.results.queries import Verdict, verify


def look_up(*, token: str, at: datetime) -> Verdict:
    """What the verification page says; counted by day and outcome, never by who asks."""
    verdict = verify(token, at=at)
    with transaction.atomic():
        row, _ = ScanCount.objects.get_or_create(
            commune_code=verdict.commune, day=day_of(at), outcome=verdict.outcome
        )
        ScanCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return verdict
