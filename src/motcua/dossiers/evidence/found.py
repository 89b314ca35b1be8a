"""What was found in the records, in codes that the desk puts into words. Plain Python."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.people.models import Resident
from motcua.people.recognising import Named


class Weight(StrEnum):
    """How much it matters: it tells, it warns, or it contradicts and must be explained."""

    TELLS = "tells"
    WARNS = "warns"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a record says.

    `code` is that of a sentence at the desk, `facts` its places (days in the stored form), `source`
    the record: ``entry:12``, ``resident:7``, "" for what was looked for and is not there.
    """

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    weight: Weight = Weight.TELLS


class Compared(NamedTuple):
    """A term of a person: what the request says and what the register of residents does."""

    what: str
    asked: str
    found: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the request by their part in the book, and the resident who is meant.

    `maybe` are those of whom one may be meant, where none is for sure.
    """

    who: str
    named: Named
    resident: Resident | None = None
    maybe: Sequence[Resident] = ()
    compared: Sequence[Compared] = ()
    said: Sequence[Said] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What follows from the records: a status in a word, as answers to the form, and from what."""

    word: str
    answers: Mapping[str, str]
    sources: Sequence[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it: person by person, what concerns them together, and what is proposed."""

    book: str
    people: Sequence[Person]
    said: Sequence[Said] = ()
    proposal: Proposal | None = None

    @property
    def everything(self) -> list[Said]:
        """What is said of each and of all."""
        return [*self.said, *(one for person in self.people for one in person.said)]

    @property
    def contradicts(self) -> list[Said]:
        """What may be passed by only with a word why."""
        return [one for one in self.everything if one.weight is Weight.CONTRADICTS]


@dataclass(frozen=True, slots=True)
class Look:
    """For which request the records are looked into, by whom and when.

    `content` is what the decision would write into the book, `means` the answers by their meaning,
    `why` the journal's reason. `own`: the caller has made sure that the actor may read what
    concerns these people, as somebody may of themselves.
    """

    book: str
    content: Mapping[str, str]
    means: Mapping[str, str]
    commune: str
    by: Actor
    at: datetime
    why: str
    own: bool = False

    @property
    def day(self) -> date:
        """The office day."""
        return day_of(self.at)

    def named(self, who: str) -> Named:
        """How the request names somebody."""
        told = (self.content.get(f"{who}.{what}", "") for what in ("name", "birth", "identity"))
        return Named(*told)
