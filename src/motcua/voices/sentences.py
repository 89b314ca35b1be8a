"""What is said of each question of a form: the question, its help, its example, its choices.

Only what stands in a procedure is ever said, never what a person typed.
"""

import hashlib
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import override

from motcua.procedures.pack import Field, Paper, Procedure
from motcua.procedures.wording import Said, Words

# More choices than these are not listened to: whoever needs them is helped better by a person.
LISTENED = 10
_ENDS = ".?!…।:"


def sentences(procedure: Procedure, language: str) -> dict[str, str]:
    """By name of the field, or ``paper:<name>``, in the order of the form."""
    with override(language):
        asked = {field.name: _of_field(field, language) for field in procedure.form.fields}
        return asked | {f"paper:{one.name}": _of_paper(one, language) for one in procedure.papers}


def words_mark(sentence: str) -> str:
    """Sixteen digits that change with any word of the sentence."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:16]


def _of_field(field: Field, language: str) -> str:
    words = _spoken(field.words, language)
    return _joined((words.label, *_choices(field, language), words.help, words.example))


def _of_paper(paper: Paper, language: str) -> str:
    words = _spoken(paper.words, language)
    return _joined((words.label, words.help))


def _choices(field: Field, language: str) -> tuple[str, ...]:
    if field.kind == "yes_no":
        return (_("Please answer yes or no."),)
    if not field.choices or len(field.choices) > LISTENED:
        return ()
    offered = (one.words.get(language, one.words["vi"]) for one in field.choices)
    return (_("You can choose: %(choices)s.") % {"choices": "; ".join(offered)},)


def _joined(parts: Iterable[str]) -> str:
    said = (part.strip() for part in parts if part.strip())
    return " ".join(part if part.endswith(tuple(_ENDS)) else f"{part}." for part in said)


def _spoken(said: Said, language: str) -> Words:
    found: Mapping[str, Words] = said
    return found.get(language) or found["vi"]
