"""Pictures of pages: put in several at once, shown upright, put beside an entry."""

import io
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.counter.errors import ScanMissing
from motcua.counter.frame import DESK
from motcua.counter.looking import sealed_in
from motcua.dossiers.attachments import page_pictures
from motcua.dossiers.cleaning.bounds import MOST_BYTES
from motcua.foundation.loading import Later
from motcua.foundation.typed_number import typed_number
from motcua.parts.doors import Visit, opens
from motcua.parts.menu import KEEPERS
from motcua.registers import actions, on_paper, queries
from motcua.registers.models import PaperVolume

if TYPE_CHECKING:
    from PIL import Image
else:
    Image = Later("PIL.Image")
# Clockwise, where the library turns the other way.
_TURNS = {1: "ROTATE_270", 2: "ROTATE_180", 3: "ROTATE_90"}


@opens(to=DESK)
def scan(request: Visit, scan_id: int) -> HttpResponse:
    """The picture of a page, turned clockwise by `turn` quarters."""
    content = on_paper.picture(by=request.actor, key=scan_id, at=request.at)
    turn = (typed_number(request.GET.get("turn")) or 0) % 4
    return sealed_in(_turned(content, turn), "image/jpeg", f"page-{scan_id}.jpg")


@opens(to=KEEPERS)
@require_POST
def entry_scans(request: Visit, entry_id: int) -> HttpResponse:
    """Put pictures beside an entry."""
    by, at = request.actor, request.at
    row = queries.entry(by=by, entry_id=entry_id, at=at, why="scan")
    for picture in _pictures(request):
        actions.attach_scan(entry=row, content=picture, by=by, at=at)
    return redirect("counter:entry", entry_id)


def scans_added(request: Visit, volume: PaperVolume) -> int:
    """Put what was chosen into the volume, in its order; how many pages that were.

    Refuses what is no picture (`dossiers.attachments`), ScanMissing and TooManyScans.
    """
    pictures = _pictures(request)
    for picture in pictures:
        actions.add_scan(volume=volume, content=picture, by=request.actor, at=request.at)
    return len(pictures)


def _pictures(request: Visit) -> list[bytes]:
    """All or none: every file is opened before the first page is kept."""
    chosen = request.FILES.getlist("scan")
    if not chosen:
        raise ScanMissing(field="scan")
    return [leaf for one in chosen for leaf in page_pictures(one.read(MOST_BYTES + 1))]


def _turned(content: bytes, quarters: int) -> bytes:
    if not quarters:
        return content
    # Our own JPEG, made when the page was put in.
    with Image.open(io.BytesIO(content), formats=("JPEG",)) as picture:
        out = io.BytesIO()
        picture.transpose(Image.Transpose[_TURNS[quarters]]).save(out, "JPEG", quality=82)
    return out.getvalue()
