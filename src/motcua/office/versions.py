"""The administrator's door to the law: what changes when, and two versions side by side."""

from django.http import HttpResponse

from motcua.office.law_list import law_tabs
from motcua.office.versions_page import KEYS, KINDS, comparison, days_to_come
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import ADMINISTRATORS, staff_page


@opens(to=ADMINISTRATORS)
def law(request: Visit) -> HttpResponse:
    """What changes in the procedures after today, by day."""
    context = {"days": days_to_come(request.at), "tabs_shown": law_tabs(request.actor)}
    return staff_page(request, "office/law.html", context)


@opens(to=ADMINISTRATORS)
def compare(request: Visit, code: str) -> HttpResponse:
    """Two versions of a procedure, chosen in the address; nothing is changed here."""
    chosen = request.GET.get("before", ""), request.GET.get("after", "")
    context = {"found": comparison(code, *chosen), "kinds": KINDS, "keys": KEYS}
    return staff_page(request, "office/compare.html", context)
