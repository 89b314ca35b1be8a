"""What was typed in an earlier form and has no place in this one: set aside, never thrown away.

A question was renamed or is no longer asked, or an offered answer went. Then what was answered
stands by ``before:<name>`` among the answers of a draft, to be read and copied, and leaves with it.
"""

from collections.abc import Mapping

from motcua.procedures.answers import MOST_LETTERS, clean
from motcua.procedures.kinds import KINDS
from motcua.procedures.pack import Field, Procedure

BEFORE = "before:"


def placed(
    procedure: Procedure, gone: Mapping[str, Field], raw: Mapping[str, str]
) -> dict[str, str]:
    """Clean answers to today's questions, and what has none by ``before:<name>``.

    `gone` is `queries.no_longer_asked`. What an older page had set aside for a question that this
    form asks is its answer, where the page could not ask it.
    """
    answers: dict[str, str] = {}
    aside: dict[str, str] = {}
    for key, value in raw.items():
        name = key.removeprefix(BEFORE)
        if value and _went(procedure, gone, name, value):
            aside[BEFORE + name] = KINDS[gone[name].kind].clean(value[:MOST_LETTERS])
            answers.setdefault(name, "")
        elif name == key or name not in raw:
            answers[name] = value
    return clean(procedure, answers) | aside


def set_aside(
    procedure: Procedure, gone: Mapping[str, Field], answers: Mapping[str, str]
) -> dict[str, str]:
    """The answers of a draft that have no place in this form, by the name of their question."""
    return {
        name: value
        for name, value in {**answers, **_marked(answers)}.items()
        if value and _went(procedure, gone, name, value)
    }


def kept_by(procedure: Procedure, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers to this form's own questions: what is handed in."""
    return {name: value for name, value in answers.items() if name in procedure.form.by_name}


def _marked(answers: Mapping[str, str]) -> dict[str, str]:
    return {
        key.removeprefix(BEFORE): value for key, value in answers.items() if key.startswith(BEFORE)
    }


def _went(procedure: Procedure, gone: Mapping[str, Field], name: str, value: str) -> bool:
    """Whether the question is not asked any more, or does not offer this answer any more."""
    old = gone.get(name)
    if old is None:
        return False
    return name not in procedure.form.by_name or value in {one.value for one in old.choices}
