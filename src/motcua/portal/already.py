"""The number of a form stands for what was handed in before, and its words are others now."""

from collections.abc import Collection, Mapping
from typing import Protocol
from uuid import UUID, uuid4

from django.http import HttpResponse

from motcua.dossiers.models import Dossier
from motcua.parts.doors import Visit
from motcua.portal.frame import shown
from motcua.procedures.pack import Procedure


class Said(Protocol):
    """What is said now: a form that was sent, or a draft that was kept."""

    @property
    def answers(self) -> Mapping[str, str]: ...
    @property
    def unknown(self) -> Collection[str]: ...


def already(
    visit: Visit,
    now: Said,
    procedure: Procedure,
    before: Dossier | None,
    *,
    number: UUID | None = None,
) -> HttpResponse:
    """The two ways on: the dossier that was received, and a request of its own of these words,
    under `number` where a draft of them is kept already."""
    context = {
        "procedure": procedure,
        "now": now,
        "before": before,
        "number": number or uuid4(),
    }
    return shown(visit, "already.html", context, 409)
