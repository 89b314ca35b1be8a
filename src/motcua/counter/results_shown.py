"""The signed papers of a decided dossier: in force or not, how often printed, what may be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from motcua.counter.printed import Printed
from motcua.counter.words import KEYS, VERBS, Words
from motcua.dossiers.errors import ResultUnknown
from motcua.dossiers.models import Dossier
from motcua.dossiers.queries import buttons
from motcua.dossiers.states import State, Verb
from motcua.foundation.actor import Actor
from motcua.parts.formats import moment
from motcua.results.models import Document, Reprint, Result
from motcua.results.queries import papers_about, printings

_ENDED = frozenset({State.DONE, State.HANDED_OVER})
_VERBS = (Verb.REPRINT, Verb.REPLACE, Verb.REVOKE)


@dataclass(frozen=True, slots=True)
class ResultVerb:
    """One thing to do with a result; `verb` is also the end of its route's name."""

    verb: Verb
    word: Words
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class ResultCard:
    """One result: `printings` are lines of a timeline, the first printing at the top."""

    result: Result
    document: Document
    printings: Sequence[tuple[str, str, str, str]]
    copies: int
    verbs: Sequence[ResultVerb]

    @property
    def valid(self) -> bool:
        """Whether it is in force, and reads as what it was made of."""
        return self.result.status == Result.Status.VALID


def cards_of(dossier: Dossier, documents: Sequence[Printed], *, by: Actor) -> list[ResultCard]:
    """The results of a dossier that is decided and not refused; the first in force has the keys."""
    if dossier.where not in _ENDED:
        return []
    papers = [one.document for one in documents if one.is_result and one.ready]
    again = printings([paper.result for paper in papers])
    may = _may(dossier, by)
    keyed = next((p.pk for p in papers if p.result.status in Result.STANDING), None)
    return [_card(paper, again[paper.result.pk], may, paper.pk == keyed) for paper in papers]


def card_of(dossier: Dossier, result: UUID, *, by: Actor) -> ResultCard:
    """The card of one result of the dossier; ResultUnknown when it has none such."""
    papers = papers_about(f"dossier:{dossier.pk}", commune=dossier.commune_id)
    for card in cards_of(dossier, [Printed(paper, "") for paper in papers], by=by):
        if card.result.pk == result:
            return card
    raise ResultUnknown


def _may(dossier: Dossier, by: Actor) -> list[Verb]:
    """What the table lets the actor do; nothing is printed again before its fee is paid."""
    allowed = {rule.verb for rule in buttons(dossier, by=by)}
    if dossier.fee_paid < dossier.fee_due:
        allowed.discard(Verb.REPRINT)
    return [verb for verb in _VERBS if verb in allowed]


def _card(
    paper: Document, again: Sequence[Reprint], may: Sequence[Verb], keyed: bool
) -> ResultCard:
    result = paper.result
    verbs = [
        ResultVerb(
            verb,
            VERBS[verb],
            KEYS[verb] if keyed else "",
            "grave" if verb is Verb.REVOKE else "plain",
        )
        for verb in may
        if _open_to(verb, result.status)
    ]
    return ResultCard(result, paper, _printings(result, paper, again), 1 + len(again), verbs)


def _open_to(verb: Verb, status: str) -> bool:
    """What is outdated is replaced or revoked, and not printed again."""
    return status == Result.Status.VALID or (
        status == Result.Status.CORRECTED and verb is not Verb.REPRINT
    )


def _printings(
    result: Result, paper: Document, again: Sequence[Reprint]
) -> list[tuple[str, str, str, str]]:
    first = _("Copy 1: issued")
    made = moment(paper.produced_at or result.issued_at)
    return [
        ("print", first, made, result.signer_name),
        *(
            (
                "print",
                _("Copy %(number)s: %(reason)s") % {"number": row.copy, "reason": row.reason},
                moment(row.at),
                row.by_name,
            )
            for row in again
        ),
    ]
