"""For whom a signed-in person hands in: their next of kin, and what the books hold of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.known.gathering import entry_of, may_be_offered
from motcua.parts.asking import choices_of
from motcua.parts.doors import Visit
from motcua.people.kin import Kin, kin_of
from motcua.people.models import Account
from motcua.people.queries import myself
from motcua.portal.prefill import WHY
from motcua.procedures.around import Who, around, for_oneself
from motcua.procedures.pack import Field, Procedure
from motcua.registers.kinds import books

HOW: Mapping[str, Promise] = {
    "self": _("For yourself"),
    "spouse": _("For your spouse"),
    "child": _("For your child"),
    "mother": _("For your mother"),
    "father": _("For your father"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """One person to act for, or one paper of theirs: its name, and its entry ``27/2019``."""

    how: Promise
    name: str
    year: str
    address: str
    title: str = ""
    entry: str = ""


def asks_for_whom(procedure: Procedure) -> bool:
    """Whether there is anybody in the form who may be known."""
    return bool(around(procedure))


def offers(visit: Visit, procedure: Procedure) -> Sequence[Offer]:
    """Whom the form can be filled in for; [] for an account that is no resident's. Traced."""
    by, at = visit.actor, visit.at
    own = myself(by=by, at=at, account=visit.user) if isinstance(visit.user, Account) else None
    if own is None:
        return []
    family = kin_of(by=by, resident_id=own.pk, at=at, why=WHY)
    if Who.CHOSEN not in around(procedure).values():
        family = family[:1]
    if not for_oneself(procedure):
        family = family[1:]
    kinds = _kinds(procedure)
    return [offer for kin in family for offer in _of(visit, procedure, kin, kinds)]


def _of(
    visit: Visit, procedure: Procedure, kin: Kin, kinds: tuple[Field, Sequence[str]] | None
) -> Sequence[Offer]:
    """Each paper of theirs that the books hold; the person alone where no paper is asked for."""
    found = []
    for kind in kinds[1] if kinds else ():
        told = may_be_offered(kind, kin, visit.at)
        entry = entry_of(kin.resident, kind, by=visit.actor, at=visit.at) if told else None
        if entry is not None and kinds is not None:
            words = {kinds[0].name: kind}
            title = dict(choices_of(kinds[0], get_language() or "vi"))[kind]
            found.append(_offer(visit, procedure, kin, words, title, entry.reference))
    return found or [_offer(visit, procedure, kin, {})]


def _offer(
    visit: Visit,
    procedure: Procedure,
    kin: Kin,
    words: Mapping[str, str],
    title: str = "",
    entry: str = "",
) -> Offer:
    kept = {name: value for name, value in visit.GET.items() if name != "for"}
    said = urlencode({**kept, **words, "for": kin.key})
    address = f"{reverse('portal:apply', args=[procedure.code])}?{said}"
    person = kin.resident
    return Offer(HOW[kin.how], person.full_name, person.birth[:4], address, title, entry)


def _kinds(procedure: Procedure) -> tuple[Field, Sequence[str]] | None:
    """The question that asks which book is meant, and the books that it offers."""
    for one in procedure.form.fields:
        if one.means == "register.kind" and not one.default:
            return one, [choice.value for choice in one.choices if choice.value in books()]
    return None
