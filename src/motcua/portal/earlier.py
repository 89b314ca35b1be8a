"""What somebody wrote in an earlier form and that has no place in today's: as the page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from motcua.parts.asking import as_typed, choices_of, spoken
from motcua.parts.environment import speaks
from motcua.procedures.before import set_aside
from motcua.procedures.pack import Field, Procedure
from motcua.procedures.queries import no_longer_asked


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question as it was asked; `words` says what an answer of its choices means."""

    name: str
    label: str
    words: Mapping[str, str]
    value: str = ""
    shown: str = ""


def earlier(procedure: Procedure, answers: Mapping[str, str]) -> dict[str, list[Earlier]]:
    """For the template: what is set aside of these answers (`aside`), and every question whose
    answer may be (`earlier`), for what a phone kept by itself."""
    gone = no_longer_asked(procedure.version_id)
    kept = set_aside(procedure, gone, answers)
    return {
        "aside": [_asked(gone[name], value) for name, value in kept.items()],
        "earlier": [_asked(field) for field in gone.values()],
    }


def _asked(field: Field, value: str = "") -> Earlier:
    words = dict(choices_of(field, speaks()))
    shown = words.get(value) or as_typed(field.kind, value)
    return Earlier(field.name, spoken(field.words, speaks()).label, words, value, shown)
