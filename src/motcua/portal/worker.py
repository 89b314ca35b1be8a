"""The application on the phone: its worker, with what it brings along, and how it is installed."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.parts.doors import Visit
from motcua.parts.environment import speaks
from motcua.parts.letterhead import letterhead_of

_SCRIPT = Path(__file__).parent / "static" / "portal" / "worker.js"
_FILES = (
    "parts/tokens.css",
    "parts/parts.css",
    "parts/page.js",
    "parts/asking.js",
    "parts/listen.js",
    "parts/papers.svg",
    "portal/keeping.js",
    "portal/draft.js",
    "portal/earlier.js",
    "portal/bringing.js",
    "portal/outbox.js",
    "portal/leaving.js",
    "portal/files.js",
    "portal/photograph.svg",
    "portal/smaller.js",
    "portal/chosen.js",
    "portal/pieces.js",
    "portal/calling.js",
    "portal/said.js",
    "portal/refused.js",
    "portal/in_hand.js",
)


@cache
def worker_script() -> str:
    """Another script, and so another worker, with each change of what it brings along."""
    # The pages as the phone itself shows them: without whoever happens to be signed in now.
    pages = [f"{reverse(f'portal:{name}')}?shell=1" for name in ("outbox", "done")]
    shell = [*(static(name) for name in _FILES), *pages]
    return f"const SHELL = {json.dumps(shell)};\n{_SCRIPT.read_text(encoding='utf-8')}"


def app_of(visit: Visit) -> dict[str, Any]:
    """The commune as an application: name, colours, icon, and the ways in that people use most."""
    office = letterhead_of(visit)
    icon = {"src": static("portal/icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    # For telephones that draw no SVG on their first screen; the mark keeps clear of a round mask.
    drawn = [
        {"src": static(f"portal/icon-{n}.png"), "sizes": f"{n}x{n}", "type": "image/png"}
        for n in (192, 512)
    ]
    return {
        "id": "/",
        "name": _("One door of %(commune)s") % {"commune": office.name},
        "short_name": office.name,
        "lang": speaks(),
        "start_url": reverse("portal:home"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbf9f4",
        "theme_color": "#47308f",
        "icons": [
            icon | {"purpose": "any"},
            icon | {"purpose": "maskable"},
            *(one | {"purpose": purpose} for one in drawn for purpose in ("any", "maskable")),
        ],
        "shortcuts": [
            {"name": str(word), "url": reverse(f"portal:{name}"), "icons": [icon]}
            for word, name in (
                (_("Track a dossier"), "track"),
                (_("My dossiers"), "mine"),
                (_("On this phone"), "outbox"),
            )
        ],
    }
