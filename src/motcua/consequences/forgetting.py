"""What is kept of people only to guard a door is forgotten when the guard has no more use for it.

Sessions and telephone checks hold telephone numbers, tries hold addresses: none of them belongs to
a dossier, and a copy of the database should not tell who once asked for a code.
"""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from motcua.dossiers.arriving import actions as arriving
from motcua.dossiers.models import CodeTry
from motcua.people.models import PhoneCheck
from motcua.sheets.keeping import let_go

EVERY = timedelta(hours=1)
# Longer than the longest window in which anything is counted.
KEPT = timedelta(days=2)


def forget(at: datetime) -> None:
    """Sessions that are over, checks and tries of two days ago, lists brought a month ago,
    files that began to come three days ago and never were handed in."""
    Session.objects.filter(expire_date__lt=at).delete()
    PhoneCheck.objects.filter(begun_at__lt=at - KEPT).delete()
    CodeTry.objects.filter(window__lt=at - KEPT).delete()
    AccessAttempt.objects.filter(attempt_time__lt=at - KEPT).delete()
    let_go(at)
    arriving.let_go(at)
