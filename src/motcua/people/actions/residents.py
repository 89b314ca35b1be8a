"""Entering people into the commune, and what happens to them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from motcua.audit.actions import record
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded, tidy
from motcua.foundation.numbers import let_pass, take_number
from motcua.people.actions.moves import must_keep, past, record_moves
from motcua.people.errors import FactImpossible
from motcua.people.ethnic import groups
from motcua.people.models import Exemption, Ground, Household, Kind, Move, Resident, Sex
from motcua.people.said import Said, born, dying, first_said, written
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
    head: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """How somebody came to be known here.

    `source` is what it was learned from (``entry:12``; the desk where none is said), `since` the
    day from which they live in the household (today, or from birth when `born` into it), `wed` that
    of the wedding where there is a spouse.
    """

    source: str = ""
    since: str = ""
    wed: str = ""
    born: bool = False


def enter_household(*, village: Village, address: str, by: Actor, at: datetime) -> Household:
    """A new household of a village, with the next number of its commune."""
    must_keep(by, village.commune_id)
    with transaction.atomic():
        series = f"household:{village.commune_id}"
        # A list brings households with the numbers that they have: the series goes on after them.
        let_pass(series, _highest(village.commune_id))
        number = take_number(series)
        made = Household.objects.create(
            commune_id=village.commune_id, village=village, number=number, address=tidy(address)
        )
        _record("enter_household", f"household:{made.pk}", village.commune_id, by, at)
    return made


def enter_resident(
    *, household: Household, facts: Facts, by: Actor, at: datetime, came: Came | None = None
) -> Resident:
    """A person who lives in a household from now on: born, moved in, or found to be missing.

    Refuses NotYourPeople, and FactImpossible with the field. An identity number that breaks its
    rule is kept: `identity.warnings` warns.
    """
    came = came or Came()
    since = came.since or day_of(at).isoformat()
    must_keep(by, household.commune_id)
    _refuse_impossible(facts, at)
    past(since, "since", at)
    with transaction.atomic():
        made = resident_row(household, facts)
        made.save(force_insert=True)
        source = came.source or f"desk:{uuid4()}"
        said = [born(made)] if came.born else [*first_said(made, since=since, wed=came.wed)]
        Move.objects.bulk_create(written(one, source=source, by=by, at=at) for one in said)
        _record("enter_resident", f"resident:{made.pk}", made.commune_id, by, at)
    return made


def _highest(commune: str) -> int:
    rows = Household.objects.filter(commune=commune).order_by("-number")
    return rows.values_list("number", flat=True).first() or 0


def resident_row(household: Household, facts: Facts) -> Resident:
    """The row of a new resident, not saved yet. With it go the rows of `said.first_said`."""
    return Resident(
        commune_id=household.commune_id,
        village_id=household.village_id,
        household=household,
        head=facts.head,
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


def record_death(
    *, resident: Resident, died: str, by: Actor, at: datetime, source: str = "", reason: str = ""
) -> None:
    """The person is no longer of the household; `died` is a partial date in the stored form.

    Refuses NotYourPeople and FactImpossible.
    """
    must_keep(by, resident.commune_id)
    past(died, "died", at)
    said = Said(resident, Kind.DIED, died, dying(died))
    source = source or f"desk:{uuid4()}"
    record_moves(said=[said], source=source, reason=reason, by=by, at=at)
    resident.refresh_from_db()


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
    must_keep(by, resident.commune_id)
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


def _refuse_impossible(facts: Facts, at: datetime) -> None:
    if not tidy(facts.full_name):
        raise FactImpossible(field="full_name")
    if facts.sex not in Sex.values:
        raise FactImpossible(field="sex")
    if facts.ethnic not in groups():
        raise FactImpossible(field="ethnic")
    past(facts.birth, "birth", at)


def _record(
    verb: str,
    about: str,
    commune: str,
    by: Actor,
    at: datetime,
    facts: dict[str, str] | None = None,
) -> None:
    record(chain=commune, by=by, at=at, verb=verb, about=about, facts=facts)
