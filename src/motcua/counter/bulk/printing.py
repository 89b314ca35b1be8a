"""Many papers in one file to print: receipts; signed papers, as often as there are originals."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.counter.bulk.weighed import Item, Look
from motcua.counter.errors import GivenOut, NothingToPrint
from motcua.counter.looking import document_bytes
from motcua.counter.presses import following
from motcua.dossiers import actions
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import State
from motcua.foundation.actor import Actor
from motcua.results.joining import joined
from motcua.results.models import Document, Result
from motcua.results.queries import papers_about

_RECEIPT = "slip_receipt"


def may_print_receipt(dossier: Dossier, look: Look) -> Item:
    """Its newest receipt is in the file once."""
    paper = receipt_of(dossier.pk, dossier.commune_id)
    return Item(dossier, _("Its receipt, once"), str(paper.pk))


def may_print_results(dossier: Dossier, look: Look) -> Item:
    """Its signed papers are in the file, each as often as there are originals."""
    if dossier.where == State.HANDED_OVER:
        raise GivenOut
    if dossier.where != State.DONE or dossier.refused:
        raise NothingToPrint
    papers = results_of(dossier.pk, dossier.commune_id)
    sheets = sum(paper.result.originals for paper in papers)
    numbers = ", ".join(paper.result.number for paper in papers)
    said = ngettext("%(numbers)s, one copy", "%(numbers)s, %(num)s copies", sheets)
    return Item(
        dossier,
        said % {"numbers": numbers, "num": sheets},
        "+".join(str(paper.pk) for paper in papers),
    )


def receipt_of(dossier: UUID, commune: str) -> Document:
    """The newest receipt that the press has made; NothingToPrint without one."""
    papers = papers_about(f"dossier:{dossier}", commune=commune)
    made = [one for one in papers if one.template == _RECEIPT and _ready(one)]
    if not made:
        raise NothingToPrint
    return made[-1]


def results_of(dossier: UUID, commune: str) -> list[Document]:
    """The signed papers that are in force; NothingToPrint without any."""
    papers = papers_about(f"dossier:{dossier}", commune=commune)
    signed = [one for one in papers if one.kind == Document.Kind.RESULT and _ready(one)]
    valid = [one for one in signed if one.result.status == Result.Status.VALID]
    if not valid:
        raise NothingToPrint
    return valid


def again(press: Press, seen: str, facts: Mapping[str, str]) -> None:
    """With a reason, each signed paper is one more copy and is counted; without, nothing is done.

    The first printing is copy 1 and was counted when the paper was issued.
    """
    reason = facts.get("reason", "")
    if not reason:
        return
    with transaction.atomic():
        done: Dossier | None = None
        for paper in results_of(press.dossier, press.by.commune or ""):
            one = following(press, str(paper.pk), done.revision) if done else press
            done = actions.reprint(one, result=paper.result.pk, reason=reason)


def receipts_file(dossiers: Sequence[UUID], *, more: bool, by: Actor, at: datetime) -> bytes:
    """The receipts of these in one PDF; each look is journalled."""
    commune = by.commune or ""
    papers = [receipt_of(one, commune) for one in dossiers]
    return joined([document_bytes(one.pk, by=by, at=at)[1] for one in papers])


def results_file(dossiers: Sequence[UUID], *, more: bool, by: Actor, at: datetime) -> bytes:
    """The signed papers of these in one PDF; `more` for one further copy of each."""

    def sheets() -> Iterator[bytes]:
        for one in dossiers:
            for paper in results_of(one, by.commune or ""):
                content = document_bytes(paper.pk, by=by, at=at)[1]
                yield from [content] * (1 if more else paper.result.originals)

    return joined(list(sheets()))


def _ready(paper: Document) -> bool:
    return paper.state == Document.State.READY
