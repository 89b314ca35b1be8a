"""The dossiers of the demo commune, made by the real actions in the order in which they happened.

So that desk, chair and waiting room have something in them at the first start. Everything comes
from the seed but the spoken codes, which are drawn by lot at every loading as they are for anyone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from motcua.demo.accounts import RESIDENTS
from motcua.demo.cases import Asker, answers_of, askers
from motcua.demo.deeds import DEEDS
from motcua.demo.walks import BIRTH, EXTRACT, WALKS, Walk
from motcua.dossiers import actions
from motcua.dossiers.actions import Intake
from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import Channel
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.clock import day_of
from motcua.people.models import Account, Resident, Sex
from motcua.people.queries import actor_for
from motcua.places.queries import commune as commune_of
from motcua.procedures.calendar import Calendar, at_minute, split
from motcua.procedures.pack import Procedure
from motcua.procedures.queries import calendar_of, in_force
from motcua.registers.models import Entry
from motcua.turns import actions as turns

# What somebody who is not sure leaves for the counter, by the code of the procedure.
_LEFT_OPEN = ("register_office", "subject_birth", "birth_place", "death_cause", "reason")
_DESK = "1"


@dataclass(frozen=True, slots=True)
class _Town:
    """Who acts, who asks, and when the office is open."""

    staff: Mapping[str, Actor]
    accounts: Sequence[tuple[Actor, Asker]]
    others: Mapping[str, list[Asker]]
    calendar: Calendar
    chance: Random
    commune: str
    at: datetime


@dataclass(order=True, slots=True)
class _Act:
    """One act of one walk at its moment."""

    moment: datetime
    place: int
    do: Callable[[], object] = field(compare=False)


def make_dossiers(commune: str, *, seed: int, at: datetime) -> None:
    """Walk every dossier of `walks` as far as it goes, then fill the waiting room of the day."""
    town = _town(commune, Random(seed), at)  # noqa: S311 - the same dossiers from the same seed
    acts: list[_Act] = []
    for walk in WALKS:
        acts += _acts(walk, town, len(acts))
    for act in sorted(acts):
        act.do()
    _open_one(town)
    _fill_waiting_room(town)


def _town(commune: str, chance: Random, at: datetime) -> _Town:
    rows = Resident.objects.filter(commune=commune, died="", birth__gte="1980")
    rows = rows.select_related("village", "commune__province", "spouse").order_by("pk")
    people = {one.identity_number: one for one in rows}
    births = Entry.objects.filter(commune=commune, kind="birth").order_by("pk")
    known = {one.content["child.identity"]: one for one in births}
    both = [(one, known[number]) for number, one in people.items() if number in known]
    staff = Account.objects.filter(memberships__commune=commune)
    return _Town(
        staff={one.login: actor_for(one, at=at) for one in staff},
        accounts=_with_accounts(people, known, at),
        others=askers(both, chance, day_of(at)),
        calendar=calendar_of(commune),
        chance=chance,
        commune=commune,
        at=at,
    )


def _with_accounts(
    people: Mapping[str, Resident], known: Mapping[str, Entry], at: datetime
) -> list[tuple[Actor, Asker]]:
    rows = Account.objects.filter(login__in=RESIDENTS).select_related("resident").order_by("login")
    return [
        (actor_for(row, at=at), Asker(people[number], row.phone, known[number]))
        for row in rows
        if row.resident and (number := row.resident.identity_number) in people and number in known
    ]


def _acts(walk: Walk, town: _Town, place: int) -> list[_Act]:
    """Handing in and what followed, spread evenly between then and now."""
    names = walk.acts.split()
    key = UUID(int=town.chance.getrandbits(128), version=4)
    by, who = _asker(walk, town)
    moments = [
        _back(town.calendar, town.at, walk.ago - walk.ago * step // (len(names) + 1))
        for step in range(len(names) + 1)
    ]
    intake = _intake(walk, town, key, who, day_of(moments[0]))
    acts = [_Act(moments[0], place, lambda: _hand_in(walk, intake, by, moments[0]))]
    for step, (name, moment) in enumerate(zip(names, moments[1:], strict=True), 1):
        press_key = UUID(int=town.chance.getrandbits(128), version=4)
        acts.append(_Act(moment, place + step, _deed(name, town, by, who, key, press_key, moment)))
    return acts


def _deed(
    name: str, town: _Town, filer: Actor, who: Asker, key: UUID, press_key: UUID, moment: datetime
) -> Callable[[], object]:
    login, deed = DEEDS[name]

    def done() -> None:
        dossier = Dossier.objects.get(pk=key)
        by = town.staff[login] if login else filer
        if name == "accept":
            _show_papers(dossier, town.staff["tiepnhan"], moment)
            dossier.refresh_from_db()
        deed(Press(key, press_key, by, moment, dossier.revision), dossier, who)

    return done


def _asker(walk: Walk, town: _Town) -> tuple[Actor, Asker]:
    """Who hands in: an account, somebody with a telephone, or the receptionist for them."""
    if walk.by == "account":
        fit = [
            pair
            for pair in town.accounts
            if walk.code != BIRTH or pair[1].resident.sex == Sex.FEMALE
        ]
        return town.chance.choice(fit)
    who = town.others.get(walk.code, town.others[""]).pop()
    if walk.by == "counter":
        return town.staff["tiepnhan"], who
    roles = frozenset({Role.GUEST})
    return Actor(f"phone:{who.phone}", "", roles, town.commune), who


def _intake(walk: Walk, town: _Town, key: UUID, who: Asker, on: date) -> Intake:
    procedure = in_force(walk.code, on)
    answers = answers_of(procedure, who, town.chance, on=on, electronic=walk.electronic)
    unknown = {f"paper:{one.name}" for one in wanted(procedure, answers) if one.need == "must"}
    if walk.unsure:
        left = next(name for name in _LEFT_OPEN if name in answers)
        unknown.add(left)
        del answers[left]
    counter = walk.by == "counter"
    return Intake(
        id=key,
        commune=commune_of(town.commune),
        procedure=procedure,
        answers=answers,
        unknown=unknown,
        channel=Channel.COUNTER if counter else Channel.ONLINE,
        right="counter" if counter else "self",
    )


def _hand_in(walk: Walk, intake: Intake, by: Actor, at: datetime) -> None:
    if walk.draft:
        actions.keep(intake, by=by, at=at)
    else:
        actions.submit(intake, by=by, at=at, verified=True)


def _show_papers(dossier: Dossier, desk: Actor, at: datetime) -> None:
    """The originals, as the person lays them on the counter."""
    procedure: Procedure = in_force(dossier.procedure.code, day_of(at))
    for paper in wanted(procedure, dossier.answers):
        facts = {"name": paper.name, "source": "shown", "note": ""}
        actions.mark_paper(dossier_id=dossier.pk, **facts, by=desk, at=at)


def _open_one(town: _Town) -> None:
    """The second officer has one dossier open now: who comes to it sees that."""
    rows = Dossier.objects.filter(commune=town.commune, step="check", procedure__code=EXTRACT)
    first = rows.order_by("-due_at", "pk").first()
    if first is not None:
        actions.hold(dossier_id=first.pk, by=town.staff["hotich2"], at=town.at)


def _fill_waiting_room(town: _Town) -> None:
    """Two were served, one is at the desk, one is called, the others wait."""
    desk = town.staff["tiepnhan"]
    for number, service in enumerate("AAACABAACB"):
        key = f"demo:{day_of(town.at)}:{number}"
        turns.take_turn(commune=town.commune, service=service, key=key, by=SYSTEM, at=town.at)
    for _ in range(2):
        turn = turns.call_next(desk=_DESK, by=desk, at=town.at)
        turns.serve(turn_id=turn.pk, desk=_DESK, by=desk, at=town.at)
        turns.finish(turn_id=turn.pk, desk=_DESK, by=desk, at=town.at)
    turn = turns.call_next(desk=_DESK, by=desk, at=town.at)
    turns.serve(turn_id=turn.pk, desk=_DESK, by=desk, at=town.at)
    turns.call_next(desk="2", by=town.staff["hotich1"], at=town.at)


def _back(calendar: Calendar, moment: datetime, minutes: int) -> datetime:
    """The moment so many working minutes before this one."""
    day, end = split(moment)
    while True:
        for span in reversed(calendar.spans(day)):
            length = max(min(span.closes, end) - span.opens, 0)
            if minutes <= length and length:
                return at_minute(day, span.opens + length - minutes)
            minutes -= length
        day, end = day - timedelta(days=1), 24 * 60
