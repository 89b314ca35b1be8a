"""What the pages of the studio show."""

from typing import Any

from django.utils.translation import get_language

from motcua.foundation.clock import day_of
from motcua.foundation.typed_number import typed_number
from motcua.parts.catalogue import title_of
from motcua.parts.doors import Visit
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import catalogue
from motcua.voices.queries import to_speak
from motcua.voices.tongues import TONGUES, written_as
from motcua.voices.wave_sound import MOST_SECONDS


def ways_in(visit: Visit) -> dict[str, Any]:
    """The forms, those that people ask for most first, and the tongues."""
    offered = sorted(catalogue(day_of(visit.at)), key=lambda one: not one.often)
    form = visit.GET
    return {
        "forms": [(one.code, title_of(one).short) for one in offered],
        "tongues": [(code, str(word)) for code, word in TONGUES.items()],
        "form": form.get("form", ""),
        "tongue": form.get("tongue", "giay"),
        "named": form.get("named", "yes"),
        "unagreed": bool(form.get("form")) and "agreed" not in form,
    }


def studio_page(visit: Visit, procedure: Procedure, tongue: str) -> dict[str, Any]:
    """One question of the form: the one asked for, else the first that nobody has spoken."""
    rows = to_speak(procedure, tongue, commune=visit.actor.commune or "")
    first = next((n for n, one in enumerate(rows) if not one.done), 0)
    asked = typed_number(visit.GET.get("at", ""))
    at = min(asked - 1, len(rows) - 1) if asked else first
    return {
        "procedure": procedure,
        "title": title_of(procedure).short,
        "tongue": tongue,
        "tongue_word": TONGUES[tongue],
        "read_in": written_as(tongue),
        "rows": rows,
        "one": rows[at],
        "at": at + 1,
        "of": len(rows),
        "done": sum(one.done for one in rows),
        "named": "yes" if visit.GET.get("named") == "yes" else "no",
        "most": MOST_SECONDS,
        "language": get_language() or "vi",
    }
