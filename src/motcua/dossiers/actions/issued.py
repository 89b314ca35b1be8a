"""What becomes of the signed paper of a dossier: printed again, revoked, replaced."""

from typing import Any
from uuid import UUID

from motcua.dossiers.errors import ResultUnknown
from motcua.dossiers.models import Dossier
from motcua.dossiers.needs import Given
from motcua.dossiers.performing import Change, perform
from motcua.dossiers.press import Press
from motcua.dossiers.states import Verb
from motcua.results import actions
from motcua.results.models import Result


def reprint(press: Press, *, result: UUID, reason: str) -> Dossier:
    """The same signed file is printed once more, under the number of the copy."""
    facts: dict[str, Any] = {"result": str(result)}

    def printed(dossier: Dossier) -> None:
        _of(dossier, result)
        row = actions.reprint(result_id=result, reason=reason, by=press.by, at=press.at)
        facts.update(number=row.result.number, copy=row.copy)

    change = Change(after=printed, facts=facts)
    return perform(press, Verb.REPRINT, Given(reason=reason), change)


def revoke(press: Press, *, result: UUID, reason: str) -> Dossier:
    """The paper loses its force from now on (thu hồi); this cannot be taken back."""
    facts: dict[str, Any] = {"result": str(result)}

    def ended(dossier: Dossier) -> None:
        facts["number"] = _of(dossier, result).number
        actions.revoke(result_id=result, reason=reason, by=press.by, at=press.at)

    return perform(press, Verb.REVOKE, Given(reason=reason), Change(after=ended, facts=facts))


def replace(press: Press, *, result: UUID, newer: UUID, reason: str) -> Dossier:
    """A newer result of the commune stands in its place from now on (thay thế)."""
    facts: dict[str, Any] = {"result": str(result), "newer": str(newer)}

    def ended(dossier: Dossier) -> None:
        facts["number"] = _of(dossier, result).number
        row = actions.replace(
            result_id=result, replaced_by=newer, reason=reason, by=press.by, at=press.at
        )
        facts["next"] = row.replaced_by.number if row.replaced_by else ""

    return perform(press, Verb.REPLACE, Given(reason=reason), Change(after=ended, facts=facts))


def _of(dossier: Dossier, key: UUID) -> Result:
    """The result, when it is one of this dossier; ResultUnknown also for one of another."""
    found = Result.objects.filter(pk=key, document__about=f"dossier:{dossier.pk}").first()
    if found is None:
        raise ResultUnknown
    return found
