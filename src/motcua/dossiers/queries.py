"""Reading dossiers: always scoped by who asks; opening one leaves a trace."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from motcua.audit.actions import record_reading, record_search
from motcua.dossiers import lifecycle
from motcua.dossiers.codes import tidy_code
from motcua.dossiers.errors import NotFound
from motcua.dossiers.interest import own_matter
from motcua.dossiers.lifecycle import OWN_STEPS
from motcua.dossiers.models import Dossier, DossierEvent, Party, StateCount
from motcua.dossiers.press import who_is
from motcua.dossiers.search import PARTIES
from motcua.dossiers.states import OPEN, State, Step, Verb
from motcua.foundation.actor import Actor

# A screen and a half at the desk: more would be scrolled past, and costs its share each time.
PAGE = 30


@dataclass(frozen=True, slots=True)
class Filters:
    """What a work list shows; empty means all. `late_at` asks for what is late at that moment."""

    states: frozenset[State] = frozenset()
    step: Step | None = None
    procedure: str = ""
    officer: int | None = None
    channel: int | None = None
    late_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows and the key from which the next page goes on; None at the end."""

    rows: Sequence[Dossier]
    after: str | None


def work_list(*, by: Actor, filters: Filters, after: str | None = None) -> Page:
    """The open dossiers of the actor's commune, what is due first at the top."""
    rows = _shown(by).filter(state__in=sorted(filters.states or OPEN), due_at__isnull=False)
    rows = _narrowed(rows, filters)
    if after:
        moment, key = _place(after)
        rows = rows.filter(Q(due_at__gt=moment) | Q(due_at=moment, id__gt=key))
    found = list(rows.order_by("due_at", "id")[: PAGE + 1])
    return Page(found[:PAGE], _key(found[PAGE - 1]) if len(found) > PAGE else None)


def counts(*, by: Actor) -> dict[tuple[State, Step], int]:
    """How many dossiers of the commune stand where, from the kept counters."""
    rows = StateCount.objects.filter(commune_id=by.commune, count__gt=0)
    told = rows.values_list("state", "step", "count")
    return {(State(state), Step(step)): count for state, step, count in told}


def late(*, by: Actor, at: datetime) -> Sequence[Dossier]:
    """What is past its date and not waiting for the person, the longest first (at most 100)."""
    rows = _shown(by).filter(
        state__in=sorted(OPEN - {State.HALTED}), due_at__lt=at, paused_at__isnull=True
    )
    return list(rows.order_by("due_at", "id")[:100])


def late_count(*, by: Actor, at: datetime, most: int = 100) -> int:
    """How many are late, counted to `most` and no further: a page never counts a whole table."""
    rows = Dossier.objects.filter(
        commune_id=by.commune,
        state__in=sorted(OPEN - {State.HALTED}),
        due_at__lt=at,
        paused_at__isnull=True,
    )
    return len(rows.values_list("pk", flat=True)[:most])


def last_moves(keys: Sequence[UUID]) -> dict[UUID, datetime]:
    """When the last act was done with each of these dossiers."""
    rows = DossierEvent.objects.filter(dossier_id__in=keys).values_list("dossier_id")
    return dict(rows.annotate(last=Max("at"))) if keys else {}


def some(*, by: Actor, keys: Sequence[UUID]) -> Sequence[Dossier]:
    """These dossiers, as far as they are of the actor's commune, by number."""
    return list(_shown(by).filter(pk__in=keys).order_by("number"))


def returned_reasons(keys: Sequence[UUID]) -> dict[UUID, str]:
    """Why the press last gave each of these back to the chair."""
    rows = DossierEvent.objects.filter(dossier_id__in=keys, verb=Verb.RETURN_TO_SIGN)
    return dict(rows.order_by("id").values_list("dossier_id", "reason"))


def handed_in(
    *, by: Actor, since: datetime, until: datetime, most: int = 2000
) -> Sequence[Dossier]:
    """The commune's dossiers handed in from `since` until before `until`, in that order.

    With their answers and their commune, as the register of dossiers needs them.
    """
    rows = Dossier.objects.filter(commune_id=by.commune).select_related("commune")
    rows = rows.defer("authors", "finding", "asked")
    rows = rows.filter(submitted_at__gte=since, submitted_at__lt=until)
    return list(rows.order_by("submitted_at", "id")[:most])


def open_for(*, dossier_id: UUID, by: Actor, at: datetime, why: str) -> Dossier:
    """One dossier with all that its page shows; the reading is written in the journal."""
    found = (
        Dossier.objects.select_related("procedure", "commune", "officer", "holder", "result")
        .defer("procedure__content")
        .prefetch_related("parties", "papers__files")
        .filter(pk=dossier_id)
        .first()
    )
    if found is None or not who_is(by, found):
        raise NotFound
    record_reading(
        chain=found.commune_id,
        by=by,
        at=at,
        what="dossier",
        about=[f"dossier:{found.pk}"],
        why=why,
    )
    return found


def history(dossier: Dossier) -> Sequence[DossierEvent]:
    """What was done with it, in order."""
    return list(dossier.events.order_by("id"))


def buttons(dossier: Dossier, *, by: Actor) -> tuple[lifecycle.Rule, ...]:
    """The rows of the table that the actor may take now."""
    return lifecycle.allowed(
        state=dossier.where,
        step=dossier.at_step,
        received=dossier.accepted_at is not None,
        who=who_is(by, dossier),
        own=dossier.at_step in OWN_STEPS and own_matter(dossier, by=by),
    )


