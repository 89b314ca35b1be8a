"""How the loop stands: whether it goes round, what it could not do, and what it had to ask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.audit.actions import record_reading
from motcua.consequences.errors import NotYourMachine, NotYourQuestion, UnknownQuestion
from motcua.consequences.models import Followed, Heartbeat, Stuck
from motcua.dossiers.models import DossierEvent
from motcua.foundation.actor import Actor, Role
from motcua.foundation.statements import Place, Statement
from motcua.people.models import Resident

# The loop goes round four times a second, and writes its beat down every five.
LATE = 60.0
# More than these are not counted: they only say that the loop does not keep up.
MANY = 1000


@dataclass(frozen=True, slots=True)
class Worker:
    """When the worker began and last came round; None when it was never seen."""

    since: datetime | None
    last: datetime | None
    alive: bool


def worker(at: datetime) -> Worker:
    """The process that follows up the acts."""
    beat = Heartbeat.objects.filter(name="worker").first()
    if beat is None:
        return Worker(None, None, alive=False)
    return Worker(beat.since, beat.at, alive=(at - beat.at).total_seconds() < LATE)


def waiting() -> int:
    """How many acts of the whole house wait for what follows; at most one more than MANY."""
    rows = DossierEvent.objects.filter(followed_at__isnull=True)
    return rows.values("id")[: MANY + 1].count()


def stuck(*, by: Actor, limit: int = 50) -> list[Stuck]:
    """Acts of the actor's commune whose consequences failed, the oldest first, with the dossier.

    Refuses NotYourMachine.
    """
    if not by.has(Role.ADMINISTRATOR):
        raise NotYourMachine
    rows = Stuck.objects.filter(event__dossier__commune_id=by.commune)
    return list(rows.select_related("event__dossier").order_by("event_id")[:limit])


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked about an entry, and for each person in it the residents who may be meant."""

    row: Followed
    maybe: Mapping[str, Sequence[Resident]]


def questions(*, by: Actor, after: int = 0, limit: int = 25) -> list[Followed]:
    """What an officer still has to say of entries, or to do by hand, the oldest first.

    Refuses NotYourQuestion.
    """
    must_answer(by)
    rows = Followed.objects.filter(commune_id=by.commune, word__in=Followed.OPEN, pk__gt=after)
    return list(rows.select_related("entry", "dossier").order_by("pk")[:limit])


def question(*, by: Actor, question_id: int, at: datetime) -> Question:
    """One of them, answered or not, with the people; NotYourQuestion, UnknownQuestion. Traced."""
    must_answer(by)
    rows = Followed.objects.select_related("entry", "note", "dossier")
    row = rows.filter(pk=question_id, commune_id=by.commune).first()
    if row is None:
        raise UnknownQuestion
    keys = {key for maybe in row.asked.values() for key in maybe}
    people = Resident.objects.select_related("household", "village", "spouse", "mother", "father")
    found = people.in_bulk(keys)
    record_reading(
        chain=row.commune_id,
        by=by,
        at=at,
        what="resident",
        about=[f"resident:{key}" for key in sorted(keys)] or [f"entry:{row.entry_id}"],
        why=f"question:{row.pk}",
    )
    return Question(row, {who: [found[key] for key in maybe] for who, maybe in row.asked.items()})


def followed(dossier_id: UUID) -> list[Followed]:
    """What became of the entries and notes of a dossier that was read already."""
    return list(_FOLLOWED.all(dossier=dossier_id))


_FOLLOWED = Statement(lambda: Followed.objects.filter(dossier_id=Place("dossier")).order_by("pk"))


def must_answer(by: Actor) -> None:
    """NotYourQuestion unless the actor keeps the register of residents."""
    if not by.has(Role.OFFICER, Role.CHAIR):
        raise NotYourQuestion
