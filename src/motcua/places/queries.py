"""What is where, on which day, under which code and name."""

from datetime import date

from django.db.models import Q

from motcua.foundation.rows import by_key
from motcua.places.errors import UnknownPlace
from motcua.places.models import Change, Commune, Naming, Province, Succession, Village


def commune(code: str) -> Commune:
    """The commune with its province; UnknownPlace when there is none."""
    found = by_key(Commune, code)
    province = by_key(Province, found.province_id) if found else None
    if found is None or province is None:
        raise UnknownPlace(code=code)
    found.province = province
    return found


def communes(on: date) -> list[Commune]:
    """The communes that exist on a day and that this installation serves, by code."""
    return list(Commune.objects.filter(_on(on)).select_related("province").order_by("code"))


def villages(commune: str, on: date) -> list[Village]:
    """The villages of a commune that exist on a day, by code."""
    return list(Village.objects.filter(_on(on), commune=commune).order_by("code"))


def called(level: str, code: str, on: date) -> Naming:
    """Which unit bore an official code on a day, and its name then; UnknownPlace when none did."""
    found = Naming.objects.filter(_on(on), level=level, code=code).first()
    if found is None:
        raise UnknownPlace(code=code)
    return found


def name_of(level: str, unit: str, on: date) -> Naming:
    """The code and name that a unit bore on a day; UnknownPlace when it did not exist."""
    found = Naming.objects.filter(_on(on), level=level, unit=unit).first()
    if found is None:
        raise UnknownPlace(code=unit)
    return found


def today(level: str, unit: str, on: date) -> list[Naming]:
    """What a unit has become by a day: itself, the one it went into, or those it was split into."""
    steps = Succession.objects.filter(level=level, unit=unit, on__lte=on)
    next_units = [
        step.successor for step in steps.exclude(change=Change.RENAME).order_by("successor")
    ]
    if not next_units:
        return [name_of(level, unit, on)]
    return [naming for one in next_units for naming in today(level, one, on)]


def came_from(level: str, unit: str) -> list[Succession]:
    """The steps that made a unit what it is, the oldest first: merges, splits and renames."""
    steps = Succession.objects.filter(level=level, successor=unit)
    return list(steps.order_by("on", "unit"))


def _on(day: date) -> Q:
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    return begun & (Q(valid_to=None) | Q(valid_to__gt=day))
