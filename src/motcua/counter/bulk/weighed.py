"""What a look at one of many gives: what will happen to it, or why it is left out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.counter.errors import Doubtful, PapersUnread
from motcua.counter.matching import Match
from motcua.counter.work_list import short
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.foundation.names import folded
from motcua.procedures.answers import doubts
from motcua.procedures.queries import by_version


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks at many, when, how; which are their own matter, and whose the first is."""

    by: Actor
    at: datetime
    language: str
    own: Collection[UUID] = ()
    person: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Item:
    """One that will be acted on. `seen` is what the preview rests on beside the dossier itself."""

    dossier: Dossier
    what: str
    seen: str = ""
    match: Match | None = None

    @property
    def value(self) -> str:
        """What the form says of it: which dossier, at which revision, what was seen."""
        return f"{self.dossier.pk}~{self.dossier.revision}~{self.seen}"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One that is left out, and why."""

    dossier: Dossier
    why: str


def person_of(dossier: Dossier) -> tuple[str, str]:
    """Who handed it in, as far as two dossiers can be compared: name and telephone."""
    return folded(dossier.filer_name), dossier.filer_phone


def service_of(dossier: Dossier, language: str) -> str:
    """What its procedure is called on a line."""
    return short(dossier.procedure_id, language)


def refuse_unread(dossier: Dossier) -> None:
    """What a person has to look at is not done among many: photographs, numbers in doubt."""
    if any(paper.files.all() for paper in dossier.papers.all()):
        raise PapersUnread
    if doubts(by_version(dossier.procedure_id), dossier.answers):
        raise Doubtful
