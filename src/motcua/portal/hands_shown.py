"""Who typed what, and by what right, as the person sees it in their own dossier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.dossiers.models import Dossier
from motcua.parts.formats import moment

RIGHTS: Mapping[str, str | Promise] = {
    "helper": gettext_lazy("helping, with the person's consent"),
    "counter": gettext_lazy("at the counter"),
}


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who typed for the person: the name, by what right, how much, when at last."""

    name: str
    right: str
    count: str
    at: datetime


def sources(dossier: Dossier) -> Mapping[str, str]:
    """For each answer that another hand typed: whose, and when; shown beneath the question."""
    said = _("Typed by %(name)s, %(right)s, at %(when)s.")
    return {
        name: said % {"name": one["name"], "right": RIGHTS[one["right"]], "when": _at(one)}
        for name, one in dossier.authors.items()
        if one["right"] in RIGHTS and dossier.answers.get(name)
    }


def hands(dossier: Dossier) -> Sequence[Hand]:
    """Each hand but the person's own, the last first."""
    found: dict[tuple[str, str], list[datetime]] = {}
    for name, one in dossier.authors.items():
        if one["right"] in RIGHTS and dossier.answers.get(name):
            when = datetime.fromisoformat(one["at"])
            found.setdefault((one["name"], one["right"]), []).append(when)
    told = [
        Hand(
            name,
            str(RIGHTS[right]),
            ngettext("%(num)s answer", "%(num)s answers", len(when)) % {"num": len(when)},
            max(when),
        )
        for (name, right), when in found.items()
    ]
    return sorted(told, key=lambda hand: hand.at, reverse=True)


def _at(one: Mapping[str, str]) -> str:
    return moment(datetime.fromisoformat(one["at"]))
