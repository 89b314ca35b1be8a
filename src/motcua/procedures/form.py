"""The questions of a procedure, the rules between answers, and the papers to hand in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from motcua.procedures.conditions import Condition
from motcua.procedures.wording import Mark, Need, Said


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a choice field takes; `words` by language."""

    value: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """One question. `least`/`most` bound a number, or the length of a text."""

    name: str
    kind: str
    need: Need
    words: Said
    choices: tuple[Choice, ...] = ()
    when: Condition | None = None
    means: str | None = None
    least: int | None = None
    most: int | None = None
    default: str = ""
    mark: Mark = "memory"


@dataclass(frozen=True, slots=True)
class Section:
    name: str
    words: Said
    fields: tuple[Field, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A rule between answers, from the closed list in `vocabulary.RULES`.

    `value` is a number of years, `day` the day before which something must have been.
    """

    rule: str
    field: str
    other: str | None = None
    value: int | None = None
    day: date | None = None
    advice: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    sections: tuple[Section, ...]
    checks: tuple[Check, ...] = ()
    by_name: Mapping[str, Field] = field(default_factory=dict, compare=False)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order in which they are asked."""
        return tuple(self.by_name.values())


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to hand in. Where data can replace it, nobody may insist on it (NĐ 224/2026, 18).

    `looks`, one of `vocabulary.LOOKS`: what is to be seen on a photograph of it.
    """

    name: str
    words: Said
    need: Need
    replaceable_by_data: bool
    replaced_by: Mapping[str, str]
    accepts: frozenset[str]
    when: Condition | None = None
    originals: int = 0
    certified: int = 0
    copies: int = 0
    mark: Mark = "memory"
    looks: str = "sheet"
