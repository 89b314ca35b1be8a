"""From what was typed, scanned or said in the one box to a dossier or a list of people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs, urlencode, urlsplit

from django.urls import reverse
from django.utils.translation import get_language

from motcua.counter.book_search import is_number
from motcua.counter.matching import day_shown
from motcua.counter.words import PARTS, Words, standing
from motcua.counter.work_list import short
from motcua.dossiers import lists, queries
from motcua.dossiers.codes import tidy_code
from motcua.dossiers.errors import NotFound
from motcua.dossiers.telephones import typed_phone, with_phone
from motcua.foundation.actor import Actor
from motcua.foundation.typed_number import typed_number

# The number of a dossier, as slips print it.
_NUMBER = re.compile(r"[A-Z0-9.]+-\d{6}-\d{4,5}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A person around a dossier, as the list shows it; `birth` as people write it."""

    found: lists.Hit
    part: Words
    birth: str
    service: str
    standing: Words


@dataclass(frozen=True, slots=True)
class Found:
    """What the search gave; `more` is the address of the next page, "" at the end."""

    words: str
    hits: Sequence[Hit]
    more: str
    looked_like_a_code: bool
    by_phone: bool = False


def direct(typed: str, *, by: Actor) -> str | None:
    """The address of the one dossier that a code, number or QR names; None when it names none.

    The number of an entry in the books (``27/1998``) leads to their search.
    """
    said = _said(typed)
    if is_number(said):
        return f"{reverse('counter:book-search')}?{urlencode({'number': said.strip()})}"
    if not looks_like_a_code(said):
        return None
    try:
        return reverse("counter:dossier", args=[queries.by_code(typed=said, by=by).pk])
    except NotFound:
        return None


def people(typed: str, *, by: Actor, at: datetime, before: str | None) -> Found:
    """People with this telephone, or these words in their name, the newest first. Journalled."""
    said = _said(typed)
    if looks_like_a_code(said) or not said.strip():
        return Found(said, [], "", bool(said.strip()))
    key = typed_number(before)
    phone = typed_phone(said)
    if phone is not None:
        hits, after = with_phone(by=by, phone=phone, at=at, before=key)
    else:
        hits, after = lists.search(by=by, words=said, at=at, before=key)
    more = f"?{urlencode({'q': typed, 'after': after})}" if after else ""
    return Found(said, [_hit(one) for one in hits], more, False, phone is not None)


def looks_like_a_code(said: str) -> bool:
    """Whether it is meant as a code or a number rather than a name."""
    return tidy_code(said) is not None or _NUMBER.fullmatch(said.strip()) is not None


def _said(typed: str) -> str:
    """What a QR of a slip carries is the tracking page with its code; else what was typed."""
    address = urlsplit(typed.strip())
    if address.scheme in ("http", "https"):
        return "".join(parse_qs(address.query).get("code", [])[:1])
    return typed


def _hit(found: lists.Hit) -> Hit:
    return Hit(
        found=found,
        part=PARTS.get(found.part, found.part),
        birth=day_shown(found.birth),
        service=short(found.procedure_id, get_language() or "vi"),
        standing=standing(found.state, found.step),
    )
