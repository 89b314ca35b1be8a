"""What the register of residents already knows of a person, as answers to a form."""

from collections.abc import Mapping
from datetime import datetime

from django.http import QueryDict

from motcua.counter.taking_in import typed_in
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.people import queries
from motcua.people.models import Resident
from motcua.procedures.pack import Procedure

_WHY = "intake"


def found(typed: str, *, by: Actor, at: datetime) -> list[Resident]:
    """Residents by identity number or by name without its marks; [] for too little to go by."""
    bare = typed.replace(" ", "")
    if bare.isdecimal():
        return queries.by_identity(by=by, number=bare, at=at, why=_WHY)
    return queries.find(by=by, name=typed, at=at, why=_WHY, limit=8) if len(bare) > 1 else []


def filled(
    procedure: Procedure, form: QueryDict, chosen: str, *, by: Actor, at: datetime
) -> tuple[dict[str, str], frozenset[str]]:
    """What was typed, with what is known of the resident that was chosen (``self:12``), and on
    which grounds that resident pays nothing today.

    `chosen` says as whom: ``filer``, ``subject``, or ``self`` for both at once.
    """
    typed = typed_in(form)
    part, _, number = chosen.partition(":")
    key = typed_number(number)
    if key is None:
        return typed, frozenset()
    resident = queries.resident(by=by, resident_id=key, at=at, why=_WHY)
    known = known_of(resident, ("filer", "subject") if part == "self" else (part,))
    if part == "self":
        known["filer.relation"] = "self"
    by_means = {field.means: field.name for field in procedure.form.fields if field.means}
    filled_in = {by_means[means]: value for means, value in known.items() if means in by_means}
    return typed | filled_in, queries.grounds(resident, day_of(at))


def known_of(resident: Resident, parts: tuple[str, ...]) -> dict[str, str]:
    """The facts of a resident by what they mean to a form; blanks are left out."""
    facts: Mapping[str, str] = {
        "name": resident.full_name,
        "birth": resident.birth,
        "sex": resident.sex,
        "ethnic": resident.ethnic,
        "nationality": resident.nationality,
        "identity": resident.identity_number,
        "address": f"{resident.village.name}, {resident.commune.name}",
    }
    known = {f"{part}.{name}": value for part in parts for name, value in facts.items() if value}
    if "subject" in parts:
        for who, parent in (("mother", resident.mother), ("father", resident.father)):
            if parent is not None:
                known |= {f"{who}.name": parent.full_name, f"{who}.birth": parent.birth}
    return known
