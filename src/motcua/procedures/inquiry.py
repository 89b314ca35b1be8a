"""How long another office has to answer what its books hold: ``packs/vn/inquiry.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings

from motcua.procedures.assembly import deadline_of
from motcua.procedures.pack import Deadline

FILE = "inquiry.toml"


@cache
def term_of_inquiry() -> Deadline:
    """The term, with the law that it rests on."""
    path = Path(settings.PACKS) / "vn" / FILE
    return deadline_of(tomllib.loads(path.read_text(encoding="utf-8")))
