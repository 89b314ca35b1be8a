"""What guards a door is forgotten when it guards no more; what is still in use stays."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session

from motcua.consequences.forgetting import KEPT, forget
from motcua.dossiers.models import CodeTry
from motcua.people.models import PhoneCheck
from tests import cast

pytestmark = pytest.mark.django_db

OLD, NEW = cast.AT - KEPT - timedelta(minutes=1), cast.AT - timedelta(minutes=1)


def test_telephones_addresses_and_sessions_of_the_past_are_forgotten() -> None:
    for name, then in (("old", OLD), ("new", NEW)):
        Session.objects.create(session_key=name, expire_date=then + timedelta(hours=1))
        PhoneCheck.objects.create(phone=f"+{name}", begun_at=then, expires_at=then)
        CodeTry.objects.create(key=f"origin:{name}", window=then)
        attempt = AccessAttempt.objects.create(username=name, failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=then)
    forget(cast.AT)
    assert Session.objects.get().session_key == "new"
    assert PhoneCheck.objects.get().phone == "+new"
    assert CodeTry.objects.get().key == "origin:new"
    assert AccessAttempt.objects.get().username == "new"
