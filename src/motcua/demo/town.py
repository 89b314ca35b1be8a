"""Who acts in the demo commune, who asks, and by which door they come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from motcua.demo.accounts import RESIDENTS
from motcua.demo.books import residence, source_of_birth
from motcua.demo.cases import Asker, askers, declarant
from motcua.demo.families import Person
from motcua.demo.trails import BIRTH, CORRECTION, EXTRACT
from motcua.demo.walks import Walk
from motcua.foundation.actor import SYSTEM, Actor, Role
from motcua.foundation.clock import day_of
from motcua.people.models import Account
from motcua.people.queries import actor_for
from motcua.registers.models import Entry

# No provider is known to give numbers out in this range; with 303, 404 and 503 at the end the
# rehearsal of messages plays a number that cannot be reached.
_PHONES = [f"+84990000{n}" for n in range(100, 1000) if n not in (303, 404, 503)]
# Of those who come to the counter themselves.
_SHARE_WITHOUT_PHONE = 0.4
_ABOUT_THEMSELVES = (EXTRACT, CORRECTION)


@dataclass(frozen=True, slots=True)
class Town:
    """The commune on the day on which its tale ends; `waiting` are those who have not asked yet."""

    commune: str
    now: datetime
    chance: Random
    villages: Mapping[int, str]
    by_identity: Mapping[str, Person]
    staff: Mapping[str, Actor]
    accounts: Sequence[tuple[Actor, Asker]]
    waiting: Mapping[str, list[Person]]
    phones: list[str] = field(default_factory=lambda: list(_PHONES))

    def asker(self, walk: Walk) -> tuple[Actor, Asker]:
        """Who hands in, and for whom: an account, a telephone, or the receptionist."""
        if walk.by == "account":
            return self._with_account(walk)
        who = self._somebody(walk)
        if walk.by == "counter":
            return self.staff["tiepnhan"], who
        return Actor(f"phone:{who.phone}", "", frozenset({Role.GUEST}), self.commune), who

    def does(self, who: str, walk: Walk, filer: Actor) -> Actor:
        """The actor of a part: ``desk``, ``officer``, ``chair``, ``filer`` or ``system``."""
        logins = {"desk": "tiepnhan", "officer": walk.officer, "chair": walk.chair}
        return {"filer": filer, "system": SYSTEM}.get(who) or self.staff[logins[who]]

    def _with_account(self, walk: Walk) -> tuple[Actor, Asker]:
        fit = [
            pair for pair in self.accounts if walk.code != BIRTH or pair[1].person.sex == "female"
        ]
        actor, who = self.chance.choice(fit)
        return actor, self._with_entry(walk.code, who)

    def _somebody(self, walk: Walk) -> Asker:
        if walk.event:
            person = declarant(walk.event.content, self.by_identity)
        else:
            person = (self.waiting.get(walk.code) or self.waiting[""]).pop()
        phone = self.phones.pop(self.chance.randrange(len(self.phones)))
        if walk.by == "counter" and self.chance.random() < _SHARE_WITHOUT_PHONE:
            phone = ""
        event = walk.event.content if walk.event else None
        who = Asker(person, phone, residence(person, self.villages), event)
        return self._with_entry(walk.code, who)

    def _with_entry(self, code: str, who: Asker) -> Asker:
        if code not in _ABOUT_THEMSELVES:
            return who
        return replace(who, entry=Entry.objects.get(source=source_of_birth(who.person)))


def town(
    commune: str,
    people: Sequence[Person],
    villages: Mapping[int, str],
    *,
    chance: Random,
    at: datetime,
) -> Town:
    """The staff and the six with accounts are there already; the rest comes from the people."""
    by_identity = {one.identity: one for one in people}
    staff = Account.objects.filter(memberships__commune=commune)
    rows = Account.objects.filter(login__in=RESIDENTS).select_related("resident").order_by("login")
    known = [(row, by_identity[row.resident.identity_number]) for row in rows if row.resident]
    return Town(
        commune=commune,
        now=at,
        chance=chance,
        villages=villages,
        by_identity=by_identity,
        staff={one.login: actor_for(one, at=at) for one in staff},
        accounts=[
            (actor_for(row, at=at), Asker(person, row.phone, residence(person, villages)))
            for row, person in known
        ],
        waiting=askers(people, chance, day_of(at)),
    )
