"""The law that is loaded, as the administrator sees it: which versions, and how sure they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.office.lines import Line, now_to_do, to_mind, well
from motcua.procedures.calendar_queries import calendar_of, known_years
from motcua.procedures.certainty import Certainty, certainty
from motcua.procedures.errors import CalendarMissing
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import catalogue

# From this month on deadlines may reach into the next year.
_AUTUMN = 10


class InForce(NamedTuple):
    """A procedure offered today, its title, and how sure its statements are."""

    procedure: Procedure
    title: str
    sure: Certainty


def in_force(at: datetime) -> Sequence[InForce]:
    """Every procedure of today, by code."""
    language = get_language() or "vi"
    return [
        InForce(one, one.title(language), certainty(one.digest)) for one in catalogue(day_of(at))
    ]


def packs_line(by: Actor, at: datetime) -> Line:
    """How many are in force, and whether any of them was not compared with its text."""
    title, found = _("Law"), in_force(at)
    if not found:
        return now_to_do(title, _("No procedure is in force."), "no_law")
    said = ngettext(
        "%(num)s procedure is in force.", "%(num)s procedures are in force.", len(found)
    ) % {"num": len(found)}
    doubts = sum(one.sure.memory + one.sure.unsure for one in found)
    if not doubts:
        return well(title, said)
    more = ngettext(
        "%(num)s statement in them is from memory or unsure.",
        "%(num)s statements in them are from memory or unsure.",
        doubts,
    )
    return to_mind(title, f"{said} {more % {'num': doubts}}", "law")


def calendar_line(by: Actor, at: datetime) -> Line:
    """Whether deadlines can be counted, and know the holidays that they will meet."""
    title, today, commune = _("Calendar"), day_of(at), by.commune or ""
    try:
        calendar_of(commune)
    except CalendarMissing as missing:
        return now_to_do(title, str(missing), "hours")
    wanted = {today.year, today.year + 1} if today.month >= _AUTUMN else {today.year}
    unknown = sorted(wanted.difference(known_years(commune)))
    if unknown:
        said = _("No day off of %(year)s is entered: deadlines count weekends alone.")
        return to_mind(title, said % {"year": unknown[0]}, "days")
    said = _("Days off are entered until the end of %(year)s.")
    return well(title, said % {"year": max(wanted)})
