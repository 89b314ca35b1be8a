"""The table of papers on a slip: what really came, in which form, and what is still missing."""

from collections.abc import Iterator
from typing import Any

from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier, Paper
from motcua.procedures import pack
from motcua.procedures.queries import by_version

# The slips are documents of the Vietnamese state: their words are not translated.
_FILE, _SHOWN, _DATA = "bản điện tử", "đã xuất trình", "thay bằng dữ liệu"
_MISSING = "còn thiếu"

Row = dict[str, Any]


def papers_of(dossier: Dossier) -> list[Row]:
    """One row for each paper that came, and for each that still has to; in the pack's order.

    A file is a copy; what was shown stays with its owner, so that no number is written for it.
    """
    return list(_rows(dossier))


def _rows(dossier: Dossier) -> Iterator[Row]:
    procedure = by_version(dossier.procedure_id)
    came = {paper.name: paper for paper in dossier.papers.prefetch_related("files")}
    called_for = {paper.name for paper in wanted(procedure, dossier.answers)}
    for paper in procedure.papers:
        form = _form(came.get(paper.name))
        if form is None and paper.name in called_for and _must(paper):
            form = {"note": _MISSING}
        if form is not None:
            yield {"name": paper.words["vi"].label, **form}


def _form(paper: Paper | None) -> Row | None:
    """In which form a paper is there; None when it is not."""
    if paper is None:
        return None
    if paper.source != "file":
        return {"note": _SHOWN if paper.source == "shown" else _DATA}
    count = len(paper.files.all())
    return {"copies": count, "note": _FILE} if count else None


def _must(paper: pack.Paper) -> bool:
    """Whether nothing else can stand for it: what the state has as data is never called missing."""
    return paper.need == "must" and not paper.replaceable_by_data
