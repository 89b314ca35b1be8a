"""What leads a person from what has happened in their life to what must be done: frozen facts.

Life events, the procedures that each needs, the questions that narrow them down, what is done at
another office, and the plain words by which all of it is found.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from motcua.foundation.money import Dong
from motcua.procedures.conditions import Condition
from motcua.procedures.deadlines import Rule
from motcua.procedures.form import Choice
from motcua.procedures.wording import Mark, Said

How = Literal["must", "instead", "perhaps"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that narrows an event down; `when` looks at the answers before it."""

    name: str
    words: Said
    choices: tuple[Choice, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """What an answer to the event's questions says for a field of the procedure."""

    field: str
    value: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that an event needs, and why, by language; `code` or `elsewhere` is empty.

    `late` holds for the answers with which it is registered out of time.
    """

    why: Mapping[str, str]
    code: str = ""
    elsewhere: str = ""
    how: How = "must"
    when: Condition | None = None
    late: Condition | None = None
    fills: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """What has happened: its words (`label`, and `help` a sentence), its sign among the icons."""

    name: str
    sign: str
    words: Said
    plain: tuple[str, ...]
    questions: tuple[Asked, ...]
    needs: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What is not asked for here: which office does it, how long, for how much, and how sure.

    `mark` is how sure name and code are; `note` by language, empty where there is none.
    """

    name: str
    where: str
    words: Said
    plain: tuple[str, ...]
    mark: Mark
    code: str = ""
    term: Rule | None = None
    term_mark: Mark = "memory"
    fee: Dong | None = None
    fee_mark: Mark = "memory"
    note: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guide:
    """All of it; `plain` are the words that people say for a procedure, by its code."""

    events: Mapping[str, LifeEvent] = field(default_factory=dict)
    elsewhere: Mapping[str, Elsewhere] = field(default_factory=dict)
    plain: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
