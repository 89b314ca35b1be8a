"""Each dossier's own walk, drawn by lot from the lines of `trails`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TypeVar

from motcua.demo import hours
from motcua.demo.trails import (
    BIRTH,
    COPY,
    DEATH,
    EXTRACT,
    MARITAL,
    REGISTERED,
    TRAILS,
    By,
    Trail,
)
from motcua.foundation.clock import day_of
from motcua.procedures.calendar import Calendar
from motcua.registers.actions import Draft

Drawn = TypeVar("Drawn", bound=str)
_OFFICERS, _CHAIRS = ("hotich1", "hotich1", "hotich2"), ("chutich", "chutich", "phochutich")
_BOOKS = {"birth": BIRTH, "death": DEATH}
_SHARE_ELECTRONIC = 0.6
_SHARE_EVENING = 0.4


@dataclass(frozen=True, slots=True)
class Walk:
    """One dossier: what is asked for, by which door, and what is done when, by whom.

    `moments` begin with the handing-in and go on with one for each act. `event` is the birth or
    death that the walk registers.
    """

    code: str
    by: By
    acts: tuple[str, ...]
    moments: tuple[datetime, ...]
    officer: str
    chair: str
    unsure: bool = False
    electronic: bool = False
    draft: bool = False
    event: Draft | None = None

    @property
    def decided(self) -> bool:
        """Whether an officer lays it beside the book and a paper is made of it."""
        return "check" in self.acts


@dataclass(frozen=True, slots=True)
class Lot:
    """What is drawn with, for which calendar, and up to which moment."""

    chance: Random
    calendar: Calendar
    now: datetime


def walks(lot: Lot, events: Sequence[Draft]) -> Iterator[Walk]:
    """All of them: those of the table, and one for each event that was registered lately."""
    for trail in TRAILS:
        for _ in range(trail.count):
            yield _walk(lot, trail, _drawn(lot, trail.codes), None)
    for event in events:
        yield _walk(lot, REGISTERED, _BOOKS[event.kind], event)


def _walk(lot: Lot, trail: Trail, code: str, event: Draft | None) -> Walk:
    chance = lot.chance
    # A copy is certified where the original lies on the counter.
    by: By = "counter" if code == COPY and trail.acts else _drawn(lot, trail.doors)
    fit = by == "account" and code in (EXTRACT, MARITAL)
    electronic = fit and chance.random() < _SHARE_ELECTRONIC
    acts = tuple(trail.acts.split())
    if electronic and "issue" in acts:
        # It goes to the person's own page by itself, with the issue.
        acts = acts[:-1]
    moments = _moments(lot, trail, acts, event)
    if by != "counter" and trail.takes and chance.random() < _SHARE_EVENING:
        moments[0] = hours.evening_before(moments[0], chance)
    return Walk(
        code=code,
        by=by,
        acts=acts,
        moments=tuple(hours.told_apart(("", *acts), moments, chance)),
        officer=chance.choice(_OFFICERS),
        chair=chance.choice(_CHAIRS),
        unsure=trail.unsure,
        electronic=electronic,
        draft=trail.draft,
        event=event,
    )


def _moments(lot: Lot, trail: Trail, acts: tuple[str, ...], event: Draft | None) -> list[datetime]:
    calendar, chance = lot.calendar, lot.chance
    ago = chance.randint(*trail.ago)
    if trail.takes is None:
        return hours.until_now(calendar, lot.now, ago, len(acts), chance)
    begun = event.registered_on if event else day_of(hours.back(calendar, lot.now, ago))
    last_visit = acts[-1:] == ("hand_over",)
    takes, steps = chance.randint(*trail.takes), len(acts) - last_visit
    moments = hours.in_a_row(calendar, calendar.working_day_from(begun), takes, steps, chance)
    if last_visit:
        moments.append(hours.fetched(calendar, moments[-1], lot.now, chance))
    return moments


def _drawn(lot: Lot, weights: Mapping[Drawn, int]) -> Drawn:
    return lot.chance.choices(list(weights), list(weights.values()))[0]
