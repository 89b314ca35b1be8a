"""The number of a form stands for what was handed in before, and its words are others now."""

from collections.abc import Collection, Mapping
from uuid import uuid4

from django.http import HttpResponse

from motcua.dossiers.models import Dossier
from motcua.parts.doors import Visit
from motcua.portal.frame import shown
from motcua.procedures.pack import Procedure


def already(
    visit: Visit,
    procedure: Procedure,
    answers: Mapping[str, str],
    unknown: Collection[str],
    before: Dossier | None,
) -> HttpResponse:
    """The two ways on: the dossier that was received, and a new request of these words."""
    context = {
        "procedure": procedure,
        "answers": answers,
        "unknown": unknown,
        "before": before,
        "fresh": uuid4(),
    }
    return shown(visit, "already.html", context, 409)
