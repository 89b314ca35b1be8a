"""The answer to “What will I need?”: every procedure for this person, on one page that prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.functional import Promise

from motcua.foundation.money import Dong
from motcua.parts.elsewhere import OFFICES
from motcua.parts.grounds import GROUNDS
from motcua.parts.square import square
from motcua.portal.elsewhere import note_of, term_of
from motcua.portal.life_event import Step, address_of, steps_of
from motcua.portal.offers import offered
from motcua.portal.office_hours import hours_said
from motcua.portal.your_case import Case, case_of, grounds_of
from motcua.procedures.guide import LifeEvent
from motcua.procedures.guide.choosing import wanted
from motcua.procedures.guide.reading import guide


@dataclass(frozen=True, slots=True)
class Place:
    """What is done at another office, in short."""

    step: Step
    where: str | Promise
    term: str
    fee: Dong | None
    note: str


def answer_page(
    event: LifeEvent, answers: Mapping[str, str], ground: str, at: datetime
) -> dict[str, Any]:
    """The names of the page: what to do, for whom it is free, where to go, the page's address."""
    procedures = offered(at)
    by_code = {one.code: one for one in procedures.procedures}
    grounds = frozenset({ground}) if ground in GROUNDS else frozenset()
    steps = steps_of(wanted(event, answers), procedures)
    cases = [
        case_of(step, by_code[step.need.code], answers, grounds, at)
        if step.need.code
        else _place(step)
        for step in steps
    ]
    asking = {"ground": ground} if grounds else {}
    address = f"{settings.MOTCUA_ADDRESS}{address_of(event, answers, **asking)}"
    return {
        "cases": cases,
        "grounds": _grounds(event, answers, ground, [c for c in cases if isinstance(c, Case)]),
        "hours": hours_said(settings.COMMUNE, at),
        "nobody": address_of(event, answers) if grounds else "",
        "address": address,
        "qr": square(address),
    }


def _place(step: Step) -> Place:
    one = guide().elsewhere[step.need.elsewhere]
    return Place(step, OFFICES[one.where], term_of(one), one.fee, note_of(one))


def _grounds(
    event: LifeEvent, answers: Mapping[str, str], ground: str, cases: list[Case]
) -> list[tuple[str | Promise, str, bool]]:
    """On which grounds it may be free: the word, the address of the page then, whether said."""
    known = grounds_of(cases)
    return [(GROUNDS[one], address_of(event, answers, ground=one), one == ground) for one in known]
