"""Papers that may stand in the place of another: those in force about the same person."""

from collections.abc import Sequence
from datetime import datetime

from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.search import PARTIES
from motcua.dossiers.states import Part
from motcua.foundation.actor import Actor
from motcua.results.models import Result
from motcua.results.queries import in_force

# Who has more papers than this names the newer one by its number.
_MOST = 40


def others_of(dossier: Dossier, result: Result, *, by: Actor, at: datetime) -> Sequence[Result]:
    """The valid results about the dossier's subject that are no older than this one. Traced.

    The same person is the same whole name with the same birth date.
    """
    subject = dossier.parties.filter(part=Part.SUBJECT).first()
    if subject is None or not subject.name_folded:
        return []
    keys = PARTIES.ids(subject.name, exact={"commune_id": dossier.commune_id}, limit=_MOST)
    same = Party.objects.filter(
        pk__in=keys, part=Part.SUBJECT, name_folded=subject.name_folded, birth=subject.birth
    )
    abouts = [f"dossier:{key}" for key in same.values_list("dossier_id", flat=True)]
    found = in_force(by=by, at=at, why=f"replace {result.number}", abouts=abouts)
    return [one for one in found if one.pk != result.pk and one.issued_at >= result.issued_at]
