"""What the same person wrote in an earlier request."""

from collections.abc import Collection, Mapping

from motcua.dossiers.known.facts import Fact, Source
from motcua.dossiers.models import Dossier
from motcua.dossiers.states import State
from motcua.foundation.clock import day_of
from motcua.foundation.names import folded
from motcua.procedures.answers import meant
from motcua.procedures.queries import by_version

# The newest few say how somebody is reached now.
_MOST = 5
# What is true of a person whatever they ask for; what was wanted the last time is not.
_LASTING = (
    "phone",
    "email",
    "address",
    "identity",
    "birth_place",
    "home_place",
    "ethnic",
    "nationality",
)


def facts_for(missing: Collection[str], owner: str, found: Mapping[str, Fact]) -> dict[str, Fact]:
    """Of the filer, and of the people who are named the same as now; the newest request first.

    `owner` is ``account:7``: what was typed under another account is nobody else's to read.
    """
    wanted = {one for one in missing if one.partition(".")[2] in _LASTING}
    if not wanted or not owner.startswith("account:"):
        return {}
    told: dict[str, Fact] = {}
    rows = Dossier.objects.filter(owner=owner, submitted_at__isnull=False).exclude(
        state=State.DRAFT
    )
    for row in rows.order_by("-submitted_at")[:_MOST]:
        said = meant(by_version(row.procedure_id), row.answers)
        source = Source("dossier", f"dossier:{row.pk}", day=day_of(row.submitted_at or row.kept_at))
        for means in wanted - told.keys():
            place = means.partition(".")[0]
            if said.get(means) and _same(place, said, found):
                told[means] = Fact(said[means], source)
    return told


def _same(place: str, said: Mapping[str, str], found: Mapping[str, Fact]) -> bool:
    """Whether the place was held by the same person: the filer always, else by name and birth."""
    if place == "filer":
        return True
    name, birth = found.get(f"{place}.name"), found.get(f"{place}.birth")
    if name is None or birth is None:
        return False
    was = said.get(f"{place}.name", ""), said.get(f"{place}.birth", "")
    return (folded(was[0]), was[1]) == (folded(name.value), birth.value)
