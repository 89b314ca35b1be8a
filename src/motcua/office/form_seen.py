"""The form as the resident will be asked it, for who looks at the law: to be read only."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.parts.asking import Sheet, spoken, unanswered
from motcua.parts.drawings import how_photographed
from motcua.parts.only_if import needed_if
from motcua.parts.questions import Question
from motcua.procedures.pack import Paper, Procedure


class PaperSeen(NamedTuple):
    """A paper as the form asks for it: when, and how it is photographed ("" where it is not)."""

    label: str
    need: str
    help: str
    when: str
    looks: str
    how: str


def asked_of(procedure: Procedure) -> dict[str, object]:
    """The names of ``office/asked.html``, in the active language."""
    return {"sheets": form_seen(procedure), "papers": papers_seen(procedure)}


def form_seen(procedure: Procedure) -> Sequence[Sheet]:
    """Every question in the active language, none to be answered; each says when it is asked."""
    return [_read_only(sheet) for sheet in unanswered(procedure.form, helped=False)]


def papers_seen(procedure: Procedure) -> Sequence[PaperSeen]:
    """Every paper in the active language."""
    language = get_language() or "vi"
    return [_paper(procedure, one, language) for one in procedure.papers]


def _read_only(sheet: Sheet) -> Sheet:
    """Nothing is hidden by a condition: it stands there in words."""
    return replace(
        sheet,
        help=_joined(sheet.only_if, sheet.help),
        questions=tuple(_to_read(one) for one in sheet.questions),
        condition=None,
        only_if="",
    )


def _to_read(one: Question) -> Question:
    offered = ", ".join(word for _value, word in one.choices)
    # A list that cannot be opened hides what it offers; the whole world's names need nobody's look.
    folded = one.shown_as == "select" and one.kind == "choice"
    choices = _("To choose from: %(choices)s.") % {"choices": offered} if folded else ""
    said = _joined(one.only_if, one.help, choices)
    return replace(one, help=said, only_if="", when=None, autocomplete="off", disabled=True)


def _paper(procedure: Procedure, paper: Paper, language: str) -> PaperSeen:
    words = spoken(paper.words, language)
    data = paper.replaced_by.get(language) or paper.replaced_by.get("vi", "")
    return PaperSeen(
        label=words.label,
        need=paper.need,
        help=_joined(words.help, data if paper.replaceable_by_data else ""),
        when=needed_if(procedure.form, paper.when, language),
        looks=paper.looks,
        how=how_photographed(paper.looks) if "photo" in paper.accepts else "",
    )


def _joined(*said: str) -> str:
    return " ".join(one for one in said if one)
