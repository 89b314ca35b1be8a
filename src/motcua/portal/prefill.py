"""What the commune already knows, offered to a signed-in person so that it is not typed again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from motcua.dossiers.known import Around, Fact, known, source_said
from motcua.parts.asking import Sheet, sourced
from motcua.parts.doors import Visit
from motcua.people.kin import Kin, kin_of
from motcua.people.models import Account
from motcua.people.queries import myself
from motcua.procedures.pack import Procedure

WHY = "own form"
# For somebody who is none of the filer's kin.
NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Prefilled:
    """Facts by field name. `chosen` are the answers that the address brings: given to a life
    event's questions just before, or by choosing for whom it is."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, str]:
        """The answers, as stored."""
        return {name: fact.value for name, fact in self.facts.items()} | dict(self.chosen)


NOTHING_KNOWN = Prefilled()


def prefilled(visit: Visit, procedure: Procedure) -> Prefilled:
    """What the address says was chosen, and what is known of the filer and for whom they act.

    Whose record was read is written down.
    """
    chosen = chosen_in(procedure, visit.GET.dict())
    if not isinstance(visit.user, Account):
        return Prefilled(chosen=chosen)
    people = around_of(visit, visit.user, for_whom(procedure, visit.GET.dict()), chosen)
    return Prefilled(known(procedure, people, by=visit.actor, at=visit.at), chosen)


def for_whom(procedure: Procedure, address: Mapping[str, str]) -> str:
    """The key of the kin whom an address names (``self``, ``child-2``); "" where it names none."""
    relation = next((o.name for o in procedure.form.fields if o.means == "filer.relation"), "")
    return address.get("for") or ("self" if address.get(relation) == "self" else "")


def around_of(
    visit: Visit, account: Account, key: str, answers: Mapping[str, str] | None = None
) -> Around:
    """The account, its resident, and the one of their kin that `key` names (``child-2``)."""
    resident = myself(by=visit.actor, at=visit.at, account=account)
    chosen = Kin("self", resident) if resident is not None and key == "self" else None
    if resident is not None and key not in ("", "self", NOBODY):
        family = kin_of(by=visit.actor, resident_id=resident.pk, at=visit.at, why=WHY)
        chosen = next((one for one in family if one.key == key), None)
    said = {"name": account.name, "phone": account.phone}
    return Around(resident, chosen, said, visit.actor.id, answers=answers or {})


def chosen_in(procedure: Procedure, address: Mapping[str, str]) -> dict[str, str]:
    """The choices that an address makes beforehand: offered answers alone, never a text."""
    offered = {
        one.name: ("yes", "no") if one.kind == "yes_no" else [c.value for c in one.choices]
        for one in procedure.form.fields
    }
    return {name: value for name, value in address.items() if value in offered.get(name, ())}


def marked(sheets: tuple[Sheet, ...], filled: Prefilled) -> tuple[Sheet, ...]:
    """The same form, with the source said at each field that was filled in."""
    if not filled.values:
        return sheets
    sources = {
        **{name: source_said(fact.source, own=True) for name, fact in filled.facts.items()},
        **dict.fromkeys(filled.chosen, _("You chose this a moment ago.")),
    }
    return sourced(sheets, sources)
