"""What a person handed in or is about to: the facts of the receipt and of the page before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from motcua.dossiers.charges import charge_of
from motcua.dossiers.clockwork import expected
from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier
from motcua.foundation.clock import day_of
from motcua.parts.asking import spoken
from motcua.parts.catalogue import title_of
from motcua.procedures.answers import check, visible
from motcua.procedures.fees import Charge
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version
from motcua.procedures.wording import Title, Words


@dataclass(frozen=True, slots=True)
class Review:
    """`left` are the words of what is left for the counter; `bring` the papers to take there;
    `odd` says what looks unusual among the answers, and stopped nothing.
    """

    title: Title
    charge: Charge
    expected: datetime
    left: Sequence[str]
    bring: Sequence[Words]
    odd: Sequence[str]


def review(dossier: Dossier, at: datetime) -> Review:
    """The facts of a draft or dossier; the fee as it would be charged today."""
    procedure = by_version(dossier.procedure_id)
    received = dossier.accepted_at or dossier.submitted_at or at
    return Review(
        title=title_of(procedure),
        charge=charge_of(dossier, procedure, on=day_of(dossier.submitted_at or at)),
        expected=expected(dossier, received=received),
        left=left_open(dossier, procedure),
        bring=papers_to_bring(dossier, procedure),
        odd=unusual(dossier, procedure, at),
    )


def left_open(dossier: Dossier, procedure: Procedure) -> Sequence[str]:
    """What the person left for the counter, in the words of the form."""
    language, unknown = get_language() or "vi", set(dossier.unknown)
    fields = [
        spoken(field.words, language).label
        for field in visible(procedure, dossier.answers)
        if field.name in unknown
    ]
    papers = [
        spoken(paper.words, language).label
        for paper in wanted(procedure, dossier.answers)
        if f"paper:{paper.name}" in unknown
    ]
    return [*fields, *papers]


def unusual(dossier: Dossier, procedure: Procedure, at: datetime) -> Sequence[str]:
    """What is answered, and odd; blanks are not repeated here."""
    advice = check(
        procedure, dossier.answers, on=day_of(at), unknown=frozenset(dossier.unknown)
    ).advice
    return [str(one.sentence) for one in advice if dossier.answers.get(one.field)]


def papers_to_bring(dossier: Dossier, procedure: Procedure) -> Sequence[Words]:
    """The papers whose originals are looked at when the result is fetched."""
    language = get_language() or "vi"
    return [
        spoken(paper.words, language)
        for paper in wanted(procedure, dossier.answers)
        if paper.originals or paper.certified
    ]
