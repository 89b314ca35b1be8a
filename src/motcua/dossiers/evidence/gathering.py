"""Which records are looked into for which book: one table, one function for a book."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from motcua.dossiers.errors import RecordsContradict
from motcua.dossiers.evidence.births import birth
from motcua.dossiers.evidence.children import guardianship, parentage
from motcua.dossiers.evidence.deaths import death
from motcua.dossiers.evidence.found import Evidence, Look
from motcua.dossiers.evidence.marital import marital
from motcua.dossiers.evidence.weddings import wedding
from motcua.dossiers.models import Dossier
from motcua.foundation.actor import Actor
from motcua.procedures.answers import meant
from motcua.procedures.pack import Procedure
from motcua.procedures.result import entries_of

# What the first of these books that a decision writes is of. The others are about papers.
_ABOUT: Final[Mapping[str, Callable[[Look], Evidence]]] = {
    "birth": birth,
    "death": death,
    "marriage": wedding,
    "marital": marital,
    "parentage": parentage,
    "guardian": guardianship,
}


def evidence_of(
    dossier: Dossier,
    procedure: Procedure,
    answers: Mapping[str, str],
    *,
    by: Actor,
    at: datetime,
) -> Evidence | None:
    """What the records say of the people of a request that reads so; None where none is asked.

    Leaves lines in the journal for what was read.
    """
    written = next((one for one in entries_of(procedure, answers) if one.book in _ABOUT), None)
    if written is None:
        return None
    look = Look(
        book=written.book,
        content=written.content,
        means=meant(procedure, answers),
        commune=dossier.commune_id,
        by=by,
        at=at,
        why=f"dossier:{dossier.pk}",
    )
    return _ABOUT[written.book](look)


def proposed(procedure: Procedure, evidence: Evidence | None) -> dict[str, str]:
    """The proposal as answers to the form; one that offers no such word has none."""
    if evidence is None or evidence.proposal is None:
        return {}
    fields = {one.means: one for one in procedure.form.fields if one.means}
    found = {}
    for means, said in evidence.proposal.answers.items():
        field = fields.get(means)
        offered = {choice.value for choice in field.choices} if field else set()
        if field is not None and (not offered or said in offered):
            found[field.name] = said
    return found


def refuse_contradicted(
    dossier: Dossier,
    procedure: Procedure,
    answers: Mapping[str, str],
    *,
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    """RecordsContradict where a record speaks against it and nobody wrote why it is so still."""
    if reason.strip():
        return
    found = evidence_of(dossier, procedure, answers, by=by, at=at)
    if found is not None and found.contradicts:
        raise RecordsContradict("check-reason", number=len(found.contradicts))
