"""Whom a line of a list means by mother, father and spouse, and what speaks against it.

Reads, writes nothing. A tie that is not sure is a doubt of its own: the person is taken all the
same.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models.functions import Left

from motcua.foundation.names import folded
from motcua.foundation.statements import Paired, Statement, Texts
from motcua.people.history import standing
from motcua.people.importing import BY_NUMBER, RESIDENTS, Key, Known, Listed, Ref, meant
from motcua.people.kin_fits import Ages, agrees, unfit, within
from motcua.people.models import Kind, Move
from motcua.people.tying_claims import Claims

_BY_YEAR = Statement(
    lambda: (
        RESIDENTS.alias(year=Left("birth", 4))
        .filter(Paired("pairs", "name_folded", "year"), name_folded__in=Texts("names"))
        .values_list(*Known._fields)
    )
)


@dataclass(frozen=True, slots=True)
class Tie:
    """One person whom a line names; `fault` says why the tie is not taken, `holds` that the
    register knows it already."""

    line: Listed
    how: str
    own: Known
    other: Known | None = None
    fault: str = ""
    holds: bool = False

    @property
    def facts(self) -> Mapping[str, str]:
        """What the sentence of a fault needs: whom the line names."""
        said = self.line.kin[self.how]
        return {"is": (said.name or said.number)[:80]}


@dataclass(slots=True)
class Ties:
    """The ties of one list, some lines at a time, after the whole of it was gathered."""

    commune: str
    ages: Ages
    _claims: Claims = field(default_factory=Claims)
    # Those of its people who are in no register yet, or otherwise, while it is only tried out.
    _listed: dict[Key, list[Known]] = field(default_factory=dict)
    _wed: set[frozenset[int]] = field(default_factory=set)

    def gather(self, lines: Sequence[Listed], *, source: str) -> None:
        """Keep what some lines say of spouses, and who they are while they are not entered.

        `source` is the list while its own people are to be entered yet, "" when they are.
        """
        self._claims.gather(lines)
        for one in meant(self.commune, lines, source=source) if source else ():
            if not one.fault:
                known = known_as(one.line, one.resident)
                for key in keys_of(known):
                    self._listed.setdefault(key, []).append(known)

    def own(self, lines: Sequence[Listed], *, source: str) -> dict[int, Known]:
        """Whom the lines are of that name anybody, or a ground, by their numbers.

        `source` is the list while its own people are to be entered yet, "" when they are.
        """
        asked = [line for line in lines if line.kin or line.grounds]
        found = meant(self.commune, asked, source=source) if asked else []
        return {one.line.number: known_as(one.line, one.resident) for one in found if not one.fault}

    def of(self, lines: Sequence[Listed], own: Mapping[int, Known], *, on: date) -> list[Tie]:
        """What the lines name, in their order, in a few questions for all of them."""
        near = self._near(line for line in lines if line.number in own)
        found = [
            self._tie(line, how, own[line.number], near, on)
            for line in lines
            if line.number in own
            for how in line.kin
        ]
        return _without_wed_away(found)

    def _near(self, lines: Iterable[Listed]) -> dict[Key, list[Known]]:
        """All who may be meant, by number and by name and year; each once."""
        said = [one for line in lines for one in line.kin.values()]
        numbers = sorted({one.number for one in said if one.number})
        pairs = sorted({named(one) for one in said if one.name and one.birth})
        rows = BY_NUMBER.all(commune=self.commune, numbers=numbers) if numbers else []
        if pairs:
            asked = json.dumps(pairs, ensure_ascii=False)
            names = sorted({name for name, _year in pairs})
            rows += _BY_YEAR.all(commune=self.commune, pairs=asked, names=names)
        found: dict[Key, dict[int, Known]] = {}
        for one in map(Known._make, rows):
            for key in keys_of(one):
                found.setdefault(key, {})[one.id] = one
        # What the list says of somebody stands for what the register says.
        asked_for: list[Key] = [*numbers, *pairs]
        for key in asked_for:
            found.setdefault(key, {}).update({one.id: one for one in self._listed.get(key, ())})
        return {key: list(rows.values()) for key, rows in found.items()}

    def _tie(
        self, line: Listed, how: str, own: Known, near: Mapping[Key, list[Known]], on: date
    ) -> Tie:
        said = line.kin[how]
        found = _candidates(said, near)
        if len(found) != 1:
            return Tie(line, how, own, fault="tie_several" if found else "tie_unknown")
        (other,) = found
        if not agrees(said, other):
            return Tie(line, how, own, other, "tie_number")
        if getattr(own, f"{how}_id") == other.id:
            return Tie(line, how, own, other, holds=True)
        fault = unfit(how, own, other, ages=self.ages, on=on)
        if how == "spouse" and not fault:
            pair = frozenset({own.id, other.id})
            if self._claims.against(line.number, own, other):
                fault = "tie_mutual"
            elif pair in self._wed:
                return Tie(line, how, own, other, holds=True)
            else:
                self._wed.add(pair)
        return Tie(line, how, own, other, fault)


def _without_wed_away(found: Sequence[Tie]) -> list[Tie]:
    """Whose spouse is known to live elsewhere, which the history alone tells, is bound."""
    new = [one for one in found if one.how == "spouse" and not one.fault and not one.holds]
    both = {key for tie in new for key in (tie.own.id, tie.other.id if tie.other else 0)}
    away = wed_away(both)
    return [
        replace(one, fault="tie_bound")
        if away and one in new and away & {one.own.id, one.other.id if one.other else 0}
        else one
        for one in found
    ]


def wed_away(people: Collection[int]) -> set[int]:
    """Of some residents those whose husband or wife is known and lives elsewhere."""
    rows = Move.objects.filter(kind=Kind.MARRIED, resident__in=sorted(people)) if people else ()
    maybe = sorted({row.resident_id for row in rows if row.changes.get("partner")})
    told: dict[int, list[Move]] = {key: [] for key in maybe}
    for row in Move.objects.filter(resident__in=maybe) if maybe else ():
        told[row.resident_id].append(row)
    return {key for key, moves in told.items() if standing(moves).text("partner")}


def known_as(line: Listed, resident: Known | None) -> Known:
    """Somebody as the list says; the key is the negative number of the line of somebody new."""
    told: dict[str, Any] = {
        name: value for name, value in line.facts.items() if name in Known._fields
    }
    told |= {"name_folded": line.key[0]}
    if resident is not None:
        return resident._replace(**told)
    blank = dict.fromkeys(Known._fields) | {"identity_number": "", "died": ""}
    return Known(**{**blank, **told, "id": -line.number})


def keys_of(one: Known) -> Iterator[Key]:
    """By what somebody can be named."""
    if one.identity_number:
        yield one.identity_number
    yield one.name_folded, one.birth[:4]


def named(said: Ref) -> tuple[str, str]:
    """The name without marks, and the year."""
    return folded(said.name), said.birth[:4]


def _candidates(said: Ref, near: Mapping[Key, list[Known]]) -> list[Known]:
    """By the number; else those of the name and birth, who have none where the line has one."""
    found = near.get(said.number, []) if said.number else []
    if found or not said.birth:
        return found
    rows = near.get(named(said), [])
    fitting = [one for one in rows if within(one.birth, said.birth)]
    return [one for one in fitting if not said.number or not one.identity_number]
