"""A commune with its law, its calendar and its people, in the database of the environment."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
os.environ.setdefault("MOTCUA_HOSTS", "testserver")

import django

django.setup()

from django.core.management import call_command

import motcua
from motcua.dossiers.actions import Intake
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.people.models import Account, Membership
from motcua.places.models import Commune, Province
from motcua.procedures.actions import load
from motcua.procedures.calendar_actions import seed_calendar
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import in_force

AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
ANSWERS = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": "+84990000001",
    "event": "birth",
    "relation": "self",
    "copies": "1",
    "subject_birth": "1991-05-12",
    "subject_sex": "female",
    "register_office": "Xã Cốc San",
    "delivery": "counter",
}


@dataclass(frozen=True)
class Town:
    """What every part of the bench works with."""

    commune: Commune
    procedure: Procedure
    resident: Actor
    receptionist: Actor
    officer: Actor
    chair: Actor

    def intake(self, key: UUID | None = None) -> Intake:
        """The request of the report: one copy of a birth extract."""
        return Intake(key or uuid4(), self.commune, self.procedure, ANSWERS)


def build() -> Town:
    """The town, in an empty database."""
    call_command("migrate", verbosity=0)
    load(Path(motcua.__file__).parent / "packs", by=SYSTEM, at=AT)
    province = Province.objects.create(code="15", name="Tỉnh Lào Cai")
    commune = Commune.objects.create(
        code="02746", name="Xã Cốc San", province=province, agency_code="H38.99.01"
    )
    seed_calendar(commune=commune.pk, by=SYSTEM, at=AT)
    return Town(
        commune,
        in_force("2.000635", AT.date()),
        _person(commune, Role.RESIDENT),
        _person(commune, Role.RECEPTIONIST),
        _person(commune, Role.OFFICER),
        _person(commune, Role.CHAIR),
    )


def _person(commune: Commune, role: Role) -> Actor:
    account = Account.objects.create(login=role.value, name=f"Mẫu {role.value}", password="!")  # noqa: S106 - no one signs in
    if role is not Role.RESIDENT:
        Membership.objects.create(
            account=account, commune=commune, role=role.value, since=AT.date()
        )
    return Actor(f"account:{account.pk}", account.name, frozenset({role}), commune.pk)
