"""The parts and places of a procedure in words, as they are changed and read."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from motcua.office.calendar_page import MARKS
from motcua.procedures.amending.changes import row_at
from motcua.procedures.amending.places import FEES, PAPERS, SECTION, WORDS, Path

Words = str | Promise

_KEYS: Mapping[str, Words] = {
    "amount": gettext_lazy("Amount in đồng"),
    "cap": gettext_lazy("The most that it costs, in đồng"),
    "valid_from": gettext_lazy("First day of this rule"),
    "valid_to": gettext_lazy("Last day of this rule"),
    "document": gettext_lazy("Document that it rests on"),
    "article": gettext_lazy("Article"),
    "source": gettext_lazy("Where the text was seen"),
    "mark": gettext_lazy("How sure it is"),
    "per": gettext_lazy("How often it is due"),
    "grounds": gettext_lazy("Who pays nothing"),
    "looks": gettext_lazy("What the paper looks like"),
    "need": gettext_lazy("Whether it is demanded"),
    "originals": gettext_lazy("Originals"),
    "certified": gettext_lazy("Certified copies"),
    "copies": gettext_lazy("Plain copies"),
    "replaceable_by_data": gettext_lazy("Can data of the state replace it?"),
    "replaced_by": gettext_lazy("What replaces it"),
    "label": gettext_lazy("What it is called"),
    "term": gettext_lazy("Word of the law, for the desk and the paper"),
    "help": gettext_lazy("Hint"),
    "example": gettext_lazy("Example"),
    "note": gettext_lazy("Note beside the amount"),
    "title": gettext_lazy("Full name"),
    "short": gettext_lazy("Short name"),
    "summary": gettext_lazy("What it is for"),
    "partial_reason": gettext_lazy("Why not all of it goes online"),
}
NEEDS: Mapping[str, Words] = {
    "must": gettext_lazy("demanded"),
    "advised": gettext_lazy("advised"),
    "optional": gettext_lazy("optional"),
}


def part_said(content: Mapping[str, Any], part: str) -> str:
    """What a part is called: fees, papers, names, or the section of the form."""
    if part.startswith(SECTION):
        row = row_at(content, ("form", "sections", part.removeprefix(SECTION)))
        return _("Questions: %(section)s") % {"section": _label(row)}
    return {FEES: _("Fees"), PAPERS: _("Papers"), WORDS: _("Names and summary")}[part]


def group_said(content: Mapping[str, Any], group: Path) -> str:
    """What a row is called in the language of who reads."""
    return _("The procedure itself") if group == (WORDS,) else _label(row_at(content, group))


def key_said(path: Path) -> str:
    """What a key is called; of the answers of a choice the answer itself."""
    if "choices" in path:
        return _("Answer “%(value)s”") % {"value": path[-1]}
    said = str(_KEYS[path[-1]])
    if "tiers" in path:
        return _("%(what)s, from number %(start)s on") % {"what": said, "start": path[-2]}
    return said


def language_of(path: Path) -> str:
    """The language of a sentence; "" for what is none."""
    return next((step for step in path if step in dict(settings.LANGUAGES)), "")


def marks() -> list[tuple[str, str]]:
    """How sure a rule is, to choose from."""
    return [(mark, str(MARKS[mark][0])) for mark in ("verified", "memory", "unsure")]


def needs() -> list[tuple[str, str]]:
    """Whether a paper is demanded, to choose from."""
    return [(need, str(word)) for need, word in NEEDS.items()]


def _label(row: Mapping[str, Any]) -> str:
    words = row.get("words", {})
    said = words.get(get_language() or "vi") or words.get("vi") or {}
    return str(said.get("label", ""))
