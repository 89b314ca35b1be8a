"""Entering people into the commune, and what happens to them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor, Role
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded, tidy
from motcua.foundation.numbers import take_number
from motcua.foundation.partial_date import PartialDate
from motcua.people.errors import FactImpossible, NotYourPeople
from motcua.people.ethnic import groups
from motcua.people.models import Exemption, Ground, Household, Resident, Sex
from motcua.places.models import Village


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person; `birth` in the stored form, `ethnic` two digits."""

    full_name: str
    sex: str
    birth: str
    ethnic: str
    nationality: str = "VN"
    identity_number: str = ""
    birth_place: str = ""
    home_place: str = ""
    mother: Resident | None = None
    father: Resident | None = None
    spouse: Resident | None = None


def enter_household(*, village: Village, address: str, by: Actor, at: datetime) -> Household:
    """A new household of a village, with the next number of its commune."""
    _must_keep(by, village.commune_id)
    with transaction.atomic():
        number = take_number(f"household:{village.commune_id}")
        made = Household.objects.create(
            commune_id=village.commune_id, village=village, number=number, address=tidy(address)
        )
        _record("enter_household", f"household:{made.pk}", village.commune_id, by, at)
    return made


def enter_resident(*, household: Household, facts: Facts, by: Actor, at: datetime) -> Resident:
    """A person who lives in a household from now on: born, moved in, or found to be missing.

    Refuses NotYourPeople, and FactImpossible with the field. An identity number that breaks its
    rule is kept: `identity.warnings` warns.
    """
    _must_keep(by, household.commune_id)
    _refuse_impossible(facts, at)
    with transaction.atomic():
        made = Resident.objects.create(
            commune_id=household.commune_id,
            village_id=household.village_id,
            household=household,
            full_name=tidy(facts.full_name),
            name_folded=folded(facts.full_name),
            sex=facts.sex,
            birth=facts.birth,
            ethnic=facts.ethnic,
            nationality=facts.nationality,
            identity_number=facts.identity_number.replace(" ", ""),
            birth_place=tidy(facts.birth_place),
            home_place=tidy(facts.home_place),
            mother=facts.mother,
            father=facts.father,
            spouse=facts.spouse,
        )
        _record("enter_resident", f"resident:{made.pk}", made.commune_id, by, at)
    return made


def record_death(*, resident: Resident, died: str, by: Actor, at: datetime) -> None:
    """The person is no longer of the household; `died` is a partial date in the stored form.

    Refuses NotYourPeople and FactImpossible.
    """
    _must_keep(by, resident.commune_id)
    day = _date(died, "died", at)
    if str(day)[:4] < resident.birth[:4]:
        raise FactImpossible(field="died")
    with transaction.atomic():
        resident.died, resident.household = died, None
        resident.save(update_fields=["died", "household"])
        about = f"resident:{resident.pk}"
        _record("record_death", about, resident.commune_id, by, at, {"died": died})


def grant_exemption(
    *,
    resident: Resident,
    ground: Ground,
    valid_from: date,
    valid_to: date | None,
    basis: str,
    by: Actor,
    at: datetime,
) -> Exemption:
    """A ground on which the resident pays no fee between two days; `basis` is the decision.

    Refuses NotYourPeople, and FactImpossible when it would end before it begins.
    """
    _must_keep(by, resident.commune_id)
    if valid_to is not None and valid_to <= valid_from:
        raise FactImpossible(field="valid_to")
    with transaction.atomic():
        made = Exemption.objects.create(
            commune_id=resident.commune_id,
            resident=resident,
            ground=ground,
            valid_from=valid_from,
            valid_to=valid_to,
            basis=tidy(basis),
        )
        facts = {"ground": ground.value, "basis": made.basis}
        about = f"resident:{resident.pk}"
        _record("grant_exemption", about, resident.commune_id, by, at, facts)
    return made


def _must_keep(by: Actor, commune: str) -> None:
    if by.has(Role.SYSTEM):
        return
    if by.commune != commune or not by.has(Role.OFFICER, Role.CHAIR):
        raise NotYourPeople


def _refuse_impossible(facts: Facts, at: datetime) -> None:
    if not tidy(facts.full_name):
        raise FactImpossible(field="full_name")
    if facts.sex not in Sex.values:
        raise FactImpossible(field="sex")
    if facts.ethnic not in groups():
        raise FactImpossible(field="ethnic")
    _date(facts.birth, "birth", at)


def _date(text: str, field: str, at: datetime) -> PartialDate:
    try:
        found = PartialDate.stored(text)
    except ValueError as error:
        raise FactImpossible(field=field) from error
    if str(found) > day_of(at).isoformat():
        raise FactImpossible(field=field)
    return found


def _record(
    verb: str,
    about: str,
    commune: str,
    by: Actor,
    at: datetime,
    facts: dict[str, str] | None = None,
) -> None:
    record(chain=commune, by=by, at=at, verb=verb, about=about, facts=facts)
