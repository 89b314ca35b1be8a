"""Listening to a form: where each question is heard, in which tongue, and how the sound is sent."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import quote

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language

from motcua.parts.asking import Sheet
from motcua.parts.doors import Visit
from motcua.portal.papers import PaperAsked
from motcua.procedures.pack import Procedure
from motcua.voices.queries import Heard
from motcua.voices.tongues import TONGUES

# The cookie that keeps the tongue; the script writes it too, so it is no secret of the server.
TONGUE = "tongue"
_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


@dataclass(frozen=True, slots=True)
class TongueShown:
    """A language to listen in."""

    code: str
    word: str | Promise
    chosen: bool


def tongues_shown(visit: Visit) -> tuple[TongueShown, ...]:
    """What can be chosen; without a choice it is the language of the page."""
    chosen = visit.COOKIES.get(TONGUE) or get_language() or "vi"
    return tuple(TongueShown(code, word, code == chosen) for code, word in TONGUES.items())


def sounding(sheets: Iterable[Sheet], procedure: Procedure) -> tuple[Sheet, ...]:
    """The same form, with the address at which each question is heard."""
    front = reverse("portal:sound", args=[procedure.code, "_"]).removesuffix("_")
    return tuple(
        replace(
            sheet,
            questions=tuple(
                replace(one, sound=front + one.name, call=True) for one in sheet.questions
            ),
        )
        for sheet in sheets
    )


def sounding_papers(papers: Iterable[PaperAsked], procedure: Procedure) -> tuple[PaperAsked, ...]:
    """The same papers, each with its sound."""
    front = reverse("portal:sound", args=[procedure.code, "_"]).removesuffix("_")
    return tuple(replace(one, sound=front + one.name, call=True) for one in papers)


def sound_answer(visit: Visit, sound: Heard) -> HttpResponse:
    """The sound, a part of it where the player asks for a part, or that it is as it was."""
    tag = f'"{hashlib.sha256(sound.content).hexdigest()[:20]}"'
    asked = _RANGE.match(visit.headers.get("Range", ""))
    if visit.headers.get("If-None-Match") == tag:
        answer = HttpResponse(status=304)
    elif asked:
        answer = _part(sound.content, int(asked[1]), asked[2])
    else:
        answer = HttpResponse(sound.content, content_type="audio/mpeg")
    answer["ETag"], answer["Accept-Ranges"] = tag, "bytes"
    answer["Motcua-Tongue"], answer["Motcua-Voice"] = sound.tongue, quote(sound.voice)
    # It is compressed already; the compressor of the pages would only spend time on it.
    answer["Content-Encoding"] = "identity"
    answer["Cache-Control"] = "private, no-cache"
    return answer


def _part(content: bytes, first: int, last: str) -> HttpResponse:
    size = len(content)
    end = min(int(last), size - 1) if last else size - 1
    if first > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    answer = HttpResponse(content[first : end + 1], status=206, content_type="audio/mpeg")
    answer["Content-Range"] = f"bytes {first}-{end}/{size}"
    return answer
