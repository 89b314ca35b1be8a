"""The grounds that lines of a list say, beside those that the register holds. Reads only."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.foundation.partial_date import PartialDate
from motcua.people.importing import Ground, Known, Listed
from motcua.people.models import Exemption


@dataclass(frozen=True, slots=True)
class Grant:
    """One ground of one line: new, or `known` from the same day with another end, or as it is.

    `fault` says why it is not taken; `since` from when the register has the ground then.
    """

    line: Listed
    own: Known
    ground: Ground
    known: int | None = None
    holds: bool = False
    fault: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class _Span:
    since: date
    until: date | None
    key: int | None = None


def grants(lines: Sequence[Listed], own: Mapping[int, Known]) -> list[Grant]:
    """What comes of the grounds of the lines, in one question for all of them."""
    asked = [line for line in lines if line.grounds and line.number in own]
    known = _known(own[line.number].id for line in asked)
    found = []
    for line in asked:
        one = own[line.number]
        for ground in line.grounds:
            spans = known.setdefault((one.id, ground.ground), [])
            found.append(_granted(line, one, ground, spans))
            spans.append(_Span(ground.since, ground.until))
    return found


def _known(people: Iterable[int]) -> dict[tuple[int, str], list[_Span]]:
    spans: dict[tuple[int, str], list[_Span]] = {}
    keys = sorted({key for key in people if key > 0})
    for row in Exemption.objects.filter(resident__in=keys).order_by("valid_from") if keys else ():
        span = _Span(row.valid_from, row.valid_to, row.pk)
        spans.setdefault((row.resident_id, row.ground), []).append(span)
    return spans


def _granted(line: Listed, own: Known, ground: Ground, spans: Sequence[_Span]) -> Grant:
    if ground.until is not None and ground.until <= ground.since:
        return Grant(line, own, ground, fault="ground_days")
    if ground.since < PartialDate.stored(own.birth).first:
        return Grant(line, own, ground, fault="ground_birth")
    same = next((one for one in spans if one.since == ground.since and one.key), None)
    others = [one for one in spans if one is not same and _overlap(one, ground)]
    if others:
        return Grant(line, own, ground, fault="ground_known", since=others[0].since)
    if same is None:
        return Grant(line, own, ground)
    # What the list leaves empty stays as it is.
    if ground.until is None or ground.until == same.until:
        return Grant(line, own, ground, holds=True)
    return Grant(line, own, ground, known=same.key)


def _overlap(one: _Span, ground: Ground) -> bool:
    last = date.max
    return one.since < (ground.until or last) and ground.since < (one.until or last)
