"""A procedure as the resident will see it: a version, a language, and each worked case."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.office.days import morning
from motcua.office.part_words import part_said
from motcua.parts.asking import as_typed
from motcua.parts.catalogue import Told, spoken, told_of
from motcua.parts.grounds import GROUNDS
from motcua.procedures.amending.overlay import Touched, touched
from motcua.procedures.amending.places import parts_of
from motcua.procedures.amending.queries import listed
from motcua.procedures.answers import check, clean, visible
from motcua.procedures.calendar import Calendar
from motcua.procedures.calendar_queries import calendar_of
from motcua.procedures.case_names import called
from motcua.procedures.conditions import holds
from motcua.procedures.deadline_words import term_in_words
from motcua.procedures.deadlines import due
from motcua.procedures.fees import Charge, charge
from motcua.procedures.history import versions_of
from motcua.procedures.models import Amendment, ProcedureVersion
from motcua.procedures.pack import Deadline, Example, Procedure
from motcua.procedures.queries import by_version, in_force
from motcua.procedures.result import deadline_for, paperwork
from motcua.procedures.vocabulary import LANGUAGES
from motcua.procedures.wording import Words

CHANNELS: Mapping[str, str | Promise] = {
    "counter": gettext_lazy("at the counter"),
    "online": gettext_lazy("online"),
    "post": gettext_lazy("by post"),
}


class Case(NamedTuple):
    """A worked case as a dossier would go: what is due, asked for, stops it, and comes out.

    `times`: received, due, and due in the longer term, by the calendar of the commune.
    """

    name: str
    how: str
    answers: Sequence[tuple[str, str]]
    due: Charge
    lines: Sequence[tuple[Words, str]]
    papers: Sequence[Words]
    results: Sequence[tuple[Words, int]]
    term: str
    times: Sequence[tuple[datetime, datetime, datetime | None]]
    stops: Sequence[str]


class Seen(NamedTuple):
    """One version in one language, the choice of others, and what can be changed in it."""

    procedure: Procedure
    version: ProcedureVersion
    language: str
    told: Told
    cases: Sequence[Case]
    versions: Sequence[tuple[str, str]]
    languages: Sequence[tuple[str, str, None]]
    here: str
    now: bool
    parts: Sequence[tuple[str, str]]
    waiting: Sequence[Amendment]
    touched: Sequence[Touched]


def seen_of(
    code: str, chosen: str, language: str, *, commune: str, by: Actor, at: datetime
) -> Seen:
    """The version that was chosen, else that of today (or the latest), in a language."""
    versions = versions_of(code)
    today = _today(code, versions, at)
    wanted = typed_number(chosen)
    version = next((one for one in versions if one.version == wanted), today)
    procedure = by_version(version.pk)
    language = language if language in LANGUAGES else translation.get_language() or "vi"
    moment = max(at, morning(version.valid_from) + timedelta(hours=8))
    with translation.override(language):
        told = told_of(procedure, commune, moment)
        calendar = calendar_of(commune)
        cases = [_case(procedure, one, calendar) for one in procedure.examples]
    change = [
        (part_said(version.content, part), reverse("office:amend", args=[code, part]))
        for part in parts_of(version.content)
    ]
    return Seen(
        procedure=procedure,
        version=version,
        language=language,
        told=told,
        cases=cases,
        versions=[(str(one.version), version_said(one)) for one in versions],
        languages=[(name, _address(version, key), None) for key, name in _LANGUAGES],
        here=_address(version, language),
        now=version == today,
        parts=change,
        waiting=listed(by=by, waiting=True, code=code).rows,
        touched=touched(code),
    )


_LANGUAGES = (("vi", "Tiếng Việt"), ("en", "English"), ("hi", "हिन्दी"))


def _today(code: str, versions: Sequence[ProcedureVersion], at: datetime) -> ProcedureVersion:
    """What holds today; the first to come, where nothing does yet."""
    day = day_of(at)
    held = [one for one in versions if one.valid_from <= day]
    if not held:
        return versions[-1]
    number = in_force(code, day).version if _covers(held, day) else held[0].version
    return next(one for one in versions if one.version == number)


def _covers(held: Sequence[ProcedureVersion], day: object) -> bool:
    return any(one.valid_to is None or one.valid_to >= day for one in held)  # type: ignore[operator]


def version_said(one: ProcedureVersion) -> str:
    """``Version 3, from 01/04/2026 to 28/02/2027``."""
    facts = {"number": one.version, "since": f"{one.valid_from:%d/%m/%Y}"}
    if one.valid_to is None:
        return _("Version %(number)s, from %(since)s on") % facts
    until = f"{one.valid_to:%d/%m/%Y}"
    return _("Version %(number)s, from %(since)s to %(until)s") % {**facts, "until": until}


def _address(version: ProcedureVersion, language: str) -> str:
    address = reverse("office:seen", args=[version.code])
    return f"{address}?version={version.version}&as={language}"


def _case(procedure: Procedure, example: Example, calendar: Calendar) -> Case:
    answers = clean(procedure.form, example.answers)
    charged = charge(
        procedure,
        channel=example.channel,
        grounds=example.grounds,
        answers=answers,
        on=example.on,
    )
    found = check(
        procedure.form,
        answers,
        on=example.on,
        unknown=example.unknown,
        at_decision=example.at_decision,
    )
    term = deadline_for(procedure, answers)
    return Case(
        name=called(example.name),
        how=_how(example),
        answers=list(_told(procedure, answers)),
        due=charged,
        lines=[(spoken(one.rule.words), _why(one.exempted_by)) for one in charged.lines],
        papers=[spoken(one.words) for one in procedure.papers if holds(one.when, answers)],
        results=[(spoken(one.words), count) for one, count in paperwork(procedure, answers)],
        term=term_in_words(term),
        times=[_counted(term, row.received, calendar) for row in example.times],
        stops=[str(one.sentence) for one in found.blocking],
    )


def _how(example: Example) -> str:
    """By which way it comes, and on which grounds nothing is paid."""
    grounds = ", ".join(str(GROUNDS[one]) for one in sorted(example.grounds))
    return " · ".join(filter(None, (str(CHANNELS[example.channel]), grounds)))


def _counted(
    term: Deadline, received: datetime, calendar: Calendar
) -> tuple[datetime, datetime, datetime | None]:
    plain = due(term, received=received, calendar=calendar)
    longer = due(term.lengthened(), received=received, calendar=calendar)
    return received, plain, longer if term.extended else None


def _why(exemption: object) -> str:
    words = getattr(exemption, "words", None)
    return spoken(words).label if words else ""


def _told(procedure: Procedure, answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in visible(procedure.form, answers):
        value = answers.get(field.name, "")
        if value:
            words = {one.value: _chosen(one.words) for one in field.choices}
            yield spoken(field.words).term, words.get(value) or as_typed(field.kind, value)


def _chosen(words: Mapping[str, str]) -> str:
    """A choice in the language that is active."""
    return words.get(translation.get_language() or "vi", words["vi"])
