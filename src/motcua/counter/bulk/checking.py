"""Many sent to be signed at once: only those that one entry of the book answers for sure."""

import hashlib
from collections.abc import Mapping

from django.utils.translation import gettext as _

from motcua.counter.bulk.weighed import Item, Look, refuse_unread
from motcua.counter.errors import NoSureMatch, StatementNeeded
from motcua.counter.matching import Match, beside
from motcua.dossiers import actions
from motcua.dossiers.foreseeing import foresee
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.stated import open_terms
from motcua.dossiers.states import Need, Verb
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version
from motcua.procedures.result import book_to_pick, must_pick


def may_check(dossier: Dossier, look: Look) -> Item:
    """It is checked with the one entry that agrees in everything, and goes to the chair."""
    own = dossier.pk in look.own
    foresee(dossier, Verb.CHECK, by=look.by, at=look.at, own=own, brought=(Need.FINDING,))
    refuse_unread(dossier)
    procedure = by_version(dossier.procedure_id)
    if _states(procedure, dossier):
        raise StatementNeeded
    found = beside(dossier, procedure, name=None, by=look.by, at=look.at)
    match = found.best if found else None
    if match is None:
        raise NoSureMatch
    what = _("Checked with entry %(number)s, to the chair") % {"number": match.entry.reference}
    return Item(dossier, what, f"{match.entry.pk}.{_digest(match)}", match)


def check(press: Press, seen: str, facts: Mapping[str, str]) -> Dossier:
    """Check one of many with the entry that the preview showed."""
    return actions.check(press, entry=int(seen.partition(".")[0]))


def _states(procedure: Procedure, dossier: Dossier) -> bool:
    """Whether the officer has something to say that no entry says."""
    picked = must_pick(procedure) and book_to_pick(procedure, dossier.answers) is not None
    return not picked or bool(open_terms(procedure))


def _digest(match: Match) -> str:
    """What the entry said when it was shown: a correction since then is seen."""
    said = repr([(str(line.label), line.found) for line in match.lines])
    return hashlib.sha256(said.encode()).hexdigest()[:12]
