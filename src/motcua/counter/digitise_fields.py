"""The fields of a page as they are typed: by the terms of the book, with what helps the fingers."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from motcua.counter.digitise_margin import margin_choices, margin_label
from motcua.counter.words import SEXES
from motcua.foundation.refusal import Refusal
from motcua.parts.questions import Question
from motcua.procedures.lists import ethnic_names, nationality_names
from motcua.registers.errors import TermMissing
from motcua.registers.kinds import Term, book, books
from motcua.registers.margin_reading import split
from motcua.registers.reading import DITTO

PLACES_LIST, NAMES_LIST, SIGNERS_LIST = "said-places", "said-names", "said-signers"
_WORDS: Mapping[str, str | Promise] = {
    "number": gettext_lazy("Number"),
    "page": gettext_lazy("Page"),
    "registered_on": gettext_lazy("Registered on"),
}
_KINDS = {"number": "number", "page": "number", "registered_on": "partial_date"}
_TYPED = {"date": "partial_date", "number": "number"}
_LISTS = ("sex", "ethnic", "nation")
_PLACES = (".residence", "_place", ".place", "place", ".address")


def label_of(kind: str, key: str) -> str:
    """What a field is called."""
    if split(key):
        return margin_label(key)
    return str(_WORDS[key]) if key in _WORDS else book(kind).terms[key].words


def label_anywhere(key: str) -> str:
    """What a field is called in whichever book has it."""
    kind = next((code for code, one in books().items() if key in one.terms), "birth")
    known = key in _WORDS or key in book(kind).terms or split(key)
    return label_of(kind, key) if known else key


def questions(
    kind: str,
    keys: Iterable[str],
    typed: Mapping[str, str],
    *,
    before: Mapping[str, str],
    hints: Mapping[str, str],
    wrong: Mapping[str | None, str],
    focus: str,
) -> list[Question]:
    """The fields with what was typed, what stood there before, and what is wrong; the keyboard
    begins in `focus`."""
    out: list[Question] = []
    for key in keys:
        term = book(kind).terms.get(key)
        out.append(
            Question(
                kind=_kind(key, term),
                name=key,
                label=label_of(kind, key),
                value=typed.get(key, ""),
                help=_hint(hints.get(key, "")),
                error=wrong.get(key, ""),
                need="must" if term is None or term.must else "optional",
                choices=_choices(term) if term else (),
                autocomplete="off",
                autofocus=key == focus,
                suggests=_list_of(key, term),
                before=before.get(key, ""),
            )
        )
    return out


def written(kind: str, key: str, value: str) -> str:
    """What was typed or chosen in a field, as a person reads it."""
    marks = {"?": _("cannot be read"), "-": _("blank in the book"), "": _("nothing typed")}
    found = split(key)
    if found and found[1] == "to":
        marks["-"] = _("struck out")
    words = dict(choices_of(kind, key))
    return words.get(value) or marks.get(value, value)


def choices_of(kind: str, key: str) -> Sequence[tuple[str, str]]:
    """What can be chosen in a field; none where it is typed."""
    if split(key):
        return margin_choices(kind, key)
    term = book(kind).terms.get(key)
    return _choices(term) if term else ()


def suggestions(
    villages: Sequence[str], earlier: Iterable[Mapping[str, str]]
) -> dict[str, list[str]]:
    """What is often typed: the villages of the commune, and what the last pages said."""
    said: dict[str, dict[str, None]] = {PLACES_LIST: {}, NAMES_LIST: {}, SIGNERS_LIST: {}}
    said[PLACES_LIST] |= dict.fromkeys(villages)
    for one in earlier:
        for key, value in one.items():
            held = said.get(_list_of(key, None))
            if held is not None and len(value) > 1:
                held[value] = None
    return {name: list(values) for name, values in said.items()}


def said_of(problems: Sequence[Refusal]) -> dict[str | None, str]:
    """What is wrong, by its field: under a field its name need not be said again."""
    return {
        one.field: _("Type it; ? if it cannot be read, - if the book is blank there.")
        if isinstance(one, TermMissing)
        else str(one)
        for one in problems
    }


def _list_of(key: str, term: Term | None) -> str:
    if term is not None and term.kind != "text":
        return ""
    if key.startswith("signer."):
        return SIGNERS_LIST
    if key.endswith(".name"):
        return NAMES_LIST
    return PLACES_LIST if key.endswith(_PLACES) else ""


def _kind(key: str, term: Term | None) -> str:
    if term is None:
        return _KINDS[key]
    return "select" if term.kind in _LISTS else _TYPED.get(term.kind, "text")


def _choices(term: Term) -> Sequence[tuple[str, str]]:
    """The codes of a list, and the marks that are typed elsewhere."""
    if term.kind not in _LISTS:
        return ()
    marks = [("?", _("cannot be read")), ("-", _("blank in the book")), (DITTO, _("as before"))]
    return (*_codes(term.kind), *marks)


def _codes(kind: str) -> Sequence[tuple[str, str]]:
    if kind == "sex":
        return [(code, str(word)) for code, word in SEXES.items()]
    if kind == "ethnic":
        return list(ethnic_names().items())
    names = nationality_names(get_language() or "vi")
    return sorted(names.items(), key=lambda one: (one[0] != "VN", one[1]))


def _hint(value: str) -> str:
    return _("The request says: %(value)s") % {"value": value} if value else ""
