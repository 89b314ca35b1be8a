"""What is to be seen on a photograph of each kind of paper: the words beside its drawing.

The drawings are the views of ``static/parts/papers.svg``, by the same names.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HOW: Mapping[str, Promise] = {
    "card": _("Photograph both sides, one picture for each."),
    "sheet": _("Lay it flat; all four corners are to be seen."),
    "booklet": _("Open it flat and photograph each page with writing on it."),
    "pages": _("Photograph every page in turn, one picture for each."),
    "sealed": _("All four corners, with the signature and the stamp to be read clearly."),
}


def how_photographed(looks: str) -> str:
    """The sentence beside the drawing; KeyError for a paper that looks like nothing known."""
    return str(HOW[looks])
