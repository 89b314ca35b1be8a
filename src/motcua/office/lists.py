"""The door to all lists that come in or go out."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS, staff_page


@opens(to=KEEPERS)
def lists(request: Visit) -> HttpResponse:
    """What can be taken in and taken along."""
    return staff_page(request, "office/lists.html", {"cards": _cards()})


def _cards() -> list[tuple[str, str, str]]:
    return [
        (
            _("Take a list in"),
            reverse("office:bring"),
            _("Residents, or a whole book, from a spreadsheet: each row is seen before it counts."),
        ),
        (
            _("Take a list along"),
            reverse("office:take"),
            _("Residents, or a book, as a spreadsheet that can be taken in again."),
        ),
        (
            _("To the ministry's software"),
            reverse("office:ministry"),
            _("Entries of the books as a file for hộ tịch 158, so that nobody types them twice."),
        ),
        (
            _("Check a file for the ministry's software"),
            reverse("office:ministry-check"),
            _("Every row and column that hộ tịch 158 would refuse, also in files made elsewhere."),
        ),
    ]
