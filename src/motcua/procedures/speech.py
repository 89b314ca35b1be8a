"""The sentences in which a form tells what to do; each is said in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made

from django.utils.functional import Promise
from django.utils.functional import lazy as lazily
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.procedures.pack import Field

_EMPTY = _("“%(term)s” is still empty. Please fill it in, or mark it “I don't know”.")
_TICK = _("Please read “%(term)s” and tick the box.")
_UNDECIDED = _("“%(term)s” must be answered before a decision.")


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one answer. `unreadable`: there is a value, but not of its kind."""

    code: str
    message: str | Promise
    facts: Mapping[str, object] = made(default_factory=dict)
    other: Field | None = None
    unreadable: bool = False


def blank(field: Field) -> Wrong:
    """Nothing was answered."""
    if field.kind == "declaration":
        return Wrong("answer.not_declared", _TICK)
    return Wrong("answer.blank", _EMPTY)


def undecided(field: Field) -> Wrong:
    """Still nothing, at the decision."""
    return blank(field) if field.kind == "declaration" else Wrong("answer.undecided", _UNDECIDED)


def term(field: Field, language: str | None) -> str:
    """What the field is called, shortly, in a language."""
    return field.words.get(language or "vi", field.words["vi"]).term


def _said(wrong: Wrong, field: Field) -> str:
    language = get_language()
    facts = {**wrong.facts, "term": term(field, language)}
    if wrong.other is not None:
        facts["other"] = term(wrong.other, language)
    return str(wrong.message) % facts


_lazily_said = lazily(_said, str)


def sentence(wrong: Wrong, field: Field) -> Promise | str:
    """The sentence, chosen when it is shown."""
    said: Promise | str = _lazily_said(wrong, field)
    return said
