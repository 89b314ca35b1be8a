"""What changes places: loading the pack, renaming, merging."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.places.errors import NotYourPlaces, UnknownPlace
from motcua.places.models import Change, Commune, Level, Naming, Province, Succession, Village
from motcua.places.pack import Pack, Unit

UNITS: dict[str, type[Province] | type[Commune] | type[Village]] = {
    Level.PROVINCE: Province,
    Level.COMMUNE: Commune,
    Level.VILLAGE: Village,
}


def load(*, pack: Pack, by: Actor, at: datetime) -> int:
    """Put the units and steps of a pack in place; how many units. Again is harmless.

    What an administrator has since renamed or configured (agency code, address) stays.
    """
    _must_administer(by)
    with transaction.atomic():
        for unit in pack.units:
            UNITS[unit.level].objects.get_or_create(code=unit.key, defaults=_facts(unit))
            _name_first(unit)
        for step in pack.steps:
            Succession.objects.get_or_create(
                level=step.level,
                unit=step.unit,
                successor=step.successor,
                on=step.on,
                defaults={"change": step.change, "basis": step.basis},
            )
        record(
            chain="",
            by=by,
            at=at,
            verb="load_places",
            about="places",
            facts={"units": len(pack.units), "steps": len(pack.steps)},
        )
    return len(pack.units)


def rename(
    *, level: str, unit: str, name: str, on: date, basis: str, by: Actor, at: datetime
) -> None:
    """From `on` the unit bears another name; papers of before keep the old one.

    Refuses UnknownPlace and NotYourPlaces.
    """
    with transaction.atomic():
        row = _locked(level, unit, by)
        closed = Naming.objects.filter(level=level, unit=unit, valid_to=None)
        code = closed.values_list("code", flat=True).first() or unit
        closed.update(valid_to=on)
        Naming.objects.create(level=level, unit=unit, code=code, name=name, valid_from=on)
        step = {"level": level, "unit": unit, "successor": unit}
        Succession.objects.create(**step, change=Change.RENAME, on=on, basis=basis)
        facts = {"from": row.name, "to": name, "on": str(on), "basis": basis}
        row.name = name
        row.save(update_fields=["name"])
        _record(level, unit, "rename", facts, by=by, at=at)


def merge(
    *,
    level: str,
    units: Sequence[str],
    into: str,
    on: date,
    basis: str,
    by: Actor,
    at: datetime,
) -> None:
    """From `on` the units are part of `into`, which exists already or goes on existing.

    Rows that name a merged unit keep naming it: `queries.today` says what it is part of now.
    Refuses UnknownPlace and NotYourPlaces; then nothing is merged.
    """
    with transaction.atomic():
        _locked(level, into, by)
        for unit in units:
            row = _locked(level, unit, by)
            row.valid_to = on
            row.save(update_fields=["valid_to"])
            Naming.objects.filter(level=level, unit=unit, valid_to=None).update(valid_to=on)
            step = {"level": level, "unit": unit, "successor": into}
            Succession.objects.create(**step, change=Change.MERGE, on=on, basis=basis)
        facts = {"units": list(units), "on": str(on), "basis": basis}
        _record(level, into, "merge", facts, by=by, at=at)


def _facts(unit: Unit) -> dict[str, Any]:
    facts = {"name": unit.name, "valid_from": unit.valid_from, "valid_to": unit.valid_to}
    if unit.level == Level.COMMUNE:
        own = {"agency_code": unit.agency_code, "address": unit.address, "phone": unit.phone}
        return {**facts, **own, "province_id": unit.parent}
    if unit.level == Level.VILLAGE:
        guessed = unit.marks.get("name") == "placeholder"
        return {**facts, "commune_id": unit.parent, "placeholder": guessed}
    return facts


def _name_first(unit: Unit) -> None:
    dates = {"valid_from": unit.valid_from, "valid_to": unit.valid_to}
    Naming.objects.get_or_create(
        level=unit.level,
        unit=unit.key,
        valid_from=unit.valid_from,
        defaults={"code": unit.code, "name": unit.name, **dates},
    )


def _locked(level: str, unit: str, by: Actor) -> Province | Commune | Village:
    _must_administer(by)
    row = UNITS[level].objects.select_for_update().filter(code=unit).first()
    if row is None:
        raise UnknownPlace(code=unit)
    place = row.commune_id if isinstance(row, Village) else row.code
    # An administrator looks after one commune; provinces are the system's own affair.
    if not by.has(Role.SYSTEM) and place != by.commune:
        raise NotYourPlaces
    return row


def _must_administer(by: Actor) -> None:
    if not by.has(Role.SYSTEM, Role.ADMINISTRATOR):
        raise NotYourPlaces


def _record(
    level: str, unit: str, verb: str, facts: dict[str, Any], *, by: Actor, at: datetime
) -> None:
    chain = by.commune or ""
    record(chain=chain, by=by, at=at, verb=f"{verb}_place", about=f"{level}:{unit}", facts=facts)
