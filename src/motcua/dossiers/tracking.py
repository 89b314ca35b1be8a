"""Tracking without signing in: the code and a second fact show the status, and no more."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.dossiers.codes import tidy_code
from motcua.dossiers.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Part, State
from motcua.dossiers.tries import Limit, give_back, spend
from motcua.foundation.partial_date import PartialDate
from motcua.procedures.answers import meant
from motcua.procedures.queries import by_version

WINDOW = timedelta(minutes=15)
TRIES = 5
# A year of birth is guessed within a hundred tries: a patient guesser gets no more than these.
TRIES_A_DAY = 20
# Wrong tries of one address at many codes: a village may stand behind it, and of 90 million codes
# and 10,000 endings of a telephone a guesser hits nothing with so few.
TRIES_OF_ADDRESS = 30


@dataclass(frozen=True, slots=True)
class Status:
    """What anyone may see who knows the code and a second fact."""

    dossier: Dossier
    state: State
    procedure_code: str
    due_at: datetime | None
    waits_for_person: bool


def track(*, typed: str, fact: str, origin: str, at: datetime) -> Status:
    """The status behind a code, when the second fact fits.

    `fact` is the last four digits of the filer's or owner's telephone or a birth date of the
    subject, the filer or who was helped; `origin` is the asker's address. A wrong fact and an
    unknown code give the same NotFound; TooManyTries after five in a quarter of an hour per code
    and thirty per address, and after twenty in a day per code.
    """
    code = tidy_code(typed)
    limits = _limits(code, origin)
    spend(limits, at)
    found = _of(code) if code else None
    if found is None or not _fits(found, fact):
        raise NotFound
    give_back(limits)
    return Status(
        dossier=found,
        state=found.where,
        procedure_code=found.procedure.code,
        due_at=found.due_at,
        waits_for_person=found.where in (State.AWAITING_SUPPLEMENT, State.AWAITING_FEE),
    )


def _limits(code: str | None, origin: str) -> list[Limit]:
    limits = [Limit(f"origin:{origin}", TRIES_OF_ADDRESS, WINDOW)]
    if code:
        limits += [
            Limit(f"code:{code}", TRIES, WINDOW),
            Limit(f"code-day:{code}", TRIES_A_DAY, timedelta(days=1)),
        ]
    return limits


def _of(code: str) -> Dossier | None:
    rows = Dossier.objects.select_related("procedure").defer("procedure__content")
    return rows.filter(code=code).first()


def _fits(dossier: Dossier, fact: str) -> bool:
    digits = "".join(c for c in fact if c.isdecimal())
    if len(digits) == 4 and any(one.endswith(digits) for one in phones(dossier)):
        return True
    try:
        return str(PartialDate.typed(fact)) in births(dossier)
    except ValueError:
        return False


def phones(dossier: Dossier) -> frozenset[str]:
    """The telephone that was given, and the one that it belongs to."""
    owner = dossier.owner.partition("phone:")[2]
    return frozenset({dossier.filer_phone, owner} - {""})


def births(dossier: Dossier) -> frozenset[str]:
    """The birth dates of the subject, the filer and whoever was helped with it; a draft's are read
    from its answers."""
    if dossier.where == State.DRAFT:
        said = meant(by_version(dossier.procedure_id), dossier.answers)
        found = {said.get("subject.birth", ""), said.get("filer.birth", "")}
    else:
        parts = dossier.parties.filter(part__in=[Part.SUBJECT, Part.FILER])
        found = set(parts.values_list("birth", flat=True))
    if dossier.helped:
        found |= set(dossier.helped_by.values_list("help__birth", flat=True))
    return frozenset(found - {""})
