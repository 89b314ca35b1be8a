"""A procedure as the law gives it: frozen facts, no code. Read from a version by `assembly`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from datetime import date, datetime, time
from typing import Literal

from motcua.foundation.money import Dong
from motcua.procedures.conditions import Condition
from motcua.procedures.form import Check, Choice, Field, Form, Paper, Section
from motcua.procedures.outcome import Notes, Paperwork, Result, Source, Writes
from motcua.procedures.tariff import Exemption, FeeRule, Fees, Tier, Timely
from motcua.procedures.wording import Basis, Mark, Need, Said, Title, Words

__all__ = [
    "Basis",
    "Check",
    "Choice",
    "Condition",
    "Deadline",
    "Example",
    "Exemption",
    "Extension",
    "FeeRule",
    "Fees",
    "Field",
    "Form",
    "Instead",
    "Mark",
    "Need",
    "News",
    "Notes",
    "Paper",
    "Paperwork",
    "Procedure",
    "Result",
    "Said",
    "Section",
    "Source",
    "Step",
    "Tier",
    "Timed",
    "Timely",
    "Title",
    "Words",
    "Writes",
]


@dataclass(frozen=True, slots=True)
class Extension:
    """The longer term, for a reason the law names (verification elsewhere, many pages).

    `total` counts from the reception, in the unit given; it replaces the plain term.
    """

    unit: Literal["working_hours", "working_days", "days"]
    total: int
    reason: Mapping[str, str]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Deadline:
    """The term. `cutoff`: received from then on counts as received on the next working day.

    `cases` are other terms for some answers; `deadline_for` of `result` chooses.
    """

    unit: Literal["same_day", "working_hours", "working_days", "days"]
    amount: int
    basis: Basis
    cutoff: time | None = None
    extended: Extension | None = None
    on_supplement: Literal["restart", "extend", "run_on"] = "restart"
    on_fee: Literal["restart", "extend", "run_on"] = "extend"
    cases: tuple[tuple[Condition, "Deadline"], ...] = ()

    def lengthened(self) -> "Deadline":
        """The longer term in place of this one; itself where the law gives none."""
        longer = self.extended
        if longer is None:
            return self
        return replace(self, unit=longer.unit, amount=longer.total, basis=longer.basis)


@dataclass(frozen=True, slots=True)
class News:
    """What the law of this edition brings that the one before had not, in a sentence."""

    name: str
    words: Said
    basis: Basis


@dataclass(frozen=True, slots=True)
class Instead:
    """What people look for here and get by another procedure, in a sentence, and its code."""

    name: str
    words: Said
    procedure: str


@dataclass(frozen=True, slots=True)
class Step:
    """One station of the route: who checks, who signs."""

    name: Literal["check", "sign"]
    role: Literal["officer", "chair"]
    words: Said


@dataclass(frozen=True, slots=True)
class Timed:
    """When a worked case is received and is due, by the office's clock.

    `longer`: when it is due where the officer takes the longer term of the law.
    """

    received: datetime
    due: datetime
    longer: datetime | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A worked case of the pack, and what must come out of it.

    `province`: whose fees are in `fee`; with those of another, or none, it is not compared.
    """

    name: str
    on: date
    answers: Mapping[str, str]
    channel: str = "counter"
    province: str = ""
    grounds: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    at_decision: bool = False
    times: tuple[Timed, ...] = ()
    blocking: tuple[str, ...] = ()
    advice: tuple[str, ...] | None = None
    fee: Dong | None = None
    hidden: frozenset[str] = frozenset()
    papers: tuple[str, ...] | None = None
    note: str | None = None
    changes: Mapping[str, str] | None = None
    results: tuple[str, ...] | None = None  # ``birth_certificate 1``: template and copies
    content: Mapping[str, str] = made(default_factory=dict)
    prints: Mapping[str, str] = made(default_factory=dict)
    entry: Mapping[str, str] = made(default_factory=dict)
    facts: Mapping[str, str] = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Procedure:
    """One immutable version of a procedure. `field` is its field of law: civil_status, …

    `often`: it is among those that people ask for most.
    """

    code: str
    version: int
    version_id: int
    digest: str
    field: str
    valid_from: date
    valid_to: date | None
    words: Mapping[str, Title]
    legal_basis: tuple[Basis, ...]
    online: Literal["full", "partial"]
    form: Form
    papers: tuple[Paper, ...]
    fees: Fees
    deadline: Deadline
    route: tuple[Step, ...]
    result: Result
    timely: Timely | None = None
    examples: tuple[Example, ...] = ()
    news: tuple[News, ...] = ()
    instead: tuple[Instead, ...] = ()
    marks: Mapping[str, Mark] = made(default_factory=dict)
    often: bool = False

    def title(self, language: str) -> str:
        """The name of the procedure, in Vietnamese when the language is none of ours."""
        return self.words.get(language, self.words["vi"]).title
