"""The named cast: who is who in the tests. Every name is invented, every number impossible.

Each function makes the rows it needs, once, and gives the account; `acting(account)` is the Actor.

| who | is |
| --- | --- |
| Vàng Thị Thử | resident of Cốc San, with an account |
| Lù A Mẫu | resident of Cốc San, another household: must not see Thử's things |
| Nông Thị Tiếp | receptionist |
| Hoàng Văn Xét | judicial and civil-status officer |
| Sần Thị Đối | a second officer of the same desk |
| Phạm Văn Ký | chair |
| Lê Thị Thay | vice-chair, signs for the chair |
| Tráng Văn Máy | administrator |
| Lò Thị Soát | auditor |
| Nông Văn Giúp | volunteer of Thôn Ún Tà |
| Lò Văn Đỡ | volunteer of the other village |
| Cù Văn Ngoài | officer of another commune: must see nothing of Cốc San |
"""

from datetime import UTC, date, datetime

from django.utils.crypto import get_random_string

from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.names import folded
from motcua.people.models import Account, Area, Household, Membership, Move, Resident, Sex
from motcua.people.queries import actor_for
from motcua.people.said import first_said, written
from motcua.places.models import Commune, Province, Village

# A Tuesday, 09:00 in the office.
AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
# When the commune began to keep its people here.
KNOWN = datetime(2025, 7, 1, 2, 0, tzinfo=UTC)
COC_SAN = "02746"
OTHER = "02999"
PHONE = "+84990000001"


def coc_san() -> Commune:
    """The commune of the story, with two of its villages."""
    made = _commune(COC_SAN, "Xã Cốc San", "H38.99.01")
    for number, name in ((1, "Thôn Ún Tà"), (2, "Thôn Mẫu Hai")):
        Village.objects.get_or_create(
            code=f"{COC_SAN}-{number:02}", defaults={"name": name, "commune": made}
        )
    return made


def other_commune() -> Commune:
    """A commune beside it, for everything that must stay apart."""
    made = _commune(OTHER, "Xã Bên Cạnh", "H38.99.02")
    Village.objects.get_or_create(
        code=f"{OTHER}-01", defaults={"name": "Thôn Bên Một", "commune": made}
    )
    return made


def receptionist() -> Account:
    """Nông Thị Tiếp."""
    return _staff("tiep", "Nông Thị Tiếp", Role.RECEPTIONIST, "Công chức một cửa")


def officer() -> Account:
    """Hoàng Văn Xét."""
    return _staff("xet", "Hoàng Văn Xét", Role.OFFICER, "Công chức tư pháp - hộ tịch")


def second_officer() -> Account:
    """Sần Thị Đối."""
    return _staff("doi", "Sần Thị Đối", Role.OFFICER, "Công chức tư pháp - hộ tịch")


def chair() -> Account:
    """Phạm Văn Ký."""
    return _staff("ky", "Phạm Văn Ký", Role.CHAIR, "Chủ tịch")


def vice_chair() -> Account:
    """Lê Thị Thay."""
    return _staff("thay", "Lê Thị Thay", Role.CHAIR, "Phó Chủ tịch")


def administrator() -> Account:
    """Tráng Văn Máy."""
    return _staff("may", "Tráng Văn Máy", Role.ADMINISTRATOR, "Quản trị hệ thống")


def auditor() -> Account:
    """Lò Thị Soát."""
    return _staff("soat", "Lò Thị Soát", Role.AUDITOR, "Thanh tra")


def volunteer() -> Account:
    """Nông Văn Giúp, of the first village."""
    return _volunteer("giup", "Nông Văn Giúp", f"{COC_SAN}-01")


def other_volunteer() -> Account:
    """Lò Văn Đỡ, of the second village: must not see what Giúp does."""
    return _volunteer("do", "Lò Văn Đỡ", f"{COC_SAN}-02")


def _volunteer(login: str, name: str, village: str) -> Account:
    account = _staff(login, name, Role.VOLUNTEER, "Tổ công nghệ số cộng đồng")
    held = Membership.objects.get(account=account)
    Area.objects.get_or_create(membership=held, village_id=village)
    return account


def stranger_officer() -> Account:
    """Cù Văn Ngoài, officer of the other commune."""
    other_commune()
    return _staff("ngoai", "Cù Văn Ngoài", Role.OFFICER, "Công chức tư pháp - hộ tịch", OTHER)


def thu() -> Resident:
    """Vàng Thị Thử, born 12/05/1991, Giáy."""
    return _resident("Vàng Thị Thử", Sex.FEMALE, "1991-05-12", "000191000001", household=1)


def mau() -> Resident:
    """Lù A Mẫu, born 1968 (only the year is known)."""
    return _resident("Lù A Mẫu", Sex.MALE, "1968", "000068000002", household=2)


def resident() -> Account:
    """Thử's account."""
    return _account("thu", "Vàng Thị Thử", phone=PHONE, resident=thu())


def other_resident() -> Account:
    """Mẫu's account."""
    return _account("mau", "Lù A Mẫu", phone="+84990000002", resident=mau())


def guest(phone: str = PHONE) -> Actor:
    """Somebody who proved to hold a telephone, and nothing else."""
    coc_san()
    return Actor(id=f"phone:{phone}", name="", roles=frozenset({Role.GUEST}), commune=COC_SAN)


def acting(account: Account, at: datetime = AT) -> Actor:
    """What the account may be at that moment."""
    return actor_for(account, at=at)


def _commune(code: str, name: str, agency: str) -> Commune:
    province, _ = Province.objects.get_or_create(code="15", defaults={"name": "Tỉnh Lào Cai"})
    facts = {"name": name, "province": province, "agency_code": agency}
    return Commune.objects.get_or_create(code=code, defaults=facts)[0]


def _account(login: str, name: str, **facts: object) -> Account:
    known = Account.objects.filter(login=login).first()
    if known:
        return known
    # Hashing costs 50 ms; tests that sign in by password set one themselves.
    unusable = "!" + get_random_string(40)
    return Account.objects.create(login=login, name=name, password=unusable, **facts)


def _staff(login: str, name: str, role: Role, title: str, commune: str = COC_SAN) -> Account:
    coc_san()
    account = _account(login, name)
    Membership.objects.get_or_create(
        account=account,
        commune_id=commune,
        role=role.value,
        since=date(2025, 7, 1),
        defaults={"title": title},
    )
    return account


def _resident(name: str, sex: Sex, birth: str, identity: str, *, household: int) -> Resident:
    made = coc_san()
    village = Village.objects.get(code=f"{COC_SAN}-01")
    home, _ = Household.objects.get_or_create(
        commune=made, number=household, defaults={"village": village}
    )
    facts = {
        "village": village,
        "household": home,
        "name_folded": folded(name),
        "sex": sex,
        "birth": birth,
        "ethnic": "25",
        "home_place": "Xã Cốc San, tỉnh Lào Cai",
        "identity_number": identity,
    }
    row, new = Resident.objects.get_or_create(commune=made, full_name=name, defaults=facts)
    if new:
        said = first_said(row, since="2025-07-01")
        Move.objects.bulk_create(written(one, source="cast", by=SYSTEM, at=KNOWN) for one in said)
    return row
