"""Whose own matter a dossier is: nobody checks or signs what they handed in or is about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from motcua.dossiers.lists import Line
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.states import Part
from motcua.foundation.actor import Actor
from motcua.people.models import Account

_PARTS = (Part.SUBJECT, Part.FILER, Part.REPRESENTATIVE)
# A whole date: with the whole name it tells a person apart, a year alone does not.
_WHOLE = 10


@dataclass(frozen=True, slots=True)
class _Self:
    """Who acts, as dossiers may name them."""

    owners: frozenset[str]
    identity: str
    name: str
    birth: str

    def is_(self, party: Party) -> bool:
        """By the identity number where both are known, else by the whole name and birth date."""
        if self.identity and party.identity_number:
            return self.identity == party.identity_number
        same = (self.name, self.birth) == (party.name_folded, party.birth)
        return bool(self.name) and len(self.birth) == _WHOLE and same


def own_matter(dossier: Dossier, *, by: Actor) -> bool:
    """Whether the actor handed it in, or is the person that it is about or who asks."""
    return bool(own_matters([dossier], by=by))


def own_matters(dossiers: Sequence[Dossier | Line], *, by: Actor) -> set[UUID]:
    """Which of these are the actor's own; to type for another at the counter is no part in it."""
    own = _self(by)
    if own is None or not dossiers:
        return set()
    found = {dossier.pk for dossier in dossiers if dossier.owner in own.owners}
    if own.identity or own.name:
        keys = [dossier.pk for dossier in dossiers]
        around = Party.objects.filter(dossier_id__in=keys, part__in=_PARTS)
        found |= {party.dossier_id for party in around if own.is_(party)}
    return found


def _self(by: Actor) -> _Self | None:
    """The account that acts with the resident that it is bound to; None for the system."""
    kind, _, key = by.id.partition(":")
    if kind != "account":
        return None
    account = Account.objects.select_related("resident").get(pk=int(key))
    owners = {by.id, f"phone:{account.phone}"} if account.phone else {by.id}
    if account.resident is None:
        return _Self(frozenset(owners), "", "", "")
    others = Account.objects.filter(resident=account.resident).values_list("pk", flat=True)
    person = account.resident
    return _Self(
        owners=frozenset({*owners, *(f"account:{other}" for other in others)}),
        identity=person.identity_number,
        name=person.name_folded,
        birth=person.birth,
    )
