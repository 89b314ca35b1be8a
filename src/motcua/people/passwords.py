"""Passwords: what one that is given looks like, and which nobody may choose."""

import re
import secrets
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from motcua.foundation.names import folded
from motcua.people.account import Account
from motcua.people.errors import (
    PasswordGuessed,
    PasswordLong,
    PasswordShort,
    PasswordTellsYou,
)

# Staff hold other people's papers: longer than a web shop asks for, short enough to be learnt.
LEAST, MOST = 10, 200
# No l, 1, o and 0: it is read from a slip of paper, or said aloud.
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"[0-9]+")
# What people here would try first, once digits and marks are taken away.
_FIRST_TRIED = frozenset(
    ["", "matkhau", "matkhaumoi", "motcua", "password", "admin", "quantri", "xinchao", "vietnam"]
)


def made_up() -> str:
    """``k7q-m2x-paw``: forty-five bits of chance, to be used once and read from one line."""
    text = "".join(secrets.choice(_LETTERS) for _ in range(9))
    return "-".join((text[:3], text[3:6], text[6:]))


def refuse_unfit(password: str, *, account: Account) -> None:
    """PasswordShort, PasswordLong, PasswordTellsYou or PasswordGuessed when it is unfit."""
    if len(password) < LEAST:
        raise PasswordShort(field="chosen", least=LEAST)
    if len(password) > MOST:
        raise PasswordLong(field="chosen", most=MOST)
    bare = _bare(password)
    if any(len(told) >= 4 and told in bare for told in _told(account)):
        raise PasswordTellsYou(field="chosen")
    if _DIGITS.sub("", bare) in _FIRST_TRIED or _is_common(password):
        raise PasswordGuessed(field="chosen")


def _told(account: Account) -> list[str]:
    phone = account.phone.removeprefix("+84")
    return [_bare(account.login), _bare(account.name), phone]


def _bare(text: str) -> str:
    return _NO_LETTERS.sub("", folded(text))


def _is_common(password: str) -> bool:
    try:
        _common().validate(password)
    except ValidationError:
        return True
    return False


@cache
def _common() -> CommonPasswordValidator:
    """Twenty thousand that are in every list."""
    return CommonPasswordValidator()
