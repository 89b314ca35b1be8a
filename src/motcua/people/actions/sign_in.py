"""What changes people's rows and sign-in; one function per verb."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from motcua.foundation.actor import Actor, Role
from motcua.people.account import Account, PhoneCheck
from motcua.people.errors import PhoneAskedTooOften, PhoneCheckOver, WrongPhoneCode
from motcua.people.phone import normal

LIFETIME = timedelta(minutes=5)
TRIES = 5
# So many codes to one telephone within so long: messages cost, and a stranger's telephone rings.
LIMITS = ((3, timedelta(minutes=10)), (10, timedelta(hours=24)))


def begin_phone_check(*, phone: str, at: datetime) -> tuple[PhoneCheck, str]:
    """Six digits for a telephone, good for five minutes; the caller sends them.

    Refuses NotAPhone and PhoneAskedTooOften. An earlier code of the same telephone stops working.
    """
    number = normal(phone)
    with transaction.atomic():
        _refuse_too_often(number, at)
        PhoneCheck.objects.filter(phone=number, expires_at__gt=at).update(expires_at=at)
        code = f"{secrets.randbelow(1_000_000):06}"
        check = PhoneCheck(phone=number, begun_at=at, expires_at=at + LIFETIME)
        check.digest = _digest(check.pk, code)
        check.save(force_insert=True)
    return check, code


def confirm_phone_check(
    *,
    check_id: UUID,
    code: str,
    at: datetime,
    commune: str | None = None,
    again: timedelta = timedelta(0),
) -> Actor:
    """The holder of a telephone as a guest, when the digits are right.

    Refuses PhoneCheckOver and WrongPhoneCode; a wrong try is counted although it is refused. The
    right digits `again` within so long are the same press of the same button.
    """
    with transaction.atomic():
        check = PhoneCheck.objects.select_for_update().filter(pk=check_id).first()
        if check is None or _is_over(check, at, again):
            raise PhoneCheckOver(field="code")
        right = constant_time_compare(check.digest, _digest(check.pk, code.strip()))
        if not (right and check.confirmed_at):
            check.tries += 1
            check.confirmed_at = at if right else check.confirmed_at
            check.save(update_fields=["tries", "confirmed_at"])
    if not right:
        raise WrongPhoneCode(field="code", left=TRIES - check.tries)
    return Actor(id=f"phone:{check.phone}", name="", roles=frozenset({Role.GUEST}), commune=commune)


def _is_over(check: PhoneCheck, at: datetime, again: timedelta) -> bool:
    used = check.confirmed_at is not None and at - check.confirmed_at >= again
    return used or check.expires_at <= at or check.tries >= TRIES


def choose_language(*, by: Actor, language: str) -> None:
    """Speak this language to an account from now on; its messages and slips follow."""
    account = int(by.id.removeprefix("account:"))
    Account.objects.filter(pk=account).update(language=language)


def _refuse_too_often(number: str, at: datetime) -> None:
    for most, span in LIMITS:
        begun = PhoneCheck.objects.filter(phone=number, begun_at__gt=at - span)
        times = list(begun.order_by("-begun_at").values_list("begun_at", flat=True)[:most])
        if len(times) == most:
            wait = times[-1] + span - at
            raise PhoneAskedTooOften(field="phone", minutes=-(-wait.total_seconds() // 60))


def _digest(check_id: UUID, code: str) -> str:
    return salted_hmac("motcua.people.phone_check", f"{check_id}:{code}").hexdigest()
