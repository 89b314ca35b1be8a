"""What an account may be, towards which commune, on which day."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from motcua.foundation.actor import Role
from motcua.people.models import Account, Membership
from motcua.people.queries import actor_for
from motcua.project import settings as product
from tests import cast

pytestmark = pytest.mark.django_db


def test_each_of_the_cast_is_what_the_cast_says() -> None:
    expected = {
        cast.receptionist: Role.RECEPTIONIST,
        cast.officer: Role.OFFICER,
        cast.second_officer: Role.OFFICER,
        cast.chair: Role.CHAIR,
        cast.administrator: Role.ADMINISTRATOR,
        cast.auditor: Role.AUDITOR,
    }
    for make, role in expected.items():
        actor = cast.acting(make())
        assert actor.roles == {Role.RESIDENT, role}
        assert actor.commune == cast.COC_SAN


def test_a_resident_with_an_account_is_only_a_resident_of_the_commune_they_live_in() -> None:
    account = cast.resident()
    actor = cast.acting(account)
    assert (actor.id, actor.name) == (f"account:{account.pk}", "Vàng Thị Thử")
    assert (actor.roles, actor.commune) == (frozenset({Role.RESIDENT}), cast.COC_SAN)


def test_a_role_in_one_commune_is_none_in_another() -> None:
    actor = actor_for(cast.stranger_officer(), at=cast.AT, commune=cast.COC_SAN)
    assert (actor.roles, actor.commune) == (frozenset({Role.RESIDENT}), cast.COC_SAN)


def test_a_role_ends_on_the_morning_of_its_last_day() -> None:
    account = cast.officer()
    Membership.objects.filter(account=account).update(until=date(2026, 3, 4))
    eve = datetime(2026, 3, 3, 16, 59, tzinfo=UTC)
    midnight = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
    assert actor_for(account, at=eve, commune=cast.COC_SAN).has(Role.OFFICER)
    assert not actor_for(account, at=midnight, commune=cast.COC_SAN).has(Role.OFFICER)


def test_a_role_has_not_begun_before_its_first_day() -> None:
    actor = actor_for(cast.officer(), at=datetime(2025, 6, 30, tzinfo=UTC), commune=cast.COC_SAN)
    assert not actor.has(Role.OFFICER)


def test_passwords_are_kept_by_argon2(settings: Any) -> None:
    settings.PASSWORD_HASHERS = product.PASSWORD_HASHERS
    account = Account.objects.create_user("thu", password="mật khẩu của Thử", name="Vàng Thị Thử")
    assert account.password.startswith("argon2")
    assert account.check_password("mật khẩu của Thử")
    assert not account.check_password("mật khẩu của Mẫu")
