"""What the commune already knows of the people at the counter, as answers to a form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.http import QueryDict

from motcua.counter.taking_in import typed_in
from motcua.dossiers.known import Around, known, source_said
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.people import queries
from motcua.people.kin import Kin, kin_of, telephone_of
from motcua.people.models import Resident
from motcua.procedures.pack import Procedure

_WHY = "intake"


def found(typed: str, *, by: Actor, at: datetime) -> list[Resident]:
    """Residents by identity number or by name without its marks; [] for too little to go by."""
    bare = typed.replace(" ", "")
    if bare.isdecimal():
        return queries.by_identity(by=by, number=bare, at=at, why=_WHY)
    return queries.find(by=by, name=typed, at=at, why=_WHY, limit=8) if len(bare) > 1 else []


@dataclass(frozen=True, slots=True)
class Filled:
    """The answers with what is known put in, where each of these stands, and on which grounds the
    one it is for pays nothing today. `filer` and `subject` are residents' keys, "" for strangers;
    `family` is whom the filer may act for."""

    answers: dict[str, str]
    sources: dict[str, str] = field(default_factory=dict)
    grounds: frozenset[str] = frozenset()
    filer: str = ""
    subject: str = ""
    family: Sequence[Kin] = ()


def filled(
    procedure: Procedure, form: QueryDict, chosen: str, *, by: Actor, at: datetime
) -> Filled:
    """What was typed, and over it what is known of the residents that were chosen.

    `chosen` is the one just pressed (``self:12``), as ``filer``, ``subject``, or ``self`` for both
    at once; the other stays whom the form says.
    """
    typed = typed_in(form)
    part, _, number = chosen.partition(":")
    filer = number if part in ("self", "filer") else form.get("as_filer", "")
    subject = number if part in ("self", "subject") else form.get("as_subject", "")
    key = typed_number(filer)
    family = kin_of(by=by, resident_id=key, at=at, why=_WHY) if key else []
    files = family[0].resident if family else None
    about = _about(subject, family, by, at)
    if files is None and about is None:
        return Filled(typed)
    account = {"phone": telephone_of(files)} if files else {}
    people = Around(files, about, account, whole=True, answers=typed)
    facts = known(procedure, people, by=by, at=at)
    payer = about.resident if about else files
    return Filled(
        answers=typed | {name: fact.value for name, fact in facts.items()},
        sources={name: source_said(fact.source, own=False) for name, fact in facts.items()},
        grounds=queries.grounds(payer, day_of(at)) if payer else frozenset(),
        filer=filer if files else "",
        subject=subject if about else "",
        family=family[1:],
    )


def _about(key: str, family: Sequence[Kin], by: Actor, at: datetime) -> Kin | None:
    """Whom it is about: one of the filer's kin, or somebody whom the register does not link."""
    number = typed_number(key)
    if number is None:
        return None
    kin = next((one for one in family if one.resident.pk == number), None)
    return kin or Kin("other", queries.resident(by=by, resident_id=number, at=at, why=_WHY))
