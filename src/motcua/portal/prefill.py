"""What the commune already knows of a signed-in person, offered so that it is not typed again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from motcua.parts.asking import Sheet
from motcua.parts.doors import Visit
from motcua.parts.questions import Question
from motcua.people.models import Account, Resident
from motcua.people.queries import myself
from motcua.procedures.pack import Procedure


@dataclass(frozen=True, slots=True)
class Prefilled:
    """Values by field name, as stored; `from_record` says that the resident's record gave them.

    `chosen` are the answers that were given to a life event's questions just before.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    from_record: bool = False
    chosen: Mapping[str, str] = field(default_factory=dict)


NOTHING_KNOWN = Prefilled()


def prefilled(visit: Visit, procedure: Procedure) -> Prefilled:
    """What the address says was chosen; the filer's own data for the fields that ask for it.

    That the record was read is written down.
    """
    chosen = chosen_in(procedure, visit.GET.dict())
    if not isinstance(visit.user, Account):
        return Prefilled(chosen=chosen)
    said = {"filer.name": visit.user.name, "filer.phone": visit.user.phone}
    resident = myself(by=visit.actor, at=visit.at, account=visit.user)
    if resident is not None:
        said |= _of_record(resident)
    values = {
        one.name: said[one.means]
        for one in procedure.form.fields
        if one.means and said.get(one.means)
    }
    return Prefilled(values, resident is not None, chosen)


def chosen_in(procedure: Procedure, address: Mapping[str, str]) -> dict[str, str]:
    """The choices that an address makes beforehand: offered answers alone, never a text."""
    offered = {
        one.name: ("yes", "no") if one.kind == "yes_no" else [c.value for c in one.choices]
        for one in procedure.form.fields
    }
    return {name: value for name, value in address.items() if value in offered.get(name, ())}


def marked(sheets: tuple[Sheet, ...], known: Prefilled) -> tuple[Sheet, ...]:
    """The same form, with the source said at each field that was filled in."""
    if not known.values and not known.chosen:
        return sheets
    record = _("From your record at the commune.") if known.from_record else _("From your account.")
    sources = {
        **dict.fromkeys(known.values, record),
        **dict.fromkeys(known.chosen, _("You chose this a moment ago.")),
    }
    return tuple(replace(one, questions=_marked(one.questions, sources)) for one in sheets)


def _marked(questions: tuple[Question, ...], sources: Mapping[str, str]) -> tuple[Question, ...]:
    return tuple(
        replace(one, help=f"{one.help} {sources[one.name]}".strip()) if one.name in sources else one
        for one in questions
    )


def _of_record(resident: Resident) -> dict[str, str]:
    commune = resident.commune
    place = f"{resident.village.name}, {commune.name}, {commune.province.name}"
    return {
        "filer.name": resident.full_name,
        "filer.identity": resident.identity_number,
        "filer.address": place,
    }
