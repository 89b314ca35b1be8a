"""What is still missing from a dossier: fields and papers, all of it at once."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models import Dossier
from motcua.procedures.answers import Finding, asked, check
from motcua.procedures.conditions import holds
from motcua.procedures.pack import Paper, Procedure
from motcua.procedures.queries import by_version

_NOT_YET = _("This paper is still missing. Photograph it, or bring it to the counter.")


def problems(dossier: Dossier, *, on: date, at_decision: bool) -> Sequence[Finding]:
    """Every finding that stands in the way, at the door or at the decision.

    A paper's finding names ``paper:<name>``. At the door a paper may be left for the counter
    like any question; what data of the state can replace is never insisted on.
    """
    procedure = by_version(dossier.procedure_id)
    unknown = frozenset(dossier.unknown)
    findings = check(procedure, dossier.answers, on=on, unknown=unknown, at_decision=at_decision)
    left = frozenset[str]() if at_decision else unknown
    return [*findings.blocking, *_papers(dossier, procedure, left)]


def wanted(procedure: Procedure, answers: dict[str, str]) -> tuple[Paper, ...]:
    """The papers that these answers call for, in the pack's order."""
    counted = asked(procedure, answers)
    return tuple(paper for paper in procedure.papers if holds(paper.when, counted))


def _papers(dossier: Dossier, procedure: Procedure, left: frozenset[str]) -> Iterator[Finding]:
    demanded = [
        f"paper:{paper.name}"
        for paper in wanted(procedure, dossier.answers)
        if paper.need == "must" and not paper.replaceable_by_data
    ]
    open_ones = [about for about in demanded if about not in left]
    given = _given(dossier) if open_ones else set()
    for about in open_ones:
        if about not in given:
            yield Finding(about, "paper.missing", _NOT_YET)


def _given(dossier: Dossier) -> set[str]:
    """The papers that are there: shown, known from data, or with a file."""
    return {
        f"paper:{paper.name}"
        for paper in dossier.papers.prefetch_related("files")
        if paper.source != "file" or paper.files.all()
    }
