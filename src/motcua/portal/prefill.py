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
    """Values by field name, as stored; `from_record` says that the resident's record gave them."""

    values: Mapping[str, str] = field(default_factory=dict)
    from_record: bool = False


NOTHING_KNOWN = Prefilled()


def prefilled(visit: Visit, procedure: Procedure) -> Prefilled:
    """The filer's own data for the fields that ask for it; the reading is written down."""
    if not isinstance(visit.user, Account):
        return NOTHING_KNOWN
    said = {"filer.name": visit.user.name, "filer.phone": visit.user.phone}
    resident = myself(by=visit.actor, at=visit.at, account=visit.user)
    if resident is not None:
        said |= _of_record(resident)
    values = {
        one.name: said[one.means]
        for one in procedure.form.fields
        if one.means and said.get(one.means)
    }
    return Prefilled(values, resident is not None)


def marked(sheets: tuple[Sheet, ...], known: Prefilled) -> tuple[Sheet, ...]:
    """The same form, with the source said at each field that was filled in."""
    if not known.values:
        return sheets
    source = _("From your record at the commune.") if known.from_record else _("From your account.")
    return tuple(replace(one, questions=_marked(one.questions, known, source)) for one in sheets)


def _marked(questions: tuple[Question, ...], known: Prefilled, source: str) -> tuple[Question, ...]:
    return tuple(
        replace(one, help=f"{one.help} {source}".strip()) if one.name in known.values else one
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
