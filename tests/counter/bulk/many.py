"""Many at once as the desk does it: look, confirm, and what the page then says."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpResponse

from motcua.dossiers.models import Dossier
from tests.counter.visits import At, words


def look(desk: At, name: str, rows: Sequence[Dossier], **more: str) -> HttpResponse:
    """The preview of what was ticked."""
    return desk.get("bulk", name, pick=[str(row.pk) for row in rows], **more)  # type: ignore[arg-type]


def form_of(page: HttpResponse) -> dict[str, object]:
    """What the confirming button of a preview sends."""
    text = page.content.decode()
    key = re.findall(r'name="press" value="([^"]+)"', text)
    return {"press": key[0] if key else "", "one": re.findall(r'name="one" value="([^"]+)"', text)}


def confirm(desk: At, name: str, page: HttpResponse, **more: str) -> str:
    """Press, and the page of the batch in words."""
    answer = desk.post("bulk", name, **{**form_of(page), **more})
    assert answer.status_code == 302, words(answer)
    return words(desk.client.get(answer["Location"]))


def left_out(page: HttpResponse) -> list[str]:
    """The reasons of those that are left out, in the order of the page."""
    _head, found, tail = words(page).partition('id="left-out"')
    return re.findall(r"<td>[^<]*</td><td>([^<]*)</td></tr>", tail) if found else []


def whole_list(**filters: object) -> dict[str, str]:
    """The words of an address that chooses all of a list."""
    return {"all": "1", "list": urlencode(filters)}
