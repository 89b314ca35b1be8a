"""Finding a procedure in the catalogue: by plain words, marks or no marks, the most asked first."""

from collections.abc import Iterable, Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.foundation.names import folded
from motcua.procedures.pack import Procedure, Title

# The fields of law, in the order in which they are shown.
FIELDS: Mapping[str, str | Promise] = {
    "civil_status": _("Civil status: births, marriages, deaths, families"),
    "certification": _("Certification: copies, signatures, contracts"),
}


def found(procedures: Iterable[Procedure], typed: str, language: str) -> list[Procedure]:
    """Those that have every word that was typed; the most asked first, then by their short name.

    A word may be of the title, the short name, the code, in any language, or of the summary in
    the reader's own. Those that bear the words in their own name come before the others.
    """
    words = folded(typed).split()
    fitting = [one for one in procedures if not words or _holds(_words_of(one, language), words)]
    return sorted(
        fitting,
        key=lambda one: (
            not _holds(_named(one, language), words),
            not one.often,
            folded(_said(one, language).short),
        ),
    )


def shelved(procedures: Sequence[Procedure]) -> list[tuple[str | Promise, list[Procedure]]]:
    """The procedures by their field of law, each with the name of the field; no empty ones."""
    shelves = [
        (name, [p for p in procedures if p.field == field]) for field, name in FIELDS.items()
    ]
    return [(name, held) for name, held in shelves if held]


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _said(procedure: Procedure, language: str) -> Title:
    return procedure.words.get(language, procedure.words["vi"])


def _named(procedure: Procedure, language: str) -> str:
    said = _said(procedure, language)
    return folded(f"{procedure.code} {said.short} {said.title}")


def _words_of(procedure: Procedure, language: str) -> str:
    every = [part for one in procedure.words.values() for part in (one.title, one.short)]
    return folded(" ".join([procedure.code, _said(procedure, language).summary, *every]))
