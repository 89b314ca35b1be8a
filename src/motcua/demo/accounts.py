"""Who can sign in to the demo. The passwords come from the installation's own secret.

So they can be printed again at every start, are not the same on two machines, and are not written
down anywhere. Only for the demo: it is a rehearsal, and every one of these people is invented.
"""

import base64
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import get_hasher
from django.utils.crypto import salted_hmac

from motcua.foundation.actor import Role
from motcua.people.areas import put
from motcua.people.models import Account, Membership, Resident
from motcua.places.queries import villages

# Login, name, role, how the person signs.
STAFF = (
    ("tiepnhan", "Nông Thị Tiếp Mẫu", Role.RECEPTIONIST, "Công chức một cửa"),
    ("hotich1", "Hoàng Văn Xét Mẫu", Role.OFFICER, "Công chức tư pháp - hộ tịch"),
    ("hotich2", "Sần Thị Đối Mẫu", Role.OFFICER, "Công chức tư pháp - hộ tịch"),
    ("chutich", "Phạm Văn Ký Mẫu", Role.CHAIR, "Chủ tịch"),
    ("phochutich", "Lê Thị Thay Mẫu", Role.CHAIR, "Phó Chủ tịch"),
    ("quantri", "Tráng Văn Máy Mẫu", Role.ADMINISTRATOR, "Quản trị hệ thống"),
    ("giamsat", "Lò Thị Soát Mẫu", Role.AUDITOR, "Giám sát"),
    ("tinhnguyen", "Nông Văn Giúp Mẫu", Role.VOLUNTEER, "Tổ công nghệ số cộng đồng"),
)
RESIDENTS = tuple(f"cudan{number}" for number in range(1, 7))
# No range is reserved for invention; no provider gives numbers out in this one as far as is known.
_PHONE = "+849900000{:02}"
_SINCE = date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line of what `make run` prints."""

    login: str
    password: str
    name: str
    role: str
    title: str


def password_of(login: str) -> str:
    """``k7qm-2xpa-ww3e``: the same at every start of one installation, another on the next."""
    digest = salted_hmac("motcua.demo.password", login, algorithm="sha256").digest()
    text = base64.b32encode(digest).decode().lower()[:12]
    return "-".join((text[:4], text[4:8], text[8:]))


def make_staff(commune: str) -> None:
    """The eight who serve the commune; the volunteer helps in its first two villages."""
    for place, (login, name, role, title) in enumerate(STAFF, 51):
        account = Account.objects.create(
            login=login, password=_hashed(login), name=name, phone=_PHONE.format(place)
        )
        held = Membership.objects.create(
            account=account, commune_id=commune, role=role.value, title=title, since=_SINCE
        )
        if role is Role.VOLUNTEER:
            put(held, villages(commune, _SINCE)[:2])


def make_residents(people: Sequence[Resident]) -> None:
    """Accounts of some residents, by the order of RESIDENTS."""
    for place, (login, resident) in enumerate(zip(RESIDENTS, people, strict=True), 1):
        Account.objects.create(
            login=login,
            password=_hashed(login),
            name=resident.full_name,
            phone=_PHONE.format(place),
            resident=resident,
        )


def _hashed(login: str) -> str:
    """The password's hash at the lowest cost; the first sign-in makes it the usual one.

    A slow hash guards what people think of. These are 60 bits drawn by lot, and fourteen slow
    hashes take longer than all the people of the commune.
    """
    quick = copy(get_hasher())
    vars(quick).update(time_cost=1, memory_cost=1024, parallelism=1)
    return str(quick.encode(password_of(login), quick.salt()))


def sign_ins() -> tuple[SignIn, ...]:
    """Everyone who can sign in to the demo; empty when it is not loaded here."""
    logins = [login for login, *_ in STAFF] + list(RESIDENTS)
    found = Account.objects.filter(login__in=logins).prefetch_related("memberships")
    accounts = {account.login: account for account in found}
    return tuple(_line(accounts[login]) for login in logins if login in accounts)


def _line(account: Account) -> SignIn:
    held = account.memberships.all()[:1]
    role, title = (held[0].role, held[0].title) if held else (Role.RESIDENT.value, "Người dân")
    return SignIn(account.login, password_of(account.login), account.name, role, title)
