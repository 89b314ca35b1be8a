"""The dossiers of the demo commune, made by the real actions in the order in which they happened.

After each act comes at once what the worker does: what follows from it, and the message. Only the
slips are left to the worker, which makes them once the doors are open. Everything comes from the
seed but the spoken codes, which are drawn by lot at every loading as they are for anyone.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from motcua.consequences.loop import follow_events
from motcua.consequences.table import NOTHING, TABLE
from motcua.demo.cases import Asker, answers_of
from motcua.demo.deeds import DEEDS
from motcua.demo.town import Town
from motcua.demo.walks import Lot, Walk, walks
from motcua.dossiers import actions
from motcua.dossiers.actions import Intake
from motcua.dossiers.completeness import wanted
from motcua.dossiers.models import Dossier
from motcua.dossiers.press import Press
from motcua.dossiers.states import Channel, Verb
from motcua.foundation.actor import Actor
from motcua.foundation.clock import day_of
from motcua.notifications.loop import send_due
from motcua.places.queries import commune as commune_of
from motcua.procedures.queries import by_version, calendar_of, in_force
from motcua.registers.actions import Draft

# What somebody who is not sure leaves for the counter, by the name of the question.
_LEFT_OPEN = ("register_office", "subject_birth", "birth_place", "death_cause", "reason", "pages")
# Before these the person lays the originals on the counter.
_PAPERS_SHOWN = ("accept", "supplement")

Told = Callable[[int, int], None]


@dataclass(slots=True)
class _Path:
    """One dossier on its way, as the last act left it."""

    walk: Walk
    key: UUID
    filer: Actor
    who: Asker
    dossier: Dossier = field(init=False)


@dataclass(order=True, slots=True)
class _Act:
    """One act of one walk at its moment; acts of one moment keep the order of the table."""

    moment: datetime
    place: int
    do: Callable[[], Verb] = field(compare=False)


def make_dossiers(town: Town, events: Sequence[Draft], *, on_progress: Told) -> None:
    """Walk every dossier as far as it goes; told after each act how many of how many are done."""
    lot = Lot(town.chance, calendar_of(town.commune), town.now)
    acts: list[_Act] = []
    for walk in walks(lot, events):
        acts += _acts(walk, town, len(acts))
    for done, act in enumerate(sorted(acts), 1):
        _follow(act.do(), act.moment)
        on_progress(done, len(acts))
    # Of what nothing follows, the loop notes that, too.
    while follow_events(town.now):
        pass


def _follow(verb: Verb, at: datetime) -> None:
    """What the worker does after an act; a delivery by itself is one more act to be followed."""
    follows = TABLE.get(verb, NOTHING)
    rounds = 2 if follows.deliver else 1
    if follows is not NOTHING:
        for _ in range(rounds):
            follow_events(at)
    if follows.message:
        send_due(at, limit=rounds)


def _acts(walk: Walk, town: Town, place: int) -> Iterator[_Act]:
    """Handing in, and what followed."""
    key = _key(town)
    path = _Path(walk, key, *town.asker(walk))
    begun = walk.moments[0]
    intake = _intake(walk, town, key, path.who, day_of(begun))
    yield _Act(begun, place, lambda: _hand_in(path, intake, begun))
    for step, (name, moment) in enumerate(zip(walk.acts, walk.moments[1:], strict=True), 1):
        yield _Act(moment, place + step, _deed(name, path, town, _key(town), moment))


def _key(town: Town) -> UUID:
    return UUID(int=town.chance.getrandbits(128), version=4)


def _deed(name: str, path: _Path, town: Town, key: UUID, moment: datetime) -> Callable[[], Verb]:
    does, deed = DEEDS[name]
    by = town.does(does, path.walk, path.filer)

    def done() -> Verb:
        if name in _PAPERS_SHOWN:
            _show_papers(path, town.staff["tiepnhan"], moment)
        press = Press(path.key, key, by, moment, path.dossier.revision)
        path.dossier = deed(press, path.dossier, path.who)
        return Verb(name)

    return done


def _intake(walk: Walk, town: Town, key: UUID, who: Asker, on: date) -> Intake:
    procedure = in_force(walk.code, on)
    answers = answers_of(procedure, who, town.chance, on=on, decided=walk.decided)
    if walk.electronic:
        answers["delivery"] = "electronic"
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


def _hand_in(path: _Path, intake: Intake, at: datetime) -> Verb:
    if path.walk.draft:
        path.dossier = actions.keep(intake, by=path.filer, at=at)
        return Verb.KEEP
    path.dossier = actions.submit(intake, by=path.filer, at=at, verified=True)
    return Verb.SUBMIT


def _show_papers(path: _Path, desk: Actor, at: datetime) -> None:
    """The originals, as the person lays them on the counter: what must be seen, and was not yet."""
    dossier = path.dossier
    there = set(dossier.papers.exclude(source="file").values_list("name", flat=True))
    asked = {item["about"] for item in dossier.asked}
    for paper in wanted(by_version(dossier.procedure_id), dossier.answers):
        needed = paper.need == "must" or f"paper:{paper.name}" in asked
        if needed and paper.name not in there:
            facts = {"name": paper.name, "source": "shown", "note": ""}
            actions.mark_paper(dossier_id=path.key, **facts, by=desk, at=at)
