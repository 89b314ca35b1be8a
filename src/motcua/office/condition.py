"""How the machine stands: one line for each thing that an administrator must know."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.audit.queries import latest
from motcua.consequences.queries import MANY, stuck, waiting, worker
from motcua.consequences.sweeping import lost_files
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.foundation.engine import engine
from motcua.foundation.unchangeable import standing
from motcua.notifications.queries import failed, outbox
from motcua.office.law import calendar_line, packs_line
from motcua.office.lines import Line, now_to_do, to_mind, well
from motcua.parts.formats import day, moment, number, size
from motcua.results.mending import not_made
from motcua.results.signers.certificates import valid_until

# A commune that backs up every evening is never older than this in the morning after a holiday.
BACKUP_FRESH, BACKUP_OLD = timedelta(days=2), timedelta(days=7)
JOURNAL_CHECKED = timedelta(days=31)
# The demo's whole year of papers takes a quarter of the first; a backup needs as much again.
DISK_SMALL, DISK_FULL = 5 * 10**9, 10**9
CERTIFICATE_SOON = timedelta(days=30)
MESSAGES_SLOW = timedelta(minutes=15)
# A message of last month is not sent again: what it told has been seen or has passed.
MESSAGES_KEPT = timedelta(days=30)


class Condition(NamedTuple):
    """All lines, the worst first, and how many of them want something."""

    lines: list[Line]
    grave: int
    minded: int


def condition(*, by: Actor, at: datetime) -> Condition:
    """Everything, asked now."""
    found = [ask(by, at) for ask in _ALL]
    found.sort(key=lambda line: line.rank)
    tones = [line.tone for line in found]
    return Condition(found, tones.count("stop"), tones.count("warn"))


def _worker(by: Actor, at: datetime) -> Line:
    title, found = _("Worker"), worker(at)
    if found.last is None:
        return now_to_do(title, _("It has never run."), "worker")
    if not found.alive:
        said = _("It stands still: last seen at %(when)s.") % {"when": moment(found.last)}
        return now_to_do(title, said, "worker")
    if found.since is None:
        return well(title, _("It is running."))
    return well(title, _("It has been running since %(when)s.") % {"when": moment(found.since)})


def _acts(by: Actor, at: datetime) -> Line:
    title, behind, kept = _("What follows from acts"), waiting(), len(stuck(by=by))
    if kept:
        said = ngettext("%(num)s act is stuck.", "%(num)s acts are stuck.", kept)
        return to_mind(title, said % {"num": kept}, "stuck")
    if behind > MANY:
        said = _("More than %(num)s acts wait: the worker does not keep up.")
        return to_mind(title, said % {"num": number(MANY)}, "behind")
    said = ngettext(
        "Nothing is stuck; %(num)s act waits.", "Nothing is stuck; %(num)s acts wait.", behind
    )
    return well(title, said % {"num": number(behind)})


def _messages(by: Actor, at: datetime) -> Line:
    title, box = _("Messages to people"), outbox()
    lost = len(failed(by=by, since=at - MESSAGES_KEPT))
    if lost:
        said = ngettext(
            "%(num)s message could not be delivered in the last 30 days.",
            "%(num)s messages could not be delivered in the last 30 days.",
            lost,
        )
        return to_mind(title, said % {"num": lost}, "messages")
    if box.oldest and at - box.oldest > MESSAGES_SLOW:
        said = _("The oldest has waited to be sent since %(when)s.")
        return to_mind(title, said % {"when": moment(box.oldest)}, "slow")
    said = ngettext("All are sent; %(num)s waits.", "All are sent; %(num)s wait.", box.waiting)
    return well(title, said % {"num": number(box.waiting)})


def _papers(by: Actor, at: datetime) -> Line:
    title, lost = _("Papers"), len(not_made(by=by))
    if lost:
        said = ngettext(
            "%(num)s paper could not be made.", "%(num)s papers could not be made.", lost
        )
        return to_mind(title, said % {"num": lost}, "papers")
    return well(title, _("All that were asked for are made or being made."))


def _database(by: Actor, at: datetime) -> Line:
    title, found = _("Database"), engine()
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[found.kind]
    said = f"{name} {found.version}"
    if not found.sound:
        return now_to_do(title, said, "engine")
    return well(title, said)


def _disk(by: Actor, at: datetime) -> Line:
    title, left = _("Disk"), shutil.disk_usage(settings.DATA).free
    said = _("%(size)s are free.") % {"size": size(left)}
    if left < DISK_FULL:
        return now_to_do(title, said, "disk")
    return to_mind(title, said, "disk") if left < DISK_SMALL else well(title, said)


def _files(by: Actor, at: datetime) -> Line:
    title, lost = _("Files"), lost_files()
    if lost:
        said = ngettext("%(num)s kept file is gone.", "%(num)s kept files are gone.", lost)
        return now_to_do(title, said % {"num": number(lost)}, "files")
    return well(title, _("All that was looked for is there."))


def _backup(by: Actor, at: datetime) -> Line:
    title, last = _("Last backup"), latest(by.commune or "", "backup")
    if last is None:
        return now_to_do(title, _("None has been made yet."), "backup")
    said = _("Made at %(when)s.") % {"when": moment(last.at)}
    if at - last.at > BACKUP_OLD:
        return now_to_do(title, said, "backup")
    return to_mind(title, said, "backup") if at - last.at > BACKUP_FRESH else well(title, said)


def _journal(by: Actor, at: datetime) -> Line:
    title, last = _("Journal"), latest(by.commune or "", "verify_log")
    if not standing(connection, "audit_line"):
        return now_to_do(title, _("Its guards in the database are gone."), "journal")
    if last is None:
        return to_mind(title, _("Nobody has checked it from its page yet."), "check")
    if last.facts["faults"]:
        said = _("The check of %(when)s found faults.") % {"when": moment(last.at)}
        return now_to_do(title, said, "journal")
    said = _("The check of %(when)s found no fault.") % {"when": moment(last.at)}
    return to_mind(title, said, "check") if at - last.at > JOURNAL_CHECKED else well(title, said)


def _certificate(by: Actor, at: datetime) -> Line:
    title, until = _("Certificate for signing"), valid_until()
    if until is None:
        return well(title, _("None is there yet; the first signed paper brings it."))
    said = _("Valid until %(day)s.") % {"day": day(day_of(until))}
    if until <= at:
        return now_to_do(title, said, "certificate")
    return (
        to_mind(title, said, "certificate") if until - at < CERTIFICATE_SOON else well(title, said)
    )


_ALL: tuple[Callable[[Actor, datetime], Line], ...] = (
    _worker,
    _acts,
    _messages,
    _papers,
    _database,
    _disk,
    _files,
    _backup,
    _journal,
    _certificate,
    packs_line,
    calendar_line,
)
