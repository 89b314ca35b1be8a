"""The sheet of facts that a paper is typeset from: its data, its commune, its number and marks."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.foundation.clock import local
from motcua.places.models import Commune
from motcua.results.models import Document, Result
from motcua.results.paper import shown
from motcua.results.templates import template
from motcua.results.verification import initials

_LEVEL_NAMES = re.compile(r"^(Xã|Phường|Thị trấn|Đặc khu)\s+", re.IGNORECASE)


def sheet_of(document: Document, *, on: datetime) -> dict[str, Any]:
    """What every paper shows, for a slip or a draft as it is; `on` is the day it bears."""
    return {
        "title": template(document.template).title,
        "data": shown(document.template, document.data),
        "commune": _commune(document.commune),
        "day": written_day(on),
        "draft": document.kind == Document.Kind.DRAFT,
        "rehearsal": settings.REHEARSAL,
        "number": "……",
        "initials": "",
        "signing": {"name": "", "role": ["NGƯỜI KÝ"], "time": "", "level": ""},
        "qr": None,
    }


def signed_sheet(
    result: Result, *, at: datetime, level: str, qr: str, rehearsal: bool
) -> dict[str, Any]:
    """The same for a result, with its number, its signer and its QR."""
    return {
        **sheet_of(result.document, on=result.issued_at),
        "title": result.title,
        # A pretend seal makes a pretend paper, also where everything else is in earnest.
        "rehearsal": rehearsal or settings.REHEARSAL,
        "number": result.number,
        "initials": initials(result.holder),
        "signing": {
            "name": result.signer_name,
            "role": [line.strip().upper() for line in result.signer_role.splitlines()],
            # The order and marks of Decree 30/2020, Appendix I, for a signature's time.
            "time": f"{local(at):%d-%m-%Y %H:%M:%S}",
            "level": level,
        },
        "qr": qr,
    }


def written_day(moment: datetime) -> str:
    """``ngày 03 tháng 02 năm 2026``: days below 10 and months 1 and 2 carry a nought."""
    day = local(moment).date()
    month = f"{day.month:02}" if day.month < 3 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def agency(commune: Commune) -> str:
    """``Ủy ban nhân dân xã Cốc San``."""
    return f"Ủy ban nhân dân {_lowered(commune.name)}"


def _lowered(name: str) -> str:
    """``xã Cốc San``, as within a sentence."""
    return name[0].lower() + name[1:]


def place(commune: Commune) -> str:
    """``Cốc San``: the place that stands before a date."""
    return _LEVEL_NAMES.sub("", commune.name)


def _commune(commune: Commune) -> Mapping[str, str]:
    return {
        "name": commune.name,
        "agency": agency(commune),
        "place": place(commune),
        # The name that every commune's one-stop counter has had since July 2025.
        "desk": f"Trung tâm Phục vụ hành chính công {_lowered(commune.name)}",
        "province": commune.province.name,
        "address": commune.address,
        "phone": commune.phone,
    }
