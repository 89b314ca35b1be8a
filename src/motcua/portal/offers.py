"""What the first page lists: what has happened, the most asked, the rest; or what was found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.foundation.clock import day_of
from motcua.parts.catalogue import spoken, title_of
from motcua.parts.elsewhere import OFFICES
from motcua.procedures.finding import found, shelved
from motcua.procedures.guide.reading import guide
from motcua.procedures.guide.seeking import GuideKey, Hit, Offered, index_of
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import catalogue


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list: what it is called, what it is for; the sign of a life event.

    `note` says what it is where lines of several kinds stand together.
    """

    address: str
    short: str
    summary: str
    sign: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What has happened, the most asked procedures, and the rest by field of law."""

    events: Sequence[Offer]
    first: Sequence[Offer]
    shelves: Sequence[tuple[str | Promise, Sequence[Offer]]]


def offered(at: datetime) -> Offered:
    """The procedures of a day, as a key for what is worked out once."""
    return Offered.of(catalogue(day_of(at)))


@lru_cache(maxsize=12)
def listed(procedures: Offered, language: str) -> Offers:
    """The first page's lists in a language, the active one."""
    known = guide()
    events = [
        Offer(
            reverse("portal:event", args=[one.name]),
            spoken(one.words).label,
            spoken(one.words).help,
            one.sign,
        )
        for one in known.events.values()
    ]
    ranked = found(procedures.procedures, "", language)
    shelves = shelved([one for one in ranked if not one.often])
    return Offers(
        events,
        [_procedure(one) for one in ranked if one.often],
        [(name, [_procedure(one) for one in held]) for name, held in shelves],
    )


def sought(procedures: Offered, typed: str) -> Sequence[Offer]:
    """What fits the words that were typed, the best first."""
    index = index_of(procedures, GuideKey.of(guide()), get_language() or "vi")
    by_code = {one.code: one for one in procedures.procedures}
    return list(_shown(index.seek(typed), by_code))


def _shown(hits: Iterable[Hit], by_code: dict[str, Procedure]) -> Iterable[Offer]:
    known = guide()
    for hit in hits:
        if hit.kind == "procedure":
            yield _procedure(by_code[hit.key])
        elif hit.kind == "event":
            event = known.events[hit.key]
            words, address = spoken(event.words), reverse("portal:event", args=[hit.key])
            note = _("What is needed, in order")
            yield Offer(address, words.label, words.help, event.sign, note)
        else:
            place = known.elsewhere[hit.key]
            words, address = spoken(place.words), reverse("portal:elsewhere", args=[hit.key])
            yield Offer(address, words.label, words.help, "place", str(OFFICES[place.where]))


def _procedure(one: Procedure) -> Offer:
    title = title_of(one)
    return Offer(reverse("portal:procedure", args=[one.code]), title.short, title.summary)
