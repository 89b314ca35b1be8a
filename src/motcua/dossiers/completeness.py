"""What is still missing from a dossier: fields and papers, all of it at once."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models import Dossier
from motcua.dossiers.states import Verb
from motcua.procedures.answers import Finding, asked, check, visible
from motcua.procedures.conditions import holds
from motcua.procedures.pack import Paper, Procedure
from motcua.procedures.queries import by_version

_NOT_YET = _("This paper is still missing. Photograph it, or bring it to the counter.")
_NOT_SEEN = _("Nobody has seen this paper yet: take it in, or say that the data has it.")
_STILL_BLANK = _("This was asked for. Please answer it.")
_AS_BEFORE = _("This was asked for and is still as it was. If it is right, bring your code.")
_NOT_BROUGHT = _("This paper was asked for again. Please photograph it, or bring it.")


def problems(dossier: Dossier, *, on: date, at_decision: bool) -> Sequence[Finding]:
    """Every finding that stands in the way, at the door or at the decision.

    A paper's finding names ``paper:<name>``. At the door a paper may be left for the counter
    like any question; what data of the state can replace is never insisted on.
    """
    procedure = by_version(dossier.procedure_id)
    unknown = frozenset(dossier.unknown)
    findings = check(procedure, dossier.answers, on=on, unknown=unknown, at_decision=at_decision)
    left = frozenset[str]() if at_decision else unknown
    return [*findings.blocking, *_papers(dossier, left)]


def unseen(dossier: Dossier) -> Sequence[Finding]:
    """The papers that the law demands and that nobody has seen, those that data can replace too.

    That data *can* stand for a paper does not say that it does: somebody has to have looked.
    """
    return list(_missing(dossier, lambda paper: True, "paper.unseen", _NOT_SEEN))


def still_asked(dossier: Dossier, *, at_desk: bool) -> Sequence[Finding]:
    """What was asked for and was neither answered nor brought since.

    Who sends from home has to change what the office found wrong. The office itself, with the
    person before it, may find that it was right: there an answer is enough.
    """
    since = dossier.events.filter(verb=Verb.ASK_FOR_MORE).order_by("-id").values_list("at")[:1]
    asked_at = since[0][0]
    fields = {one.name for one in visible(by_version(dossier.procedure_id), dossier.answers)}
    found = []
    for item in dossier.asked:
        kind, _colon, name = item["about"].partition(":")
        if kind == "paper" and not _brought(dossier, name, asked_at):
            found.append(Finding(item["about"], "paper.not_brought", _NOT_BROUGHT))
        elif kind == "field" and name in fields:
            found += _unanswered(dossier, name, asked_at, at_desk)
    return found


def wanted(procedure: Procedure, answers: dict[str, str]) -> tuple[Paper, ...]:
    """The papers that these answers call for, in the pack's order."""
    counted = asked(procedure, answers)
    return tuple(paper for paper in procedure.papers if holds(paper.when, counted))


def _papers(dossier: Dossier, left: frozenset[str]) -> Iterator[Finding]:
    def demanded(paper: Paper) -> bool:
        return not paper.replaceable_by_data and f"paper:{paper.name}" not in left

    return _missing(dossier, demanded, "paper.missing", _NOT_YET)


def _missing(
    dossier: Dossier, demanded: Callable[[Paper], bool], code: str, sentence: Promise
) -> Iterator[Finding]:
    called = wanted(by_version(dossier.procedure_id), dossier.answers)
    names = [f"paper:{one.name}" for one in called if one.need == "must" and demanded(one)]
    given = _given(dossier) if names else set()
    return (Finding(about, code, sentence) for about in names if about not in given)


def _unanswered(
    dossier: Dossier, name: str, asked_at: datetime, at_desk: bool
) -> Iterator[Finding]:
    if not dossier.answers.get(name):
        yield Finding(name, "answer.asked", _STILL_BLANK)
        return
    typed = dossier.authors.get(name, {}).get("at", "")
    if not at_desk and (not typed or datetime.fromisoformat(typed) < asked_at):
        yield Finding(name, "answer.as_before", _AS_BEFORE)


def _brought(dossier: Dossier, name: str, asked_at: datetime) -> bool:
    """Shown or found since, or with a file that came since: asking took the old marks away."""
    rows = dossier.papers.filter(name=name)
    return (
        rows.exclude(source="file").exists() or rows.filter(files__added_at__gte=asked_at).exists()
    )


def _given(dossier: Dossier) -> set[str]:
    """The papers that are there: shown, known from data, or with a file."""
    return {
        f"paper:{paper.name}"
        for paper in dossier.papers.prefetch_related("files")
        if paper.source != "file" or paper.files.all()
    }
