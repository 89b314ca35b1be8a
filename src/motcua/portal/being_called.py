"""The page on which somebody asks to be called about a draft."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.calling.models import Call
from motcua.dossiers.calling.queries import call_that_waits
from motcua.dossiers.codes import spoken
from motcua.dossiers.expiring import kept_until
from motcua.dossiers.models import Dossier
from motcua.foundation.refusal import Refusal
from motcua.foundation.telephone import written
from motcua.parts.asking import spoken as said
from motcua.parts.catalogue import title_of
from motcua.parts.doors import Visit
from motcua.parts.environment import speaks
from motcua.portal.visitor import confirmed_phone
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import by_version


def call_page(visit: Visit, draft: Dossier, refusal: Refusal | None) -> dict[str, Any]:
    """What the page says; the telephone that is known stands there already."""
    procedure, call = by_version(draft.procedure_id), call_that_waits(draft.pk)
    question = visit.POST.get("question", visit.GET.get("question", ""))
    return {
        "draft": draft,
        "title": title_of(procedure),
        "code": spoken(draft.code),
        "until": kept_until(draft),
        "call": call,
        "question": question,
        "asked_at": question_said(procedure, call.question if call else question),
        "phone": visit.POST.get("phone", _known_phone(visit, draft)),
        "convenient": visit.POST.get("convenient", Call.Convenient.ANY),
        "times": times(),
        "refusal": refusal,
    }


def times() -> list[tuple[str, str]]:
    """When a person can be reached, in words."""
    return [
        (Call.Convenient.ANY.value, _("At any time the office is open")),
        (Call.Convenient.MORNING.value, _("In the morning")),
        (Call.Convenient.AFTERNOON.value, _("In the afternoon")),
    ]


def question_said(procedure: Procedure, name: str) -> str:
    """The question at which somebody stopped; "" for none."""
    if name in procedure.form.by_name:
        return said(procedure.form.by_name[name].words, speaks()).label
    papers = {f"paper:{one.name}": one for one in procedure.papers}
    return said(papers[name].words, speaks()).label if name in papers else ""


def _known_phone(visit: Visit, draft: Dossier) -> str:
    account = getattr(visit.user, "phone", "") if visit.user.is_authenticated else ""
    return written(draft.filer_phone or confirmed_phone(visit) or account or "")
