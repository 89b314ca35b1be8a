"""The house's mark at the address where browsers look for one by themselves, as beside a PDF."""

from django.http import HttpResponse
from django.shortcuts import redirect

from motcua.parts.doors import PUBLIC, Visit, opens
from motcua.parts.environment import static


@opens(to=PUBLIC)
def mark(request: Visit) -> HttpResponse:
    """The drawn door."""
    return redirect(static("parts/mark.svg"))
