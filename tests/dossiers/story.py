"""The extract copy that everything hangs on: its law loaded, its answers, its walk."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from motcua.dossiers import actions
from motcua.dossiers.actions import Intake
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import Channel
from motcua.foundation.actor import SYSTEM, Actor
from motcua.foundation.money import Dong
from motcua.procedures.actions import keep
from motcua.procedures.calendar_actions import seed_calendar
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import in_force
from motcua.registers.actions import write_entry
from motcua.registers.models import Entry
from motcua.results.models import Result
from motcua.results.press import produce
from tests import cast
from tests.procedures.packs import EXTRACT, SIX, codes, contents_of

# Thử asks for her own birth extract, one copy.
ANSWERS: Mapping[str, str] = {
    "filer_name": "Vàng Thị Thử",
    "filer_phone": cast.PHONE,
    "event": "birth",
    "relation": "self",
    "copies": "1",
    "subject_birth": "1991-05-12",
    "subject_sex": "female",
    "register_office": "Xã Cốc San",
    "delivery": "counter",
}
BIRTH = {
    "child.name": "Vàng Thị Thử",
    "child.birth": "1991-05-12",
    "child.sex": "female",
    "child.ethnic": "25",
    "child.nationality": "VN",
    "child.birth_place": "Trạm y tế xã Cốc San, tỉnh Lào Cai",
    "mother.name": "Lò Thị Mẹ",
    "mother.birth": "1968",
}


def law(code: str = EXTRACT, at: datetime = cast.AT) -> Procedure:
    """The procedure as in force beside the six that most tests stand on; the office's calendar."""
    return _law(code, (*SIX, code), at)


def whole_law(code: str = EXTRACT, at: datetime = cast.AT) -> Procedure:
    """The procedure as in force, with the whole catalogue beside it."""
    return _law(code, codes(), at)


def _law(code: str, loaded: Iterable[str], at: datetime) -> Procedure:
    keep(contents_of(*loaded), by=SYSTEM, at=at)
    cast.coc_san()
    seed_calendar(commune=cast.COC_SAN, by=SYSTEM, at=at)
    return in_force(code, at.date())


def birth_entry() -> Entry:
    """Thử's entry in the birth book."""
    by = cast.acting(cast.officer())
    return write_entry(
        commune=cast.COC_SAN, kind="birth", content=BIRTH, source="test:thu", by=by, at=cast.AT
    )


def intake(procedure: Procedure, **changes: object) -> Intake:
    """What Thử hands in; `answers` given here are laid over hers, or stand alone (`plain`)."""
    own = {} if changes.pop("plain", False) else ANSWERS
    answers = {**own, **changes.pop("answers", {})}  # type: ignore[dict-item]
    facts = {"id": uuid4(), "commune": cast.coc_san(), "procedure": procedure, **changes}
    return Intake(answers=answers, **facts)  # type: ignore[arg-type]


def submitted(procedure: Procedure, **changes: object) -> Dossier:
    """Handed in online by the signed-in resident."""
    by = cast.acting(cast.resident())
    return actions.submit(intake(procedure, **changes), by=by, at=cast.AT, verified=True)


def walked_in(procedure: Procedure, **changes: object) -> Dossier:
    """Entered by the receptionist for a person who stands at the counter."""
    by = cast.acting(cast.receptionist())
    given = intake(procedure, channel=Channel.COUNTER, right="counter", **changes)
    return actions.submit(given, by=by, at=cast.AT, verified=True)


def press(dossier: Dossier, by: Actor, minutes: int = 5, key: UUID | None = None) -> Press:
    """One press of a button by someone who sees the dossier as it is."""
    at = cast.AT + timedelta(minutes=minutes)
    return Press(dossier.pk, key or uuid4(), by, at, dossier.revision)


def in_progress(procedure: Procedure, **changes: object) -> Dossier:
    """Accepted at the desk and taken up by the officer."""
    dossier = submitted(procedure, **changes)
    dossier = actions.accept(press(dossier, cast.acting(cast.receptionist())))
    return actions.begin(press(dossier, cast.acting(cast.officer())))


def checked(procedure: Procedure, **changes: object) -> Dossier:
    """Checked against Thử's entry; the chair's turn."""
    dossier = in_progress(procedure, **changes)
    officer = cast.acting(cast.officer())
    return actions.check(press(dossier, officer), entry=birth_entry().pk)


def issued(procedure: Procedure, **changes: object) -> tuple[Dossier, Result]:
    """Paid, signed, its paper made: done, and ready to be handed over."""
    dossier = checked(procedure, **changes)
    due = Dong(dossier.fee_due)
    dossier = actions.take_fee(press(dossier, cast.acting(cast.receptionist())), amount=due)
    dossier = actions.sign(press(dossier, cast.acting(cast.chair())))
    result = Result.objects.select_related("document").get(decision=f"dossier:{dossier.pk}")
    produce(result.document.pk, cast.AT + timedelta(minutes=6))
    return actions.issue(press(dossier, SYSTEM, 6)), result
