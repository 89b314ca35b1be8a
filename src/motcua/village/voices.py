"""The studio: a speaker chooses a form and a tongue, and records one question after the other."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.foundation.clock import day_of
from motcua.foundation.refusal import Refusal
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import SPEAKERS, staff_page
from motcua.procedures.queries import in_force
from motcua.village.studio import studio_page, ways_in
from motcua.voices import actions
from motcua.voices.actions import Spoken
from motcua.voices.errors import NoSuchQuestion
from motcua.voices.tongues import TONGUES
from motcua.voices.wave_sound import MOST_BYTES


@opens(to=SPEAKERS)
def voices(request: Visit) -> HttpResponse:
    """Which form, which tongue, and that the speaker agrees."""
    form = request.GET
    if form.get("form") and form.get("tongue") and "agreed" in form:
        where = reverse("village:studio", args=[form["form"], form["tongue"]])
        return redirect(f"{where}?named={form.get('named', '')}")
    return staff_page(request, "village/voices.html", ways_in(request))


@opens(to=SPEAKERS)
def studio(request: Visit, code: str, tongue: str) -> HttpResponse:
    """One question, large, to be recorded."""
    if tongue not in TONGUES:
        raise NoSuchQuestion
    procedure = in_force(code, day_of(request.at))
    return staff_page(request, "village/studio.html", studio_page(request, procedure, tongue))


@opens(to=SPEAKERS)
@require_POST
def speak(request: Visit, code: str, tongue: str, question: str) -> HttpResponse:
    """The recording, as the script sends it; why it was not taken, in a sentence."""
    file, form = request.FILES.get("sound"), request.POST
    content = file.read(MOST_BYTES + 1) if file else b""
    spoken = Spoken(code, question, tongue, content, "agreed" in form, form.get("named") == "yes")
    try:
        row = actions.keep_recording(spoken, by=request.actor, at=request.at)
    except Refusal as refusal:
        return JsonResponse({"why": str(refusal)}, status=refusal.status)
    return JsonResponse({"recording": row.pk, "seconds": row.seconds})


@opens(to=SPEAKERS)
@require_POST
def change(request: Visit, recording: int, verb: str) -> HttpResponse:
    """Take a recording off, or say that it still fits the words."""
    act = {"take-off": actions.take_off, "confirm": actions.confirm_words}.get(verb)
    if act is None:
        raise NoSuchQuestion
    row = act(recording=recording, by=request.actor, at=request.at)
    where = reverse("village:studio", args=[row.code, row.tongue])
    at = typed_number(request.POST.get("at", "")) or 0
    return redirect(f"{where}?at={at}&named={request.POST.get('named', '')}")