def owned(*, by: Actor) -> Sequence[Dossier]:
    """The person's own drafts and dossiers, the newest first (at most 100)."""
    rows = Dossier.objects.select_related("procedure").filter(owner=by.id)
    rows = rows.defer("answers", "authors", "finding", "asked", "procedure__content")
    return list(rows.order_by("-kept_at", "id")[:100])


def drafts(*, by: Actor, code: str = "") -> Sequence[Dossier]:
    """The person's own drafts, of one procedure or of all, the newest first (at most 20)."""
    rows = Dossier.objects.filter(owner=by.id, state=State.DRAFT)
    if code:
        rows = rows.filter(procedure__code=code)
    return list(rows.select_related("commune").order_by("-kept_at", "id")[:20])


def own(*, dossier_id: UUID, by: Actor, at: datetime, why: str) -> Dossier:
    """One of the person's own, in whatever office they work besides; the reading is traced."""
    found = Dossier.objects.filter(pk=dossier_id, owner=by.id).first()
    if found is None:
        raise NotFound
    about = [f"dossier:{found.pk}"]
    record_reading(chain=found.commune_id, by=by, at=at, what="dossier", about=about, why=why)
    return found


def by_code(*, typed: str, by: Actor) -> Dossier:
    """The dossier or draft of a code or number, for staff of its commune at the search box."""
    code = tidy_code(typed)
    one = Q(number=typed.strip().upper()) if code is None else Q(code=code)
    found = Dossier.objects.filter(one, commune_id=by.commune).first()
    if found is None:
        raise NotFound
    return found


def numbers_of(keys: Collection[UUID], *, by: Actor) -> dict[UUID, str]:
    """The numbers of dossiers of the actor's commune, and nothing else of them; "" for a draft."""
    rows = Dossier.objects.filter(pk__in=keys, commune_id=by.commune)
    return {key: number or "" for key, number in rows.values_list("pk", "number")}


def search(
    *, by: Actor, words: str, at: datetime, before: int | None = None
) -> tuple[Sequence[Party], int | None]:
    """People around the commune's dossiers whose name has these words, the newest first.

    Words need no diacritics and may be cut short. Also the key from which the next page goes on.
    The search is written in the journal.
    """
    keys = PARTIES.ids(words, exact={"commune_id": by.commune or ""}, limit=PAGE + 1, before=before)
    return people_found(keys, by=by, at=at, words=words)


def people_found(
    keys: Sequence[int], *, by: Actor, at: datetime, words: str
) -> tuple[Sequence[Party], int | None]:
    """One page of the people with these keys, which are one more than a page where more follow.

    The reading is written in the journal, with a digest of what was searched for.
    """
    rows = Party.objects.filter(pk__in=keys[:PAGE]).select_related("dossier__procedure")
    unread = [*(f"dossier__{name}" for name in _UNLISTED), "dossier__procedure__content"]
    found = sorted(rows.defer(*unread), key=lambda row: -row.pk)
    record_search(
        chain=by.commune or "",
        by=by,
        at=at,
        what="search",
        words=words,
        shown=[f"dossier:{row.dossier_id}" for row in found],
        why="",
    )
    return found, keys[PAGE - 1] if len(keys) > PAGE else None


# What a list has no use for; to read and parse it costs more than all the rest.
_UNLISTED = ("answers", "authors", "asked", "finding")


# What a line of a list tells; fifty whole dossiers cost three times as much.
_LINE = (
    "id",
    "commune_id",
    "procedure_id",
    "code",
    "number",
    "owner",
    "state",
    "step",
    "revision",
    "channel",
    "delivery",
    "unknown",
    "subject_name",
    "filer_name",
    "filer_phone",
    "submitted_at",
    "due_at",
    "paused_at",
    "finished_at",
    "handed_over_at",
    "held_until",
    "officer__name",
    "holder__name",
)


def _shown(by: Actor) -> QuerySet[Dossier]:
    """What a list needs and no more: neither answers nor findings."""
    rows = Dossier.objects.filter(commune_id=by.commune)
    return rows.select_related("officer", "holder").only(*_LINE)


def _narrowed(rows: QuerySet[Dossier], filters: Filters) -> QuerySet[Dossier]:
    if filters.step is not None:
        rows = rows.filter(step=filters.step)
    if filters.procedure:
        rows = rows.filter(procedure__code=filters.procedure)
    if filters.officer is not None:
        rows = rows.filter(officer_id=filters.officer)
    if filters.channel is not None:
        rows = rows.filter(channel=filters.channel)
    if filters.late_at is not None:
        rows = rows.filter(due_at__lt=filters.late_at, paused_at__isnull=True)
    return rows


def _key(last: Dossier) -> str:
    return f"{last.due_at.isoformat() if last.due_at else ''}~{last.pk}"


def _place(key: str) -> tuple[datetime, UUID]:
    """Where a page goes on; NotFound for a key that no page gave."""
    due, _, last = key.partition("~")
    try:
        moment, place = datetime.fromisoformat(due), UUID(last)
    except ValueError as fault:
        raise NotFound from fault
    if moment.tzinfo is None:
        raise NotFound
    return moment, place
